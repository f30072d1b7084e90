"""The nouns of a review: what was found of each checklist item in a draft, and where."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.drafting import Draft
from assistant.types import Citation
from corpus import ITEM_IDS


class Verdict(StrEnum):
    """What a review says of an item."""

    AANWEZIG = "aanwezig"
    GEDEELTELIJK = "gedeeltelijk"
    NIET_GEVONDEN = "niet gevonden"
    NIET_IN_DIT_DEEL = "niet in dit deel"
    NIET_VAN_TOEPASSING = "niet van toepassing"


FOUND = (Verdict.AANWEZIG, Verdict.GEDEELTELIJK)


class ReviewOutcome(StrEnum):
    """How a review ends."""

    GETOETST = "getoetst"
    TE_KORT = "te_kort"
    GEEN_REGIOVISIE = "geen_regiovisie"


@dataclass(frozen=True, slots=True)
class Scope:
    """What of the checklist counts for a draft: all but the items that are `not_applicable` to this region.

    `whole`: the draft is the whole regiovisie, so that nothing of what it lacks is "not in this part".
    """

    not_applicable: tuple[str, ...] = ()
    whole: bool = False


EVERYTHING = Scope()
"""All 26 items; whether a draft is a whole regiovisie is inferred from what it is about."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Characters `start` to `end` of the draft, on which a verdict rests."""

    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class ElementFinding:
    """Whether an element was met, and by which pieces of evidence (their places in the finding's list)."""

    id: str
    met: bool
    evidence: tuple[int, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What a review says of one item."""

    item: str
    verdict: Verdict
    score: float
    evidence: tuple[Evidence, ...]
    elements: tuple[ElementFinding, ...]
    missing: tuple[str, ...]
    advice: str
    template: str
    citations: tuple[Citation, ...]
    check_yourself: bool = False
    """Whether this item is judged less surely than others, as measured on drafts held out."""

    def __post_init__(self) -> None:
        if (self.verdict in FOUND) != bool(self.evidence):
            raise ValueError(f"item {self.item!r}: {self.verdict} with {len(self.evidence)} pieces of evidence")
        for element in self.elements:
            if any(not 0 <= number < len(self.evidence) for number in element.evidence):
                raise ValueError(f"item {self.item!r}: element {element.id!r} names evidence that is not there")


@dataclass(frozen=True)
class Review:
    """A draft with a finding for each of the 26 items, in their order; none when it was not reviewed."""

    draft: Draft
    outcome: ReviewOutcome
    findings: tuple[Finding, ...]

    def __post_init__(self) -> None:
        wanted = ITEM_IDS if self.outcome is ReviewOutcome.GETOETST else ()
        if tuple(finding.item for finding in self.findings) != tuple(wanted):
            raise ValueError("a review has exactly one finding an item, in order")
        for finding in self.findings:
            for evidence in finding.evidence:
                if self.draft.text[evidence.start : evidence.end] != evidence.quote:
                    raise ValueError(f"evidence of item {finding.item!r} does not stand in the draft")

    def verdicts(self) -> dict[str, Verdict]:
        """The verdict of each item by its id."""
        return {finding.item: finding.verdict for finding in self.findings}

    def counts(self) -> dict[Verdict, int]:
        """How many items have each verdict."""
        return {verdict: sum(f.verdict is verdict for f in self.findings) for verdict in Verdict}
