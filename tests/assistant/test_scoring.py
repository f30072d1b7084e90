"""Figures from what was wanted and what was said."""

import pytest

from assistant.scoring import Bin, Score, bins, calibration_error, worse_than


def test_precision_recall_and_f1_are_counted_from_pairs() -> None:
    score = Score.of([(True, True), (True, False), (True, False), (False, True), (False, False)])
    assert (score.precision, score.recall, score.f1) == (1 / 2, 1 / 3, 2 / 5)


def test_what_was_never_wanted_or_said_scores_nothing() -> None:
    assert Score.of([(False, False)]) == Score(0, 0, 0)
    assert Score(0, 0, 0).precision == Score(0, 0, 0).recall == Score(0, 0, 0).f1 == 0


def test_like_scores_come_together_and_a_score_of_one_is_in_the_last_group() -> None:
    assert bins([(1.0, True), (0.95, False), (0.11, False)]) == [Bin(0.11, 0, 1), Bin(0.975, 0.5, 2)]


def test_the_calibration_error_weighs_groups_by_how_many_are_in_them() -> None:
    assert calibration_error([Bin(0.2, 0.0, 3), Bin(0.6, 1.0, 1)]) == pytest.approx((0.6 + 0.4) / 4)
    assert calibration_error([]) == 0


def test_a_figure_is_worse_than_its_floor_on_the_side_that_is_bad() -> None:
    floors = {"recall": 0.8, "fout": 0.1}
    assert worse_than(floors, {"recall": 0.7, "fout": 0.2}, ("fout",)) == ["recall", "fout"]
    assert worse_than(floors, {"recall": 0.8, "fout": 0.1}, ("fout",)) == []
