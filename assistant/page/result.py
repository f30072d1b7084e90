"""The review of a draft as HTML, with the reports to keep inside it: nothing has to be stored to serve them."""

from base64 import b64encode
from dataclasses import dataclass
from datetime import date

from assistant.comparison import Comparison
from assistant.page.marking import marked_draft, number_of, places
from assistant.rendering import passage_address, templates
from assistant.reporting import REPORTS
from assistant.review import Finding, Review, Verdict
from assistant.review_rendering import review_values
from corpus import Content

LABELS = {
    ".docx": ("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ".md": ("Markdown", "text/markdown;charset=utf-8"),
    ".json": ("JSON", "application/json"),
}
"""The name and the media type of each form of report."""


@dataclass(frozen=True, slots=True)
class ReportLink:
    """A report that stands whole in its own address (`data:`), with the name that its file gets."""

    label: str
    name: str
    address: str


def result_html(review: Review, content: Content, comparison: Comparison | None = None) -> str:
    """The review of a draft as HTML, with the draft itself beside it and the reports to keep."""
    found, counts = places(review), review.counts()
    values = review_values(review, content, comparison) | {
        "counts": [(verdict, count) for verdict, count in counts.items() if count],
        "elsewhere": counts[Verdict.NIET_IN_DIT_DEEL] > 0,
        "reports": report_links(review, content, comparison),
        "draft": marked_draft(review.draft, found, content),
        "number_of": lambda evidence: number_of(evidence, found),
        "missing_of": lambda finding: _missing(finding, content),
        "slug": lambda words: words.replace(" ", "-"),
        "address_of": passage_address,
        "ASKED": (Verdict.GEDEELTELIJK, Verdict.NIET_GEVONDEN),
    }
    return templates().get_template("toets.html.j2").render(**values)


def report_links(review: Review, content: Content, comparison: Comparison | None = None) -> tuple[ReportLink, ...]:
    """A link for each form of report; the report is in the link, so the server keeps nothing of it."""
    links = []
    for ending, form in REPORTS.items():
        label, media_type = LABELS[ending]
        report = b64encode(form(review, content, "", comparison)).decode("ascii")
        name = f"toets-{date.today().isoformat()}{ending}"
        links.append(ReportLink(label, name, f"data:{media_type};base64,{report}"))
    return tuple(links)


def _missing(finding: Finding, content: Content) -> list[tuple[str, str]]:
    """What is missing, each with the advice that goes with it."""
    advice = {element.name: element.advice for element in content.items[finding.item].elements}
    return [(name, advice.get(name, "")) for name in finding.missing]
