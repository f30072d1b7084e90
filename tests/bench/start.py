"""Start-up and memory of the product, beside what importing sentence-transformers alone takes."""

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from assistant import STORE_VARIABLE
from corpus import InputError
from tests.bench.setups import ENVIRONMENT, ROOT, last_line

ROUNDS = 5
QUESTION = "Wat schrijven we op over wachttijden en hoe vaak rapporteren we daarover?"
OURS = ["-m", "assistant", "vraag", QUESTION]
THEIRS = ["-c", "import sentence_transformers"]
PEAK = "; from tests.bench.measures import peak_mb; print(peak_mb())"


@dataclass(frozen=True)
class Cold:
    """Medians over ROUNDS alternating runs, in seconds, and the peak memory of a run, in MB."""

    ours_s: float
    theirs_s: float
    ours_mb: float
    theirs_mb: float


def cold(store: Path) -> Cold:
    """Start both in turn, after one start of each that fills the caches of the system; the store must be built."""
    extra = {STORE_VARIABLE: str(store)}
    for command in (OURS, THEIRS):
        _seconds(command, extra)
    seconds = [(_seconds(OURS, extra), _seconds(THEIRS, extra)) for _ in range(ROUNDS)]
    ours = f"from assistant.__main__ import main; main({OURS[2:]!r})"
    return Cold(
        ours_s=statistics.median(pair[0] for pair in seconds),
        theirs_s=statistics.median(pair[1] for pair in seconds),
        ours_mb=float(last_line([sys.executable, "-c", ours + PEAK], extra)),
        theirs_mb=float(last_line([sys.executable, "-c", THEIRS[1] + PEAK], extra)),
    )


def build_store(store: Path) -> float:
    """Seconds of the very first start, which builds the store."""
    started = perf_counter()
    last_line([sys.executable, *OURS], {STORE_VARIABLE: str(store)})
    return perf_counter() - started


def _seconds(command: Sequence[str], extra: dict[str, str]) -> float:
    environment = {**os.environ, **ENVIRONMENT, **extra}
    started = perf_counter()
    done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, capture_output=True, text=True)
    taken = perf_counter() - started
    if done.returncode or done.stderr:
        raise InputError(f"De start is niet gewoon verlopen en telt niet: {done.stderr.strip()}")
    return taken
