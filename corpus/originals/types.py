"""The nouns of the library: an entry, what sort it is, and what a file was recognised as."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from corpus.errors import InputError


class EntryKind(StrEnum):
    """Whose document an entry is: of a source in `bronnen.toml`, or of the region itself."""

    ORIGINEEL = "origineel"
    EIGEN = "eigen"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A document in the library, without its text.

    `file_name` is the name that the file was given with; `size` is in bytes; `pages` is 0 for a format without pages;
    `fetched_from` is the address it came from ("" for a file from disk); `certainty` (0-1) says how sure it is that
    this is `source_id`, and is 1 for who told it outright and for own documents.
    """

    id: str
    kind: EntryKind
    source_id: str | None
    title: str
    file_name: str
    sha256: str
    size: int
    added: datetime.date
    fetched_from: str = ""
    pages: int = 0
    certainty: float = 1.0

    def __post_init__(self) -> None:
        if (self.kind is EntryKind.ORIGINEEL) == (self.source_id is None):
            raise ValueError(f"entry {self.id!r}: an original has a source, an own document has none")


class KnownFileError(InputError):
    """The same file is in the library already, as `entry`."""

    def __init__(self, name: str, entry: Entry) -> None:
        super().__init__(f"'{name}' staat al in uw bronnen, als '{entry.id}'. Er is niets veranderd.")
        self.entry = entry
