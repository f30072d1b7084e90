"""A folder of folders, one for each id, that are put in and taken out whole.

`FOLDER/ID.3` is the third version of ID; of two versions the highest holds. A version is written aside and renamed in,
and renamed aside before it is deleted, so that whoever looks sees the old or the new. What was stopped half-way has a
name that nobody looks at, and the next writer clears it.
"""

import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.errors import InputError

LOCK = "slot"
LOCK_SECONDS = 300
_VERSION = re.compile(r"(?P<id>[a-zA-Z0-9-]+)\.(?P<number>[0-9]{1,9})")
_ASIDE = re.compile(r"\.(nieuw|weg)-[0-9a-f]{16}")


class Shelf:
    """The folder `path`, with the versions that hold."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path / LOCK, timeout=LOCK_SECONDS)  # who holds it may take it again

    def versions(self) -> dict[str, Path]:
        """The folder that holds for each id, in order of id; files and folders of someone else are passed over."""
        found = sorted((version["id"], int(version["number"]), path) for path, version in self._versions())
        return {name: path for name, _, path in found}

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the shelf for writing; a second writer waits. InputError when that takes too long or cannot be."""
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with self._lock:
                self._clear()
                yield
        except Timeout as error:
            raise InputError(
                f"De map '{self.path}' is al {LOCK_SECONDS // 60} minuten bezet door een ander proces. "
                "Wacht tot dat klaar is, of stop het, en probeer het opnieuw."
            ) from error
        except OSError as error:
            why = "de schijf is vol" if error.errno == ENOSPC else "geen toestemming, of het is geen map"
            raise InputError(
                f"Kan niet schrijven in '{self.path}': {why}. Maak ruimte, of kies een andere map voor uw bronnen."
            ) from error

    @contextmanager
    def put(self, name: str) -> Iterator[Path]:
        """A new folder to write in; when the block ends well it takes the place of the old version. Needs the lock."""
        old = self.versions().get(name)
        number = int(old.name.rpartition(".")[2]) + 1 if old else 1
        aside = self._aside("nieuw")
        aside.mkdir()
        try:
            yield aside
            aside.rename(self.path / f"{name}.{number}")
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        if old:
            self._delete(old)

    def drop(self, name: str) -> None:
        """Take `name` out; nothing of it is left. Needs the lock."""
        self._delete(self.versions()[name])

    def _versions(self) -> Iterator[tuple[Path, re.Match[str]]]:
        if self.path.is_dir():
            for path in self.path.iterdir():
                if (version := _VERSION.fullmatch(path.name)) and path.is_dir():
                    yield path, version

    def _clear(self) -> None:
        """Delete what was stopped half-way: folders aside, and versions that a higher one replaced."""
        holding = set(self.versions().values())
        for path, _ in list(self._versions()):
            if path not in holding:
                self._delete(path)
        for path in list(self.path.iterdir()):
            if _ASIDE.fullmatch(path.name):
                shutil.rmtree(path, ignore_errors=True)

    def _delete(self, folder: Path) -> None:
        aside = self._aside("weg")
        folder.rename(aside)
        shutil.rmtree(aside, ignore_errors=True)  # what someone still has open, the next writer clears

    def _aside(self, why: str) -> Path:
        return self.path / f".{why}-{secrets.token_hex(8)}"
