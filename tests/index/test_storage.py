"""A store is written aside and swapped in whole; what is stale, damaged or half-written is noticed."""

import subprocess
import sys
from pathlib import Path

import pytest

from corpus import InputError
from index import Stamp, Store

OLD, NEW = Stamp("oud", "m", "x"), Stamp("nieuw", "m", "x")


def write(store: Store, stamp: Stamp, text: str) -> None:
    with store.lock(), store.replace(stamp) as folder:
        (folder / "inhoud.txt").write_text(text)


def read(store: Store) -> str:
    return (store.folder() / "inhoud.txt").read_text()


def test_a_new_version_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    assert store.stamp() is None
    write(store, OLD, "een")
    write(store, NEW, "twee")
    assert (store.stamp(), read(store)) == (NEW, "twee")
    assert len(list(store.path.glob("versie-*"))) == 1


def test_a_build_that_fails_leaves_the_old_version(tmp_path: Path) -> None:
    store = Store(tmp_path)
    write(store, OLD, "een")
    with pytest.raises(ZeroDivisionError), store.lock(), store.replace(NEW) as folder:
        (folder / "inhoud.txt").write_text("half")
        raise ZeroDivisionError
    assert (store.stamp(), read(store)) == (OLD, "een")
    assert len(list(store.path.glob("versie-*"))) == 1


def test_what_someone_else_put_there_is_never_touched(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    write(store, OLD, "een")
    (store.path / "versie-2024").mkdir()
    (store.path / "versie-0123456789ab").mkdir()
    write(store, NEW, "twee")
    assert {path.name for path in store.path.glob("versie-*")} >= {"versie-2024", "versie-0123456789ab"}


def test_a_folder_with_files_of_someone_else_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notitie.txt").write_text("van mij")
    with pytest.raises(InputError, match="andere bestanden"), Store(tmp_path).lock():
        pytest.fail("the lock was given")
    assert [path.name for path in tmp_path.iterdir()] == ["notitie.txt"]


KILLED = """
import os, sys
from pathlib import Path
from index import Stamp, Store
store = Store(Path(sys.argv[1]))
with store.lock(), store.replace(Stamp("nieuw", "m", "x")) as folder:
    (folder / "inhoud.txt").write_text("half")
    os._exit(9)
"""


def test_a_build_that_is_killed_leaves_the_old_version_and_the_next_build_clears_up(tmp_path: Path) -> None:
    store = Store(tmp_path)
    write(store, OLD, "een")
    assert subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)]).returncode == 9
    assert (store.stamp(), read(store)) == (OLD, "een")
    write(store, NEW, "twee")
    assert read(store) == "twee"
    assert len(list(store.path.glob("versie-*"))) == 1


@pytest.mark.parametrize("pointer", ["", "versie-weg", "../elders", "/etc"])
def test_a_pointer_to_nowhere_is_a_missing_store(tmp_path: Path, pointer: str) -> None:
    store = Store(tmp_path)
    write(store, OLD, "een")
    (tmp_path / "huidig").write_text(pointer)
    assert store.stamp() is None
    with pytest.raises(InputError, match="Geen bruikbare index"):
        store.folder()


def test_a_damaged_stamp_is_no_stamp(tmp_path: Path) -> None:
    store = Store(tmp_path)
    write(store, OLD, "een")
    (store.folder() / "stempel.json").write_text("{stuk")
    assert store.stamp() is None


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("dit is geen map")
    with pytest.raises(InputError, match="Kan niet schrijven"), Store(tmp_path / "bestand").lock():
        pytest.fail("the lock was given")
