"""A conversation -> a file to keep or to share: Word or Markdown, with the sources of each answer."""

import re
from collections.abc import Sequence
from datetime import date

from assistant.answering import heading_of
from assistant.conversation import Turn
from assistant.rendering import as_markdown, is_list, place_of, title_of
from assistant.types import Block, Citation, Section, Utterance
from assistant.word_file import Link, Row, WordFile
from assistant.wording import Sentences, date_in_dutch, heading
from corpus import Content

WIDTHS = (1.2, 4.6, 4.2, 6.0)
"""Of the columns of the table of sources, in centimetres."""

_say = Sentences("gesprek").say


def transcript_as_markdown(turns: Sequence[Turn], content: Content, on: date) -> bytes:
    """The conversation as Markdown, dated `on`."""
    parts = [f"# {_say('document', 'titel')}", *_introduction(on)]
    for number, turn in enumerate(turns, 1):
        parts.append(f"## {_say('koppen', 'vraag', nummer=number, vraag=_one_line(turn.question))}")
        parts.append(re.sub(r"(?m)^#", "##", as_markdown(turn.answer, content)).strip())
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def transcript_as_word(turns: Sequence[Turn], content: Content, on: date) -> bytes:
    """The conversation as a Word file, dated `on`."""
    file = WordFile(_say("document", "titel"), _say("document", "auteur"), _say("document", "voet"), on)
    for line in _introduction(on):
        file.paragraph(line)
    for number, turn in enumerate(turns, 1):
        file.heading(_say("koppen", "vraag", nummer=number, vraag=_one_line(turn.question)), 1)
        _Answer(file, content).write(turn)
    return file.as_bytes()


TRANSCRIPTS = {"docx": transcript_as_word, "md": transcript_as_markdown}
"""The ending of a file -> what writes it."""


def _introduction(on: date) -> list[str]:
    return [_say("document", "datum", datum=date_in_dutch(on.isoformat())), *_about()]


def _about() -> list[str]:
    return [_say("document", name) for name in ("uitleg", "suggestie")]


class _Answer:
    """Writes one answer under the question that is a heading of level 1."""

    def __init__(self, file: WordFile, content: Content) -> None:
        self._file = file
        self._content = content

    def write(self, turn: Turn) -> None:
        level = 2
        for block in turn.answer.blocks:
            if block.section is Section.KORT:
                self._subject(block)
                level = 3
            if title := heading_of(block, self._content):
                self._file.heading(title, level)
            self._lines(block)
        if turn.answer.citations:
            self._file.heading(heading("bronnen"), 2)
            self._sources(turn.answer.citations)

    def _subject(self, block: Block) -> None:
        title, place = title_of(block, self._content), place_of(block, self._content)
        self._file.heading(_say("koppen", "onderwerp", titel=title, plaats=place) if place else title, 2)

    def _lines(self, block: Block) -> None:
        if is_list(block):
            self._file.bullets([_cited(said)] for said in block.utterances)
            return
        for said in block.utterances:
            for part in _cited(said).split("\n\n"):
                self._file.paragraph(part)

    def _sources(self, citations: Sequence[Citation]) -> None:
        header = [_say("bronnen", name) for name in ("nummer", "bron", "plaats", "citaat")]
        self._file.table(header, [_source(citation) for citation in citations], WIDTHS)


def _source(citation: Citation) -> Row:
    source, passage = citation.source, citation.passage
    name = _say("bronnen", "uitgever", bron=source.short, uitgever=source.publisher)
    place = passage.place
    if passage.page:
        place = _say("bronnen", "bladzijde", plaats=place, bladzijde=passage.page)
    return (str(citation.number), Link(name, source.url) if source.url else name, place, citation.quote)


def _cited(said: Utterance) -> str:
    """What is said, with the numbers of its sources."""
    if not said.citations:
        return said.text
    return said.text + _say("bronnen", "verwijzing", nummers=", ".join(map(str, said.citations)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
