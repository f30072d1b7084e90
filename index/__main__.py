"""`python -m index`: build a store of any documents, and search it."""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tqdm import tqdm

from corpus import Commands, InputError, passages_of
from corpus.reading import documents_under, read_apart
from index.encoding import load_encoder
from index.lines import lines_of, pairs_of
from index.material import Material
from index.search import Index
from index.storage import Stamp, Store
from index.types import Encoder

KIND = "documenten"
"""What the stamp of a store of documents says; the assistant keeps stores of other kinds."""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 done, 1 the input could not be used, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        if options.command == "build":
            build(options.paths, options.store, options.model)
        elif options.command == "train":
            train(options)
        else:
            search(options)
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    return 0


def build(paths: list[Path], store: Path, model: str | None) -> None:
    """Index every passage under `paths` into `store`, in place of what was there."""
    ids, texts = _read(paths)
    encoder = load_encoder(model)
    content = hashlib.sha256(json.dumps([ids, texts]).encode()).hexdigest()
    built = Index.build(ids, texts, encoder, progress=_bar)
    target = Store(store)
    with target.lock(), target.replace(Stamp(content, encoder.name, KIND)) as folder:
        built.save(folder / "index")
        (folder / "model.txt").write_text(model or "", encoding="utf-8")
    print(f"{len(ids)} passages in de index '{store}'.", file=sys.stderr)


def search(options: argparse.Namespace) -> None:
    """Print the passages nearest to a query, or to each query of a batch, as JSON lines."""
    store = Store(options.store)
    folder, stamp = store.folder(), store.stamp()
    model_file = folder / "model.txt"
    model = options.model or (model_file.read_text(encoding="utf-8") if model_file.is_file() else "")
    encoder = load_encoder(model or None)
    if stamp != Stamp(stamp.content if stamp else "", encoder.name, KIND):
        raise InputError(
            f"De index in '{options.store}' is voor iets anders, of gemaakt met een ander model of een andere versie. "
            "Bouw hem opnieuw met: python -m index build."
        )
    try:
        index = Index.open(folder / "index")
    except Exception as error:  # a damaged file makes faiss, bm25s and numpy raise errors of their own
        raise InputError(
            f"De index in '{options.store}' is beschadigd. Bouw hem opnieuw met: python -m index build."
        ) from error
    for name, result in _search_all(index, encoder, _queries(options), options.k):
        print(json.dumps({"id": name, **result}, ensure_ascii=False))


def train(options: argparse.Namespace) -> None:
    """Train a model on documents, or on a text file and a file of pairs, and write it to a folder."""

    def say(line: str) -> None:
        print(line, file=sys.stderr, flush=True)

    if options.paths:
        material = Material.from_documents(options.paths, say)
    elif options.text and options.pairs:
        material = Material.from_files(options.text, options.pairs)
    else:
        raise InputError("Er is niets om van te leren. Geef een map met documenten, of --text en --pairs samen.")
    try:
        from index import training  # noqa: PLC0415  torch and gensim: only needed here

        training.train(material, options.out, training.Recipe(), say)
    except ModuleNotFoundError as error:
        raise InputError(f"Trainen kan nog niet: '{error.name}' ontbreekt. Voer uit: make training.") from error


Query = tuple[str, str | None, str]
"""The id of a batch line, its query, and what is wrong with it ('' when nothing)."""


def _search_all(
    index: Index, encoder: Encoder, queries: list[Query], k: int
) -> Iterator[tuple[str, dict[str, object]]]:
    texts = [query or "" for _, query, _ in queries]
    found = index.search(texts, encoder.encode_queries(texts), k)
    for (name, _, wrong), hits in zip(queries, found, strict=True):
        if wrong:
            yield name, {"error": wrong}
        else:
            yield name, {"hits": [{"id": hit.id, "score": hit.score} for hit in hits]}


def _queries(options: argparse.Namespace) -> list[Query]:
    if options.batch is None:
        if not options.query or not options.query.strip():
            raise InputError("De zoekvraag is leeg. Geef een vraag of een bestand met --batch.")
        return [("q0", options.query, "")]
    queries: list[Query] = []
    for number, line in enumerate(lines_of(options.batch)):
        try:
            row = json.loads(line)
            queries.append((str(row.get("id", f"q{number}")), str(row["query"]), ""))
        except (ValueError, KeyError, TypeError, AttributeError):
            wrong = f"Regel {number + 1} is geen JSON met 'id' en 'query'. Verbeter de regel en probeer het opnieuw."
            queries.append((f"q{number}", None, wrong))
    return queries


def _read(paths: list[Path]) -> tuple[list[str], list[str]]:
    """The ids and texts of every passage under `paths`."""
    rows = [row for path in paths for row in _passages(path)]
    if not rows:
        raise InputError("Er is niets om te indexeren: in deze mappen staat geen leesbaar document.")
    ids = [name for name, _ in rows]
    if len(set(ids)) != len(ids):
        twice = next(name for name in ids if ids.count(name) > 1)
        raise InputError(f"Het id '{twice}' komt twee keer voor. Geef elke passage een eigen id.")
    return ids, [text for _, text in rows]


def _passages(path: Path) -> Iterator[tuple[str, str]]:
    if path.suffix.lower() == ".jsonl":
        yield from pairs_of(path, "id", "text")
        return
    for file in documents_under(path):
        name = file.relative_to(path).as_posix() if path.is_dir() else file.name
        for number, passage in enumerate(passages_of(read_apart(file)), start=1):
            yield f"{name}#{number}", passage.searchable


def _bar(batches: Iterable[int]) -> Iterable[int]:
    bar: Iterable[int] = tqdm(batches, desc="Indexeren", unit="blok", leave=False)
    return bar


def _parser() -> argparse.ArgumentParser:
    parser = Commands(prog="python -m index", description="Documenten indexeren en doorzoeken.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="OPDRACHT")
    building = commands.add_parser("build", help="documenten, mappen of .jsonl met passages indexeren")
    building.add_argument("paths", nargs="+", type=Path, metavar="PAD")
    training = commands.add_parser("train", help="een eigen model trainen op een map met documenten")
    training.add_argument("paths", nargs="*", type=Path, metavar="PAD", help="documenten, of mappen ermee")
    training.add_argument("--text", type=Path, metavar="BESTAND", help="in plaats daarvan: een alinea per regel")
    training.add_argument("--pairs", type=Path, metavar="BESTAND", help="en daarbij JSON-regels met heading en text")
    training.add_argument("--out", type=Path, required=True, metavar="MAP")
    searching = commands.add_parser("search", help="in een index zoeken")
    searching.add_argument("query", nargs="?", metavar="VRAAG")
    searching.add_argument("--batch", type=Path, metavar="BESTAND")
    searching.add_argument("-k", type=_positive, default=10, metavar="AANTAL")
    for command in (building, searching):
        command.add_argument("--store", type=folder, required=True, metavar="MAP", help="map van de index")
        command.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")
    return parser


def folder(text: str) -> Path:
    """A folder by name; an empty name is wrong usage."""
    if not text.strip():
        raise argparse.ArgumentTypeError("geef de naam van een map")
    return Path(text)


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("geef een getal van 1 of hoger")
    return number


if __name__ == "__main__":
    sys.exit(main())
