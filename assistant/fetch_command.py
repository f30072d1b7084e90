"""`python -m assistant bronnen ophalen`: the originals of sources, from their publishers."""

import argparse
import sys

from assistant.finding import Finder
from corpus import Commands, Content, InputError
from corpus.originals import Library


def add_command(actions: "argparse._SubParsersAction[Commands]") -> Commands:
    """Put the command among those of `bronnen`; gives it, for the options that all share."""
    fetching = actions.add_parser("ophalen", help="originelen ophalen bij de uitgevers, via internet")
    fetching.add_argument("ids", nargs="*", metavar="ID", help="welke bronnen; anders alle")
    fetching.add_argument("--opnieuw", action="store_true", help="ook wat er al is")
    fetching.set_defaults(run=fetch)
    return fetching


def fetch(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Fetch originals, a line a source; InputError when not one of them is there afterwards."""
    from assistant.obtaining import Obtainer, Step, summary  # noqa: PLC0415  httpx: only needed here

    content, library = Content.load(), Library(options.map)
    obtainer = Obtainer(content, library, Finder.open(content, library, options.store, options.model))
    steps = list[Step]()
    for step in obtainer.fetch(options.ids, again=options.opnieuw):
        if step.last:
            steps.append(step)
            _clear_line()
            print(step.text, flush=True)
        elif sys.stderr.isatty():
            _clear_line()
            print(step.text, end="", file=sys.stderr, flush=True)
    if not any(step.present for step in steps):
        raise InputError(summary(steps))
    print(summary(steps), file=sys.stderr)


def _clear_line() -> None:
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr)
