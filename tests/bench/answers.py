"""`python -m tests.bench.answers STORE`: the product answers the held-out questions; one line of JSON out."""

import json
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from assistant import Assistant, Outcome
from assistant.types import Question
from corpus import Content, ExampleQuestion
from tests.bench.questions import asked

WARM = 200
"""Questions in the figure for a warm answer, spread over all that were held out, also those to be refused."""


@dataclass(frozen=True)
class Answers:
    """How the product did: seconds to open, median milliseconds, a ranking a question, and how many it refused."""

    open_s: float
    warm_ms: float
    route_ms: float
    rankings: tuple[tuple[str, ...], ...]
    refused: int

    @classmethod
    def from_line(cls, line: str) -> "Answers":
        """What another process printed."""
        row = json.loads(line)
        return cls(**{**row, "rankings": tuple(map(tuple, row["rankings"]))})


def answer(store: Path) -> Answers:
    """Open the assistant (its store is built) and ask it everything."""
    started = perf_counter()
    assistant = Assistant.open(store)
    opened = perf_counter()
    questions = asked(assistant.content)
    answers = [assistant.ask(question.text, question.history) for question in questions]
    return Answers(
        open_s=opened - started,
        warm_ms=_median_ms(assistant, _spread(assistant.content), route=False),
        route_ms=_median_ms(assistant, questions, route=True),
        rankings=tuple(tuple(ranked.id for ranked in found.route.ranking) for found in answers),
        refused=sum(1 for found in answers if found.outcome is Outcome.GEEN_BRON),
    )


def _spread(content: Content) -> list[ExampleQuestion]:
    every = content.examples(held_out=True)
    return [every[number * len(every) // WARM] for number in range(WARM)]


def _median_ms(assistant: Assistant, questions: Sequence[ExampleQuestion], *, route: bool) -> float:
    seconds = []
    for question in questions:
        before = perf_counter()
        if route:
            assistant._router.route(Question(question.text, question.history))
        else:
            assistant.ask(question.text, question.history)
        seconds.append(perf_counter() - before)
    return statistics.median(seconds) * 1000


if __name__ == "__main__":
    print(json.dumps(asdict(answer(Path(sys.argv[1])))))
