"""Finding passages: in our own words, in the originals and in the documents of the region, each with why."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from itertools import chain

from assistant.types import CitationKind, OwnDocument, restated_kind
from assistant.wording import frame
from corpus import Certainty, Content, DocumentPassage, InputError, Passage, Source, passages_of
from corpus.originals import Entry, EntryKind, Library
from index import Additions, Analyzer, Encoder, Index, Match

MOST_FOUND = 10

OWN_FITS = 0.45
"""How well (`Match.together`) a passage of an own document must match a question before an answer quotes it."""
MOST_OWN = 3
SHORTEST_QUOTED = 60
"""Characters; a shorter passage is a heading or a loose line."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that was found, whose words it is in, and why it was found."""

    passage: Passage
    source: Source | OwnDocument
    kind: CitationKind
    match: Match


@dataclass(frozen=True)
class _Shelf:
    """Passages that are searched together, with where each is from."""

    index: Index
    places: Mapping[str, tuple[Passage, Source | OwnDocument, CitationKind]]

    def found(self, matches: Iterable[Match]) -> Iterator[Found]:
        """The matches with their passages."""
        return (Found(*self.places[match.id], match) for match in matches)


class Finder:
    """Searches everything that an answer can rest on; what was added or removed meanwhile counts at once."""

    def __init__(
        self, content: Content, library: Library, additions: Additions, analyzer: Analyzer, encoder: Encoder
    ) -> None:
        self._content = content
        self._library = library
        self._additions = additions
        self._analyzer = analyzer
        self._encoder = encoder
        self._shelves: dict[Entry, _Shelf] = {}

    def search(self, text: str, most: int = MOST_FOUND) -> tuple[Found, ...]:
        """The passages nearest to `text` of every kind, best first."""
        shelves = chain([self._restatement], self._documents(self._entries()))
        return self._best(text, shelves, most)

    def own(self, text: str) -> tuple[Found, ...]:
        """The passages of own documents that fit the question, best first; none when none fits."""
        entries = [entry for entry in self._entries() if entry.kind is EntryKind.EIGEN]
        found = self._best(text, self._documents(entries), MOST_OWN) if entries else ()
        return tuple(one for one in found if one.match.together >= OWN_FITS)

    def index(self, entry: Entry) -> None:
        """Make a document searchable now; otherwise the first search does."""
        self._shelf(entry)

    def _best(self, text: str, shelves: Iterable[_Shelf], most: int) -> tuple[Found, ...]:
        words, vector = self._analyzer(text), self._encoder.encode_queries([text])[0]
        found = chain.from_iterable(shelf.found(shelf.index.matches(words, vector)) for shelf in shelves)
        return tuple(nlargest(most, found, key=lambda one: one.match.together))

    @cached_property
    def _restatement(self) -> _Shelf:
        """Our own words; few enough to index anew in each process."""
        passages = self._content.passages
        sources = {name: self._content.sources[passage.source_id] for name, passage in passages.items()}
        index = self._additions.build([(name, f"{p.heading}\n{p.text}") for name, p in passages.items()])
        return _Shelf(index, {name: (p, sources[name], restated_kind(sources[name])) for name, p in passages.items()})

    def _entries(self) -> tuple[Entry, ...]:
        """The documents that there are now; what was kept of others is let go."""
        entries = self._library.entries()
        self._shelves = {entry: shelf for entry, shelf in self._shelves.items() if entry in entries}
        with suppress(InputError):  # a store that cannot be written is no reason not to search
            self._additions.keep_only({entry.id for entry in entries})
        return entries

    def _documents(self, entries: Iterable[Entry]) -> Iterator[_Shelf]:
        for entry in entries:
            with suppress(InputError):  # the document was removed just now
                yield self._shelf(entry)

    def _shelf(self, entry: Entry) -> _Shelf:
        if entry not in self._shelves:
            source = self._source(entry)
            kind = CitationKind(entry.kind)
            passages = [_passage(piece, entry, source) for piece in passages_of(self._library.document(entry.id))]
            places = {passage.id: (passage, source, kind) for passage in passages}
            self._shelves[entry] = _Shelf(self._indexed(entry, passages), places)
        return self._shelves[entry]

    def _indexed(self, entry: Entry, passages: list[Passage]) -> Index:
        texts = [(passage.id, f"{passage.heading}\n{passage.text}".strip()) for passage in passages]
        content = hashlib.sha256(json.dumps(texts).encode()).hexdigest()
        index = self._additions.open(entry.id, content)
        if index is None:
            index = self._additions.build(texts)
            with suppress(InputError):
                self._additions.put(entry.id, content, index)
        return index

    def _source(self, entry: Entry) -> Source | OwnDocument:
        return self._content.sources[entry.source_id] if entry.source_id else OwnDocument(entry.id, entry.title)


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
