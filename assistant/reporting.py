"""A review -> a report that a colleague can read: a Word file, Markdown or JSON."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

from assistant.comparison import Change, Comparison
from assistant.coverage import coverage
from assistant.review import Evidence, Finding, Review, ReviewOutcome, Verdict
from assistant.review_rendering import change_told, review_as_json, review_as_markdown
from assistant.reviewing import first_things, not_reviewed
from assistant.saving import cannot_write, refuse_unfit, replace_file
from assistant.types import Citation
from assistant.word_file import Link, Row, Strong, WordFile
from assistant.wording import Sentences, comparing, date_in_dutch, message
from corpus import PARTS, ChecklistItem, Content

REVIEWED = (Verdict.AANWEZIG, Verdict.GEDEELTELIJK, Verdict.NIET_GEVONDEN)
NOT_REVIEWED = (Verdict.NIET_IN_DIT_DEEL, Verdict.NIET_VAN_TOEPASSING)

_SENTENCES = Sentences("rapport")
_say = _SENTENCES.say

Report = Callable[[Review, Content, str, Comparison | None], bytes]
"""A form of report: a review, the content, the name of the draft, and what changed since an earlier version."""


def write_report(
    review: Review, content: Content, path: Path, name: str = "", comparison: Comparison | None = None
) -> None:
    """Write the review of the draft `name` in the form that the ending of `path` asks for.

    InputError, and nothing written, when the ending is not one of REPORTS or the place cannot be written.
    """
    replace_file(path, form_of(path)(review, content, name, comparison))


def check_place(path: Path, *drafts: Path) -> None:
    """InputError when no report of `drafts` can come at `path`: said before the review, not after it."""
    form_of(path)
    refuse_unfit(path, *drafts)


def form_of(path: Path) -> Report:
    """The report that goes with the ending of `path`; InputError when there is none."""
    try:
        return REPORTS[path.suffix.lower()]
    except KeyError as error:
        mend = f"Kies een naam die eindigt op {', '.join(REPORTS)}"
        raise cannot_write(path, "dit soort bestand wordt niet herkend", mend) from error


def report_as_json(review: Review, content: Content, name: str = "", comparison: Comparison | None = None) -> bytes:
    """The review as JSON, with the text that the places in it count in."""
    row = {"id": name, "text": review.draft.text, **review_as_json(review, comparison)}
    return (json.dumps(row, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def report_as_markdown(review: Review, content: Content, name: str = "", comparison: Comparison | None = None) -> bytes:
    """The review as Markdown."""
    return review_as_markdown(review, content, comparison).encode("utf-8")


def report_as_word(
    review: Review, content: Content, name: str = "", comparison: Comparison | None = None, *, on: date | None = None
) -> bytes:
    """The review as a Word file, dated `on` (today)."""
    on = on or date.today()
    file = WordFile(_say("document", "titel"), _say("document", "auteur"), _say("document", "voet"), on)
    if name:
        file.paragraph(_say("document", "naam", naam=name))
    file.paragraph(_say("document", "datum", datum=date_in_dutch(on.isoformat())))
    if review.outcome is ReviewOutcome.GETOETST:
        _Report(review, content, file, comparison).write()
    else:
        file.paragraph(not_reviewed(review.outcome))
    return file.as_bytes()


REPORTS: dict[str, Report] = {
    ".docx": report_as_word,
    ".md": report_as_markdown,
    ".json": report_as_json,
}
"""Endings of file names, each with the form of report that it asks for."""


class _Report:
    """The parts of a Word report, in order."""

    def __init__(self, review: Review, content: Content, file: WordFile, comparison: Comparison | None) -> None:
        self._review = review
        self._content = content
        self._file = file
        self._comparison = comparison

    def write(self) -> None:
        self._file.heading(_say("koppen", "uitleg"), 1)
        self._file.bullets([sentence] for sentence in _SENTENCES.table("uitleg").values())
        self._file.heading(_say("koppen", "uitkomst"), 1)
        self._counts()
        if self._comparison:
            self._changes(self._comparison)
        self._first_things()
        self._overview()
        self._coverage()
        self._file.heading(_say("koppen", "onderdelen"), 1)
        for part, findings in groupby(self._with_verdict(*REVIEWED), lambda f: self._item(f).part):
            self._file.heading(_part(part), 2)
            for finding in findings:
                self._finding(finding)
        self._not_reviewed()

    def _counts(self) -> None:
        rows: list[Row] = [
            (str(verdict), str(count), _say("oordelen", verdict))
            for verdict, count in self._review.counts().items()
            if count
        ]
        rows.append((_say("kolommen", "samen"), str(len(self._review.findings)), _say("kolommen", "alles")))
        self._file.table(_columns("oordeel", "aantal", "betekenis"), rows, (4, 2, 10))

    def _changes(self, comparison: Comparison) -> None:
        self._file.heading(comparing("kop"), 2)
        self._file.paragraph(comparing("uitleg"))
        for change in Change:
            items = comparison.with_change(change)
            self._file.heading(f"{change.capitalize()} ({len(items)})", 3)
            if not items:
                self._file.paragraph(f"{comparing('geen').capitalize()}.")
            elif change is Change.GELIJK:
                self._file.paragraph(", ".join(c.item for c in items) + ".")
            else:
                self._file.bullets(
                    [self._link(c.after), f" ({c.item}). {' '.join(change_told(c, self._content))}"] for c in items
                )

    def _first_things(self) -> None:
        first = first_things(self._review, self._content)
        if first:
            self._file.heading(_say("koppen", "begin"), 2)
            self._file.paragraph(_say("zinnen", "begin"), keep=True)
            rows: list[Row] = [(self._link(f), f" ({f.item}, {f.verdict}): {_advice(f)}") for f in first]
            self._file.bullets(rows, numbered=True)

    def _overview(self) -> None:
        self._file.heading(_say("koppen", "overzicht"), 2)
        rows = [(f.item, self._link(f), _verdict(f)) for f in self._review.findings]
        self._file.table(_columns("onderdeel", "titel", "oordeel"), rows, (2.3, 9.7, 4))

    def _coverage(self) -> None:
        self._file.heading(_say("koppen", "afspraken"), 2)
        self._file.paragraph(_say("zinnen", "afspraken"), keep=True)
        rows = [
            (covered.sentence, *(", ".join(covered.items[v]) or _say("kolommen", "geen") for v in REVIEWED))
            for covered in coverage(self._review, self._content)
        ]
        header = (*_columns("afspraak"), *(str(verdict).capitalize() for verdict in REVIEWED))
        self._file.table(header, rows, (6.4, 3.2, 3.2, 3.2))

    def _finding(self, finding: Finding) -> None:
        file = self._file
        values = {"id": finding.item, "titel": self._item(finding).title, "oordeel": finding.verdict}
        file.heading(_say("koppen", "onderdeel", **values), 3, anchor=_anchor(finding))
        if finding.check_yourself:
            file.paragraph(Strong(message("toets_controleer_zelf")))
        if finding.evidence:
            file.paragraph(_say("zinnen", "staat"), keep=True)
        for evidence in finding.evidence:
            file.quote(_say("zinnen", "citaat", citaat=evidence.quote), self._place(evidence))
        if finding.missing:
            file.paragraph(_say("zinnen", "ontbreekt"), keep=True)
            file.bullets([name] for name in finding.missing)
        if finding.verdict is not Verdict.AANWEZIG:
            file.paragraph(Strong(_say("zinnen", "suggestie")), _advice(finding))
        if finding.template:
            file.paragraph(Strong(_say("zinnen", "invultekst")), finding.template)
        if finding.citations:
            file.paragraph(_say("zinnen", "bron"), keep=True)
            file.bullets(_sources(finding.citations))

    def _not_reviewed(self) -> None:
        if self._with_verdict(*NOT_REVIEWED):
            self._file.heading(_say("koppen", "rest"), 1)
        for verdict in NOT_REVIEWED:
            if findings := self._with_verdict(verdict):
                self._file.paragraph(_say("zinnen", verdict.replace(" ", "_")), keep=True)
                self._file.bullets([f"{f.item} {self._item(f).title}"] for f in findings)

    def _with_verdict(self, *verdicts: Verdict) -> list[Finding]:
        return [finding for finding in self._review.findings if finding.verdict in verdicts]

    def _item(self, finding: Finding) -> ChecklistItem:
        return self._content.items[finding.item]

    def _link(self, finding: Finding) -> Link | str:
        """The title of an item, leading to its heading if it has one."""
        title = self._item(finding).title
        return Link(title, f"#{_anchor(finding)}") if finding.verdict in REVIEWED else title

    def _place(self, evidence: Evidence) -> str:
        under = [unit for unit in self._review.draft.units if unit.start <= evidence.start]
        heading = under[-1].heading if under else ""
        name = "plaats_kop" if heading else "plaats"
        return _say("zinnen", name, begin=evidence.start, eind=evidence.end, kop=heading)


def _verdict(finding: Finding) -> str:
    return message("toets_oordeel_zelf", verdict=finding.verdict) if finding.check_yourself else str(finding.verdict)


def _advice(finding: Finding) -> str:
    return finding.advice or _say("zinnen", "onbepaald")


def _anchor(finding: Finding) -> str:
    return f"onderdeel_{finding.item}"


def _part(part: str) -> str:
    second = part.startswith("B")
    return _say("koppen", "deel_2" if second else "deel_1", nummer=part[-1], titel=PARTS[part])


def _sources(citations: Iterable[Citation]) -> Iterator[Row]:
    """A line for each source, with every place in it once."""
    places: dict[str, dict[str, None]] = {}
    sources = {citation.source.id: citation.source for citation in citations}
    for citation in citations:
        passage = citation.passage
        page = _say("zinnen", "bladzijde", bladzijde=passage.page) if passage.page else ""
        places.setdefault(citation.source.id, {})[passage.place + page] = None
    for name, source in sources.items():
        values = {"titel": source.title, "uitgever": source.publisher, "plaatsen": "; ".join(places[name])}
        line = _say("zinnen", "bron_regel", **values)
        yield [f"{line}: ", Link(source.url, source.url)] if source.url else [line]


def _columns(*names: str) -> tuple[str, ...]:
    return tuple(_say("kolommen", name) for name in names)
