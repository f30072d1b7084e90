"""The command line speaks Dutch, whatever argparse has to say."""

import argparse
import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.commands import ERRORS, Commands, in_dutch

ONLY_FOR_MAKERS = (
    "argument %(argument_name)s",
    ".__call__",
    "conflicting",
    "cannot",
    'argument "-"',
    "invalid option string",
    "invalid conflict",
    "dest=",
    "mutually exclusive",
    "'required'",
    "%r is not callable",
    "%(prog)s: ",
)
"""How sentences of argparse begin that only say what is wrong in a program, or that hold another."""

SHOWN_IN_HELP = ("usage: ", "positional arguments", "options", "show this help message and exit")

ENGLISH = re.compile(
    r"\b(usage|positional|options|arguments?|show|help message|error|required|invalid|choose|expected)\b"
)


def sentences_of_argparse() -> Iterator[str]:
    """Everything that argparse has translated."""
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "ngettext"):
            yield from (a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


def test_every_error_of_argparse_is_told_in_dutch() -> None:
    errors = [said for said in sentences_of_argparse() if not said.startswith((*ONLY_FOR_MAKERS, *SHOWN_IN_HELP))]
    assert len(errors) >= 15
    for said in errors:
        filled = re.sub(r"%(\(\w+\))?[sr]", "3", said)
        assert in_dutch(filled) != filled, said
        assert not ENGLISH.search(in_dutch(f"argument --model: {filled}")), said


def test_every_translation_is_of_something_that_argparse_can_say() -> None:
    known = [re.sub(r"%(\(\w+\))?[sr]", "3", said) for said in sentences_of_argparse()]
    for pattern, _ in ERRORS:
        assert any(re.fullmatch(pattern, said) for said in known), pattern


@pytest.fixture
def parser() -> Commands:
    parser = Commands(prog="proef", description="Een proef.")
    verb = parser.add_subparsers(required=True, metavar="OPDRACHT").add_parser("toets", help="toetsen")
    verb.add_argument("file", metavar="BESTAND")
    verb.add_argument("--nvt", choices=("1a", "1b"))
    verb.add_argument("-k", type=int, metavar="AANTAL")
    return parser


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "proef: hier ontbreekt: OPDRACHT. Met --help ziet u wat er kan."),
        (["toets"], "proef toets: hier ontbreekt: BESTAND. Met --help ziet u wat er kan."),
        (["toets", "x", "--weg"], "proef: '--weg' wordt niet herkend. Met --help ziet u wat er kan."),
        (["toets", "x", "-k"], "proef toets: bij '-k': hier hoort iets achter te staan."),
        (["toets", "x", "-k", "veel"], "proef toets: bij '-k': 'veel' past hier niet. Geef iets anders."),
        (["toets", "x", "--nvt", "9z"], "proef toets: bij '--nvt': '9z' kan niet. Kies uit '1a', '1b'."),
    ],
)
def test_wrong_usage_is_told_in_a_dutch_sentence_and_ends_with_2(
    parser: Commands, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        parser.parse_args(arguments)
    told = capsys.readouterr()
    assert (ended.value.code, told.out) == (2, "")
    assert told.err.startswith("gebruik: proef")
    assert told.err.splitlines()[-1] == said


def test_what_is_dutch_already_stays() -> None:
    assert in_dutch("geef een vraag, of een bestand met --batch") == "geef een vraag, of een bestand met --batch"


@pytest.mark.parametrize(
    "command",
    [
        ["-m", "assistant"],
        ["-m", "assistant", "vraag"],
        ["-m", "assistant", "toets"],
        ["-m", "assistant", "evalueer"],
        ["-m", "index"],
        ["-m", "index", "build"],
        ["-m", "index", "search"],
        ["-m", "index", "train"],
        ["-m", "corpus"],
        ["app.py"],
    ],
    ids=" ".join,
)
def test_the_help_of_every_command_is_dutch(command: list[str]) -> None:
    done = subprocess.run([sys.executable, *command, "--help"], capture_output=True, text=True)
    assert done.returncode == 0
    assert done.stdout.startswith("gebruik: python ")
    assert not ENGLISH.search(done.stdout.replace("--help", ""))
    assert done.stderr == ""
