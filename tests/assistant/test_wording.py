"""The fixed sentences: every one that the code asks for is there, with the values it gets."""

import pytest

from assistant.types import Section
from assistant.wording import date_in_dutch, example_questions, heading


@pytest.mark.parametrize(
    ("written", "read"), [("2025-01-30", "30 januari 2025"), ("2025-12", "december 2025"), ("2022", "2022")]
)
def test_a_date_is_told_as_people_say_it(written: str, read: str) -> None:
    assert date_in_dutch(written) == read


def test_every_part_of_an_answer_has_a_heading() -> None:
    for section in Section:
        assert heading(section, regio="Meerland") or section is Section.MELDING


def test_there_are_questions_to_begin_with() -> None:
    assert len(example_questions()) == 4
