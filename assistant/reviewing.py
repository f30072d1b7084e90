"""A draft -> a review: for each item of the checklist what is there, on which words it rests, and what is missing."""

import re
from collections.abc import Iterator

import numpy as np

from assistant.citing import Bibliography, Citer
from assistant.drafting import Draft
from assistant.judging import Judge, Judgement, met
from assistant.review import EVERYTHING, ElementFinding, Evidence, Finding, Review, ReviewOutcome, Scope, Verdict
from assistant.types import Citation
from assistant.wording import message
from corpus import ITEM_IDS, ChecklistItem, Content, SourceKind

PRESENT_FROM = 0.45
"""Probability from which an item is there; best on the drafts that are learned from, each author judged unseen."""

COMPLETE_FROM = 0.5
"""Probability from which an item that is there is complete."""

EVIDENCE_WITHIN = 0.7
"""A unit is evidence when its margin is at most this much under that of the best unit for the item."""

MOST_EVIDENCE = 4
FEWEST_WORDS = 25
WHOLE_PARTS = 5
"""A draft that touches this many of the eight parts is taken for a whole regiovisie: nothing is "not in this part"."""

_ABOUT_YOUTH_CARE = re.compile(
    r"jeugd|jongere|kind|gezin|ouders|opgroei|leerling|pleeg|verblijf|aanbieder|regiovisie|experti?(?:se)?team",
    re.IGNORECASE,
)
FEWEST_WORDS_ABOUT_IT = 3
SURE_FROM = 0.6
FEWEST_SURE_ITEMS = 2
"""So many items, each with at least SURE_FROM, make a text with fewer words about youth care a regiovisie after all."""


class Reviewer:
    """Reviews drafts."""

    def __init__(self, content: Content, judge: Judge, citer: Citer) -> None:
        self._content = content
        self._judge = judge
        self._citer = citer

    def review(self, text: str, scope: Scope = EVERYTHING) -> Review:
        """The review of a draft, as far as the checklist counts for it."""
        draft = Draft(text)
        if len(re.findall(r"\w+", text)) < FEWEST_WORDS:
            return Review(draft, ReviewOutcome.TE_KORT, ())
        judgement = self._judge.judge(draft)
        if not self._is_regiovisie(draft, judgement):
            return Review(draft, ReviewOutcome.GEEN_REGIOVISIE, ())
        verdicts = self._verdicts(judgement, scope)
        findings = tuple(self._finding(draft, judgement, row, verdicts[row]) for row in range(len(ITEM_IDS)))
        return Review(draft, ReviewOutcome.GETOETST, findings)

    def _is_regiovisie(self, draft: Draft, judgement: Judgement) -> bool:
        about = len(_ABOUT_YOUTH_CARE.findall(draft.text))
        return about >= FEWEST_WORDS_ABOUT_IT or int((judgement.present >= SURE_FROM).sum()) >= FEWEST_SURE_ITEMS

    def _verdicts(self, judgement: Judgement, scope: Scope) -> list[Verdict]:
        there = judgement.present >= PRESENT_FROM
        complete = judgement.complete >= COMPLETE_FROM
        parts = {self._content.items[item].part for item, found in zip(ITEM_IDS, there, strict=True) if found}
        whole = scope.whole or len(parts) >= WHOLE_PARTS or not parts
        verdicts = []
        for row, item in enumerate(ITEM_IDS):
            if item in scope.not_applicable:
                verdicts.append(Verdict.NIET_VAN_TOEPASSING)
            elif there[row]:
                verdicts.append(Verdict.AANWEZIG if complete[row] else Verdict.GEDEELTELIJK)
            elif whole or self._content.items[item].part in parts:
                verdicts.append(Verdict.NIET_GEVONDEN)
            else:
                verdicts.append(Verdict.NIET_IN_DIT_DEEL)
        return verdicts

    def _finding(self, draft: Draft, judgement: Judgement, row: int, verdict: Verdict) -> Finding:
        item = self._content.items[ITEM_IDS[row]]
        found = verdict in (Verdict.AANWEZIG, Verdict.GEDEELTELIJK)
        units = self._evidence_units(draft, judgement, row) if found else []
        elements = list(self._elements(draft, judgement, item, units))
        unmet = [e for e, found_element in zip(item.elements, elements, strict=True) if not found_element.met]
        if verdict is Verdict.AANWEZIG:
            unmet = []
        unmet.sort(key=lambda element: not element.required)
        return Finding(
            item=item.id,
            verdict=verdict,
            score=round(float(judgement.present[row]), 4),
            evidence=tuple(_evidence(draft, number) for number in units),
            elements=tuple(elements),
            missing=tuple(element.name for element in unmet),
            advice=" ".join(element.advice for element in unmet),
            template=" ".join(element.template.strip() for element in unmet),
            citations=self._citations(item),
        )

    def _evidence_units(self, draft: Draft, judgement: Judgement, row: int) -> list[int]:
        margins = judgement.touches[:, row]
        best = float(margins.max())
        chosen = [number for number in np.argsort(-margins) if margins[number] >= best - EVIDENCE_WITHIN]
        spoken = [number for number in chosen if not draft.units[number].is_heading] or chosen
        return sorted(int(number) for number in spoken[:MOST_EVIDENCE])

    def _elements(
        self, draft: Draft, judgement: Judgement, item: ChecklistItem, units: list[int]
    ) -> Iterator[ElementFinding]:
        columns = [self._judge.elements.index(f"{item.id}.{element.id}") for element in item.elements]
        words = [draft.words(draft.units[number]) for number in units]
        found = met(judgement.meets[np.ix_(units, columns)], judgement.concrete[units], words)
        for place, element in enumerate(item.elements):
            by = tuple(int(row) for row in np.flatnonzero(found[:, place]))
            yield ElementFinding(f"{item.id}.{element.id}", bool(by), by)

    def _citations(self, item: ChecklistItem) -> tuple[Citation, ...]:
        bibliography = Bibliography(self._content, self._citer)
        for statement in (*item.short, *item.asked):
            bibliography.cite(statement.text, statement.references)
        return bibliography.citations


FIRST_THINGS = 3
"""How many are named."""


LAW = (SourceKind.WET, SourceKind.BESLUIT)


def first_things(review: Review, content: Content) -> list[Finding]:
    """What to do first: where a required element is missing, then what the law asks since 2026, then what is half done.

    Whatever of this is equal stays in the order of the checklist.
    """
    open_items = [f for f in review.findings if f.verdict in (Verdict.GEDEELTELIJK, Verdict.NIET_GEVONDEN)]
    open_items.sort(
        key=lambda finding: (
            not _misses_required(finding, content),
            not _asked_by_law(content.items[finding.item], content),
            finding.verdict is Verdict.NIET_GEVONDEN,
        )
    )
    return open_items[:FIRST_THINGS]


def _misses_required(finding: Finding, content: Content) -> bool:
    return any(element.required and element.name in finding.missing for element in content.items[finding.item].elements)


def _asked_by_law(item: ChecklistItem, content: Content) -> bool:
    """Whether something that came since 2026 rests on a law or a besluit."""
    references = (reference for statement in item.sinds_2026 for reference in statement.references)
    return any(content.sources[content.passages[reference].source_id].kind in LAW for reference in references)


def not_reviewed(outcome: ReviewOutcome) -> str:
    """Why a text was not reviewed, in a sentence."""
    return message(f"toets_{outcome}", fewest=FEWEST_WORDS)


def _evidence(draft: Draft, number: int) -> Evidence:
    unit = draft.units[number]
    return Evidence(unit.start, unit.end, draft.words(unit))
