"""A place as our restatements name it ('deel 1, Ad 5 e') -> where that stands in an original."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.documents import Document
from corpus.originals.outline import Section, outline_of
from corpus.sentences import sentence_spans

Span = tuple[int, int]
"""Start and end in the text of the document: a sentence, or an item."""

_PLACE = re.compile(r"deel (?P<part>\d), (?P<rest>.+)")
_AD = re.compile(r"ad (?P<ad>\d{1,2}) (?P<letter>[a-z])", re.IGNORECASE)
_TOPICS = re.compile(r"de \w+ onderwerpen")
_MARK = re.compile(r"(- )?((\d{1,2}|[a-z])[.)]\s)?")
_FIRST_ITEM = re.compile(r"1[.)]\s")
_OPENS, _CLOSES = re.compile(r"[“„\"]"), re.compile(r"[”\"][.,;]?$")
_WORD = re.compile(r"\w+")
INTRODUCTION = 150
"""Characters; a first section with less is a title page."""


@dataclass(frozen=True)
class Places:
    """Finds places in one document, by how it is built up."""

    document: Document
    sections: tuple[Section, ...]

    @classmethod
    def of(cls, document: Document) -> "Places":
        """The places of this document."""
        return cls(document, outline_of(document))

    def spans(self, place: str) -> tuple[Span, ...]:
        """The sentences and items that stand at `place`, in order; none when it is not found."""
        named = _PLACE.fullmatch(place)
        if named is None:
            return ()
        part = [section for section in self.sections if section.part == int(named["part"])]
        rest, item = named["rest"], _AD.fullmatch(named["rest"])
        if item:
            found = (s for s in part if (s.ad, s.letter) == (int(item["ad"]), item["letter"].lower()))
            return self._spans(next(found, None))
        if rest == "inleiding":
            return self._spans(next((s for s in part if self._length(s) >= INTRODUCTION), None))
        if "citaat" in rest or _TOPICS.fullmatch(rest):
            return self._opening(rest, self._spans(part[0] if part else None))
        return self._spans(next((s for s in part if _starts_with(s.heading, rest.removeprefix("tabel "))), None))

    def _opening(self, rest: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        """Of the opening of a part: what it quotes, what stands under that, or the topics that it lists."""
        texts = [self.document.text[start:end] for start, end in spans]
        opens = next((n for n, text in enumerate(texts) if _OPENS.match(text)), len(texts))
        closes = next((n for n, text in enumerate(texts[opens:], opens) if _CLOSES.search(text)), len(texts) - 1) + 1
        listed = next((n for n, text in enumerate(texts) if _FIRST_ITEM.match(text)), len(texts))
        topics = listed - 1 if listed and texts[listed - 1].endswith(":") else listed
        if _TOPICS.fullmatch(rest):
            return spans[topics:]
        return spans[closes:topics] if rest.startswith("onder") else spans[opens:closes]

    def _spans(self, section: Section | None) -> tuple[Span, ...]:
        if section is None:
            return ()
        blocks = range(section.first, section.last)
        starts = [(self.document.offsets[n][0], self.document.blocks[n].text) for n in blocks]
        return tuple((at + start, at + end) for at, text in starts for start, end in _sentences(text))

    def _length(self, section: Section) -> int:
        return self.document.offsets[section.last - 1][1] - self.document.offsets[section.first][0]


def is_numbered_place(place: str) -> bool:
    """Whether the place is that of a numbered item: 'deel 1, Ad 5 e'."""
    named = _PLACE.fullmatch(place)
    return bool(named and _AD.fullmatch(named["rest"]))


def _sentences(text: str) -> Iterator[Span]:
    """The sentences of a block; the number, letter or dash of an item belongs to its first sentence."""
    mark = _MARK.match(text)
    begin = mark.end() if mark else 0
    for number, (start, end) in enumerate(sentence_spans(text[begin:])):
        yield (0 if number == 0 else begin + start), begin + end


def words(text: str) -> Sequence[str]:
    """The words of the text, in small letters."""
    return _WORD.findall(text.lower())


def _starts_with(heading: str, name: str) -> bool:
    wanted = words(name)
    return words(heading)[: len(wanted)] == wanted
