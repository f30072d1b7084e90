"""`python -m tests.bench`: run the whole benchmark, print the tables and write them to `uitslag.md`."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from corpus import Content, InputError
from tests.bench import compare, pressure, report, server, start
from tests.bench.answers import Answers
from tests.bench.questions import asked, stand_alone
from tests.bench.setups import PEER_PYTHON, last_line
from tests.bench.tables import Section

RESULT = Path(__file__).parent / "uitslag.md"
COMPARED = ("start", "vragen", "wetten", "groei")
"""The parts that compare with other programs; those must be installed."""

SERVED = 20
"""Questions put to the server before its memory is read."""


class Bench:
    """One run: the content, and a folder for the store and the tasks."""

    def __init__(self, content: Content, folder: Path, load: pressure.Load) -> None:
        self.load = load
        self._content = content
        self._folder = folder
        self._store = folder / "store"

    @cached_property
    def _build_s(self) -> float:
        return start.build_store(self._store)

    @cached_property
    def _answers(self) -> Answers:
        assert self._build_s  # the store must be there: what is measured is an assistant that opens it
        return Answers.from_line(last_line([sys.executable, "-m", "tests.bench.answers", str(self._store)]))

    def start(self) -> Section:
        """Start-up and memory."""
        answers = self._answers
        cold = start.cold(self._store)
        served = server.serve(self._store, [question.text for question in asked(self._content)[:SERVED]])
        return report.started(cold, served, answers, self._build_s, SERVED)

    def vragen(self) -> Section:
        """Held-out questions."""
        own = compare.own_guesses(self._content, self._answers, self._answers.route_ms)
        peers = compare.guesses(self._content, self._folder)
        alone, every = stand_alone(self._content), len(asked(self._content))
        return report.questions(own, peers, self._answers, alone, every - alone)

    def wetten(self) -> Section:
        """Law-like passages."""
        return report.laws(compare.retrieved("gewoon", compare.ROUNDS), compare.retrieved("moeilijk", 1))

    def groei(self) -> Section:
        """Growth."""
        return report.growth(compare.growth())

    def druk(self) -> Section:
        """Many people at once."""
        assert self._build_s
        return report.pressed(pressure.press(self._store, [text.text for text in asked(self._content)], self.load))

    def parts(self) -> dict[str, Callable[[], Section]]:
        """The parts by the name that is typed for them, in the order of the report."""
        parts = (self.start, self.vragen, self.wetten, self.groei, self.druk)
        return {part.__name__: part for part in parts}


def main(arguments: list[str] | None = None) -> int:
    """0 done, 1 something could not be measured."""
    names = (*COMPARED, "druk")
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description="Vergelijk het product met andere.")
    parser.add_argument("parts", nargs="*", metavar="DEEL", help=f"alleen dit deel: {', '.join(names)}")
    parser.add_argument("--mensen", type=int, default=100, help="druk: hoeveel mensen tegelijk (standaard 100)")
    parser.add_argument("--vragen", type=int, default=10_000, help="druk: hoeveel vragen samen (standaard 10.000)")
    parser.add_argument("--lezen", type=float, default=10.0, help="druk: seconden dat men een antwoord leest")
    options = parser.parse_args(arguments)
    chosen = options.parts
    if unknown := set(chosen) - set(names):
        parser.error(f"onbekend deel: {', '.join(sorted(unknown))}")
    try:
        if set(chosen or names) & set(COMPARED) and not PEER_PYTHON.is_file():
            raise InputError(f"De andere programma's ontbreken: '{PEER_PYTHON}' is er niet. Voer uit: make bench.")
        with tempfile.TemporaryDirectory() as folder:
            load = pressure.Load(options.mensen, options.vragen, options.lezen)
            text = _measure(Path(folder), chosen or list(names), load)
    except InputError as error:
        print(error, file=sys.stderr)
        return 1
    if not chosen:
        RESULT.write_text(text, encoding="utf-8")
    return 0


def _measure(folder: Path, names: list[str], load: pressure.Load) -> str:
    content = Content.load()
    bench = Bench(content, folder, load)
    text = report.heading(content.fingerprint())
    print(text)
    for name in names:
        print(f"{name} ...", file=sys.stderr, flush=True)
        part = bench.parts()[name]().markdown()
        print(f"\n{part}", flush=True)
        text += f"\n\n{part}"
    return text + "\n"


if __name__ == "__main__":
    sys.exit(main())
