"""The nouns of the checklist as a working list: how far each of the 26 items is, and who does it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from assistant.review import Verdict
from corpus import ITEM_IDS, PARTS

LONGEST_NOTE = 2000
"""Characters of a note."""
LONGEST_NAME = 100
"""Characters of the name of an owner or a region."""


class Status(StrEnum):
    """How far an item is. CONTROLEREN comes from a review: it may be done, someone has to look."""

    NIET_BEGONNEN = "niet-begonnen"
    BEZIG = "bezig"
    CONTROLEREN = "controleren"
    KLAAR = "klaar"
    NIET_VAN_TOEPASSING = "niet-van-toepassing"


FROM_REVIEW: Mapping[Verdict, Status] = {
    Verdict.AANWEZIG: Status.CONTROLEREN,
    Verdict.GEDEELTELIJK: Status.BEZIG,
    Verdict.NIET_GEVONDEN: Status.NIET_BEGONNEN,
    Verdict.NIET_VAN_TOEPASSING: Status.NIET_VAN_TOEPASSING,
}
"""What each verdict makes of an item; a verdict that is not here leaves the item alone."""


@dataclass(frozen=True, slots=True)
class Entry:
    """How far one item is; `by_hand` when a person chose the status, so that no review may change it."""

    item: str
    status: Status = Status.NIET_BEGONNEN
    note: str = ""
    owner: str = ""
    by_hand: bool = False

    def __post_init__(self) -> None:
        if self.item not in ITEM_IDS:
            raise ValueError(f"there is no item {self.item!r}")
        if len(self.note) > LONGEST_NOTE or len(self.owner) > LONGEST_NAME:
            raise ValueError(f"item {self.item!r}: the note or the owner is too long")


@dataclass(frozen=True, slots=True)
class Progress:
    """How many items of a group have each status."""

    counts: Mapping[Status, int]

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Progress":
        """The progress of these items together."""
        statuses = [entry.status for entry in entries]
        return cls({status: statuses.count(status) for status in Status})

    @property
    def counting(self) -> int:
        """How many items count: all but those that do not apply."""
        return sum(self.counts.values()) - self.counts[Status.NIET_VAN_TOEPASSING]

    @property
    def done(self) -> int:
        """How many items are done."""
        return self.counts[Status.KLAAR]

    @property
    def complete(self) -> bool:
        """Whether every item that counts is done."""
        return self.done == self.counting


@dataclass(frozen=True)
class Worklist:
    """An entry for each of the 26 items, in their order, for a region that may have a name."""

    entries: tuple[Entry, ...]
    region: str = ""

    def __post_init__(self) -> None:
        if tuple(entry.item for entry in self.entries) != ITEM_IDS:
            raise ValueError("a working list has exactly one entry an item, in order")
        if len(self.region) > LONGEST_NAME:
            raise ValueError("the name of the region is too long")

    @classmethod
    def empty(cls) -> "Worklist":
        """The list before anything was done."""
        return cls(tuple(Entry(item) for item in ITEM_IDS))

    def progress(self, items: Iterable[str] = ITEM_IDS) -> Progress:
        """The progress of these items, by default of all."""
        wanted = set(items)
        return Progress.of(entry for entry in self.entries if entry.item in wanted)

    def parts(self) -> dict[str, tuple[Entry, ...]]:
        """The entries of each chapter, in order."""
        return {part: tuple(e for e in self.entries if e.item[:-1] == part) for part in PARTS}

    def owners(self) -> dict[str, tuple[Entry, ...]]:
        """What each owner still has to do, by name; under "" what nobody does yet, last."""
        todo = [e for e in self.entries if e.status not in (Status.KLAAR, Status.NIET_VAN_TOEPASSING)]
        names = dict.fromkeys(sorted((e.owner.strip() for e in todo), key=lambda name: (not name, name.casefold())))
        return {name: tuple(e for e in todo if e.owner.strip() == name) for name in names}

    def taken_over(self, verdicts: Mapping[str, Verdict]) -> "Takeover":
        """This list with the verdicts of a review in it; what a person chose stays, and so does every note and owner.

        An item that is not in `verdicts` stays as it was.
        """
        proposed = {item: FROM_REVIEW[verdict] for item, verdict in verdicts.items() if verdict in FROM_REVIEW}
        differing = [e for e in self.entries if proposed.get(e.item, e.status) is not e.status]
        changed = tuple(e.item for e in differing if not e.by_hand)
        entries = (replace(e, status=proposed[e.item]) if e.item in changed else e for e in self.entries)
        return Takeover(
            replace(self, entries=tuple(entries)), changed, kept=tuple(e.item for e in differing if e.by_hand)
        )


@dataclass(frozen=True)
class Takeover:
    """A list after a review, which items the review changed, and where a person's choice stood against it."""

    worklist: Worklist
    changed: tuple[str, ...]
    kept: tuple[str, ...]
