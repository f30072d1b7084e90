"""The engines that take part, and how each is run: in a process of its own, in its own environment."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from corpus import InputError
from tests.bench.types import Run

ROOT = Path(__file__).parents[2]
PEER_PYTHON = ROOT / ".venv-bench" / "bin" / "python"
ENVIRONMENT = {"HF_HUB_OFFLINE": "1", "HAYSTACK_TELEMETRY_ENABLED": "False", "GRADIO_ANALYTICS_ENABLED": "False"}
"""Nothing that is measured may call out."""


@dataclass(frozen=True)
class Setup:
    """An engine by name: the program, and how it is set up."""

    program: str
    engine: str

    @property
    def own(self) -> bool:
        """Whether it is the product itself."""
        return self == PRODUCT

    def run(self, *arguments: str) -> Run:
        """Let it do a task (the arguments of `tests.bench.contest`); InputError when it fails."""
        module = "tests.bench.product" if self.own else f"tests.bench.peers.with_{self.program}"
        python = sys.executable if self.own else str(PEER_PYTHON)
        print(f"  {self.program}: {self.engine}", file=sys.stderr, flush=True)
        return Run.from_line(last_line([python, "-m", "tests.bench.contest", module, self.engine, *arguments]))


PRODUCT = Setup("dit product", "index")

# Also tried, and left out because another way to join the same two was better on the law-like set: txtai's default
# weights for letter groups and vectors, and haystack's reciprocal rank fusion.
ENGINES = {
    "bm25s": ("stammen",),
    "txtai": (
        "woorden",
        "lettergroepen",
        "vectoren",
        "woorden + vectoren",
        "woorden + vectoren, bb25",
        "lettergroepen + vectoren, bb25",
    ),
    "haystack": ("BM25", "vectoren", "BM25 + vectoren"),
}
PEERS = tuple(Setup(program, engine) for program, engines in ENGINES.items() for engine in engines)


def last_line(command: list[str], extra: dict[str, str] | None = None) -> str:
    """The last line that a command prints; InputError with the end of its complaint when it fails."""
    environment = {**os.environ, **ENVIRONMENT, **(extra or {})}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        complaint = " / ".join(done.stderr.strip().splitlines()[-3:])
        raise InputError(f"De meting '{' '.join(command[1:])}' is mislukt: {complaint}")
    return done.stdout.strip().splitlines()[-1]
