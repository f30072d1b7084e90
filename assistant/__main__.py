"""`python -m assistant`: the assistant on the command line."""

import argparse
import json
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from assistant.assistant import Assistant, default_store
from assistant.guarding import LONGEST_TEXT
from assistant.rendering import as_json, as_markdown
from assistant.reporting import check_place, write_report
from assistant.review import Scope
from assistant.review_rendering import review_as_json, review_as_markdown
from assistant.saving import refuse_unfit
from assistant.scaffold import Plan, write_scaffold
from assistant.sources_command import add_commands
from corpus import ITEM_IDS, PARTS, Commands, Content, ContentError, InputError
from corpus.reading import read_apart

OWN = Path()
"""Stands for the project's own drafts, when `--concepten` names no file."""


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
    if options.eerder and options.batch:
        parser.error("--eerder gaat over één concept, en gaat niet samen met --batch")
    if options.eerder == options.file == "-":
        parser.error("de invoer (-) kan maar één versie zijn: geef de andere als bestand")
    scope = Scope(tuple(options.nvt), options.heel)
    if options.batch:
        lines = _lines(options.batch)
        assistant = Assistant.open(options.store, options.model)
        for number, line in ((n, line) for n, line in enumerate(lines, start=1) if line.strip()):
            _print(_reviewed(assistant, _row(line), number, scope))
        return
    if options.rapport:
        check_place(options.rapport, *(Path(name) for name in (options.file, options.eerder) if name))
    text = _draft_text(options.file)
    earlier = _draft_text(options.eerder) if options.eerder else None
    assistant = Assistant.open(options.store, options.model)
    comparison = assistant.compare(earlier, text, scope) if earlier is not None else None
    reviewed = comparison.after if comparison else assistant.review(text, scope)
    if options.json:
        _print({"text": text, **review_as_json(reviewed, comparison)})
    else:
        print(review_as_markdown(reviewed, assistant.content, comparison), end="")
    if options.rapport:
        name = "" if options.file == "-" else Path(options.file).name
        write_report(reviewed, assistant.content, options.rapport, name, comparison)
        print(f"Rapport geschreven naar '{options.rapport}'.", file=sys.stderr)


def _reviewed(assistant: Assistant, row: dict[str, Any], number: int, scope: Scope) -> dict[str, Any]:
    if "id" not in row or not isinstance(row.get("text"), str):
        wrong = f"Regel {number} is geen JSON met 'id' en 'text'. Verbeter de regel en probeer het opnieuw."
        return {"id": row.get("id"), "error": wrong}
    return {"id": row["id"], **review_as_json(assistant.review(row["text"], scope))}


def _draft_text(name: str) -> str:
    """The text of a draft: of a file of a known form, or of standard input for '-'."""
    if name != "-":
        return read_apart(Path(name)).text
    try:
        return sys.stdin.buffer.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError("Kan de invoer niet lezen: het is geen tekst in UTF-8. Sla het zo op.") from error


def evaluate(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Print the figures on what is held out, or on a file; InputError when one is below its floor."""
    from assistant import measuring  # noqa: PLC0415  so that a question need not wait for it

    if options.bewaar and options.concepten is not OWN:
        parser.error("--bewaar hoort bij --concepten zonder bestand: het meet de eigen concepten")
    if options.concepten and (options.vragen or options.ijk):
        parser.error("--concepten gaat niet samen met --vragen of --ijk")
    if options.rapport:
        refuse_unfit(options.rapport, *(path for path in (options.vragen, options.concepten) if path))
    if options.concepten:
        own = options.concepten is OWN
        measuring.measure_drafts(options, None if own else options.concepten)
    else:
        measuring.measure_questions(options)


def scaffold(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Write a Word file to start writing from."""
    plan = Plan.of(options.regio, options.provincie, options.hoofdstuk, options.nvt)
    write_scaffold(plan, Content.load(), options.file)
    print(f"Raamwerk geschreven naar '{options.file}'.", file=sys.stderr)


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
            "Verbeter de regel en probeer het opnieuw."
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


def _item(typed: str) -> str:
    """The id of an item, however its letters were typed: "b2A" is B2a."""
    return typed.lower().replace("b", "B", 1) if typed[:1] in "bB" else typed.lower()


def _parser() -> argparse.ArgumentParser:
    parser = Commands(prog="python -m assistant", description="Hulp bij het schrijven van een regiovisie.")
    commands = parser.add_subparsers(required=True, metavar="OPDRACHT")
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
        "--eerder", metavar="OUD", help="een eerdere versie: u ziet ook wat beter werd, wat minder en wat gelijk bleef"
    )
    reviewing.add_argument(
        "--rapport", type=Path, metavar="UIT.docx", help="schrijf ook een rapport: Word (.docx), .md of .json"
    )
    reviewing.add_argument(
        "--nvt",
        nargs="*",
        default=[],
        type=_item,
        choices=ITEM_IDS,
        metavar="ONDERDEEL",
        help="niet van toepassing, bijvoorbeeld B2a",
    )
    reviewing.add_argument(
        "--heel", action="store_true", help="dit is de hele regiovisie: ook waar niets over staat, is dan niet gevonden"
    )
    reviewing.set_defaults(run=review)
    starting = commands.add_parser("raamwerk", help="een Word-bestand maken om mee te beginnen")
    starting.add_argument("file", type=Path, metavar="UIT.docx", help="het Word-bestand dat u krijgt")
    starting.add_argument("--regio", default="", metavar="NAAM", help="de naam van uw regio")
    starting.add_argument("--provincie", default="", metavar="NAAM", help="de provincie van uw regio")
    starting.add_argument(
        "--hoofdstuk",
        nargs="+",
        default=list(PARTS),
        choices=PARTS,
        metavar="NUMMER",
        help="1 tot en met 5, B1, B2, B3",
    )
    starting.add_argument(
        "--nvt", nargs="*", default=[], type=_item, choices=ITEM_IDS, metavar="ONDERDEEL", help="zoals bij toets"
    )
    starting.set_defaults(run=scaffold)
    measuring = commands.add_parser("evalueer", help="meten hoe goed de antwoorden zijn")
    measuring.add_argument("--vragen", type=Path, metavar="BESTAND", help="eigen vragen, een per regel, als JSON")
    measuring.add_argument(
        "--concepten",
        type=Path,
        nargs="?",
        const=OWN,
        metavar="BESTAND",
        help="meten hoe goed de toets is, op de eigen concepten of die van een bestand, een per regel, als JSON",
    )
    measuring.add_argument("--rapport", type=Path, metavar="BESTAND", help="schrijf een rapport als HTML-bestand")
    measuring.add_argument("--ijk", action="store_true", help="stel de drempels eerst in op het model (--model)")
    measuring.add_argument(
        "--bewaar", action="store_true", help="meet ook per onderdeel hoe betrouwbaar de toets is, en bewaar dat"
    )
    measuring.set_defaults(run=evaluate)
    for command in (asking, reviewing, measuring):
        command.add_argument("--model", metavar="MODEL", help="naam of map van een sentence-transformersmodel")
        command.add_argument("--store", type=Path, metavar="MAP", default=default_store(), help="map van de index")
    add_commands(commands)
    return parser


if __name__ == "__main__":
    sys.exit(main())
