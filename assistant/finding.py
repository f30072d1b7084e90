"""Finding passages: in our own words, in the originals and in the documents of the region, each with why."""

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import chain, islice
from pathlib import Path

from assistant.types import CitationKind, OwnDocument, restated_kind
from assistant.wording import frame
from corpus import Certainty, Content, DocumentPassage, InputError, Passage, Source, passages_of
from corpus.originals import Entry, EntryKind, Library
from index import Additions, Index, Match, keep_only, load_encoder

FOLDER = "documenten"
"""The folder in the store with the index of each document."""

MOST_FOUND = 10

OWN_FITS = 0.32
"""How well (`Match.together`) a passage of an own document must match before an answer quotes it.

Calibrated on the held-out questions and documents made of example sentences, one section an item: of documents without
the section that is asked for, one in ten is quoted; of sections that are there, half are, under a plain heading two in
three.
"""
MOST_OWN = 3
SHORTEST_QUOTED = 60
"""Characters; a shorter passage is a heading or a loose line."""


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that can be found, and whose words it is in.

    `pages` tells where in the passage a page begins (a character, and the page as printed); none without pages.
    """

    passage: Passage
    source: Source | OwnDocument
    kind: CitationKind
    pages: tuple[tuple[int, str], ...] = ()

    def told_from(self, start: int) -> Passage:
        """The passage, with the page on which its character `start` stands."""
        page = next((page for begin, page in reversed(self.pages) if begin <= start), self.passage.page)
        old = self.passage
        return Passage(
            id=old.id,
            source_id=old.source_id,
            heading=old.heading,
            place=old.place,
            page=page,
            text=old.text,
            certainty=old.certainty,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A place that was found, and why."""

    place: Place
    match: Match


@dataclass(frozen=True)
class _Shelf:
    """Passages that are searched together."""

    index: Index
    places: Mapping[str, Place]

    def found(self, matches: Iterable[Match]) -> Iterator[Found]:
        """The matches with their places."""
        return (Found(self.places[match.id], match) for match in matches)


class Finder:
    """Searches everything that an answer can rest on; what was added or removed meanwhile counts at once."""

    def __init__(self, content: Content, library: Library, additions: Additions) -> None:
        self._content = content
        self._library = library
        self._additions = additions
        self._shelves: dict[Entry, _Shelf] = {}

    @classmethod
    def open(cls, content: Content, library: Library, store: Path, model: str | None = None) -> "Finder":
        """A finder with its indexes in the folder `store`, that of the assistant; InputError for a model that fails."""
        return cls(content, library, Additions(store / FOLDER, load_encoder(model)))

    def search(self, text: str, most: int = MOST_FOUND) -> tuple[Found, ...]:
        """The passages nearest to `text` of every kind, best first."""
        shelves = chain([self._restatement], self._documents(self._entries()))
        return self._best(text, shelves, most)

    def own(self, question: str, subjects: Iterable[str]) -> tuple[Found, ...]:
        """The passages of own documents that fit a question about these guides (ids), best first; none when none fits.

        What the guides are about is asked along: a question says too little to find half a page of text by.
        """
        entries = [entry for entry in self._entries() if entry.kind is EntryKind.EIGEN]
        if not entries:
            return ()
        guides = [self._content.guides[name] for name in subjects]
        text = " ".join([question, *(f"{guide.title} {guide.short[0].text}" for guide in guides)])
        found = self._best(text, self._documents(entries), 2 * MOST_OWN)
        fits = (f for f in found if f.match.together >= OWN_FITS and len(f.place.passage.text) >= SHORTEST_QUOTED)
        return tuple(islice(fits, MOST_OWN))

    def index(self, entry: Entry) -> None:
        """Make a document searchable now; otherwise the first search does. InputError when it is gone already."""
        self._shelf(entry)

    def index_all(self) -> None:
        """Make every document searchable now."""
        for _ in self._documents(self._entries()):
            pass

    def _best(self, text: str, shelves: Iterable[_Shelf], most: int) -> tuple[Found, ...]:
        vector = self._additions.encoder.encode_queries([text])[0]
        found = chain.from_iterable(shelf.found(shelf.index.matches(text, vector)) for shelf in shelves)
        return tuple(nlargest(most, found, key=lambda one: one.match.together))

    @cached_property
    def _restatement(self) -> _Shelf:
        """Our own words; few enough to index anew in each process."""
        places = {}
        for name, passage in self._content.passages.items():
            source = self._content.sources[passage.source_id]
            places[name] = Place(passage, source, restated_kind(source))
        return _Shelf(self._additions.build(_texts(places)), places)

    def _entries(self) -> tuple[Entry, ...]:
        """The documents that there are now; what was kept of others is let go."""
        known = self._content.sources
        entries = tuple(e for e in self._library.entries() if e.source_id is None or e.source_id in known)
        self._shelves = {entry: shelf for entry, shelf in self._shelves.items() if entry in entries}
        with suppress(InputError):  # a store that cannot be written is no reason not to search
            keep_only(self._additions.path, {entry.id for entry in entries})
        return entries

    def _documents(self, entries: Iterable[Entry]) -> Iterator[_Shelf]:
        for entry in entries:
            with suppress(InputError):  # the document was removed just now
                yield self._shelf(entry)

    def _shelf(self, entry: Entry) -> _Shelf:
        shelf = self._shelves.get(entry)
        if shelf is None:
            places = self._places(entry)
            shelf = self._shelves[entry] = _Shelf(self._indexed(entry, _texts(places)), places)
        return shelf

    def _places(self, entry: Entry) -> dict[str, Place]:
        source = self._content.sources[entry.source_id] if entry.source_id else OwnDocument(entry.id, entry.title)
        document = self._library.document(entry.id)
        pages = [(start, block.page) for block, (start, _) in zip(document.blocks, document.offsets, strict=True)]
        places = (
            Place(_passage(piece, entry, source), source, CitationKind(entry.kind), _pages(piece, pages))
            for piece in passages_of(document)
        )
        return {place.passage.id: place for place in places}

    def _indexed(self, entry: Entry, texts: list[tuple[str, str]]) -> Index:
        content = hashlib.sha256(json.dumps(texts).encode()).hexdigest()
        index = self._additions.open(entry.id, content)
        if index is None:
            index = self._additions.build(texts)
            with suppress(InputError):
                self._additions.put(entry.id, content, index)
        return index


def forget_removed(library: Library, store: Path) -> None:
    """Let go at once of what the store kept of documents that are no longer there; the next search would, too."""
    keep_only(store / FOLDER, {entry.id for entry in library.entries()})


def _texts(places: Mapping[str, Place]) -> list[tuple[str, str]]:
    """What to search in: each passage under its heading, by id."""
    return [(name, f"{place.passage.heading}\n{place.passage.text}".strip()) for name, place in places.items()]


def _pages(piece: DocumentPassage, pages: Sequence[tuple[int, str]]) -> tuple[tuple[int, str], ...]:
    first = bisect_left(pages, piece.start, key=lambda turn: turn[0])
    last = bisect_left(pages, piece.end, key=lambda turn: turn[0])
    return tuple((begin - piece.start, page) for begin, page in pages[first:last] if page)


def _passage(piece: DocumentPassage, entry: Entry, source: Source | OwnDocument) -> Passage:
    """A passage of a document; its id tells at which character it starts."""
    heading = piece.headings[-1] if piece.headings else ""
    return Passage(
        id=f"{entry.id}/{piece.start}",
        source_id=source.id,
        heading=heading,
        place=frame("onder_kop", kop=heading) if heading else frame("zonder_kop"),
        page=piece.page,
        text=piece.text,
        certainty=Certainty.GEZIEN,
    )
