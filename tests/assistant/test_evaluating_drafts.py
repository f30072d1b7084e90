"""`evalueer --concepten`: the figures are counted rightly, stay above their floors, and make a report."""

import json
import re
from pathlib import Path

import pytest

from assistant import evaluating_drafts
from assistant.__main__ import main
from assistant.evaluating_drafts import FLOORS, DraftReport, drafts_as_page, drafts_as_text
from assistant.judged_drafts import judged_items
from assistant.judged_sentences import JudgedSentence
from assistant.perturbing import Removal, Reordering
from assistant.review import Review, ReviewOutcome, Verdict
from assistant.scoring import Score
from corpus import ITEM_IDS, ExampleSentence, Meets
from tests.assistant.judged import DRAFT, TEXT, Found, a_review

FOUND: Found = {
    "5e": (Verdict.AANWEZIG, 0.9, "Wij meten de wachttijd elke maand."),
    "4d": (Verdict.AANWEZIG, 0.7, "Het wijkteam beslist binnen zes weken."),
    "4a": (Verdict.GEDEELTELIJK, 0.6, "Eén wethouder spreekt namens de zeven gemeenten."),
}


def sentence(meets: Meets, item: str, *met: str) -> JudgedSentence:
    example = ExampleSentence(item="5e", element="beheer", meets=meets, text="x")
    return JudgedSentence(example, item, {name: name in met for name in ("5e.beheer", "5e.wachtlijst")})


@pytest.fixture
def report() -> DraftReport:
    """One draft with 5e, 4d and 1a: 5e is found rightly, 4d too surely and elsewhere, 1a not, and 4a wrongly."""
    draft = a_review(TEXT, FOUND).draft
    before, after = (a_review(TEXT, FOUND).findings[ITEM_IDS.index(item)] for item in ("5e", "2b"))
    return DraftReport(
        judged=tuple(judged_items(lambda text: a_review(text, FOUND), [DRAFT])),
        others=(Review(draft, ReviewOutcome.GEEN_REGIOVISIE, ()), a_review(TEXT, {})),
        sentences=(
            sentence(Meets.JA, "5e", "5e.beheer", "5e.wachtlijst"),
            sentence(Meets.JA, "1a"),
            sentence(Meets.NEE, "5e", "5e.beheer"),
        ),
        sentences_out=(Removal("d1", before, before), Removal("d1", before, after)),
        sections_out=(Removal("d1", before, None),),
        reorderings=(Reordering("d1", "5e", True), Reordering("d1", "4d", False)),
    )


def test_the_figures_are_counted_rightly(report: DraftReport) -> None:
    absent = 2 * 22 / (23 + 23)
    assert report.drafts == 1
    assert report.figures == pytest.approx(
        {
            "onderdeel precisie": 2 / 3,
            "onderdeel recall": 2 / 3,
            "onderdeel F1": 2 / 3,
            "compleet F1": 2 / 3,
            "oordeel macro-F1": (2 / 3 + 0 + absent) / 3,
            "bewijs letterlijk": 1,
            "bewijs op zijn plaats": 1 / 2,
            "ijkfout": (0.1 + 0.3 + 0.6 + 1) / 26,
            "concept herkend": 1,
            "ander stuk herkend": 1 / 2,
            "zin bij zijn onderdeel": 1 / 2,
            "element precisie": 1 / 3,
            "element recall": 1 / 2,
            "element F1": 2 / 5,
            "bewijszin weg gemerkt": 1 / 2,
            "paragraaf weg gemerkt": 1,
            "volgorde maakt niet uit": 1 / 2,
        }
    )
    assert set(report.below) <= set(FLOORS) == set(report.figures)
    assert "onderdeel F1" in report.below


def test_what_was_taken_for_what_is_counted(report: DraftReport) -> None:
    assert report.verdict_confusion() == {
        ("aanwezig", "aanwezig"): 1,
        ("gedeeltelijk", "aanwezig"): 1,
        ("gedeeltelijk", "niet gevonden"): 1,
        ("niet gevonden", "gedeeltelijk"): 1,
        ("niet gevonden", "niet gevonden"): 22,
    }
    assert report.item_confusion() == {("5e", "5e"): 1, ("4d", "4a"): 1}
    assert report.by_item == {"1a": Score(1, 0, 0), "4d": Score(1, 1, 1), "5e": Score(1, 1, 1)}
    assert report.by_element == {"5e.beheer": Score(2, 2, 1), "5e.wachtlijst": Score(0, 1, 0)}


def test_figures_that_nothing_was_measured_for_are_left_out() -> None:
    judged = tuple(judged_items(lambda text: a_review(text, {}), [DRAFT]))
    figures = DraftReport(judged, (), (), (), (), ()).figures
    assert not {"ander stuk herkend", "element F1", "bewijszin weg gemerkt", "bewijs letterlijk"} & set(figures)


def test_what_is_held_out_is_judged_above_every_floor(measured: DraftReport) -> None:
    assert measured.drafts >= 60
    assert len(measured.sentences_out) >= 20
    assert len(measured.sections_out) >= 10
    assert len(measured.reorderings) >= 20
    assert set(measured.figures) == set(FLOORS)
    assert measured.below == []


def test_the_report_is_a_page_without_scripts_with_every_item_and_element(measured: DraftReport) -> None:
    page = drafts_as_page(measured)
    assert '<html lang="nl">' in page
    assert "<script" not in page
    assert page.count("<circle") == len(measured.bins())
    assert page.count("background:rgba") == len(measured.verdict_confusion()) + len(measured.item_confusion())
    assert all(f'<th scope="row">{name}</th>' in page for name in (*ITEM_IDS, *measured.by_element, *FLOORS))
    assert all("<caption>" in table for table in re.findall(r"<table.*?</table>", page, re.DOTALL))


def test_the_figures_can_be_read_on_the_terminal(measured: DraftReport) -> None:
    text = drafts_as_text(measured)
    assert "TE LAAG" not in text
    assert all(f"\n{name}" in text for name in (*FLOORS, *ITEM_IDS))


def test_a_file_of_drafts_can_be_scored(
    measured: DraftReport, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = measured.judged[0].draft
    gold = {**dict.fromkeys(draft.present, "aanwezig"), **dict.fromkeys(draft.partial, "gedeeltelijk")}
    path, page = tmp_path / "c.jsonl", tmp_path / "r.html"
    path.write_text(json.dumps({"id": "d1", "text": draft.text, "gold": gold}), encoding="utf-8")
    assert main(["evalueer", "--concepten", str(path), "--rapport", str(page), "--store", str(store)]) == 0
    assert "1 concepten" in capsys.readouterr().out
    assert "Meting van de toets" in page.read_text(encoding="utf-8")


def test_a_figure_under_its_floor_fails(
    measured: DraftReport, store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(evaluating_drafts.FLOORS, "onderdeel F1", 1.0)
    monkeypatch.setattr("assistant.measuring.evaluate_drafts", lambda assistant, gold: measured)
    assert main(["evalueer", "--concepten", "--store", str(store)]) == 1
    said = capsys.readouterr()
    assert "TE LAAG" in said.out
    assert said.err.startswith("Onder de vloer: onderdeel F1.")


@pytest.mark.parametrize(
    "arguments", [["--bewaar"], ["--concepten", "c.jsonl", "--bewaar"], ["--concepten", "--vragen", "v.jsonl"]]
)
def test_options_that_do_not_go_together_are_wrong_usage(arguments: list[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["evalueer", *arguments])
