"""Own documents are quoted last, apart and letter for letter; and when they are gone, nothing of them is left."""

from pathlib import Path

import pytest

from assistant import Assistant, Outcome
from assistant.quoting import LONGEST_QUOTE
from assistant.rendering import as_html, as_json, as_markdown, passage_address
from assistant.types import CitationKind, OwnDocument, Section
from corpus.originals import FOLDER_VARIABLE
from tests.corpus.files import pdf_of, printed

QUESTION = "Wat moet er in de regiovisie over wachtlijsten?"
WAITING = "De regio meet elke maand de wachttijd per aanbieder en zet jeugdigen zo nodig op een andere plek."
VISION = f"""# Regiovisie Veenrand 2021

## Wachtlijsten en contractmanagement

{WAITING} Het contractmanagement beheert de wachtlijst.
De accountmanager spreekt elk kwartaal met elke grote aanbieder over de wachtlijst en de toegang.

## Zwembaden

Het zwembad van Veenrand krijgt in de zomer een nieuwe glijbaan en een ruimere ligweide voor bezoekers.
"""


@pytest.fixture
def own(assistant: Assistant, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assistant:
    """An assistant with an older regiovisie in its library."""
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "originelen"))
    opened = Assistant.open(store, say=lambda line: None)
    (tmp_path / "visie.md").write_text(VISION, encoding="utf-8")
    opened.library.add(tmp_path / "visie.md", own=True)
    return opened


def test_what_fits_in_an_own_document_is_quoted_last_and_apart(own: Assistant, assistant: Assistant) -> None:
    answer, without = own.ask(QUESTION), assistant.ask(QUESTION)
    *guidance, last = answer.blocks
    assert tuple(guidance) == without.blocks
    assert last.section is Section.EIGEN
    assert answer.citations[: len(without.citations)] == without.citations
    (quoted,) = answer.citations[len(without.citations) :]
    assert quoted.kind is CitationKind.EIGEN
    assert quoted.quote.startswith(WAITING)
    assert quoted.passage.heading == "Wachtlijsten en contractmanagement"
    lead, said = last.utterances
    assert not lead.claim
    assert said.claim
    assert f"“{quoted.quote}”" in said.text
    assert "Regiovisie Veenrand 2021, ‘Wachtlijsten en contractmanagement’" in said.text


def test_each_quote_stands_in_the_document_at_its_address(own: Assistant) -> None:
    quoted = own.ask(QUESTION).citations[-1]
    (entry,) = own.library.entries()
    text = own.library.document(entry.id).text
    address = passage_address(quoted)
    begin, end = (int(part.split("=")[1]) for part in address.split("?")[1].split("&"))
    assert address.startswith(f"origineel/{entry.id}?")
    assert text[begin:end] == quoted.quote


def test_only_guidance_is_cited_as_guidance(own: Assistant) -> None:
    told = as_json(own.ask(QUESTION), own.content)
    kinds = [citation["kind"] for citation in told["citations"]]
    assert kinds[-1] == "eigen"
    assert "eigen" not in kinds[:-1]
    assert told["citations"][-1]["publisher"] == "eigen document"


def test_what_is_shown_has_a_heading_of_its_own(own: Assistant) -> None:
    answer = own.ask(QUESTION)
    text = as_markdown(answer, own.content)
    assert text.index("### In uw eigen documenten") > text.index("### Wat de bron vraagt")
    assert "In uw eigen documenten</h" in as_html(answer, own.content, number=1)


@pytest.mark.parametrize(
    "question", ["Hoe betrekken we het onderwijs bij de regiovisie?", "Wat is het weer in Veenrand?", "Hallo"]
)
def test_a_question_that_the_document_says_nothing_about_gets_nothing_of_it(own: Assistant, question: str) -> None:
    assert all(citation.kind is not CitationKind.EIGEN for citation in own.ask(question).citations)


def test_a_question_that_is_refused_stays_refused(own: Assistant) -> None:
    answer = own.ask("Wanneer krijgt het zwembad een nieuwe glijbaan?")
    assert answer.outcome is Outcome.GEEN_BRON
    assert answer.citations == ()


def test_a_removed_document_leaves_nothing_behind(own: Assistant, assistant: Assistant) -> None:
    own.ask(QUESTION)
    (entry,) = own.library.entries()
    assert (own.store.path / "documenten" / entry.id).is_dir()
    own.library.remove(entry.id)
    assert own.ask(QUESTION) == assistant.ask(QUESTION)
    left = [path for path in own.store.path.rglob("*") if path.is_file() and b"Veenrand" in path.read_bytes()]
    assert left == []
    assert not (own.store.path / "documenten" / entry.id).exists()


def test_a_document_that_another_process_adds_counts_at_once(own: Assistant, tmp_path: Path) -> None:
    from corpus.originals import Library

    before = len(own.ask(QUESTION).citations)
    (tmp_path / "plan.md").write_text(VISION.replace("Veenrand", "Turfveld").replace("elke maand", "elk kwartaal"))
    Library().add(tmp_path / "plan.md", own=True)
    assert len(own.ask(QUESTION).citations) == before + 1


def test_at_most_three_passages_are_quoted_and_none_is_long(own: Assistant, tmp_path: Path) -> None:
    section = "## Wachtlijsten {0}\n\n" + "Het contractmanagement beheert wachtlijst {0} en regelt de toegang. " * 12
    (tmp_path / "lang.md").write_text("# Plan\n\n" + "\n\n".join(section.format(n) for n in range(6)))
    own.library.add(tmp_path / "lang.md", own=True)
    quoted = [c for c in own.ask(QUESTION).citations if c.kind is CitationKind.EIGEN]
    assert len(quoted) == 3
    assert all(len(citation.quote) <= LONGEST_QUOTE for citation in quoted)


def test_the_printed_page_is_told(own: Assistant, tmp_path: Path) -> None:
    lines = "De wachtlijst wordt beheerd door het contractmanagement.", "De toegang meldt elke maand de wachttijd."
    (tmp_path / "plan.pdf").write_bytes(pdf_of([printed("Voorblad van het beleidsplan"), printed(*lines)]))
    own.library.add(tmp_path / "plan.pdf", own=True)
    quoted = [c for c in own.ask(QUESTION).citations if c.kind is CitationKind.EIGEN]
    assert {citation.passage.page for citation in quoted} == {"", "2"}
    assert "blz. 2)" in own.ask(QUESTION).blocks[-1].utterances[-1].text


def test_a_store_that_cannot_be_written_does_not_stop_an_answer(
    own: Assistant, monkeypatch: pytest.MonkeyPatch
) -> None:
    from corpus import InputError

    def refuse(*arguments: object) -> None:
        raise InputError("vol")

    monkeypatch.setattr("index.additions.Additions.put", refuse)
    assert own.ask(QUESTION).citations[-1].kind is CitationKind.EIGEN


def test_a_source_and_an_own_document_are_told_apart_by_type() -> None:
    document = OwnDocument("eigen-plan", "Plan")
    assert (document.short, document.url, document.publisher) == ("Plan", "", "eigen document")


def test_search_tells_of_every_kind_what_was_found_and_why(own: Assistant) -> None:
    found = own.finder.search("wachtlijsten beheren", 50)
    assert {one.place.kind for one in found} >= {CitationKind.EIGEN, CitationKind.SAMENVATTING}
    scores = [one.match.together for one in found]
    assert scores == sorted(scores, reverse=True)
    best = next(one for one in found if one.place.kind is CitationKind.EIGEN)
    assert best.match.words > 0
    assert WAITING in best.place.passage.text


def test_originals_are_searched_too(own: Assistant, tmp_path: Path) -> None:
    (tmp_path / "norm.md").write_text("# Norm\n\n## Afspraak 9\n\nGemeenten kopen samen een luchtballon voor jeugd.\n")
    own.library.add(tmp_path / "norm.md", source_id="norm")
    best = own.finder.search("luchtballon")[0]
    assert (best.place.kind, best.place.source.id, best.place.passage.heading) == (
        CitationKind.ORIGINEEL,
        "norm",
        "Afspraak 9",
    )
