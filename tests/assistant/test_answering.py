"""Every answer: claims are cited, quotes stand in their passage, every ending has its words."""

import random
import re
from itertools import product

import pytest

from assistant import Answer, Assistant, Citation, Intent, Outcome
from assistant.answering import Answerer
from assistant.citing import Citer
from assistant.types import Block, Question, Ranked, Route, Section, Utterance
from corpus import Content
from index import Analyzer, StaticEncoder


def sections(answer: Answer) -> list[Section]:
    return [block.section for block in answer.blocks]


@pytest.fixture(scope="module")
def answerer(content: Content, analyzer: Analyzer, encoder: StaticEncoder) -> Answerer:
    return Answerer(content, Citer(content, analyzer), encoder)


def route(subject: str, intent: Intent, **more: str) -> Route:
    return Route((Ranked(subject, 1.0),), (subject,), intent, Outcome.ANTWOORD, **more)  # type: ignore[arg-type]


def test_every_guide_answers_every_intent_with_every_claim_cited_verbatim(content: Content, answerer: Answerer) -> None:
    said = 0
    for name, intent in product(content.guides, Intent):
        answer = answerer.answer(Question("Wat moet hierin?"), route(name, intent))
        assert answer.blocks[0].section is Section.KORT
        assert answer.citations
        for utterance in answer.utterances:
            assert not utterance.claim or utterance.citations
            said += 1
        for citation in answer.citations:
            assert citation.quote in content.passages[citation.passage.id].text
            assert len(citation.quote) >= 10
            assert not citation.quote.startswith("|")
    assert said > 1000


def test_every_document_is_told_with_where_to_find_it(content: Content, answerer: Answerer) -> None:
    for name in content.documents:
        answer = answerer.answer(Question("Waar vind ik dit?"), route("proces", Intent.DOCUMENT, document=name))
        place = next(block for block in answer.blocks if block.section is Section.VINDPLAATS)
        source = content.sources[name]
        assert source.url in place.utterances[0].text
        assert source.seen in place.utterances[1].text


def test_every_term_is_told_and_an_explanation_of_our_own_says_so(content: Content, answerer: Answerer) -> None:
    for term in content.terms.values():
        answer = answerer.answer(Question("Wat is dit?"), route("doel", Intent.BEGRIP, term=term.id))
        (said,) = answer.blocks[0].utterances
        assert term.meaning in said.text
        assert said.claim == bool(term.references)
        assert said.claim or "eigen uitleg" in said.text


def test_what_is_ours_says_suggestie(content: Content, answerer: Answerer) -> None:
    answer = answerer.answer(Question("Hoe?"), route("1a", Intent.HOE))
    told = [block for block in answer.blocks if block.section is not Section.INVULTEKST]  # its heading says it is ours
    own = [utterance for block in told for utterance in block.utterances if utterance.own]
    assert own
    assert all(utterance.text.startswith("Suggestie: ") for utterance in own)
    assert not any(u.text.startswith("Suggestie") for u in answer.utterances if not u.own)


def test_what_came_later_says_when_and_how_sure_it_is(content: Content, answerer: Answerer) -> None:
    for guide in content.guides.values():
        answer = answerer.answer(Question("Wat?"), route(guide.id, Intent.WAT))
        later = [b for b in answer.blocks if b.section is Section.SINDS_2026]
        assert len(later) == bool(guide.sinds_2026)
        for utterance in (u for block in later for u in block.utterances if u.claim):
            assert re.search(r"\((\d+ )?([a-z]+ )?20\d\d(, [a-z ]+)?\.\)$", utterance.text), utterance.text


def test_an_example_is_asked_for_and_given(content: Content, assistant: Assistant) -> None:
    answer = assistant.ask("Geef een voorbeeldtekst over de maatschappelijke opgave van onze regio")
    assert answer.route.intent is Intent.VOORBEELD
    text = next(block for block in answer.blocks if block.section is Section.INVULTEKST).utterances[0]
    assert text.text == content.items["1a"].template()


def test_a_question_how_gets_the_steps_and_then_a_text_to_start_from(content: Content, assistant: Assistant) -> None:
    answer = assistant.ask("Hoe beschrijven we het expertteam?")
    assert answer.route.intent is Intent.HOE
    sections = [block.section for block in answer.blocks]
    assert sections.index(Section.AANPAK) < sections.index(Section.INVULTEKST)
    text = next(block for block in answer.blocks if block.section is Section.INVULTEKST).utterances[0]
    assert text.text == content.items["3b"].template()


def test_a_question_about_two_items_gets_both_beside_each_other(assistant: Assistant) -> None:
    answer = assistant.ask(
        "Wat moet er over het expertteam bij de toegang, en wat in deel 2 over het doorontwikkelen ervan?"
    )
    short = [block.subject for block in answer.blocks if block.section is Section.KORT]
    assert sorted(short) == ["3b", "B3a"]


@pytest.mark.parametrize("number", range(1, 9))
def test_each_afspraak_can_be_asked_by_number(assistant: Assistant, number: int) -> None:
    answer = assistant.ask(f"Wat is afspraak {number} van de NvO?")
    assert any(f"Afspraak {number}" in utterance.text for utterance in answer.utterances)


def test_the_table_is_told_area_by_area(assistant: Assistant) -> None:
    answer = assistant.ask("Welke gemeente coördineert het expertisecentrum voor Limburg?")
    assert any("Roermond" in utterance.text for utterance in answer.utterances)


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Hallo!", Outcome.BEGROETING),
        ("goedemorgen", Outcome.BEGROETING),
        ("dank je wel", Outcome.BEGROETING),
        ("mijn bsn is 111222333, wat nu?", Outcome.PERSOONSGEGEVENS),
        ("Hoe bak ik een appeltaart?", Outcome.GEEN_BRON),
        ("hoeveel vakantiedagen heb ik volgens de cao", Outcome.GEEN_BRON),
        ("Wat moet er over wachtlijsten in de regiovisie?", Outcome.ANTWOORD),
        ("In onze regio werken wij samen. " * 60, Outcome.CONCEPT),
    ],
)
def test_every_ending_has_its_words(assistant: Assistant, text: str, outcome: Outcome) -> None:
    answer = assistant.ask(text)
    assert answer.outcome is outcome
    assert answer.utterances
    assert len(answer.route.ranking) >= 5
    assert answer.suggestions


def test_personal_data_is_not_repeated(assistant: Assistant) -> None:
    answer = assistant.ask("mijn bsn is 111222333, wat nu?")
    assert not any("111222333" in utterance.text for utterance in answer.utterances)


def test_a_refusal_says_what_can_be_asked_instead(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe bak ik een appeltaart?")
    text = " ".join(utterance.text for utterance in answer.utterances)
    assert "geen antwoord" in text
    assert "wel vragen" in text
    assert answer.citations == ()


def test_invisible_characters_are_mentioned(assistant: Assistant) -> None:
    answer = assistant.ask("wat is het doel\u200b van een regiovisie?")
    assert "onzichtbare tekens" in answer.utterances[0].text


def test_a_suggestion_is_never_the_question_itself(content: Content, assistant: Assistant) -> None:
    for item in content.items.values():
        asked = item.next_questions[0]
        assert asked not in assistant.ask(asked).suggestions


def test_the_questions_we_suggest_can_be_answered(content: Content, assistant: Assistant) -> None:
    asked = [question for guide in content.guides.values() for question in guide.next_questions]
    refused = [question for question in asked if assistant.ask(question).outcome is Outcome.GEEN_BRON]
    assert len(refused) <= len(asked) * 0.03, refused


def test_the_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    assert assistant.ask("Wat is governance?") == assistant.ask("Wat is governance?")


def test_a_claim_without_a_citation_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="without a citation"):
        Utterance("Dit staat er.")


def test_a_citation_outside_its_passage_cannot_be_made(content: Content) -> None:
    passage = content.passages["handreiking/ad-1a"]
    for start, end in ((0, len(passage.text) + 1), (-1, 4), (5, 5), (7, 3)):
        with pytest.raises(ValueError, match="not in passage"):
            Citation(1, passage, content.sources["handreiking"], start, end)
    with pytest.raises(ValueError, match="not of source"):
        Citation(1, passage, content.sources["norm"], 0, 4)


def test_an_answer_names_exactly_its_citations(content: Content) -> None:
    passage = content.passages["handreiking/ad-1a"]
    citation = Citation(1, passage, content.sources["handreiking"], 0, 10)
    block = Block(Section.KORT, (Utterance("Zo is het.", (1,)),), "1a")
    with pytest.raises(ValueError, match="differ"):
        Answer(route("1a", Intent.WAT), (block,), ())
    with pytest.raises(ValueError, match="not numbered"):
        Answer(route("1a", Intent.WAT), (block,), (citation, citation))


def test_a_citation_carries_the_sentence_that_the_claim_is_about(content: Content, analyzer: Analyzer) -> None:
    citer = Citer(content, analyzer)
    start, end = citer.span("Beschrijf hoe u de wachtlijst beheert.", "handreiking/ad-5e")
    assert "wachtlijst" in content.passages["handreiking/ad-5e"].text[start:end]


def test_random_text_never_breaks_the_assistant(assistant: Assistant) -> None:
    chance = random.Random(1)
    letters = "abcdefghijklmnop éëïAZ09?!.,;:'\"()[]{}<>|\\/\n\t-_*#&%€🙂漢"
    for _ in range(200):
        text = "a" + "".join(chance.choices(letters, k=chance.randint(1, 300)))
        assert assistant.ask(text).utterances
