"""The report of a review, read back as Word, Markdown and JSON."""

import io
import json
import re
import tomllib
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from assistant.drafting import Draft
from assistant.reporting import check_place, report_as_word, write_report
from assistant.review import Finding, Review, ReviewOutcome, Verdict
from assistant.reviewing import first_things
from assistant.wording import TEMPLATES
from corpus import ITEM_IDS, PARTS, Content, InputError
from corpus.reading import read_document
from tests.assistant.reviews import DRAFT, a_review

NOT_REVIEWED = ("B2a", "B3a", "B3b")
DAY = date(2026, 3, 5)


@pytest.fixture(scope="module")
def review(content: Content) -> Review:
    return a_review(content)


@pytest.fixture(scope="module")
def word(review: Review, content: Content) -> Any:
    return docx.Document(io.BytesIO(report_as_word(review, content, "concept & <visie>.docx", on=DAY)))


@pytest.fixture(scope="module")
def sections(word: Any) -> dict[str, str]:
    """The text under each heading of the report."""
    found, heading = {"": ""}, ""
    for paragraph in word.paragraphs:
        if paragraph.style.name.startswith("Heading"):
            heading = paragraph.text
            found[heading] = ""
        else:
            found[heading] += paragraph.text + "\n"
    return found


def heading_of(finding: Finding, content: Content) -> str:
    return f"{finding.item} {content.items[finding.item].title}: {finding.verdict}"


def rows(table: Any) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_the_report_opens_with_its_title_the_draft_and_the_day(word: Any) -> None:
    title, name, day = word.paragraphs[:3]
    assert title.style.name == "Title"
    assert title.text == "Toets aan de checklist van de Handreiking Regiovisie NvO Jeugd"
    assert name.text == "Concept: concept & <visie>.docx"
    assert day.text == "Datum van de toets: 5 maart 2026"


def test_the_opening_says_what_the_report_is_not(sections: dict[str, str]) -> None:
    opening = sections["Wat dit rapport is"]
    assert "geen juridisch advies" in opening
    assert "wij vonden het niet in deze tekst" in opening
    assert "Blijf zelf controleren" in opening


def test_the_counts_add_up_to_all_items(word: Any) -> None:
    header, *counted, total = rows(word.tables[0])
    assert header[:2] == ["Oordeel", "Aantal"]
    assert {row[0]: int(row[1]) for row in counted} == {
        "aanwezig": 2,
        "gedeeltelijk": 2,
        "niet gevonden": 19,
        "niet in dit deel": 2,
        "niet van toepassing": 1,
    }
    assert total[1] == "26"


def test_begin_with_the_first_things(word: Any, sections: dict[str, str], review: Review, content: Content) -> None:
    numbered = [paragraph for paragraph in word.paragraphs if paragraph.style.name == "List Number"]
    for paragraph, finding in zip(numbered, first_things(review, content), strict=True):
        title = content.items[finding.item].title
        assert paragraph.text == f"{title} ({finding.item}, {finding.verdict}): {finding.advice}"
        assert paragraph.text in sections["Begin hiermee"]


def test_the_overview_has_every_item_with_its_verdict_in_words(word: Any, review: Review, content: Content) -> None:
    expected = [[f.item, content.items[f.item].title, str(f.verdict)] for f in review.findings]
    assert rows(word.tables[1]) == [["Onderdeel", "Titel", "Oordeel"], *expected]


def test_the_coverage_tells_of_each_afspraak_which_items_were_found(word: Any) -> None:
    header, *afspraken = rows(word.tables[2])
    assert header == ["Afspraak", "Aanwezig", "Gedeeltelijk", "Niet gevonden"]
    assert len(afspraken) == 8
    assert afspraken[3][1:] == ["4d", "geen", "4a, 4b, 4c"]
    assert afspraken[4][1:] == ["geen", "2e", "B1a, B1b"]


def test_each_table_has_a_header_row_that_returns_and_rows_that_stay_whole(word: Any) -> None:
    assert len(word.tables) == 3
    for table in word.tables:
        returning = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        assert returning == [True] + [False] * (len(table.rows) - 1)
        assert all(row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None for row in table.rows)


def test_each_reviewed_item_has_a_heading_with_its_verdict_under_its_chapter(
    word: Any, review: Review, content: Content
) -> None:
    third = [p.text for p in word.paragraphs if p.style.name == "Heading 3"]
    assert third == [heading_of(f, content) for f in review.findings if f.item not in NOT_REVIEWED]
    second = [p.text for p in word.paragraphs if p.style.name == "Heading 2"]
    assert second[3:] == [
        f"Deel {2 if part.startswith('B') else 1}, Ad {part[-1]}: {title}"
        for part, title in PARTS.items()
        if part not in ("B2", "B3")
    ]


def test_headings_go_down_one_level_at_a_time(word: Any) -> None:
    names = [p.style.name for p in word.paragraphs if p.style.name.startswith("Heading")]
    levels = [int(name[-1]) for name in names]
    assert levels[0] == 1
    assert max(levels) == 3
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_evidence_is_quoted_letter_for_letter_with_its_place(
    sections: dict[str, str], review: Review, content: Content
) -> None:
    for finding in review.findings:
        for evidence in finding.evidence:
            said = sections[heading_of(finding, content)]
            assert f"“{evidence.quote}”\nTeken {evidence.start}-{evidence.end}, onder de kop ‘" in said
    assert "onder de kop ‘Samenwerken’" in sections[heading_of(review.findings[ITEM_IDS.index("4d")], content)]


def test_evidence_before_any_heading_has_a_place_without_one(content: Content) -> None:
    review = a_review(content, {"1a": Verdict.AANWEZIG}, text=DRAFT[DRAFT.index("In 2025") :])
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(report_as_word(review, content))).paragraphs)
    assert re.search(r"^Teken 0-\d+$", text, re.MULTILINE)


def test_an_item_tells_what_is_missing_with_advice_and_a_text_to_start_from(
    sections: dict[str, str], review: Review, content: Content
) -> None:
    for finding in review.findings:
        if finding.item in NOT_REVIEWED:
            continue
        said = sections[heading_of(finding, content)]
        complete = finding.verdict is Verdict.AANWEZIG
        assert ("Wij vonden niet:" in said) == ("Suggestie: " in said) == (not complete)
        if not complete:
            assert all(f"{name}\n" in said for name in finding.missing)
            assert f"Suggestie: {finding.advice}\n" in said
            assert f"Invultekst voor wat ontbreekt: {finding.template}\n" in said


def test_an_item_names_each_place_in_its_sources_once(
    sections: dict[str, str], review: Review, content: Content
) -> None:
    for finding in review.findings:
        if finding.item in NOT_REVIEWED:
            continue
        lines = sections[heading_of(finding, content)].split("Waar u dit in de bron vindt:\n")[1].splitlines()
        assert len(lines) == len({citation.source.id for citation in finding.citations})
        for citation in finding.citations:
            passage, source = citation.passage, citation.source
            [line] = [line for line in lines if line.startswith(f"{source.title} ({source.publisher}), ")]
            assert passage.place in line
            assert not passage.page or f"blz. {passage.page}" in line
            assert line.endswith(source.url)


def test_what_was_not_reviewed_stands_only_in_the_list_at_the_end(sections: dict[str, str], content: Content) -> None:
    assert list(sections)[-1] == "Wat niet is getoetst"
    for item in NOT_REVIEWED:
        assert f"{item} {content.items[item].title}\n" in sections["Wat niet is getoetst"]
        assert not any(heading.startswith(f"{item} ") for heading in sections)


def test_a_review_of_every_item_has_no_list_of_what_was_not_reviewed(content: Content) -> None:
    document = docx.Document(io.BytesIO(report_as_word(a_review(content, {}), content)))
    assert not any(p.text == "Wat niet is getoetst" for p in document.paragraphs)


def test_every_link_leads_to_a_heading_or_a_source(word: Any, content: Content) -> None:
    marks = [mark.get(qn("w:name")) for mark in word.element.iter(qn("w:bookmarkStart"))]
    assert len(marks) == len(set(marks)) == len(ITEM_IDS) - len(NOT_REVIEWED)
    addresses = {source.url for source in content.sources.values()}
    links = list(word.element.iter(qn("w:hyperlink")))
    assert len(links) > len(marks)
    for link in links:
        relation = link.get(qn("r:id"))
        assert (
            link.get(qn("w:anchor")) in marks if relation is None else word.part.rels[relation].target_ref in addresses
        )


def test_the_document_says_that_it_is_dutch_and_whose(word: Any) -> None:
    properties = word.core_properties
    assert properties.language == "nl-NL"
    assert properties.author == properties.last_modified_by == "Assistent Regiovisie Jeugd"
    assert properties.title == "Toets aan de checklist van de Handreiking Regiovisie NvO Jeugd"
    assert (properties.created.date(), properties.comments) == (DAY, "")
    languages = [language.get(qn("w:val")) for language in word.styles.element.iter(qn("w:lang"))]
    assert languages == ["nl-NL"]


def test_the_file_holds_no_picture_no_macro_and_no_font_of_our_own(review: Review, content: Content) -> None:
    with zipfile.ZipFile(io.BytesIO(report_as_word(review, content))) as archive:
        names = archive.namelist()
        body = archive.read("word/document.xml").decode()
    assert not [name for name in names if re.search(r"vba|\.bin|media/|\.jpe?g|\.png", name)]
    assert "rFonts" not in body
    assert "w:drawing" not in body


def test_a_draft_with_characters_that_xml_cannot_hold_still_gets_a_report(content: Content) -> None:
    text = DRAFT.replace("in Lindewaard jeugdhulp", "in\x02Lindewaard\x00jeugdhulp \ufffe")
    document = docx.Document(io.BytesIO(report_as_word(a_review(content, text=text), content, "na\x01am.docx")))
    assert any("in Lindewaard jeugdhulp  " in paragraph.text for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    ("outcome", "said"), [(ReviewOutcome.TE_KORT, "te kort"), (ReviewOutcome.GEEN_REGIOVISIE, "geen tekst van een")]
)
def test_a_text_that_was_not_reviewed_gets_one_sentence(content: Content, outcome: ReviewOutcome, said: str) -> None:
    document = docx.Document(io.BytesIO(report_as_word(Review(Draft("Kort."), outcome, ()), content)))
    assert len(document.paragraphs) == 3
    assert said in document.paragraphs[-1].text
    assert not document.tables


def test_an_item_that_is_half_there_without_a_known_gap_says_so(content: Content, review: Review) -> None:
    bare = [replace(f, missing=(), advice="", template="") if f.item == "5e" else f for f in review.findings]
    document = docx.Document(io.BytesIO(report_as_word(replace(review, findings=tuple(bare)), content)))
    text = [paragraph.text for paragraph in document.paragraphs]
    assert "Suggestie: " not in text
    assert any(line.startswith("Suggestie: Een deel van dit onderdeel staat er.") for line in text)


def test_the_ending_of_the_name_chooses_the_form(review: Review, content: Content, tmp_path: Path) -> None:
    for ending in ("docx", "MD", "json"):
        write_report(review, content, tmp_path / f"uit.{ending}", "concept.docx")
    word = read_document(tmp_path / "uit.docx").text
    assert "Alle onderdelen" in word
    assert (tmp_path / "uit.MD").read_text(encoding="utf-8").startswith("# Toets aan de checklist")
    row = json.loads((tmp_path / "uit.json").read_text(encoding="utf-8"))
    assert [finding["item"] for finding in row["findings"]] == list(ITEM_IDS)
    assert row["text"] == DRAFT
    for finding in row["findings"]:
        assert all(row["text"][e["start"] : e["end"]] == e["quote"] for e in finding["evidence"])


def test_a_place_where_no_report_can_come_is_refused_before_the_review(tmp_path: Path) -> None:
    draft = tmp_path / "concept.docx"
    draft.write_text("x")
    (tmp_path / "map.docx").mkdir()
    refused = {
        draft: "het bestand dat u laat lezen",
        tmp_path / "weg" / "uit.docx": "de map bestaat niet",
        tmp_path / "uit.pdf": ".docx, .md, .json",
        tmp_path / "uit": "wordt niet herkend",
        tmp_path / f"{'a' * 300}.docx": "de naam is te lang",
        tmp_path / "map.docx": "het is een map",
    }
    for path, said in refused.items():
        with pytest.raises(InputError, match=re.escape(said)):
            check_place(path, draft)
    check_place(tmp_path / "uit.docx", draft)
    check_place(tmp_path / "uit.docx", Path("-"))


def test_a_report_of_an_unknown_form_is_refused_and_nothing_is_written(
    review: Review, content: Content, tmp_path: Path
) -> None:
    with pytest.raises(InputError, match="wordt niet herkend"):
        write_report(review, content, tmp_path / "uit.exe")
    assert not list(tmp_path.iterdir())


def test_every_fixed_sentence_is_told_somewhere(review: Review, content: Content, word: Any) -> None:
    bare = replace(review, findings=tuple(replace(f, advice="", missing=()) for f in review.findings))
    top = a_review(content, {"1a": Verdict.AANWEZIG}, text=DRAFT[DRAFT.index("In 2025") :])
    told = ""
    for document in (word, *(docx.Document(io.BytesIO(report_as_word(r, content))) for r in (bare, top))):
        told += "\n".join(paragraph.text for paragraph in document.paragraphs)
        told += "\n".join(cell for table in document.tables for row in rows(table) for cell in row)
        told += document.sections[0].footer.paragraphs[0].text + document.core_properties.author
    for table in tomllib.loads((TEMPLATES / "rapport.toml").read_text(encoding="utf-8")).values():
        for sentence in table.values():
            pattern = ".+".join(re.escape(part) for part in re.split(r"\{\w+\}", sentence))
            assert re.search(pattern, told), sentence
