"""A raamwerk: every chapter and item in order, blanks that stand out, guidance in the margin, the region filled in."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from assistant import __main__ as command
from assistant.scaffold import LONGEST_REGION, Plan, scaffold_as_word
from assistant.wording import dated
from corpus import ITEM_IDS, PARTS, Content, InputError, Statement
from corpus.reading import read_document

DAY = date(2026, 11, 21)
PLAN = Plan.of("regio Lindewaard", "fryslân", PARTS, ["B2a"])


@pytest.fixture(scope="module")
def written(content: Content) -> bytes:
    return scaffold_as_word(PLAN, content, on=DAY)


@pytest.fixture(scope="module")
def word(written: bytes) -> Any:
    return docx.Document(io.BytesIO(written))


def headings(document: Any, level: int) -> list[str]:
    return [p.text for p in document.paragraphs if p.style.name == f"Heading {level}"]


def said(statement: Statement) -> str:
    return dated(statement) if statement.dated else statement.text


def texts_under(document: Any, heading: str) -> list[str]:
    """The paragraphs between this heading and the next."""
    paragraphs = document.paragraphs
    start = next(n for n, p in enumerate(paragraphs) if p.text == heading and p.style.name.startswith("Heading"))
    rest = paragraphs[start + 1 :]
    end = next((n for n, p in enumerate(rest) if p.style.name.startswith("Heading")), len(rest))
    return [p.text for p in rest[:end]]


def test_every_chapter_and_item_has_a_real_heading_in_order(word: Any, content: Content) -> None:
    chapters = [f"{part} {title}" for part, title in PARTS.items()]
    assert headings(word, 1) == ["Inleiding", *chapters, "Bijlage: de acht afspraken"]
    assert headings(word, 2) == [f"{item} {content.items[item].title}" for item in ITEM_IDS]


def test_each_item_has_its_texts_to_fill_in(word: Any, content: Content) -> None:
    for item in content.items.values():
        if item.id != "B2a":
            text = " ".join(texts_under(word, f"{item.id} {item.title}"))
            assert text == PLAN.region.filled(item.template())


def test_the_region_and_the_province_are_filled_in(word: Any) -> None:
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert word.paragraphs[0].text == "Regiovisie Jeugd Lindewaard"
    assert "in de provincie Friesland" in text
    assert "[naam regio]" not in text
    assert "[provincie]" not in text


def test_without_a_region_the_blanks_stay(content: Content) -> None:
    document = docx.Document(io.BytesIO(scaffold_as_word(Plan(), content)))
    assert document.paragraphs[0].text == "Regiovisie Jeugd [naam regio]"
    assert "in de provincie [provincie]" in texts_under(document, "Inleiding")[0]


def test_every_blank_stands_out_and_nothing_else_does(word: Any) -> None:
    runs = [run for p in word.paragraphs if not p.style.name.startswith(("Title", "toc")) for run in p.runs]
    marked = [run.text for run in runs if run.style.name == "Invulplek"]
    assert len(marked) > 300
    assert all(re.fullmatch(r"\[[^\[\]]+\]", text) for text in marked)
    assert not any("[" in run.text for run in runs if run.style.name != "Invulplek")


def test_each_item_has_its_guidance_in_the_margin(word: Any, content: Content) -> None:
    comments = [comment.text for comment in word.comments]
    assert len(comments) == 1 + len(ITEM_IDS)
    for text, guide in zip(comments, (content.topics["wet"], *content.items.values()), strict=True):
        assert text.startswith(f"Waar dit over gaat: {said(guide.short[0])}")
        assert all(f"– {said(statement)}" in text for statement in guide.asked)
        assert all(f"– {dated(statement)}" in text for statement in guide.sinds_2026)
        assert "Bron: " in text
    elements = content.items["5e"].elements
    assert all(element.name in comments[ITEM_IDS.index("5e") + 1] for element in elements)


def test_what_the_law_says_is_dated_and_says_how_sure_we_are(word: Any) -> None:
    law, first, *_ = (comment.text for comment in word.comments)
    assert "controleer die. (1 januari 2026, uit de tweede hand.)" in law
    assert "(januari 2025, uit de tweede hand.)" in first


def test_an_item_that_does_not_apply_has_one_sentence(word: Any, content: Content) -> None:
    said = texts_under(word, f"B2a {content.items['B2a'].title}")
    assert said == ["Dit onderdeel geldt niet voor Lindewaard, omdat [reden]."]


def test_only_the_chosen_chapters_are_there_in_their_order(content: Content) -> None:
    plan = Plan.of("", "", ["B1", "2"], [])
    document = docx.Document(io.BytesIO(scaffold_as_word(plan, content)))
    assert headings(document, 1)[1:-1] == [f"{part} {PARTS[part]}" for part in ("2", "B1")]
    assert {heading[:2] for heading in headings(document, 2)} == {"2a", "2b", "2c", "2d", "2e", "B1"}


def test_the_table_of_contents_is_a_field_that_leads_to_every_heading(word: Any) -> None:
    codes = [code.text for code in word.element.iter(qn("w:instrText"))]
    assert any(code.strip().startswith("TOC") for code in codes)
    kinds = [mark.get(qn("w:fldCharType")) for mark in word.element.iter(qn("w:fldChar"))]
    assert kinds == ["begin", "separate", "end"]
    marks = {mark.get(qn("w:name")) for mark in word.element.iter(qn("w:bookmarkStart"))}
    lines = [p for p in word.paragraphs if p.style.name.startswith("toc")]
    assert [p.text for p in lines] == [p.text for p in word.paragraphs if p.style.name in ("Heading 1", "Heading 2")]
    assert {link.get(qn("w:anchor")) for p in lines for link in p._p.iter(qn("w:hyperlink"))} == marks


def test_the_appendix_has_a_row_for_each_afspraak(word: Any) -> None:
    [table] = word.tables
    assert [row.cells[0].text[:10] for row in table.rows][1:] == [f"Afspraak {number}" for number in range(1, 9)]
    assert table.rows[8].cells[1].text == "5c"


def test_the_document_is_dutch_has_page_numbers_and_no_macro(word: Any, written: bytes) -> None:
    assert word.core_properties.language == "nl-NL"
    footer = word.sections[0].footer.paragraphs[0]
    assert footer.text.startswith("Regiovisie Jeugd Lindewaard, bladzijde")
    assert any(field.get(qn("w:instr")) == "PAGE" for field in footer._p.iter(qn("w:fldSimple")))
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert not [name for name in archive.namelist() if re.search(r"vba|\.bin|media/", name)]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("x" * (LONGEST_REGION + 1), "", ["1"], []), "te lang"),
        (("", "Atlantis", ["1"], []), "'Atlantis' kennen wij niet.*Drenthe"),
        (("", "", ["9"], []), "hoofdstuk '9' bestaat niet.*B3"),
        (("", "", [], []), "geen hoofdstuk gekozen"),
        (("", "", ["1"], ["9z"]), "onderdeel '9z' bestaat niet"),
    ],
)
def test_a_plan_that_cannot_be_made_gets_one_sentence(asked: tuple[str, str, list[str], list[str]], told: str) -> None:
    with pytest.raises(InputError, match=told):
        Plan.of(*asked)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Regio Lindewaard", "Lindewaard"),
        ("de jeugdregio  Zuid en West", "Zuid en West"),
        ("Regio", "Regio"),
        (" ", None),
    ],
)
def test_the_word_regio_is_not_said_twice(typed: str, name: str | None) -> None:
    assert Plan.of(typed, "", ["1"], []).region.name == name


def test_a_name_with_odd_characters_is_just_text(content: Content) -> None:
    plan = Plan.of("A&B <w:p> [\x01x]", "", ["1"], [])
    document = docx.Document(io.BytesIO(scaffold_as_word(plan, content)))
    assert document.paragraphs[0].text == "Regiovisie Jeugd A&B <w:p> [ x]"


def test_the_command_writes_a_file_that_our_own_reader_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "uit.docx"
    asked = ["raamwerk", str(path), "--regio", "Lindewaard", "--provincie", "Limburg", "--hoofdstuk", "1", "B2"]
    assert command.main([*asked, "--nvt", "B2a"]) == 0
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", f"Raamwerk geschreven naar '{path}'.\n")
    text = read_document(path).text
    assert "Onze gezamenlijke opgave is daarom" in text
    assert "Wat de bron vraagt" not in text, "the guidance is no part of the text"
    assert "geldt niet voor Lindewaard" in text


@pytest.mark.parametrize(("name", "told"), [("uit.pdf", "eindigt op .docx"), ("weg/uit.docx", "de map bestaat niet")])
def test_the_command_refuses_a_place_where_no_word_file_can_come(
    tmp_path: Path, name: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["raamwerk", str(tmp_path / name)]) == 1
    said = capsys.readouterr()
    assert told in said.err
    assert len(said.err.splitlines()) == 1
    assert not list(tmp_path.iterdir())
