"""`python -m assistant`: the assistant on the command line."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from assistant.assistant import DEFAULT_STORE, STORE_VARIABLE, Assistant
from assistant.guarding import LONGEST_TEXT
from assistant.rendering import as_json, as_markdown, review_as_json, review_as_markdown
from assistant.reporting import check_place, write_report
from assistant.sources_command import add_commands
from corpus import ITEM_IDS, ContentError, InputError
from corpus.reading import read_apart


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 0 done, 1 the input could not be used, 2 wrong usage."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # the contract: UTF-8, whatever the terminal says
    try:
        options.run(options, parser)
    except (InputError, ContentError) as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
    except KeyboardInterrupt:
        return 130
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


def review(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Review one draft, or each draft of a batch."""
    if (options.file is None) == (options.batch is None):
        parser.error("geef een bestand (of - voor de invoer), of een bestand met --batch")
    if options.batch and options.rapport:
        parser.error("--rapport gaat over één concept, en gaat niet samen met --batch")
    if options.batch:
        lines = _lines(options.batch)
        assistant = Assistant.open(options.store, options.model)
        for number, line in ((n, line) for n, line in enumerate(lines, start=1) if line.strip()):
            _print(_reviewed(assistant, _row(line), number, tuple(options.nvt)))
        return
    if options.rapport:
        check_place(options.rapport, Path(options.file))
    text = _draft_text(options.file)
    assistant = Assistant.open(options.store, options.model)
    reviewed = assistant.review(text, tuple(options.nvt))
    if options.json:
        _print({"text": text, **review_as_json(reviewed)})
    else:
        print(review_as_markdown(reviewed, assistant.content), end="")
    if options.rapport:
        name = "" if options.file == "-" else Path(options.file).name
        write_report(reviewed, assistant.content, options.rapport, name)
        print(f"Rapport geschreven naar '{options.rapport}'.", file=sys.stderr)


def _reviewed(
    assistant: Assistant, row: dict[str, Any], number: int, not_applicable: tuple[str, ...]
) -> dict[str, Any]:
    if "id" not in row or not isinstance(row.get("text"), str):
        wrong = f"Regel {number} is geen JSON met 'id' en 'text'. Verbeter de regel en probeer opnieuw."
        return {"id": row.get("id"), "error": wrong}
    return {"id": row["id"], **review_as_json(assistant.review(row["text"], not_applicable))}


def _draft_text(name: str) -> str:
    """The text of a draft: of a file of a known form, or of standard input for '-'."""
    if name != "-":
        return read_apart(Path(name)).text
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("Kan de invoer niet lezen: het is geen tekst in UTF-8. Sla het zo op.") from error


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
        if not line.strip():
            continue
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
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _question(row: dict[str, Any], number: int) -> tuple[str, tuple[str, ...]]:
    """The question of a batch line and the earlier ones; InputError when the line is not of that form."""
    text, history = row.get("question"), row.get("history") or []
    strings = isinstance(history, list) and all(isinstance(earlier, str) for earlier in history)
    if "id" not in row or not isinstance(text, str) or not strings:
        raise InputError(
            f"Regel {number} is geen JSON met 'id', 'question' (tekst) en zo nodig 'history' (een lijst met tekst). "
            "Verbeter de regel en probeer opnieuw."
        )
    return text, tuple(earlier[:LONGEST_TEXT] for earlier in history)


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").split("\n")
    except FileNotFoundError as error:
        raise InputError(f"Kan '{path}' niet lezen: het bestand bestaat niet. Controleer de naam.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"Kan '{path}' niet lezen: het is geen tekst in UTF-8. Sla het zo op.") from error


def _print(row: dict[str, Any]) -> None:
    text = json.dumps(row, ensure_ascii=False)
    print(text.encode("utf-8", "replace").decode("utf-8"))


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
    reviewing = commands.add_parser("toets", help="een concept toetsen aan de checklist")
    reviewing.add_argument(
        "file", nargs="?", metavar="BESTAND", help="docx, pdf, odt, md, txt of html; - voor de invoer"
    )
    reviewing.add_argument("--json", action="store_true", help="de toets als JSON")
    reviewing.add_argument("--batch", type=Path, metavar="BESTAND", help="een concept per regel, als JSON")
    reviewing.add_argument(
        "--rapport", type=Path, metavar="UIT.docx", help="schrijf ook een rapport: Word (.docx), .md of .json"
    )
    reviewing.add_argument(
        "--nvt",
        nargs="*",
        default=[],
        choices=ITEM_IDS,
        metavar="ONDERDEEL",
        help="niet van toepassing, bijvoorbeeld B2a",
    )
    reviewing.set_defaults(run=review)
    measuring = commands.add_parser("evalueer", help="meten hoe goed de antwoorden zijn")
    measuring.add_argument("--vragen", type=Path, metavar="BESTAND", help="eigen vragen, een per regel, als JSON")
    measuring.add_argument("--rapport", type=Path, metavar="BESTAND", help="schrijf een rapport als HTML-bestand")
    measuring.add_argument("--ijk", action="store_true", help="stel de drempels eerst in op het model (--model)")
    measuring.set_defaults(run=evaluate)
    for command in (asking, reviewing, measuring):
        command.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")
        command.add_argument("--store", type=Path, metavar="MAP", default=_default_store())
    add_commands(commands)
    return parser


def _default_store() -> Path:
    return Path(os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)


if __name__ == "__main__":
    sys.exit(main())
