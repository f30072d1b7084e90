"""`evalueer`: the figures are counted rightly, the report is a page, and a figure under its floor fails."""

import json
from pathlib import Path

import numpy as np
import pytest

from assistant import Assistant
from assistant.__main__ import main
from assistant.evaluating import FLOORS, Judged, Report, as_page, evaluate, read_questions
from assistant.thresholds import Thresholds, best_score, calibration_error
from corpus import BUITEN, ExampleQuestion, InputError


def judged(label: str, *ranking: str, refused: bool = False, score: float = 0.9, earlier: str = "") -> Judged:
    history = (earlier,) if earlier else ()
    return Judged(ExampleQuestion(text="x", labels=(label,), history=history), ranking, score, refused)


def test_the_figures_are_counted_rightly() -> None:
    report = Report(
        (
            judged("1a", "1a", "1b", "1c"),
            judged("1a", "2b", "1a", "1c", refused=True),
            judged("5e", "1a", "1b", "1c", earlier="y"),
            judged(BUITEN, "1a", "1b", "1c", refused=True),
        )
    )
    figures = report.figures
    assert figures["hit@1"] == pytest.approx(1 / 3)
    assert figures["recall@3"] == pytest.approx(2 / 3)
    assert figures["vervolg hit@1"] == 0
    assert figures["geweigerd van buiten"] == 1
    assert figures["ten onrechte geweigerd"] == pytest.approx(1 / 3)
    assert figures["ijkfout"] == pytest.approx(0.9 - 1 / 3)
    assert set(report.below) == set(FLOORS) - {"geweigerd van buiten"}
    assert report.confusion() == {("1a", "2b"): 1, ("5e", "1a"): 1}


def test_a_score_that_means_what_it_says_has_no_error() -> None:
    scores, hits = np.array([0.25] * 4 + [0.75] * 4), np.array([True, False, False, False] + [True] * 3 + [False])
    assert calibration_error(scores, hits) == pytest.approx(0)
    assert calibration_error(scores, ~hits) == pytest.approx(0.5)


def test_thresholds_are_fitted_to_the_margins() -> None:
    chance = np.random.default_rng(1)
    right = chance.integers(0, 5, 400)
    guides = chance.normal(-1, 0.2, (400, 5)).astype(np.float32)
    guides[np.arange(400), np.where(chance.random(400) < 0.9, right, (right + 1) % 5)] += 1
    outside = np.r_[chance.normal(-1, 0.2, 300), chance.normal(1, 0.2, 100)].astype(np.float32)
    wanted = [np.arange(5) == n if row < 300 else None for row, n in enumerate(right)]
    fitted = Thresholds.fitted(guides, outside, wanted)
    assert (outside[:300] >= fitted.refuse_from).mean() <= 0.02
    assert (outside[300:] >= fitted.refuse_from).all()
    assert abs(best_score(guides[:300], fitted.sharpness).mean() - 0.9) < 0.05


def test_thresholds_are_kept_in_the_store(tmp_path: Path) -> None:
    assert Thresholds.open(tmp_path) == Thresholds()
    Thresholds(3.0, 0.1, 0.4).save(tmp_path)
    assert Thresholds.open(tmp_path) == Thresholds(3.0, 0.1, 0.4)


def test_the_held_out_questions_are_above_every_floor(assistant: Assistant) -> None:
    report = evaluate(assistant, assistant.content.examples(held_out=True))
    assert len(report.judged) > 500
    assert report.below == []
    page = as_page(report, list(assistant.content.guides))
    assert page.count("<svg") == 1
    assert page.count("<circle") == len(report.bins())
    assert page.count("background:rgba") == len({(j.example.labels[0], j.ranking[0]) for j in report.inside})


def test_a_file_of_ones_own_can_be_scored(
    assistant: Assistant, store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {"question": "Wat is een reëel tarief?", "gold": ["5c"]},
        {"question": "Hoe bak ik brood?", "gold": [BUITEN]},
    ]
    path = tmp_path / "v.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["evalueer", "--vragen", str(path), "--rapport", str(tmp_path / "r.html"), "--store", str(store)]) == 0
    assert "hit@1                      1.000" in capsys.readouterr().out
    assert '<html lang="nl">' in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("text", ["{stuk", '{"question": "x"}', "[1]"])
def test_a_file_of_another_form_gets_one_sentence(tmp_path: Path, text: str) -> None:
    path = tmp_path / "v.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="gold"):
        read_questions(path)
    with pytest.raises(InputError, match="bestaat niet"):
        read_questions(tmp_path / "weg.jsonl")
