"""A conversation as a file: everything that was said, with its sources, and usable by everyone."""

from datetime import date
from io import BytesIO
from itertools import pairwise

import docx
import pytest
from docx.oxml.ns import qn

from assistant import Assistant
from assistant.conversation import Turn, next_turn, replayed
from assistant.transcript import transcript_as_markdown, transcript_as_word
from corpus import Content

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def turns(assistant: Assistant) -> tuple[Turn, ...]:
    return replayed(assistant, ["geef een voorbeeldtekst over wachtlijsten", "hoe laat vertrekt de trein?"])


def test_the_same_questions_give_the_same_conversation(assistant: Assistant, turns: tuple[Turn, ...]) -> None:
    assert replayed(assistant, [turn.question for turn in turns]) == turns


def test_a_question_with_personal_data_is_in_no_conversation(assistant: Assistant) -> None:
    assert next_turn(assistant, "bel mij op 06-12345678").question == ""
    assert replayed(assistant, ["bel mij op 06-12345678"]) == ()


def test_markdown_holds_every_sentence_and_source(turns: tuple[Turn, ...], content: Content) -> None:
    text = transcript_as_markdown(turns, content, DAY).decode("utf-8")
    assert "21 november 2026" in text
    assert text.count("\n## Vraag") == len(turns)
    assert text.count("\n# ") == 0, "the title is the only heading of level 1"
    for turn in turns:
        assert all(said.text in text for said in turn.answer.utterances)
        assert all(citation.quote in text for citation in turn.answer.citations)


def test_word_holds_every_sentence_and_source(turns: tuple[Turn, ...], content: Content) -> None:
    file = docx.Document(BytesIO(transcript_as_word(turns, content, DAY)))
    text = "\n\n".join(paragraph.text for paragraph in file.paragraphs)
    assert all(said.text in text for turn in turns for said in turn.answer.utterances)
    rows = [[cell.text for cell in row.cells] for row in file.tables[0].rows[1:]]
    assert [row[0] for row in rows] == [str(citation.number) for citation in turns[0].answer.citations]
    assert [row[3] for row in rows] == [citation.quote for citation in turns[0].answer.citations]


def test_the_word_file_can_be_used_with_a_screen_reader(turns: tuple[Turn, ...], content: Content) -> None:
    file = docx.Document(BytesIO(transcript_as_word(turns, content, DAY)))
    assert file.core_properties.language == "nl-NL"
    assert file.core_properties.title
    assert {language.get(qn("w:val")) for language in file.styles.element.iter(qn("w:lang"))} == {"nl-NL"}
    levels = [int(p.style.name[-1]) for p in file.paragraphs if p.style.name.startswith("Heading")]
    assert levels[0] == 1
    assert all(deeper - level <= 1 for level, deeper in pairwise(levels)), "no level is skipped"
    for table in file.tables:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    assert not list(file.element.iter(qn("w:drawing"))), "a picture would need a text of its own"
