"""What the README says is what the program does."""

import re

from assistant import Assistant
from tests.readme import QUESTION, README, between, first_answer


def test_the_output_in_the_readme_is_the_output_of_the_program(assistant: Assistant) -> None:
    text = README.read_text(encoding="utf-8")
    assert f'vraag "{QUESTION}"' in text
    assert between("uitvoer", text) == first_answer(assistant)


def test_every_file_and_command_the_readme_names_exists() -> None:
    text = README.read_text(encoding="utf-8")
    makefile = (README.parent / "Makefile").read_text(encoding="utf-8")
    for target in set(re.findall(r"`make ([a-z]+)`", text)):
        assert f"\n{target}:" in makefile, target
    for path in set(re.findall(r"`(corpus/[\w/]+|index/\w+|requirements\.lock)`", text)):
        assert (README.parent / path).exists(), path
