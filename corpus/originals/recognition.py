"""Which source of the catalogue a document is, if any.

The title must be that of the source, because a region's own regiovisie may quote all the rest of the handreiking. Where
we know how a source is built up, the document must be built up so too; the addresses it links to can only confirm it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from corpus.documents import Document
from corpus.originals.aligning import align
from corpus.originals.places import is_numbered_place
from corpus.types import Passage, Source, SourceKind

SAME_TITLE = 0.85
"""The likeness of two titles (0-1) from which they are of one document; one word more in five is too many."""
LIKE_TITLE = 0.6
"""Enough where the structure is that of the source as well."""
SAME_STRUCTURE = 0.6
"""The share of our passages that must be found at their place."""
FEWEST_PLACES = 10
"""Passages with a numbered place ('deel 1, Ad 5 e'), from which we know how a source is built up."""
SAME_LINKS = 0.5
"""The share of the addresses that the source links to, from which the doubt that is left is halved."""
LONGEST_TITLE = 200
"""Characters."""
TITLE_BLOCKS = 3
"""Blocks that a title may take."""

_EMPTY_TEXT = "aan bij dat de der die een en het in kader met naar of om onder op over te van voor"
_EMPTY = frozenset(_EMPTY_TEXT.split())
_IN_BRACKETS = re.compile(r"\([^()]*\)")

_Title = tuple[str, ...]
"""The words of a title that say something, in small letters without accents."""


@dataclass(frozen=True, slots=True)
class Recognition:
    """The source that a document is, and how sure that is (0-1); None for a document of the region itself."""

    source_id: str | None
    certainty: float


def recognise(document: Document, sources: Mapping[str, Source], passages: Sequence[Passage]) -> Recognition:
    """The source that `document` is; `passages` are our restatements of the sources."""
    liked = {name: _likeness(document, source) for name, source in sources.items()}
    best = max(liked, key=lambda name: liked[name])
    certainty = _certainty(document, best, liked[best], sources, passages)
    return Recognition(best, certainty) if certainty else Recognition(None, 1.0)


def _certainty(
    document: Document, name: str, title: float, sources: Mapping[str, Source], passages: Sequence[Passage]
) -> float:
    """How sure it is that the document is the source `name`, given how much its title is like it; 0 when it is not."""
    told = [passage for passage in passages if passage.source_id == name]
    if sum(is_numbered_place(passage.place) for passage in told) < FEWEST_PLACES:
        return title if title >= SAME_TITLE else 0.0
    structure = align(document, told).share
    if title < LIKE_TITLE or structure < SAME_STRUCTURE:
        return 0.0
    certainty = (title + structure) / 2
    if sources[name].kind is SourceKind.HANDREIKING and _links_on(document, sources) >= SAME_LINKS:
        certainty = (1 + certainty) / 2
    return certainty


def _links_on(document: Document, sources: Mapping[str, Source]) -> float:
    """The share of the sources that the handreiking names, to which the document links."""
    named = {source.url for source in sources.values() if source.named_by_handreiking and source.url}
    return len(named & {link.address for link in document.links}) / (len(named) or 1)


def _likeness(document: Document, source: Source) -> float:
    """How much the title of the document is like one of the names of the source (0-1)."""
    names = [_words(name) for full in (source.title, source.short) for name in (full, _IN_BRACKETS.sub("", full))]
    return max(_overlap(title, name) for title in _titles(document, source) for name in names)


def _titles(document: Document, source: Source) -> Iterator[_Title]:
    """What may be the title: the first block that is more than a publisher or a date, alone or with those after it."""
    beside = {*_words(source.publisher), *_words(source.date)}
    opening = [words for block in document.blocks[: 2 * TITLE_BLOCKS] if (words := _words(block.text[:LONGEST_TITLE]))]
    start = next((place for place, words in enumerate(opening) if not beside.issuperset(words)), 0)
    for many in range(1, TITLE_BLOCKS + 1):
        yield tuple(chain.from_iterable(opening[start : start + many]))


def _overlap(title: _Title, name: _Title) -> float:
    """Twice the words in both, to the words in each (0-1); 0 when the first word, the sort of document, is another."""
    if title[:1] != name[:1] or (len(name) == 1 and title != name):
        return 0.0
    return 2 * len({*title} & {*name}) / (len({*title}) + len({*name}))


def _words(text: str) -> _Title:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return tuple(word for word in re.findall(r"[a-z0-9]+", plain) if word not in _EMPTY)
