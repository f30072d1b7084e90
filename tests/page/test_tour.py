"""A newcomer does what the five-minute tour in the README says, and gets what it promises."""

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.page.touring import Hand, Keyboard, Mouse, begin, do_task
from tests.pictures import SIZE
from tests.readme import README
from tests.tour import Ending, Step, Task, Verb, tour

LONGEST_TOUR = 20
"""Steps that fit in five minutes, with fifteen seconds for each."""

LARGEST = 600_000
"""Bytes of all pictures together."""


@pytest.mark.parametrize("hand", [Mouse(), Keyboard()], ids=["mouse", "keyboard"])
@pytest.mark.parametrize("task", tour(), ids=lambda task: task.picture.stem)
def test_a_newcomer_can_do_each_task_of_the_tour(
    page: Page, address: str, task: Task, hand: Hand, requests: list[str]
) -> None:
    begin(page, address)
    do_task(page, task, hand)
    assert [url for url in requests if not url.startswith((address, "data:", "blob:"))] == []


def test_the_tour_goes_past_every_main_task_and_takes_five_minutes() -> None:
    assert [task.picture.stem for task in tour()] == ["vraag", "bron", "toets", "raamwerk"]
    assert sum(len(task.steps) for task in tour()) <= LONGEST_TOUR


@pytest.mark.parametrize("task", tour(), ids=lambda task: task.picture.stem)
def test_each_task_ends_with_something_in_hand(task: Task) -> None:
    assert task.steps[-1].ending is not Ending.NOTHING


def test_a_step_in_other_words_is_refused_so_that_nothing_in_the_tour_goes_untested() -> None:
    step = Step.of("Typ bij **Uw vraag**: “Wat is een\n   regiovisie?”")
    assert step == Step(Verb.WRITE, "Uw vraag", "Wat is een regiovisie?", "", Ending.NOTHING)
    for line in ("Druk op **Stel de vraag**.", "Klik op Stel de vraag.", "Klik op **Word**. U krijgt taart."):
        with pytest.raises(ValueError, match="not a step"):
            Step.of(line)


def test_the_pictures_are_all_shown_of_one_size_and_small() -> None:
    there = sorted((README.parent / "docs").glob("*.png"))
    assert there == sorted(task.picture for task in tour())
    assert sum(path.stat().st_size for path in there) < LARGEST
    for path in there:
        with Image.open(path) as picture:
            assert picture.size == SIZE
    assert all(len(task.alt.split()) > 5 for task in tour()), "the words say what the picture shows"
