"""A document makes passages that stand in its text letter for letter, each under its headings and with its page."""

from itertools import pairwise
from pathlib import Path

import pytest

from corpus import Content, passages_of
from corpus.documents import Block, BlockKind, Document
from corpus.passages import PASSAGE_CHARACTERS
from corpus.reading import read_document
from tests.corpus.imitation import as_pdf

SENTENCE = "De gemeenten leggen samen vast hoe zij de hulp inkopen. "


def heading(text: str, level: int = 0) -> Block:
    return Block(text, BlockKind.HEADING, level=level)


@pytest.mark.parametrize(
    "blocks",
    [
        (Block("Eén alinea."),),
        (heading("Visie", 1), heading("Inkoop", 2), Block(SENTENCE * 60), Block("a | b", BlockKind.ROW)),
        (Block("a " * 3000), heading("Slot"), Block("- punt"), heading("Nog een kop")),
        (heading("Alleen een kop"),),
    ],
)
def test_a_passage_stands_in_the_text_letter_for_letter_and_nothing_is_left_out(blocks: tuple[Block, ...]) -> None:
    document = Document("a", blocks)
    passages = passages_of(document)
    told = set()
    for passage in passages:
        assert document.text[passage.start : passage.end] == passage.text
        told |= {*range(passage.start, passage.end)}
    assert all(a.end <= b.start for a, b in pairwise(passages))
    headings = {text for passage in passages for text in passage.headings}
    for block, (start, end) in zip(blocks, document.offsets, strict=True):
        missing = "".join(document.text[n] for n in range(start, end) if n not in told)
        assert not missing.strip() or block.text in headings


def test_headings_are_told_from_the_highest_to_the_lowest_that_still_holds() -> None:
    blocks = (heading("Visie", 1), heading("Inkoop", 2), Block("Een."), heading("Toegang", 2), Block("Twee."))
    passages = passages_of(Document("a", blocks))
    assert [(p.headings, p.text) for p in passages] == [
        ((), "Visie"), (("Visie", "Inkoop"), "Een."), (("Visie", "Toegang"), "Twee."),
    ]  # fmt: skip
    assert passages[1].searchable == "Inkoop\nEen."


def test_a_heading_of_which_no_level_is_known_stands_alone() -> None:
    passages = passages_of(Document("a", (heading("Een"), Block("x."), heading("Twee"), Block("y."))))
    assert [p.headings for p in passages] == [("Een",), ("Twee",)]


def test_a_passage_is_about_as_long_as_a_paragraph_or_two() -> None:
    passages = passages_of(Document("a", (heading("Inkoop"), Block(SENTENCE * 60), *[Block(SENTENCE * 5)] * 9)))
    assert len(passages) > 6
    assert all(PASSAGE_CHARACTERS / 3 < len(passage.text) <= PASSAGE_CHARACTERS for passage in passages[:-1])
    assert all(passage.headings == ("Inkoop",) for passage in passages)


def test_a_passage_tells_the_page_where_it_starts(content: Content, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(as_pdf(content, labels="<</Nums[0<</S/D/St 11>>]>>"))
    passages = passages_of(read_document(tmp_path / "a.pdf"))
    assert {(passage.page, passage.page_index) for passage in passages} == {(str(11 + n), n) for n in range(4)}
