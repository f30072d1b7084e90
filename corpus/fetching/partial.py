"""What was received of a document so far, kept so that a broken download goes on where it stopped."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from corpus.fetching.types import EndedError, Ending


@dataclass(frozen=True, slots=True)
class Validator:
    """What tells one version of a document from the next: its address, and the ETag or date that the server gave."""

    address: str
    mark: str

    @classmethod
    def from_headers(cls, address: str, headers: Mapping[str, str]) -> "Validator":
        """The strong ETag, else the date of last change, else no mark."""
        tag = headers.get("etag", "")
        return cls(address, tag if tag.startswith('"') else headers.get("last-modified", ""))


@dataclass(frozen=True)
class Partial:
    """The part received of one document: `NAME.deel`, and beside it the version that it is a part of."""

    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """The file with the bytes so far."""
        return self.folder / f"{self.name}.deel"

    @property
    def size(self) -> int:
        """How many bytes there are."""
        return self.path.stat().st_size if self.path.is_file() else 0

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep other processes from the same document; EndedError when one is at it."""
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / f"{self.name}.slot", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise EndedError(Ending.BEZIG) from error
        try:
            yield
        finally:
            lock.release()

    def wanted(self, address: str) -> dict[str, str]:
        """The headers that ask for the rest; none when it has to start anew."""
        known = self._validator()
        if known is None or known.address != address or not known.mark or not self.size:
            return {}
        return {"Range": f"bytes={self.size}-", "If-Range": known.mark}

    def begin(self, validator: Validator) -> None:
        """Throw away what there is, and remember what version is coming."""
        self.path.write_bytes(b"")
        self._note.write_text(json.dumps(asdict(validator)), encoding="utf-8")

    def can_go_on(self) -> bool:
        """Whether what there is can be used the next time."""
        known = self._validator()
        return known is not None and bool(known.mark) and self.size > 0

    def discard(self) -> None:
        """Leave nothing behind."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def finish(self, ending: str) -> Path:
        """The whole document, under its own name with this ending (".pdf")."""
        whole = self.folder / f"{self.name}{ending}"
        self.path.replace(whole)
        self._note.unlink(missing_ok=True)
        return whole

    @property
    def _note(self) -> Path:
        return self.folder / f"{self.name}.deel.json"

    def _validator(self) -> Validator | None:
        try:
            return Validator(**json.loads(self._note.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
