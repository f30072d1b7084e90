"""`python -m assistant`: the assistant on the command line."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.assistant import DEFAULT_STORE, STORE_VARIABLE, Assistant
from assistant.rendering import as_json, as_markdown
from corpus import ContentError, InputError


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 done, 1 the input could not be used, 2 wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        options.run(options, parser)
    except (InputError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def ask(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Answer one question, or each question of a batch."""
    if (options.question is None) == (options.batch is None):
        parser.error("geef een vraag, of een bestand met --batch")
    lines = _lines(options.batch) if options.batch else []
    assistant = Assistant.open(options.store, options.model)
    if options.batch:
        for row in _answers(assistant, lines):
            _print(row)
        return
    answer = assistant.ask(options.question)
    if options.json:
        _print(as_json(answer, assistant.content))
    else:
        print(as_markdown(answer, assistant.content), end="")


def evaluate(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Print the figures on the questions held out, or on a file; InputError when one is below its floor."""
    from assistant import evaluating  # noqa: PLC0415  so that a question need not wait for it

    asked = evaluating.read_questions(options.vragen) if options.vragen else None
    assistant = Assistant.open(options.store, options.model)
    if options.ijk:
        thresholds = evaluating.calibrated(assistant, assistant.content.examples(held_out=True))
        thresholds.save(assistant.store.folder())
        print(f"Geijkt voor dit model: {thresholds}", file=sys.stderr)
        assistant = Assistant.open(options.store, options.model)
    report = evaluating.evaluate(assistant, asked or assistant.content.examples(held_out=True))
    print(evaluating.as_text(report))
    if options.rapport:
        options.rapport.write_text(evaluating.as_page(report, list(assistant.content.guides)), encoding="utf-8")
        print(f"Rapport geschreven naar '{options.rapport}'.", file=sys.stderr)
    if report.below and not options.vragen:
        raise InputError(f"Onder de vloer: {', '.join(report.below)}. Kijk in het rapport wat er niet goed ging.")


def _answers(assistant: Assistant, lines: list[str]) -> Iterator[dict[str, Any]]:
    for number, line in enumerate(lines, start=1):
        row = _row(line)
        try:
            text, history = _question(row, number)
            yield {"id": row.get("id"), **as_json(assistant.ask(text, history), assistant.content)}
        except InputError as error:
            yield {"id": row.get("id"), "error": str(error)}


def _row(line: str) -> dict[str, Any]:
    """The JSON object of a batch line; empty when it is not one."""
    try:
        row = json.loads(line)
    except ValueError:
        return {}
    return row if isinstance(row, dict) else {}


def _question(row: dict[str, Any], number: int) -> tuple[str, tuple[str, ...]]:
    """The question of a batch line and the earlier ones; InputError when the line is not of that form."""
    text, history = row.get("question"), row.get("history") or []
    if "id" not in row or not isinstance(text, str) or not isinstance(history, list):
        raise InputError(f"Regel {number} is geen JSON met 'id' en 'question'. Verbeter de regel en probeer opnieuw.")
    return text, tuple(str(earlier) for earlier in history)


def _lines(path: Path) -> list[str]:
    try:
        return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except FileNotFoundError as error:
        raise InputError(f"Kan '{path}' niet lezen: het bestand bestaat niet. Controleer de naam.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Kan '{path}' niet lezen: het is geen tekst in UTF-8. Sla het zo op.") from error


def _print(row: dict[str, Any]) -> None:
    print(json.dumps(row, ensure_ascii=False))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m assistant", description="Hulp bij het schrijven van een regiovisie."
    )
    commands = parser.add_subparsers(required=True)
    asking = commands.add_parser("vraag", help="een vraag stellen")
    asking.add_argument("question", nargs="?", metavar="VRAAG")
    asking.add_argument("--json", action="store_true", help="het antwoord als JSON")
    asking.add_argument("--batch", type=Path, metavar="BESTAND", help="een vraag per regel, als JSON")
    asking.set_defaults(run=ask)
    measuring = commands.add_parser("evalueer", help="meten hoe goed de antwoorden zijn")
    measuring.add_argument("--vragen", type=Path, metavar="BESTAND", help="eigen vragen, een per regel, als JSON")
    measuring.add_argument("--rapport", type=Path, metavar="BESTAND", help="schrijf een rapport als HTML-bestand")
    measuring.add_argument("--ijk", action="store_true", help="stel de drempels eerst in op het model (--model)")
    measuring.set_defaults(run=evaluate)
    for command in (asking, measuring):
        command.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")
        command.add_argument("--store", type=Path, metavar="MAP", default=_default_store())
    return parser


def _default_store() -> Path:
    return Path(os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)


if __name__ == "__main__":
    sys.exit(main())
