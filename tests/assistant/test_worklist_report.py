"""The summary for the bestuurder: where we stand, what remains, who does it, and which afspraken are covered."""

import io
import itertools
from dataclasses import replace
from datetime import date
from typing import Any

import docx
import pytest

from assistant.worklist import Entry, Progress, Status, Worklist
from assistant.worklist_report import afspraak_in_words, afspraak_items, progress_in_words, summary_as_word
from corpus import ITEM_IDS, PARTS, Content

DAY = date(2026, 11, 21)


def opened(worklist: Worklist, content: Content) -> Any:
    return docx.Document(io.BytesIO(summary_as_word(worklist, content, on=DAY)))


def rows(table: Any) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.rows][1:]


@pytest.fixture(scope="module")
def half() -> Worklist:
    """A list in which item 5b is done, 1a is being worked on by Anna, and B2a does not apply."""
    given = {
        "5b": Entry("5b", Status.KLAAR, owner="Bas"),
        "1a": Entry("1a", Status.BEZIG, owner="Anna", note="Geheim"),
        "B2a": Entry("B2a", Status.NIET_VAN_TOEPASSING),
    }
    return Worklist(tuple(given.get(item, Entry(item)) for item in ITEM_IDS), "Lindewaard")


def test_the_summary_names_the_region_the_day_and_how_far_we_are(half: Worklist, content: Content) -> None:
    document = opened(half, content)
    assert document.paragraphs[0].text == "Regiovisie jeugd Lindewaard: hoe ver zijn wij?"
    assert document.paragraphs[1].text == "Stand op 21 november 2026. Klaar: 1 van de 25 onderdelen."
    assert opened(replace(half, region=" "), content).paragraphs[0].text == "Regiovisie jeugd: hoe ver zijn wij?"


def test_each_chapter_says_how_far_it_is_and_names_what_remains(half: Worklist, content: Content) -> None:
    chapters = rows(opened(half, content).tables[0])
    assert [name for name, _, _ in chapters] == [f"{part} {title}" for part, title in PARTS.items()]
    assert chapters[0][1] == "0 van 4 klaar, 1 mee bezig"
    assert f"{content.items['1a'].title} (1a)" in chapters[0][2]
    assert content.items["5b"].title not in chapters[4][2]
    assert chapters[6][1:] == ("niet van toepassing", "niets")


def test_it_says_who_does_what_and_no_note_is_told(half: Worklist, content: Content) -> None:
    document = opened(half, content)
    owners = {row[0]: row[1] for row in rows(document.tables[1])}
    assert owners["Anna"] == "1a"
    assert len(owners["Nog niemand"].split(", ")) == 23
    assert "Bas" not in owners
    assert "Geheim" not in "".join(cell for table in document.tables for row in rows(table) for cell in row)


def test_an_afspraak_is_covered_when_all_its_items_are_done(half: Worklist, content: Content) -> None:
    afspraken = rows(opened(half, content).tables[2])
    assert [standing for _, standing in afspraken][6] == "gedekt"
    assert afspraken[5][1] == "0 van 3 klaar"
    assert set(itertools.chain.from_iterable(afspraak_items(n, content) for n in range(1, 9))) == set(ITEM_IDS)


def test_an_afspraak_of_which_no_item_applies_is_not_covered() -> None:
    nothing = Progress.of([Entry("5b", Status.NIET_VAN_TOEPASSING)])
    assert afspraak_in_words(nothing) == "niet van toepassing"


def test_every_status_is_told_in_words() -> None:
    progress = Progress.of(Entry(item, status) for item, status in zip(ITEM_IDS, Status, strict=False))
    told = "1 van 4 klaar, 1 mee bezig, 1 te controleren, 1 niet van toepassing"
    assert progress_in_words(progress) == told


def test_a_list_that_is_done_says_so(content: Content) -> None:
    done = Worklist(tuple(Entry(item, Status.KLAAR) for item in ITEM_IDS))
    document = opened(done, content)
    assert len(document.tables) == 2
    assert any(paragraph.text == "Alles is klaar." for paragraph in document.paragraphs)
