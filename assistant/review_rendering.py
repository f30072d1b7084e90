"""A review, and what changed since an earlier version -> Markdown, or the JSON of the command line."""

from collections.abc import Iterable
from typing import Any

from assistant.comparison import Change, Comparison, ItemChange
from assistant.coverage import coverage
from assistant.rendering import citation_as_json, templates
from assistant.review import FOUND, Evidence, Finding, Review, ReviewOutcome, Verdict
from assistant.reviewing import first_things, not_reviewed
from assistant.wording import comparing, message
from corpus import Content


def review_as_json(review: Review, comparison: Comparison | None = None) -> dict[str, Any]:
    """The review as the command line promises it, with what changed since an earlier version."""
    row = {"outcome": str(review.outcome), "findings": [_finding(finding) for finding in review.findings]}
    return row | ({"comparison": comparison_as_json(comparison)} if comparison else {})


def _finding(finding: Finding) -> dict[str, Any]:
    row = {
        "item": finding.item,
        "verdict": str(finding.verdict),
        "score": finding.score,
        "evidence": _places(finding.evidence),
        "elements": [{"id": e.id, "met": e.met, "evidence": list(e.evidence)} for e in finding.elements],
        "missing": list(finding.missing),
        "advice": finding.advice,
        "citations": [citation_as_json(citation) for citation in finding.citations],
    }
    return row | ({"check_yourself": True} if finding.check_yourself else {})


def _places(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"quote": e.quote, "start": e.start, "end": e.end} for e in evidence]


def comparison_as_json(comparison: Comparison) -> dict[str, Any]:
    """What changed of each item; the places of what is gone count in `earlier_text`."""
    return {
        "earlier_text": comparison.before.draft.text,
        "changes": [
            {
                "item": c.item,
                "change": str(c.change),
                "before": str(c.before.verdict),
                "after": str(c.after.verdict),
                "newly_met": list(c.newly_met),
                "lost": list(c.lost),
                "new": _places(c.new),
                "gone": _places(c.gone),
                "same_words": c.same_words,
            }
            for c in comparison.changes
        ],
    }


def change_told(change: ItemChange, content: Content) -> list[str]:
    """What became of an item, in sentences."""
    was, now = change.before.verdict, change.after.verdict
    names = {f"{change.item}.{element.id}": element.name for element in content.items[change.item].elements}
    told = [comparing("nog", now=now) if was is now else comparing("was_nu", was=was, now=now)]
    if change.same_words:
        return [*told, comparing("zelfde_woorden")]
    for name, elements in (("nieuw", change.newly_met), ("verloren", change.lost)):
        told += [comparing(name, names="; ".join(names[element] for element in elements))] if elements else []
    return told + ([comparing("weg", quotes=" ".join(f"“{e.quote}”" for e in change.gone))] if change.gone else [])


def review_as_markdown(review: Review, content: Content, comparison: Comparison | None = None) -> str:
    """The review as Markdown: the counts, what changed, what to do first, and each item with its evidence."""
    if review.outcome is not ReviewOutcome.GETOETST:
        return not_reviewed(review.outcome) + "\n"
    return templates().get_template("toets.md.j2").render(**review_values(review, content, comparison)).strip() + "\n"


def review_values(review: Review, content: Content, comparison: Comparison | None = None) -> dict[str, Any]:
    """What the templates of a review need."""
    return {
        "review": review,
        "content": content,
        "comparison": comparison,
        "first": first_things(review, content),
        "afspraken": coverage(review, content),
        "change_told": change_told,
        "comparing": comparing,
        "message": message,
        "Change": Change,
        "Verdict": Verdict,
        "REVIEWED": (*FOUND, Verdict.NIET_GEVONDEN),
    }
