"""`python -m assistant bronnen ophalen` and `bronnen zoek`."""

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from assistant.assistant import DEFAULT_STORE, STORE_VARIABLE
from assistant.finding import MOST_FOUND, OWN_FITS, Finder, Found
from assistant.guarding import clean
from assistant.obtaining import Obtainer, Step, say, summary
from corpus import Commands, Content, InputError
from corpus.originals import Library


def add_commands(actions: "argparse._SubParsersAction[Commands]") -> None:
    """Put both commands among those of `bronnen`."""
    fetching = actions.add_parser("ophalen", help="originelen ophalen bij de uitgevers, via internet")
    fetching.add_argument("ids", nargs="*", metavar="ID", help="welke bronnen; anders alle")
    fetching.add_argument("--opnieuw", action="store_true", help="ook wat er al is")
    fetching.set_defaults(run=fetch)
    searching = actions.add_parser("zoek", help="zoeken in alles waar een antwoord op kan rusten")
    searching.add_argument("question", metavar="VRAAG")
    searching.add_argument("-k", type=int, default=MOST_FOUND, metavar="AANTAL", help="hoeveel passages")
    searching.add_argument("--json", action="store_true", help="elke passage als JSON-regel")
    searching.set_defaults(run=search)
    for command in (fetching, searching):
        command.add_argument("--map", type=Path, metavar="MAP", help="de map met documenten")
        add_index_options(command)


def add_index_options(command: argparse.ArgumentParser) -> None:
    """The options that tell with which index to search."""
    command.add_argument("--store", type=Path, metavar="MAP", default=default_store(), help="de map voor de index")
    command.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")


def default_store() -> Path:
    """The folder of the index unless it is told."""
    return Path(os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)


def fetch(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Fetch originals, a line a source; InputError when not one of them is there afterwards."""
    content, library = Content.load(), Library(options.map)
    obtainer = Obtainer(content, library, Finder.open(content, library, options.store, options.model))
    steps = list[Step]()
    for step in obtainer.fetch(options.ids, again=options.opnieuw):
        if step.last:
            steps.append(step)
            _clear_line()
            print(step.text, flush=True)
        elif sys.stderr.isatty():
            _clear_line()
            print(step.text, end="", file=sys.stderr, flush=True)
    if not any(step.present for step in steps):
        raise InputError(summary(steps))
    print(summary(steps), file=sys.stderr)


def search(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Print the passages nearest to a question, with why."""
    if options.k < 1:
        parser.error("geef bij -k een getal van 1 of hoger")
    content, library = Content.load(), Library(options.map)
    finder = Finder.open(content, library, options.store, options.model)
    found = finder.search(clean(options.question).text, options.k)
    for number, one in enumerate(found, start=1):
        print(json.dumps(_row(one), ensure_ascii=False) if options.json else "\n".join(_lines(number, one)))
    if not options.json:
        print(say("zoeken", "uitleg", drempel=_score(OWN_FITS)), file=sys.stderr)


def _lines(number: int, found: Found) -> tuple[str, ...]:
    place, match = found.place, found.match
    line = say(
        "zoeken",
        "regel_bladzijde" if place.passage.page else "regel",
        nummer=number,
        samen=_score(match.together),
        woorden=_score(match.words),
        betekenis=_score(match.meaning),
        soort=say("soort", place.kind),
        titel=place.source.short,
        plaats=place.passage.place,
        bladzijde=place.passage.page,
    )
    return line, *(f"   {text}" for text in (place.passage.text.replace("\n", " ")[:200], ""))


def _row(found: Found) -> dict[str, Any]:
    place, match = found.place, found.match
    return {
        "id": place.passage.id,
        "kind": str(place.kind),
        "source": place.source.id,
        "title": place.source.title,
        "heading": place.passage.heading,
        "locator": place.passage.place,
        "page": place.passage.page,
        "text": place.passage.text,
        "words": match.words,
        "meaning": match.meaning,
        "score": round(match.together, 4),
    }


def _score(score: float) -> str:
    return f"{score:.2f}".replace(".", ",")


def _clear_line() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
