"""The three comparisons with other search programs: held-out questions, law-like passages, and growth."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import Content
from tests.bench.answers import Answers
from tests.bench.laws import ECHOES, law_task
from tests.bench.measures import ranks, ranks_of, reciprocal, share_within
from tests.bench.questions import asked, loose, stand_alone, whole_guides
from tests.bench.setups import PEERS, PRODUCT, Setup
from tests.bench.types import Run

PASSAGES, QUERIES = 2_000, 300
ROUNDS = 3
"""Times that each engine does the law-like set, in turn with the others; its fastest times and least memory count."""

SIZES = (1_000, 10_000, 100_000)
GROWTH_QUERIES = 100
GROWING = (
    PRODUCT,
    *(setup for setup in PEERS if (setup.program, setup.engine) in (("bm25s", "stammen"), ("txtai", "vectoren"))),
)

VOTERS = 20
"""Documents that together choose a guide in the third way below; of 5, 10, 20 and 50 the best for most peers."""

WAYS = {"een document per gids": 0, "losse vragen, de beste telt": 1, f"losse vragen, de beste {VOTERS} samen": VOTERS}
"""How a peer gets from documents to guides, each with its number of voters."""


@dataclass(frozen=True)
class Guessed:
    """How often an engine named the right guide, in the best of the WAYS for it."""

    setup: Setup
    way: str
    hit_1: float
    recall_3: float
    later_hit_1: float
    query_ms: float


@dataclass(frozen=True)
class Retrieved:
    """An engine on a law-like set: the run, and how well it found."""

    setup: Setup
    run: Run
    mrr_10: float
    recall_10: float


def own_guesses(content: Content, answers: Answers, ms: float) -> Guessed:
    """The product on the held-out questions."""
    places = ranks(answers.rankings, [question.labels[0] for question in asked(content)])
    return _guessed(PRODUCT, "voorbeeldvragen, geleerd", places, stand_alone(content), ms)


def guesses(content: Content, folder: Path) -> list[Guessed]:
    """Every peer on the held-out questions; the task is handed over in `folder`."""
    whole, parts = whole_guides(content), loose(content)
    tasks = {way: whole if votes == 0 else parts for way, votes in WAYS.items()}
    whole.save(folder / "whole.json")
    parts.save(folder / "parts.json")
    result = []
    for setup in PEERS:
        one = setup.run("--task", str(folder / "whole.json"), "-k", str(len(whole.texts)))
        many = setup.run("--task", str(folder / "parts.json"), "-k", "50")
        found = []
        for way, votes in WAYS.items():
            run = many if votes else one
            places = ranks_of(run.hits, tasks[way], max(votes, 1))
            found.append(_guessed(setup, way, places, stand_alone(content), run.query_ms))
        result.append(max(found, key=lambda guessed: (guessed.hit_1, guessed.recall_3)))
    return result


def retrieved(name: str, rounds: int) -> list[Retrieved]:
    """Every engine on the law-like set `name`, the product first."""
    setups = (PRODUCT, *PEERS)
    arguments = ("--set", name, "--passages", str(PASSAGES), "--queries", str(QUERIES))
    turns = [[setup.run(*arguments) for setup in setups] for _ in range(rounds)]
    return [_retrieved(s, fastest([turn[i] for turn in turns]), name, PASSAGES, QUERIES) for i, s in enumerate(setups)]


def growth() -> dict[Setup, list[Retrieved]]:
    """The engines that grow, at each of SIZES."""
    result: dict[Setup, list[Retrieved]] = {setup: [] for setup in GROWING}
    for size in SIZES:
        for setup in GROWING:
            run = setup.run("--passages", str(size), "--queries", str(GROWTH_QUERIES))
            result[setup].append(_retrieved(setup, run, "gewoon", size, GROWTH_QUERIES))
    return result


def fastest(runs: Sequence[Run]) -> Run:
    """The least of each figure over runs of one engine on one task: what other work on the computer did not slow."""
    return Run(
        load_s=min(run.load_s for run in runs),
        build_s=min(run.build_s for run in runs),
        query_ms=min(run.query_ms for run in runs),
        peak_mb=min(run.peak_mb for run in runs),
        hits=runs[0].hits,
    )


def _guessed(setup: Setup, way: str, places: Sequence[int], alone: int, ms: float) -> Guessed:
    first, later = places[:alone], places[alone:]
    return Guessed(setup, way, share_within(first, 1), share_within(first, 3), share_within(later, 1), ms)


def _retrieved(setup: Setup, run: Run, name: str, passages: int, queries: int) -> Retrieved:
    places = ranks_of(run.hits, law_task(passages, queries, ECHOES[name]))
    return Retrieved(setup, run, reciprocal(places), share_within(places, 10))
