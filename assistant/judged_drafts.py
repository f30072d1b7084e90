"""A judged draft beside what the review made of it: item for item, quote for quote."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from assistant.review import FOUND, Evidence, Finding, Review, Verdict
from corpus import ITEM_IDS, ExampleDraft

Reviewing = Callable[[str], Review]
"""What reviews the text of a draft."""

CLASSES = (Verdict.AANWEZIG, Verdict.GEDEELTELIJK, Verdict.NIET_GEVONDEN)
"""The three verdicts that a judged draft knows; "not in this part" counts as not found."""


@dataclass(frozen=True)
class JudgedItem:
    """One item of one draft: what is right, and what the review found (None when it did not review)."""

    draft: ExampleDraft
    item: str
    finding: Finding | None

    @property
    def wanted(self) -> Verdict:
        """What is right."""
        if self.item in self.draft.present:
            return Verdict.AANWEZIG
        return Verdict.GEDEELTELIJK if self.item in self.draft.partial else Verdict.NIET_GEVONDEN

    @property
    def said(self) -> Verdict:
        """What the review says, as one of the three."""
        return self.finding.verdict if self.finding and self.finding.verdict in FOUND else Verdict.NIET_GEVONDEN

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What the review rests on."""
        return self.finding.evidence if self.finding else ()

    @property
    def presence(self) -> tuple[bool, bool]:
        """Whether the item is there, whole or in part, and whether the review says so."""
        return self.wanted in FOUND, self.said in FOUND

    def in_place(self) -> list[bool]:
        """For each piece of evidence whether it touches words that the item truly rests on."""
        places = list(places_of(self.draft, self.item))
        return [any(touch(piece, place) for place in places) for piece in self.evidence]

    def verbatim(self) -> list[bool]:
        """For each piece of evidence whether it stands in the draft letter for letter, where it says."""
        return [self.draft.text[piece.start : piece.end] == piece.quote for piece in self.evidence]


def judged_items(review: Reviewing, drafts: Iterable[ExampleDraft]) -> list[JudgedItem]:
    """Every item of every draft, reviewed."""
    judged = []
    for draft in drafts:
        findings = {finding.item: finding for finding in review(draft.text).findings}
        judged += [JudgedItem(draft, item, findings.get(item)) for item in ITEM_IDS]
    return judged


def mistaken(judged: JudgedItem) -> Iterator[str]:
    """The items whose own words the review took for evidence of this one, that rests elsewhere or is not there."""
    draft = judged.draft
    for piece, right in zip(judged.evidence, judged.in_place(), strict=True):
        if right:
            yield judged.item
            continue
        for other in draft.evidence:
            if other != judged.item and any(touch(piece, place) for place in places_of(draft, other)):
                yield other


def places_of(draft: ExampleDraft, item: str) -> Iterator[tuple[int, int]]:
    """The (start, end) in the draft of the words that the item rests on, wherever they stand."""
    for quote in draft.evidence.get(item, ()):
        start = draft.text.find(quote)
        while start >= 0:
            yield start, start + len(quote)
            start = draft.text.find(quote, start + len(quote))


def touch(piece: Evidence, place: tuple[int, int]) -> bool:
    """Whether the evidence and the place have at least a letter in common."""
    return piece.start < place[1] and place[0] < piece.end
