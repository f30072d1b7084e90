"""`python -m tests.bench.contest MODULE ENGINE`: one engine does one task in this process; one line of JSON out."""

import argparse
import statistics
from importlib import import_module
from pathlib import Path
from time import perf_counter

from tests.bench.laws import ECHOES, law_task
from tests.bench.measures import peak_mb
from tests.bench.types import Engine, Found, Run, Task

WARM_UP = 5
"""Queries before the clock starts: the first ones fill caches."""


def run(module: str, name: str, task: Task, k: int) -> Run:
    """Load the engine, index the texts, and answer the queries one at a time."""
    started = perf_counter()
    engine: Engine = import_module(module).ENGINES[name]()
    loaded = perf_counter()
    engine.build(task.texts)
    built = perf_counter()
    for query in task.queries[:WARM_UP]:
        engine.search(query, k)
    hits: list[tuple[Found, ...]] = []
    seconds: list[float] = []
    for query in task.queries:
        before = perf_counter()
        found = engine.search(query, k)
        seconds.append(perf_counter() - before)
        hits.append(tuple(found))
    return Run(
        load_s=loaded - started,
        build_s=built - loaded,
        query_ms=statistics.median(seconds) * 1000,
        peak_mb=peak_mb(),
        hits=tuple(hits),
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser()
    parser.add_argument("module")
    parser.add_argument("engine")
    parser.add_argument("--task", type=Path, help="a file with a task; without it the law-like set")
    parser.add_argument("--set", choices=ECHOES, default="gewoon")
    parser.add_argument("--passages", type=int, default=2_000)
    parser.add_argument("--queries", type=int, default=300)
    parser.add_argument("-k", type=int, default=10)
    options = parser.parse_args()
    task = (
        Task.from_file(options.task)
        if options.task
        else law_task(options.passages, options.queries, ECHOES[options.set])
    )
    print(run(options.module, options.engine, task, options.k).line())


if __name__ == "__main__":
    main()
