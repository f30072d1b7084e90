"""The command line in Dutch: argparse, with its own words and its errors in the language of the reader."""

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

ERRORS: tuple[tuple[str, str], ...] = (
    (r"the following arguments are required: (?P<what>.+)", "hier ontbreekt: {what}. Met --help ziet u wat er kan."),
    (r"unrecognized arguments: (?P<what>.+)", "'{what}' wordt niet herkend. Met --help ziet u wat er kan."),
    (
        r"invalid choice: (?P<value>.+?),? (?:maybe.*)?\(choose from (?P<choices>.+)\)",
        "{value} kan niet. Kies uit {choices}.",
    ),
    (r"unknown parser (?P<value>.+) \(choices: (?P<choices>.+)\)", "{value} kan niet. Kies uit {choices}."),
    (r"invalid \S+ value: (?P<value>.+)", "{value} past hier niet. Geef iets anders."),
    (r"expected one argument", "hier hoort iets achter te staan."),
    (r"expected at most one argument", "hier mag hooguit één ding achter staan."),
    (r"expected at least one argument", "hier hoort ten minste één ding achter te staan."),
    (r"expected (?P<count>\d+) arguments?", "hier horen {count} dingen achter te staan."),
    (r"not allowed with argument (?P<what>.+)", "dit gaat niet samen met {what}. Kies één van de twee."),
    (r"ignored explicit argument (?P<value>.+)", "hier hoort niets achter te staan, ook niet {value}."),
    (r"one of the arguments (?P<what>.+) is required", "geef één van deze: {what}."),
    (r"ambiguous option: (?P<what>.+) could match (?P<matches>.+)", "'{what}' kan meer betekenen: {matches}."),
    (r"unexpected option string: (?P<what>.+)", "'{what}' wordt hier niet verwacht."),
    (r"can't open '(?P<what>.+)': .+", "Kan '{what}' niet openen. Controleer de naam."),
)
"""What argparse says of wrong usage, as a pattern, and what we say."""

_ABOUT = re.compile(r"argument (?P<name>[^:]+): (?P<said>.+)", re.DOTALL)


def in_dutch(message: str) -> str:
    """An error of argparse in Dutch, with the argument that it is about; what is Dutch already stays."""
    if about := _ABOUT.fullmatch(message):
        return f"bij '{about['name']}': {in_dutch(about['said'])}"
    for pattern, dutch in ERRORS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            return dutch.format(**found.groupdict())
    return message


class _DutchHelp(argparse.HelpFormatter):
    """Help that begins with "gebruik:"."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


class Commands(argparse.ArgumentParser):
    """A parser of a command line that speaks Dutch, as do the parsers of its verbs; wrong usage ends with 2."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _DutchHelp, **options, "add_help": False})
        self._positionals.title = "wat u geeft"
        self._optionals.title = "wat u kunt kiezen"
        self.add_argument("-h", "--help", action="help", help="laat deze uitleg zien")

    def error(self, message: str) -> NoReturn:
        """Print how it is used and what is wrong, and end with 2."""
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {in_dutch(message)}\n")
