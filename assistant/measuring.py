"""`python -m assistant evalueer`: measure, print the figures, write the report, and fail under a floor."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.assistant import Assistant
from assistant.evaluating import as_page, as_text, calibrated, evaluate, read_questions
from assistant.evaluating_drafts import drafts_as_page, drafts_as_text, evaluate_drafts
from assistant.gold_drafts import GoldDrafts
from assistant.reliability import MEASURED
from assistant.reliability_measuring import measure_reliability
from assistant.saving import replace_file
from corpus import InputError


def measure_questions(options: argparse.Namespace) -> None:
    """The answers, on the questions held out or on those of a file."""
    asked = read_questions(options.vragen) if options.vragen else None
    assistant = Assistant.open(options.store, options.model)
    if options.ijk:
        thresholds = calibrated(assistant, assistant.content.examples(held_out=True))
        thresholds.save(assistant.store.folder())
        _say(f"Geijkt voor dit model: {thresholds}")
        assistant = Assistant.open(options.store, options.model)
    report = evaluate(assistant, asked or assistant.content.examples(held_out=True))
    print(as_text(report))
    if options.rapport:
        _write(options.rapport, as_page(report, list(assistant.content.guides)))
    if not options.vragen:
        _refuse(report.below)


def measure_drafts(options: argparse.Namespace, path: Path | None) -> None:
    """The reviews, on the drafts held out or on those of the file at `path`."""
    gold = GoldDrafts.from_file(path) if path else None
    assistant = Assistant.open(options.store, options.model)
    report = evaluate_drafts(assistant, gold or GoldDrafts.held_out(assistant.content))
    print(drafts_as_text(report))
    if options.rapport:
        _write(options.rapport, drafts_as_page(report))
    if options.bewaar:
        _say("De betrouwbaarheid per onderdeel wordt gemeten. Dat duurt enkele minuten.")
        features = assistant.classifier.features
        measure_reliability(assistant.content, features.analyzer, features.encoder, _say).save()
        _say(f"Betrouwbaarheid per onderdeel bewaard in '{MEASURED.name}'.")
    if path is None:
        _refuse(report.below)


def _write(path: Path, page: str) -> None:
    replace_file(path, page.encode())
    _say(f"Rapport geschreven naar '{path}'.")


def _refuse(below: Sequence[str]) -> None:
    """InputError when a figure is below its floor."""
    if below:
        raise InputError(f"Onder de vloer: {', '.join(below)}. Kijk in het rapport wat er niet goed ging.")


def _say(line: str) -> None:
    print(line, file=sys.stderr)
