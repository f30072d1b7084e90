"""Drafts from which something is taken out or moved: a review must notice the first and not mind the second."""

import random
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.drafting import Draft, Unit
from assistant.judged_drafts import JudgedItem, Reviewing, places_of
from assistant.review import FOUND, Finding, ReviewOutcome

DROP = 0.15
"""So much lower the score of an item must be when its evidence is gone, unless the verdict changes."""

Span = tuple[int, int]
"""The start and the end of a piece of a text."""

SEED = 1
"""Fixes the order in which paragraphs are moved."""


@dataclass(frozen=True)
class Removal:
    """An item that the review found, and what it finds of it when the sentences it truly rests on are gone."""

    draft_id: str
    before: Finding
    after: Finding | None

    @property
    def dropped(self) -> float:
        """How much lower the score is; all of it when the rest is no regiovisie any more."""
        return self.before.score - (self.after.score if self.after else 0.0)

    @property
    def noticed(self) -> bool:
        """Whether the verdict is lower, or the score by DROP."""
        steps = [*FOUND, None]
        now = self.after.verdict if self.after and self.after.verdict in FOUND else None
        return steps.index(now) > steps.index(self.before.verdict) or self.dropped >= DROP


@dataclass(frozen=True)
class Reordering:
    """An item that the review found before or after the paragraphs were moved."""

    draft_id: str
    item: str
    same: bool


Taking = Callable[[str, Sequence[Span]], str]
"""A text and the places that an item rests on -> the text without those."""


def removals(review: Reviewing, judged: Iterable[JudgedItem], take: Taking) -> Iterator[Removal]:
    """Each item that is rightly found, reviewed again without its evidence; left out when hardly anything is left."""
    for one in judged:
        places = list(places_of(one.draft, one.item))
        if one.finding and one.presence == (True, True) and places:
            again = review(take(one.draft.text, places))
            if again.outcome is not ReviewOutcome.TE_KORT:
                after = next((finding for finding in again.findings if finding.item == one.item), None)
                yield Removal(one.draft.id, one.finding, after)


def reorderings(review: Reviewing, judged: Iterable[JudgedItem]) -> Iterator[Reordering]:
    """Each item found before or after the paragraphs of its draft were moved."""
    chance, again = random.Random(SEED), dict[str, dict[str, Finding]]()
    for one in judged:
        if one.draft.id not in again:
            findings = review(shuffled(one.draft.text, chance)).findings
            again[one.draft.id] = {finding.item: finding for finding in findings}
        after = JudgedItem(one.draft, one.item, again[one.draft.id].get(one.item))
        if one.said in FOUND or after.said in FOUND:
            yield Reordering(one.draft.id, one.item, one.said is after.said)


def without_sentences(text: str, places: Sequence[Span]) -> str:
    """The text without the sentences, bullets and rows that touch the places."""
    return _without(text, places, [(unit.start, unit.end) for unit in Draft(text).units])


def without_sections(text: str, places: Sequence[Span]) -> str:
    """The text without the sections, with their headings, that touch the places."""
    return _without(text, places, _sections(text))


def _without(text: str, places: Sequence[Span], pieces: Sequence[Span]) -> str:
    for start, end in reversed(pieces):
        if any(start < stop and begin < end for begin, stop in places):
            text = text[:start] + text[end:]
    return text


def shuffled(text: str, chance: random.Random) -> str:
    """The text with its sections in another order, and the paragraphs of each section too, under their headings."""
    sections = [_moved(text[start:end], chance) for start, end in _sections(text)]
    chance.shuffle(sections)
    return "\n\n".join(sections)


def _sections(text: str) -> list[Span]:
    """The (start, end) of each section: headings that follow each other, and what stands below them."""
    units = Draft(text).units
    heads = [unit.start for number, unit in enumerate(units) if _opens_section(units, number)]
    return list(pairwise(sorted({0, *heads, len(text)})))


def _opens_section(units: Sequence[Unit], number: int) -> bool:
    """Whether a unit is a heading, and the first one of those that follow each other."""
    return units[number].is_heading and (number == 0 or not units[number - 1].is_heading)


def _moved(section: str, chance: random.Random) -> str:
    """A section with its paragraphs in another order, below its headings; rows and bullets in a paragraph stay."""
    body = next((unit.start for unit in Draft(section).units if not unit.is_heading), len(section))
    paragraphs = [part.strip("\n") for part in re.split(r"\n\s*\n", section[body:]) if part.strip()]
    chance.shuffle(paragraphs)
    return "\n".join([section[:body].strip("\n"), "\n\n".join(paragraphs)]).strip("\n")
