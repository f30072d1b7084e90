"""A document is added to what can be searched, and taken out, without touching the others."""

import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from index import Additions, Index, Stamp, StaticEncoder, Store, keep_only
from index.storage import FORMAT

TEXTS = [("1", "De gemeenten volgen de wachtlijsten."), ("2", "Aanbieders krijgen een reëel tarief.")]


@pytest.fixture
def additions(tmp_path: Path, encoder: StaticEncoder) -> Additions:
    return Additions(tmp_path / "documenten", encoder)


@pytest.fixture
def first(encoder: StaticEncoder) -> Callable[[Index | None, str], str]:
    """The id of the text that an index finds first."""

    def found(index: Index | None, query: str) -> str:
        assert index is not None
        return index.matches(query, encoder.encode_queries([query])[0])[0].id

    return found


def put(additions: Additions, name: str, content: str, texts: list[tuple[str, str]] = TEXTS) -> Index:
    index = additions.build(texts)
    additions.put(name, content, index)
    return index


def files_in(folder: Path) -> dict[str, float]:
    return {str(path.relative_to(folder)): path.stat().st_mtime for path in folder.rglob("*") if path.is_file()}


def test_a_document_is_found_in_at_once_and_later(
    additions: Additions, first: Callable[[Index | None, str], str]
) -> None:
    built = put(additions, "visie", "v1")
    assert first(built, "eerlijke prijs") == first(additions.open("visie", "v1"), "eerlijke prijs") == "2"
    assert additions.names() == ["visie"]


def test_adding_one_document_leaves_the_others_as_they_were(additions: Additions) -> None:
    put(additions, "visie", "v1")
    before = files_in(additions.path / "visie")
    put(additions, "plan", "v1")
    assert files_in(additions.path / "visie") == before
    assert additions.names() == ["plan", "visie"]


def test_a_removed_document_leaves_nothing_behind(additions: Additions) -> None:
    put(additions, "visie", "v1")
    put(additions, "plan", "v1")
    keep_only(additions.path, {"plan"})
    assert additions.open("visie", "v1") is None
    assert not [path for path in additions.path.rglob("*") if "visie" in path.name or path.name.startswith(".weg")]
    assert additions.open("plan", "v1") is not None


def test_another_version_of_a_document_is_not_taken_for_this_one(additions: Additions) -> None:
    put(additions, "visie", "v1")
    assert additions.open("visie", "v2") is None
    put(additions, "visie", "v2", TEXTS[:1])
    assert additions.open("visie", "v1") is None
    index = additions.open("visie", "v2")
    assert index is not None
    assert index.ids == ("1",)


def test_an_index_of_an_older_format_or_another_model_is_not_used(additions: Additions) -> None:
    put(additions, "visie", "v1")
    (stamp,) = additions.path.rglob("stempel.json")
    good = json.loads(stamp.read_text())
    for wrong in ({"format": FORMAT - 1}, {"model": "een ander"}):
        stamp.write_text(json.dumps({**good, **wrong}))
        assert additions.open("visie", "v1") is None


@pytest.mark.parametrize("file", ["vectors.faiss", "ids.json", "vocab.index.json"])
def test_a_damaged_index_is_not_used(additions: Additions, file: str) -> None:
    put(additions, "visie", "v1")
    next(additions.path.rglob(file)).write_bytes(b"stuk")
    assert additions.open("visie", "v1") is None


def test_what_someone_else_put_there_is_never_touched(additions: Additions) -> None:
    put(additions, "visie", "v1")
    mine = additions.path / "notities" / "plan.txt"
    mine.parent.mkdir()
    mine.write_text("van mij")
    keep_only(additions.path, ())
    assert mine.read_text() == "van mij"
    assert additions.names() == []


def test_a_document_may_be_added_before_there_is_a_store_around_it(additions: Additions) -> None:
    put(additions, "visie", "v1")
    store = Store(additions.path.parent)
    with store.lock(), store.replace(Stamp("inhoud", "model", "assistent")) as folder:
        (folder / "inhoud.txt").write_text("iets")
    assert (store.folder() / "inhoud.txt").read_text() == "iets"
    assert additions.open("visie", "v1")


KILLED = """
import os, sys
from pathlib import Path
from index import Additions, Index, embedded_encoder
Index.save = lambda self, folder: os._exit(9)
encoder = embedded_encoder()
additions = Additions(Path(sys.argv[1]), encoder)
additions.put("visie", sys.argv[2], additions.build([("1", "Tekst over hulp.")]))
"""


@pytest.mark.parametrize("before", [True, False])
def test_what_is_killed_half_way_leaves_the_old_and_is_cleared_later(additions: Additions, before: bool) -> None:
    if before:
        put(additions, "visie", "v1")
    assert subprocess.run([sys.executable, "-c", KILLED, str(additions.path), "v2"]).returncode == 9
    assert additions.open("visie", "v2") is None
    assert (additions.open("visie", "v1") is not None) is before
    put(additions, "visie", "v2")
    assert additions.open("visie", "v2") is not None
    assert len(list(additions.path.rglob("versie-*"))) == 1
    keep_only(additions.path, ())
    assert [path.name for path in additions.path.iterdir()] == ["slot"]


def test_two_who_write_at_once_each_get_their_document(additions: Additions) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: put(additions, f"stuk-{number % 3}", "v1"), range(6)))
    assert additions.names() == ["stuk-0", "stuk-1", "stuk-2"]
    assert all(additions.open(name, "v1") for name in additions.names())


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, encoder: StaticEncoder) -> None:
    from corpus import InputError

    (tmp_path / "bestand").write_text("dit is geen map")
    with pytest.raises(InputError, match="Kan niet schrijven"):
        put(Additions(tmp_path / "bestand", encoder), "visie", "v1")
    assert [path.name for path in tmp_path.iterdir()] == ["bestand"]
