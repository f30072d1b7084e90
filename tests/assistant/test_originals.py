"""Where an original is present, an answer shows its own words and their page; where it is not, nothing changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant import Answer, Assistant
from assistant.originals import Originals
from assistant.rendering import as_html, as_json, as_markdown
from corpus import Content
from corpus.originals import FOLDER_VARIABLE, Library
from tests.corpus.imitation import as_markdown as imitation
from tests.corpus.imitation import as_pdf, expected, pages_of_passages

QUESTION = "Wat moet er over wachtlijsten in de regiovisie?"


@pytest.fixture
def library(content: Content, tmp_path: Path) -> Library:
    """A library with the imitation of the handreiking in it."""
    (tmp_path / "handreiking.pdf").write_bytes(as_pdf(content))
    library = Library(tmp_path / "originelen")
    library.add(tmp_path / "handreiking.pdf")
    return library


@pytest.fixture
def answer(library: Library, store: Path, assistant: Assistant, monkeypatch: pytest.MonkeyPatch) -> Iterator[Answer]:
    monkeypatch.setenv(FOLDER_VARIABLE, str(library.folder))
    yield Assistant.open(store, say=lambda line: None).ask(QUESTION)


def test_a_citation_of_the_handreiking_carries_the_words_of_the_original_and_their_page(
    answer: Answer, content: Content
) -> None:
    cited = [citation for citation in answer.citations if citation.source.id == "handreiking"]
    assert cited
    for citation in cited:
        original, sentences = citation.original, expected(content)[citation.passage.id]
        assert original
        assert original.quote.startswith(sentences[0])
        assert original.page == str(pages_of_passages(content)[citation.passage.id])
        assert (original.page_index, original.entry_id) == (int(original.page) - 1, "handreiking")
        assert citation.quote in citation.passage.text
    assert all(citation.original is None for citation in answer.citations if citation.source.id != "handreiking")


def test_the_original_stands_in_markdown_html_and_json_once_for_each_place(answer: Answer, content: Content) -> None:
    quotes = {citation.original.quote for citation in answer.citations if citation.original}
    markdown, html = as_markdown(answer, content), as_html(answer, content, number=1)
    assert markdown.count("In het origineel (bladzijde ") == html.count("In het origineel (bladzijde ") == len(quotes)
    assert "In het origineel (bladzijde 3): “e. De regio beschrijft" in markdown
    assert all(quote.replace("\n", " ") in markdown for quote in quotes)
    told = [citation for citation in as_json(answer, content)["citations"] if "original" in citation]
    assert {citation["original"]["quote"] for citation in told} == quotes
    assert set(told[0]["original"]) == {"quote", "page", "page_index", "entry"}


def test_without_the_original_nothing_changes(assistant: Assistant, answer: Answer) -> None:
    without = assistant.ask(QUESTION)
    content = assistant.content
    assert "In het origineel" not in as_markdown(without, content) + as_html(without, content, number=1)
    assert all("original" not in citation for citation in as_json(without, content)["citations"])
    assert [(c.number, c.quote) for c in without.citations] == [(c.number, c.quote) for c in answer.citations]
    assert without.blocks == answer.blocks


def test_an_original_without_pages_is_shown_without_a_page(content: Content, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(imitation(content), encoding="utf-8")
    library = Library(tmp_path / "originelen")
    library.add(tmp_path / "a.md")
    quote = Originals(library, content).quote_of(content.passages["handreiking/ad-5e"])
    assert quote
    assert (quote.page, quote.page_index) == ("", None)


def test_an_original_that_comes_changes_and_goes_is_followed_at_once(
    library: Library, content: Content, tmp_path: Path
) -> None:
    originals, passage = Originals(library, content), content.passages["handreiking/ad-5e"]
    first = originals.quote_of(passage)
    assert first
    (tmp_path / "nieuw.md").write_text(imitation(content).replace("met een toelichting", "nader"), encoding="utf-8")
    library.add(tmp_path / "nieuw.md")
    second = originals.quote_of(passage)
    assert second
    assert "nader" in second.quote
    library.remove("handreiking")
    assert originals.quote_of(passage) is None


def test_a_damaged_library_takes_nothing_away(library: Library, content: Content) -> None:
    folder = library.file("handreiking").parent
    for path in folder.iterdir():
        path.unlink()
    assert Originals(library, content).quote_of(content.passages["handreiking/ad-5e"]) is None


def test_own_documents_are_never_quoted_as_guidance(content: Content, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(imitation(content), encoding="utf-8")
    library = Library(tmp_path / "originelen")
    library.add(tmp_path / "a.md", own=True)
    originals = Originals(library, content)
    assert all(originals.quote_of(passage) is None for passage in content.passages.values())
