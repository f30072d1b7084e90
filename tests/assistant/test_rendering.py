import re

import pytest

from assistant import Assistant
from assistant.rendering import as_html, as_json, as_markdown

KEYS = {"outcome", "ranking", "intent", "statements", "answer", "citations", "suggestions"}
CITATION_KEYS = {"number", "source", "title", "publisher", "locator", "page", "quote", "url", "kind"}


def test_the_json_is_as_the_contract_says(assistant: Assistant) -> None:
    row = as_json(assistant.ask("Wat moet er over tarieven in?"), assistant.content)
    assert set(row) == KEYS
    assert all(set(citation) == CITATION_KEYS for citation in row["citations"])
    assert all(set(statement) == {"text", "citations", "claim"} for statement in row["statements"])
    assert {c["kind"] for c in row["citations"]} <= {"samenvatting", "origineel", "wet", "eigen"}
    assert [citation["number"] for citation in row["citations"]] == list(range(1, len(row["citations"]) + 1))
    assert row["answer"].count("\n### Bronnen") == 1


def test_the_markdown_names_every_source_below(assistant: Assistant) -> None:
    answer = assistant.ask("Wat moet er over tarieven in?")
    text = as_markdown(answer, assistant.content)
    for citation in answer.citations:
        assert f"{citation.number}. {citation.source.short}" in text
        assert citation.quote in text
    assert {int(n) for n in re.findall(r"\[(\d+)\]", text)} == {c.number for c in answer.citations}


def test_the_html_links_every_citation_to_its_place(assistant: Assistant) -> None:
    answer = assistant.ask("Wat moet er over tarieven in?")
    html = as_html(answer, assistant.content, number=1)
    for citation in answer.citations:
        source, slug = citation.passage.id.split("/")
        address = f"bron/{source}?passage={slug}&amp;van={citation.start}&amp;tot={citation.end}#citaat"
        assert html.count(address) >= 2


@pytest.mark.parametrize("question", ["Hallo", "Hoe bak ik een taart?", "geef een voorbeeld over governance"])
def test_every_ending_can_be_rendered(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert as_markdown(answer, assistant.content).strip()
    assert "<p" in as_html(answer, assistant.content, number=1)
