"""A search in everything that an answer can rest on -> what the tab "Bronnen" shows of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.finding import Found
from assistant.guarding import clean
from assistant.page.telling import told
from assistant.places import Span, document_address
from assistant.rendering import templates
from assistant.source_wording import score_in_dutch
from assistant.types import CitationKind

Search = Callable[[str], Sequence[Found]]

LOWEST_SHOWN = 0.10
"""A match below this is chance: the best match of words that stand nowhere ('xyzzy', 'appeltaart') is 0.09."""

LONGEST_SHOWN = 320
"""Characters of a passage in the list; the rest is read at its place."""

_IN_A_DOCUMENT = (CitationKind.ORIGINEEL, CitationKind.EIGEN)


@dataclass(frozen=True, slots=True)
class Result:
    """A passage that was found, as it is shown."""

    found: Found
    address: str
    whose: str
    text: str


def found_html(question: str, search: Search) -> str:
    """What was found, best first; InputError when the question is empty or too long."""
    asked = clean(question).text
    results = [_result(found) for found in search(asked) if found.match.together >= LOWEST_SHOWN]
    return templates().get_template("gevonden.html.j2").render(asked=asked, results=results, score=score_in_dutch)


def _result(found: Found) -> Result:
    text = found.place.passage.text
    short = text if len(text) <= LONGEST_SHOWN else f"{text[:LONGEST_SHOWN].rsplit(' ', 1)[0]} …"
    return Result(found, _address(found), told(f"uit_{found.place.kind}"), short)


def _address(found: Found) -> str:
    """Where the passage stands: in its document, marked; or on our page of its source."""
    passage = found.place.passage
    document, place = passage.id.split("/")
    if found.place.kind in _IN_A_DOCUMENT:
        return document_address(document, Span(int(place), int(place) + len(passage.text)))
    return f"bron/{document}#{place}"
