"""A conversation: what was asked, each with its answer. The reader holds it; every question brings the earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.assistant import Assistant
from assistant.guarding import LONGEST_TEXT
from assistant.types import Answer, Outcome
from corpus import InputError

LEFT_OUT = (Outcome.PERSOONSGEGEVENS, Outcome.CONCEPT)
"""Endings of which the text is not kept: it must not be read, or it is a draft and no question."""

MOST_TURNS = 200
"""Questions of a conversation that are taken along; of a longer one the last."""


@dataclass(frozen=True)
class Turn:
    """A question and its answer; the question is empty when it is not kept."""

    question: str
    answer: Answer


def next_turn(assistant: Assistant, text: str, earlier: Sequence[str] = ()) -> Turn:
    """The answer to `text` after the questions `earlier`; InputError when it is empty or far too long."""
    history = tuple(question[:LONGEST_TEXT] for question in earlier[-MOST_TURNS:])
    answer = assistant.ask(text[: LONGEST_TEXT + 1], history)
    return Turn("" if answer.outcome in LEFT_OUT else text.strip(), answer)


def replayed(assistant: Assistant, questions: Sequence[str]) -> tuple[Turn, ...]:
    """The same conversation again: answers do not change, so the questions are enough; what is none is left out."""
    turns: list[Turn] = []
    for question in questions[-MOST_TURNS:]:
        try:
            turn = next_turn(assistant, question, [earlier.question for earlier in turns])
        except InputError:
            continue
        if turn.question:
            turns.append(turn)
    return tuple(turns)
