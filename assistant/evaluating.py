"""How good the answers are: on the questions held out, or on a file of the same form."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import numpy as np

from assistant.assistant import Assistant
from assistant.rendering import templates
from assistant.scoring import Bin, bins, calibration_error, figure_lines, worse_than
from assistant.thresholds import Thresholds
from assistant.types import Outcome
from corpus import BUITEN, ExampleQuestion, InputError

FLOORS = {
    "hit@1": 0.90,
    "recall@3": 0.95,
    "vervolg hit@1": 0.78,
    "geweigerd van buiten": 0.92,
    "ten onrechte geweigerd": 0.03,
    "ijkfout": 0.06,
}
"""Under these (above, for the last two) the evaluation fails: a little under what was measured in November 2026."""

SMALLER_IS_BETTER = ("ten onrechte geweigerd", "ijkfout")


@dataclass(frozen=True)
class Judged:
    """One question with what the assistant made of it."""

    example: ExampleQuestion
    ranking: tuple[str, ...]
    score: float
    refused: bool

    @property
    def kind(self) -> str:
        """Which sort of question it is."""
        if self.example.labels == (BUITEN,):
            return "buiten"
        if self.example.history:
            return "vervolg"
        return "twee onderwerpen" if len(self.example.labels) > 1 else "een onderwerp"

    @property
    def hit(self) -> bool:
        """Whether the first guide is a right one."""
        return self.ranking[0] in self.example.labels

    @property
    def recall(self) -> float:
        """Share of the right guides among the first three."""
        return len(set(self.example.labels) & set(self.ranking[:3])) / len(self.example.labels)


@dataclass(frozen=True)
class Report:
    """What came out, and the figures."""

    judged: tuple[Judged, ...]

    @property
    def inside(self) -> list[Judged]:
        """The questions that the sources answer."""
        return [judged for judged in self.judged if judged.kind != "buiten"]

    @property
    def figures(self) -> dict[str, float]:
        """The figures by name; those without a question are left out."""
        outside = [judged for judged in self.judged if judged.kind == "buiten"]
        values: dict[str, list[float]] = {
            "hit@1": [judged.hit for judged in self.inside],
            "recall@3": [judged.recall for judged in self.inside],
            "vervolg hit@1": [judged.hit for judged in self.inside if judged.kind == "vervolg"],
            "geweigerd van buiten": [judged.refused for judged in outside],
            "ten onrechte geweigerd": [judged.refused for judged in self.inside],
        }
        figures = {name: fmean(found) for name, found in values.items() if found}
        return {**figures, "ijkfout": self.calibration_error} if self.inside else figures

    @property
    def below(self) -> list[str]:
        """The figures that are worse than their floor."""
        return worse_than(FLOORS, self.figures, SMALLER_IS_BETTER)

    def bins(self) -> list[Bin]:
        """Of questions with about the same score: the mean score, and the share that was right."""
        return bins((judged.score, judged.hit) for judged in self.inside)

    @property
    def calibration_error(self) -> float:
        """How far the scores are from the share that was right."""
        return calibration_error(self.bins())

    def by_label(self) -> dict[str, tuple[int, float, float]]:
        """For each guide: how many questions, hit@1, recall@3."""
        grouped: dict[str, list[Judged]] = defaultdict(list)
        for judged in self.inside:
            grouped[judged.example.labels[0]].append(judged)
        return {label: (len(g), fmean(j.hit for j in g), fmean(j.recall for j in g)) for label, g in grouped.items()}

    def by_kind(self) -> dict[str, tuple[int, float]]:
        """For each sort of question: how many, and the share that ended well."""
        grouped: dict[str, list[Judged]] = defaultdict(list)
        for judged in self.judged:
            grouped[judged.kind].append(judged)
        return {
            kind: (len(g), fmean(j.refused if kind == "buiten" else j.hit and not j.refused for j in g))
            for kind, g in grouped.items()
        }

    def confusion(self) -> Counter[tuple[str, str]]:
        """How often a question about the first guide was taken for the second one."""
        return Counter((judged.example.labels[0], judged.ranking[0]) for judged in self.inside if not judged.hit)


def evaluate(assistant: Assistant, examples: Iterable[ExampleQuestion]) -> Report:
    """Ask every example and keep what came out."""
    judged = []
    for example in examples:
        route = assistant.ask(example.text, example.history).route
        ranking = tuple(ranked.id for ranked in route.ranking)
        judged.append(Judged(example, ranking, route.ranking[0].score, route.outcome is Outcome.GEEN_BRON))
    return Report(tuple(judged))


def calibrated(assistant: Assistant, examples: Sequence[ExampleQuestion]) -> Thresholds:
    """The thresholds that fit the model in use, from questions it did not learn from."""
    alone = [example for example in examples if not example.history]
    margins = [assistant.classifier.margins(example.text) for example in alone]
    names = np.array(assistant.classifier.guides)
    right = [None if example.labels == (BUITEN,) else np.isin(names, example.labels) for example in alone]
    outside = np.array([margin.how_far_outside for margin in margins], dtype=np.float32)
    return Thresholds.fitted(np.array([margin.guides for margin in margins]), outside, right)


def read_questions(path: Path) -> list[ExampleQuestion]:
    """A file with a line `{"question", "gold": [...], "history": [...]}` a question; InputError when it is not one."""
    try:
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        return [
            ExampleQuestion(text=row["question"], labels=tuple(row["gold"]), history=tuple(row.get("history") or ()))
            for row in rows
        ]
    except FileNotFoundError as error:
        raise InputError(f"Kan '{path}' niet lezen: het bestand bestaat niet. Controleer de naam.") from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"Kan '{path}' niet lezen: geef per regel JSON met 'question' en 'gold' (een lijst van onderdelen)."
        ) from error


def as_text(report: Report) -> str:
    """The figures as lines to read."""
    lines = figure_lines(report.figures, FLOORS, report.below)
    lines += ["", f"{'onderdeel':22} {'vragen':>6} {'hit@1':>6} {'recall@3':>8}"]
    lines += [f"{n:22} {count:6} {hit:6.2f} {recall:8.2f}" for n, (count, hit, recall) in report.by_label().items()]
    lines += ["", "meest verward (hoort bij -> gaf)"]
    lines += [f"{right} -> {given}: {count}" for (right, given), count in report.confusion().most_common(8)]
    return "\n".join(lines)


def as_page(report: Report, labels: Sequence[str]) -> str:
    """The figures as a page, with the calibration plot and the confusion as pictures."""
    heat = Counter((judged.example.labels[0], judged.ranking[0]) for judged in report.inside)
    return (
        templates()
        .get_template("evaluatie.html.j2")
        .render(report=report, labels=list(labels), heat=heat, floors=FLOORS)
    )
