"""Whenever a writer is stopped, what it wrote is there whole or not at all, and the next writer clears what is left."""

import multiprocessing
import random
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection
from pathlib import Path

from corpus.originals.shelf import Shelf

SIZE = 200_000
APART = multiprocessing.get_context("forkserver")
APART.set_forkserver_preload([__name__])


def write(path: Path, ready: Connection | None, numbers: Iterable[int]) -> None:
    """Add and replace, and at each third number remove."""
    shelf = Shelf(path)
    if ready:
        ready.send("klaar")
    for number in numbers:
        with shelf.lock():
            if number % 3 == 2:
                shelf.drop("een")
                continue
            with shelf.put("een") as folder:
                for part in range(4):
                    (folder / str(part)).write_bytes(b"%d" % (number % 10) * SIZE)


def put(shelf: Shelf, name: str, text: str) -> None:
    with shelf.lock(), shelf.put(name) as folder:
        (folder / "tekst").write_text(text)


def names(shelf: Shelf) -> list[str]:
    return sorted(path.name for path in shelf.path.iterdir() if path.name != "slot")


def test_a_new_version_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "plank")
    assert shelf.versions() == {}
    for text in ("oud", "nieuw"):
        put(shelf, "een", text)
    assert (shelf.versions()["een"] / "tekst").read_text() == "nieuw"
    assert names(shelf) == ["een.2"]


def test_what_goes_wrong_while_writing_leaves_the_old_version(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, "een", "oud")
    try:
        with shelf.lock(), shelf.put("een") as folder:
            (folder / "tekst").write_text("half")
            raise ZeroDivisionError
    except ZeroDivisionError:
        assert names(shelf) == ["een.1"]
        assert (shelf.versions()["een"] / "tekst").read_text() == "oud"


def test_the_tenth_version_is_newer_than_the_ninth(tmp_path: Path) -> None:
    for number in (9, 10, 2):
        (tmp_path / f"een.{number}").mkdir()
    assert Shelf(tmp_path).versions() == {"een": tmp_path / "een.10"}


def test_the_next_writer_clears_what_was_left_half_way_and_nothing_of_someone_else(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    put(shelf, "een", "oud")
    for left in (".nieuw-0123456789abcdef", ".weg-0123456789abcdef", "een.0"):
        (tmp_path / left).mkdir()
        (tmp_path / left / "half").write_text("half")
    for other in ("mijn map", ".nieuw-van-mij", "een.x"):
        (tmp_path / other).mkdir()
    (tmp_path / "notitie.1").write_text("van mij")
    put(shelf, "twee", "tekst")
    assert names(shelf) == sorted(["een.1", "twee.1", "mijn map", ".nieuw-van-mij", "een.x", "notitie.1"])


def test_a_writer_killed_at_any_moment_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    shelf, chance, seen = Shelf(tmp_path / "plank"), random.Random(5), set[bool]()
    for number in range(30):
        heard, ready = APART.Pipe(duplex=False)
        first = 1 if "een" in shelf.versions() else 0
        writer = APART.Process(target=write, args=(shelf.path, ready, range(first, 10**6)))
        writer.start()
        assert heard.recv() == "klaar"
        time.sleep(chance.uniform(0, 0.06))
        writer.kill()
        writer.join()
        folder = shelf.versions().get("een")
        seen.add(folder is None)
        if folder:
            parts = {(folder / str(part)).read_bytes() for part in range(4)}
            assert len(parts) == 1, number
            assert len(parts.pop()) == SIZE
        with shelf.lock():
            assert names(shelf) == ([folder.name] if folder else [])
    assert seen == {True, False}


def test_two_processes_do_not_get_in_each_others_way(tmp_path: Path) -> None:
    writers = [APART.Process(target=write, args=(tmp_path / "plank", None, range(0, 30, 3))) for _ in range(2)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join(60)
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert names(Shelf(tmp_path / "plank")) == ["een.20"]
