"""Two versions of a draft -> what became better, what became less, and what stayed."""

from dataclasses import dataclass
from enum import StrEnum

from assistant.review import Evidence, Finding, Review, ReviewOutcome, Verdict

_RANK = {Verdict.AANWEZIG: 2, Verdict.GEDEELTELIJK: 1}
"""How much of an item is there; with any other verdict nothing."""


class Change(StrEnum):
    """What became of an item between two versions."""

    VERBETERD = "verbeterd"
    MINDER = "minder geworden"
    GELIJK = "gelijk gebleven"


@dataclass(frozen=True)
class ItemChange:
    """One item in both versions: elements that came and went (by id), and evidence that is new or gone."""

    before: Finding
    after: Finding
    new: tuple[Evidence, ...]
    """Evidence of the later version whose words do not stand in the earlier one."""
    gone: tuple[Evidence, ...]
    """Evidence of the earlier version whose words do not stand in the later one."""

    def __post_init__(self) -> None:
        if self.before.item != self.after.item:
            raise ValueError(f"two items: {self.before.item!r} and {self.after.item!r}")
        if not set(self.new) <= set(self.after.evidence) or not set(self.gone) <= set(self.before.evidence):
            raise ValueError(f"item {self.item!r}: evidence that is of neither version")

    @property
    def item(self) -> str:
        """The id of the item."""
        return self.after.item

    @property
    def newly_met(self) -> tuple[str, ...]:
        """Ids of the elements that were found only in the later version."""
        earlier = _met(self.before)
        return tuple(element for element in _met(self.after) if element not in earlier)

    @property
    def lost(self) -> tuple[str, ...]:
        """Ids of the elements that were found only in the earlier version; none when the item is complete now."""
        later = _met(self.after)
        complete = self.after.verdict is Verdict.AANWEZIG
        return () if complete else tuple(element for element in _met(self.before) if element not in later)

    @property
    def change(self) -> Change:
        """By the verdict; when that is the same, by how many elements are there."""
        earlier, later = _RANK.get(self.before.verdict, 0), _RANK.get(self.after.verdict, 0)
        gained = later - earlier or (
            len(self.newly_met) - len(self.lost) if later == _RANK[Verdict.GEDEELTELIJK] else 0
        )
        return Change.VERBETERD if gained > 0 else Change.MINDER if gained < 0 else Change.GELIJK

    @property
    def same_words(self) -> bool:
        """Whether the item is judged otherwise although its evidence stands in both versions: check it yourself."""
        return self.change is not Change.GELIJK and not self.new and not self.gone


@dataclass(frozen=True)
class Comparison:
    """The reviews of an earlier and a later version, with the change of each item, in order."""

    before: Review
    after: Review
    changes: tuple[ItemChange, ...]

    def __post_init__(self) -> None:
        if {self.before.outcome, self.after.outcome} != {ReviewOutcome.GETOETST}:
            raise ValueError("only versions that were reviewed can be compared")
        if tuple(c.before for c in self.changes) != self.before.findings:
            raise ValueError("a comparison has every finding of the earlier version, in order")
        if tuple(c.after for c in self.changes) != self.after.findings:
            raise ValueError("a comparison has every finding of the later version, in order")

    def with_change(self, change: Change) -> tuple[ItemChange, ...]:
        """The items of which this became; what does not apply to the region is nowhere."""
        return tuple(
            c for c in self.changes if c.change is change and c.after.verdict is not Verdict.NIET_VAN_TOEPASSING
        )


def compare(before: Review, after: Review) -> Comparison:
    """What changed from the earlier version to the later; both must have been reviewed, in the same way."""
    earlier, later = _words(before.draft.text), _words(after.draft.text)
    changes = tuple(
        ItemChange(
            was,
            now,
            new=tuple(e for e in now.evidence if _words(e.quote) not in earlier),
            gone=tuple(e for e in was.evidence if _words(e.quote) not in later),
        )
        for was, now in zip(before.findings, after.findings, strict=True)
    )
    return Comparison(before, after, changes)


def _met(finding: Finding) -> tuple[str, ...]:
    return tuple(element.id for element in finding.elements if element.met)


def _words(text: str) -> str:
    """The text without differences in white space: these come with another form of file."""
    return " ".join(text.split())
