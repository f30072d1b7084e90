"""`python -m assistant bronnen`: which sources there are, and bringing in and taking out documents."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant import fetch_command, search_command
from assistant.assistant import default_store
from assistant.finding import Finder, forget_removed
from assistant.wording import Sentences, date_in_dutch
from corpus import Commands, Content, InputError
from corpus.originals import Entry, EntryKind, KnownFileError, Library, align
from corpus.reading import Progress, documents_under

SURE = 0.9
"""The certainty (0-1) from which a recognised source is called certain."""

_say = Sentences("bronnen").say


def add_commands(commands: "argparse._SubParsersAction[Commands]") -> None:
    """Put `bronnen` and its own commands among the commands of the assistant."""
    sources = commands.add_parser("bronnen", help="bronnen bekijken, toevoegen en verwijderen")
    sources.set_defaults(run=show, map=None)
    actions = sources.add_subparsers(metavar="OPDRACHT")
    showing = actions.add_parser("lijst", help="welke bronnen er zijn, en van welke het origineel er is")
    showing.set_defaults(run=show)
    adding = actions.add_parser("toevoegen", help="originelen of eigen documenten toevoegen")
    adding.add_argument("files", nargs="+", type=Path, metavar="BESTAND", help="pdf, docx, odt, html, md of txt")
    whose = adding.add_mutually_exclusive_group()
    whose.add_argument("--bron", metavar="ID", help="het is het origineel van deze bron; anders kijken wij zelf")
    whose.add_argument("--eigen", action="store_true", help="het is een document van uw regio")
    adding.set_defaults(run=add)
    removing = actions.add_parser("verwijder", help="een document verwijderen")
    removing.add_argument("id", metavar="ID")
    removing.set_defaults(run=remove)
    others = (fetch_command.add_command(actions), search_command.add_command(actions))
    for action in (showing, adding, removing, *others):
        action.add_argument("--map", type=Path, metavar="MAP", help="de map met documenten")
    for action in (adding, removing, *others):
        action.add_argument("--store", type=Path, metavar="MAP", default=default_store(), help="de map voor de index")
    for action in (adding, *others):
        action.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")


def show(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Print the sources with their original, the own documents, and the sources without an original."""
    library, content = Library(options.map), Content.load()
    entries = library.entries()
    present = {entry.source_id for entry in entries}
    without = (source for source in content.sources.values() if source.id not in present)
    rows = {
        "origineel": [_row(entry) for entry in entries if entry.kind is EntryKind.ORIGINEEL],
        "eigen": [_row(entry) for entry in entries if entry.kind is EntryKind.EIGEN],
        "zonder": [_say("lijst", "bron", id=s.id, titel=s.short, uitgever=s.publisher) for s in without],
    }
    for name, lines in rows.items():
        print(f"{_say('lijst', name)}:")
        print(*(f"- {line}" for line in lines or [_say("lijst", "geen")]), "", sep="\n")
    print(_say("lijst", "map", map=library.folder))


def add(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Add each file and tell what happened; the bad ones do not stop the others."""
    library, content, wrong = Library(options.map), Content.load(), list[InputError]()
    finder = Finder.open(content, library, options.store, options.model)
    files = [file for path in options.files for file in _files(path)]
    for file in files:
        try:
            print(*_added(library, content, file, options), sep="\n")
        except KnownFileError as error:
            print(error)
        except InputError as error:
            wrong.append(error)
            if len(files) > 1:
                print(error, file=sys.stderr)
    finder.index_all()
    if wrong:
        many = _say("toevoegen", "niet_alles", mislukt=len(wrong), totaal=len(files))
        raise InputError(many) if len(files) > 1 else wrong[0]


def remove(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Take a document out of the library."""
    library = Library(options.map)
    title = library.remove(options.id)
    forget_removed(library, options.store)
    print(_say("verwijderen", "verwijderd", id=options.id, titel=title))


def _files(path: Path) -> list[Path]:
    files = list(documents_under(path))
    if not files:
        raise InputError(_say("toevoegen", "lege_map", map=path))
    return files


def _added(library: Library, content: Content, file: Path, options: argparse.Namespace) -> Iterator[str]:
    before = {entry.id: entry for entry in library.entries()}
    entry = library.add(file, source_id=options.bron, own=options.eigen, progress=_bar(file.name))
    told = {"bestand": file.name, "id": entry.id, "titel": entry.title, "omvang": size_of(entry)}
    if entry.kind is EntryKind.EIGEN:
        yield _say("toevoegen", "eigen", **told)
        return
    sure = "opgegeven" if options.bron else "zeker" if entry.certainty >= SURE else "waarschijnlijk"
    yield _say("toevoegen", "origineel", **told, zekerheid=_say("zekerheid", sure))
    if old := before.get(entry.id):
        when = date_in_dutch(old.added.isoformat())
        yield _say("toevoegen", "vervangen", bestand=old.file_name, datum=when)
    yield from _aligned(library, content, entry)


def _aligned(library: Library, content: Content, entry: Entry) -> Iterator[str]:
    """What of our restatement was found in the original; nothing for a source of which no place was found."""
    passages = content.passages_of(entry.source_id or "")
    alignment = align(library.document(entry.id), passages)
    if alignment.found:
        yield _say("toevoegen", "gevonden", totaal=len(passages), gevonden=len(alignment.found))
        if alignment.missing:
            places = dict.fromkeys(content.passages[name].place for name in alignment.missing)
            yield _say("toevoegen", "niet_gevonden", plaatsen="; ".join(places))


def _row(entry: Entry) -> str:
    when = date_in_dutch(entry.added.isoformat())
    return _say(
        "lijst", "document", id=entry.id, titel=entry.title, omvang=size_of(entry), datum=when, bestand=entry.file_name
    )


def size_of(entry: Entry) -> str:
    """How many pages the document has, in words."""
    name = "geen_bladzijden" if entry.pages == 0 else "bladzijde" if entry.pages == 1 else "bladzijden"
    return _say("omvang", name, aantal=entry.pages)


def _bar(name: str) -> Progress | None:
    """Tells how far the reading is on one line of a screen; nothing where there is no screen."""
    if not sys.stderr.isatty():
        return None

    def tell(done: int, total: int) -> None:
        end = "\n" if done == total else "\r"
        print(_say("toevoegen", "bladzijde", bestand=name, gelezen=done, totaal=total), end=end, file=sys.stderr)

    return tell
