"""A store: a folder whose content is written aside and swapped in whole.

`STORE/huidig` names the version folder that holds. A new version is written beside the old one; replacing the
small file `huidig` is the moment of the swap, which the operating system does whole or not at all. What was
stopped half-way leaves a folder that nobody points to, and the next build clears it.
"""

import json
import re
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from corpus import InputError

FORMAT = 4
"""Number of the layout; a store of another number is rebuilt, not misread."""

POINTER = "huidig"
STAMP = "stempel.json"
LOCK = "slot"
LOCK_SECONDS = 300
_VERSION = re.compile(r"versie-[0-9a-f]{12}")


@dataclass(frozen=True)
class Stamp:
    """What a store was made of and for: two stores with one stamp hold the same."""

    content: str
    model: str
    kind: str
    format: int = FORMAT


class Store:
    """The folder `path`, with the version in it that holds."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def stamp(self) -> Stamp | None:
        """The stamp of the version that holds; None when there is no readable store."""
        try:
            return Stamp(**json.loads((self.folder() / STAMP).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError, InputError):
            return None

    def folder(self) -> Path:
        """The folder of the version that holds; InputError when there is none."""
        try:
            name = (self.path / POINTER).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise missing(self.path) from error
        folder = self.path / name
        if not name or folder.parent != self.path or not folder.is_dir():
            raise missing(self.path)
        return folder

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the store for writing; a second writer waits. InputError when that takes too long or cannot be."""
        if self._is_someone_elses():
            raise InputError(
                f"De map '{self.path}' bevat andere bestanden en is geen index. Kies een lege of een nieuwe map."
            )
        try:
            self.path.mkdir(parents=True, exist_ok=True)
            with FileLock(self.path / LOCK, timeout=LOCK_SECONDS):
                yield
        except Timeout as error:
            raise InputError(
                f"De index in '{self.path}' is al {LOCK_SECONDS // 60} minuten bezet door een ander proces. "
                "Wacht tot dat klaar is, of stop het, en probeer het opnieuw."
            ) from error
        except OSError as error:
            raise InputError(
                f"Kan niet schrijven in '{self.path}': geen toestemming, geen ruimte, of het is geen map. "
                "Kies een andere map voor de index."
            ) from error

    def _is_someone_elses(self) -> bool:
        """Whether the folder is no store, and holds something else than folders that are: those of documents come
        first when someone adds a document before anything else."""
        if not self.path.is_dir() or (self.path / POINTER).exists() or (self.path / LOCK).exists():
            return False
        return any(not (entry / LOCK).is_file() for entry in self.path.iterdir())

    @contextmanager
    def replace(self, stamp: Stamp) -> Iterator[Path]:
        """A new folder to write in; when the block ends well it takes the place of the old one. Needs the lock."""
        new = self.path / f"versie-{uuid.uuid4().hex[:12]}"
        new.mkdir()
        # The stamp comes first: by it the next build knows a half-written version for ours, and clears it.
        (new / STAMP).write_text(json.dumps(asdict(stamp)), encoding="utf-8")
        try:
            yield new
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        pointer = self.path / f"{POINTER}.nieuw"
        pointer.write_text(new.name, encoding="utf-8")
        pointer.replace(self.path / POINTER)
        for other in self.path.iterdir():
            if other != new and _VERSION.fullmatch(other.name) and (other / STAMP).is_file():
                shutil.rmtree(other, ignore_errors=True)


def missing(path: Path) -> InputError:
    """The error for a store that is not there or cannot be read."""
    return InputError(f"Geen bruikbare index in '{path}'. Bouw hem (opnieuw) met: python -m index build.")
