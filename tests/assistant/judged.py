"""A judged draft and reviews of it, made by hand, so that figures can be counted on paper."""

from collections.abc import Mapping

from assistant.drafting import Draft
from assistant.review import FOUND, Evidence, Finding, Review, ReviewOutcome, Verdict
from corpus import ITEM_IDS, ExampleDraft

TEXT = """\
Toegang
Het wijkteam beslist binnen zes weken. Wij meten de wachttijd elke maand.

Bestuur
Eén wethouder spreekt namens de zeven gemeenten.
"""

DRAFT = ExampleDraft(
    id="d1",
    text=TEXT,
    present=frozenset({"5e"}),
    partial=frozenset({"4d", "1a"}),
    evidence={"5e": ("Wij meten de wachttijd",), "4d": ("Eén wethouder",)},
)
"""5e rests on the second sentence, 4d on the last; 1a is there in part, and nobody told where."""

Found = Mapping[str, tuple[Verdict, float, str]]
"""For an item its verdict, its score, and the words that are its evidence."""


def a_review(text: str, found: Found) -> Review:
    """A review that found these items, and no other."""
    return Review(
        Draft(text), ReviewOutcome.GETOETST, tuple(_finding(text, item, found.get(item)) for item in ITEM_IDS)
    )


def _finding(text: str, item: str, found: tuple[Verdict, float, str] | None) -> Finding:
    verdict, score, quote = found or (Verdict.NIET_GEVONDEN, 0.0, "")
    start = text.index(quote)
    evidence = (Evidence(start, start + len(quote), quote),) if verdict in FOUND else ()
    return Finding(item, verdict, score, evidence, (), (), "", "", ())
