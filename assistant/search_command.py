"""`python -m assistant bronnen zoek`: what is found for a question, and why."""

import argparse
import json
import sys
from typing import Any

from assistant.finding import MOST_FOUND, OWN_FITS, Finder, Found
from assistant.guarding import clean
from assistant.source_wording import say, score_in_dutch
from corpus import Commands, Content
from corpus.originals import Library


def add_command(actions: "argparse._SubParsersAction[Commands]") -> Commands:
    """Put the command among those of `bronnen`; gives it, for the options that all share."""
    searching = actions.add_parser("zoek", help="zoeken in alles waar een antwoord op kan rusten")
    searching.add_argument("question", metavar="VRAAG")
    searching.add_argument("-k", type=int, default=MOST_FOUND, metavar="AANTAL", help="hoeveel passages")
    searching.add_argument("--json", action="store_true", help="elke passage als JSON-regel")
    searching.set_defaults(run=search)
    return searching


def search(options: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Print the passages nearest to a question, with why."""
    if options.k < 1:
        parser.error("geef bij -k een getal van 1 of hoger")
    content, library = Content.load(), Library(options.map)
    finder = Finder.open(content, library, options.store, options.model)
    found = finder.search(clean(options.question).text, options.k)
    for number, one in enumerate(found, start=1):
        print(json.dumps(_row(one), ensure_ascii=False) if options.json else "\n".join(_lines(number, one)))
    if not options.json:
        print(say("zoeken", "uitleg", drempel=score_in_dutch(OWN_FITS)), file=sys.stderr)


def _lines(number: int, found: Found) -> tuple[str, ...]:
    place, match = found.place, found.match
    line = say(
        "zoeken",
        "regel_bladzijde" if place.passage.page else "regel",
        nummer=number,
        samen=score_in_dutch(match.together),
        woorden=score_in_dutch(match.words),
        betekenis=score_in_dutch(match.meaning),
        soort=say("soort", place.kind),
        titel=place.source.short,
        plaats=place.passage.place,
        bladzijde=place.passage.page,
    )
    return line, *(f"   {text}" for text in (place.passage.text.replace("\n", " ")[:200], ""))


def _row(found: Found) -> dict[str, Any]:
    place, match = found.place, found.match
    return {
        "id": place.passage.id,
        "kind": str(place.kind),
        "source": place.source.id,
        "title": place.source.title,
        "heading": place.passage.heading,
        "locator": place.passage.place,
        "page": place.passage.page,
        "text": place.passage.text,
        "words": match.words,
        "meaning": match.meaning,
        "score": round(match.together, 4),
    }
