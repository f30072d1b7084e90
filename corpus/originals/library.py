"""The library: the originals and the own documents that someone brought in, each with its kept text."""

import datetime
import hashlib
import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import count
from pathlib import Path

from corpus.catalogue import load_sources
from corpus.documents import Document
from corpus.errors import InputError
from corpus.knowledge import load_passages
from corpus.originals.naming import slug_of, title_of
from corpus.originals.recognition import Recognition, recognise
from corpus.originals.record import read_card, read_text, remembered, write_record
from corpus.originals.shelf import Shelf
from corpus.originals.types import Entry, EntryKind, KnownFileError
from corpus.reading import Progress, read_apart
from corpus.reading.refusals import shown
from corpus.types import Passage, Source

CORPUS = Path(__file__).parent.parent
DEFAULT_FOLDER = CORPUS / "originelen"
FOLDER_VARIABLE = "REGIOVISIE_ORIGINELEN"

FILE = "origineel"
"""The name of the kept file, before its ending; the name it came with may be anything."""


class Library:
    """The documents in a folder: `folder`, else REGIOVISIE_ORIGINELEN, else `corpus/originelen`."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or Path(os.environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER)
        self._shelf = Shelf(self.folder)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources that a file can be the original of, by id."""
        return load_sources(CORPUS / "bronnen.toml")

    @cached_property
    def _passages(self) -> Sequence[Passage]:
        return tuple(load_passages(CORPUS / "kennis").values())

    def entries(self) -> tuple[Entry, ...]:
        """Every document, in order of id; one that can no longer be read is passed over."""
        found = []
        for name, folder in self._shelf.versions().items():
            try:
                found.append(read_card(folder) or self._renewed(name)[0])
            except InputError:
                continue
        return tuple(found)

    def entry(self, name: str) -> Entry:
        """The document with this id; InputError when there is none, or it can no longer be read."""
        return read_card(self._version(name)) or self._renewed(name)[0]

    def of_source(self, source_id: str) -> Entry | None:
        """The original of this source; None when it is not here. InputError when it can no longer be read."""
        return self.entry(source_id) if source_id in self._shelf.versions() else None

    def document(self, name: str) -> Document:
        """What was read in the document with this id; InputError as for `entry`."""
        folder = self._version(name)
        document = read_text(folder) if read_card(folder) else None
        return document or self._renewed(name)[1]

    def file(self, name: str) -> Path:
        """The file of the document with this id, as it was brought in; InputError when it is not there."""
        found = next(self._version(name).glob(f"{FILE}.*"), None)
        if found is None:
            raise _lost(name)
        return found

    def add(
        self,
        path: Path,
        *,
        source_id: str | None = None,
        own: bool = False,
        fetched_from: str = "",
        progress: Progress | None = None,
    ) -> Entry:
        """Read the file and keep it, in the place of an older file of the same source.

        Which source it is, is recognised unless told: `source_id`, or `own` for a document of the region itself.
        KnownFileError when the very same file is there already; InputError when it cannot be read or kept. In both
        cases nothing has changed.
        """
        if source_id is not None and source_id not in self.sources:
            raise InputError(f"De bron '{source_id}' bestaat niet. Bekijk de lijst met: python -m assistant bronnen.")
        document = read_apart(path, progress)
        content = path.read_bytes()
        told = Recognition(source_id, 1.0) if source_id or own else None
        entry = self._described(document, content, told, fetched_from)
        with self._shelf.lock():
            known = next((other for other in self.entries() if other.sha256 == entry.sha256), None)
            if known:
                raise KnownFileError(shown(path.name), known)
            if entry.kind is EntryKind.EIGEN:
                entry = replace(entry, id=self._free(entry.id))
            self._keep(entry, document, content, path.suffix.lower())
        return entry

    def remove(self, name: str) -> str:
        """Take the document with this id out, and give its title; nothing of it is left. InputError when there is none.

        A document that can no longer be read can be taken out too.
        """
        self._version(name)
        with self._shelf.lock():
            entry = read_card(self._version(name))
            self._shelf.drop(name)
        return entry.title if entry else name

    def _version(self, name: str) -> Path:
        folder = self._shelf.versions().get(name)
        if folder is None:
            raise InputError(f"Er is geen document '{name}'. Bekijk wat er is met: python -m assistant bronnen.")
        return folder

    def _described(self, document: Document, content: bytes, told: Recognition | None, fetched_from: str = "") -> Entry:
        found = told or recognise(document, self.sources, self._passages)
        title = self.sources[found.source_id].title if found.source_id else title_of(document)
        return Entry(
            id=found.source_id or slug_of(title),
            kind=EntryKind.ORIGINEEL if found.source_id else EntryKind.EIGEN,
            source_id=found.source_id,
            title=title,
            file_name=document.name,
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            added=datetime.date.today(),
            fetched_from=fetched_from,
            pages=document.pages,
            certainty=found.certainty,
        )

    def _free(self, name: str) -> str:
        taken = self._shelf.versions()
        return next(free for number in count(1) if (free := f"{name}-{number}" if number > 1 else name) not in taken)

    def _keep(self, entry: Entry, document: Document, content: bytes, ending: str) -> None:
        with self._shelf.put(entry.id) as folder:
            (folder / f"{FILE}{ending}").write_bytes(content)
            write_record(folder, entry, document)

    def _renewed(self, name: str) -> tuple[Entry, Document]:
        """The document read again from its file, and kept so: its record is damaged or of another format."""
        with self._shelf.lock():
            folder = self._version(name)
            if (entry := read_card(folder)) and (document := read_text(folder)):  # another process was first
                return entry, document
            path = self.file(name)
            kept = remembered(folder)
            document = replace(read_apart(path), name=kept.file_name or path.name)
            told = Recognition(name if name in self.sources else None, 1.0)
            content = path.read_bytes()
            entry = replace(
                self._described(document, content, told, kept.fetched_from),
                id=name,
                added=kept.added or datetime.date.today(),
            )
            self._keep(entry, document, content, path.suffix)
        return entry, document


def _lost(name: str) -> InputError:
    return InputError(f"Het bestand van '{name}' is weg. Verwijder het document en voeg het opnieuw toe.")
