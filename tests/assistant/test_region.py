"""What is told about the own region is understood, fills the templates, and can be taken back."""

import pytest

from assistant import Assistant, Intent
from assistant.region import Region
from assistant.types import Section


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("Wij zijn jeugdregio Meerland", Region(name="Meerland")),
        ("en de regio Twente?", Region(name="Twente")),
        ("Onze regio heet Hart van Brabant", Region(name="Hart van Brabant")),
        ("Hoe heeft regio Foodvalley het expertteam georganiseerd?", Region()),
        ("Moet er iets in over de provincie Utrecht?", Region()),
        ("Wij zijn niet in Limburg maar in Zeeland", Region(province="Zeeland")),
        ("Nee, niet Limburg, wij zitten in Zeeland", Region(province="Zeeland")),
        ("een aanbieder uit Gelderland, maar wij zitten in Utrecht", Region(province="Utrecht")),
        ("Wij liggen in Noord Holland", Region(province="Noord-Holland")),
        ("onze provincie is Fryslân", Region(province="Friesland")),
        ("wij zijn niet accounthoudend", Region(accounthoudend=False)),
        ("We zijn geen accounthoudende regio", Region(accounthoudend=False)),
        ("geldt dat ook als wij geen accounthoudende regio zijn?", Region(accounthoudend=False)),
        ("wij zijn accounthoudend voor twee aanbieders", Region(accounthoudend=True)),
        ("Wat is een accounthoudende regio?", Region()),
        ("Welke gemeente coördineert Limburg?", Region()),
        ("Wat moet er in de regio gebeuren?", Region()),
    ],
)
def test_what_is_told_is_understood(text: str, region: Region) -> None:
    assert Region().told(text) == region


def test_the_last_word_holds() -> None:
    told = Region.from_texts(["wij zijn regio Meerland", "nee, regio Veenrijk", "wij zitten in Drenthe"])
    assert told == Region(name="Veenrijk", province="Drenthe")


def test_known_blanks_are_filled_and_the_rest_stays() -> None:
    region = Region(name="Meerland", province="Limburg")
    assert region.filled("In [naam regio] ([provincie]) wonen [aantal]") == "In Meerland (Limburg) wonen [aantal]"


def test_a_fill_in_text_carries_the_name_of_the_region(assistant: Assistant) -> None:
    answer = assistant.ask(
        "geef een voorbeeldtekst", ("Wij zijn regio Meerland. Wat moet er over de maatschappelijke opgave in?",)
    )
    assert answer.route.intent is Intent.VOORBEELD
    text = next(block for block in answer.blocks if block.section is Section.INVULTEKST).utterances[0].text
    assert "Meerland" in text
    assert "[naam regio]" not in text
    assert "regio Meerland" in answer.utterances[0].text


def test_the_province_gives_the_coordinating_municipality(assistant: Assistant) -> None:
    answer = assistant.ask("Welke gemeente coördineert ons expertisecentrum?", ("Wij liggen in de provincie Limburg.",))
    assert answer.route.subjects[0] in ("gebieden", "B3b")
    said = [u.text for block in answer.blocks if block.section is Section.BIJ_UW_VRAAG for u in block.utterances]
    assert any("Roermond" in text for text in said)


def test_who_is_not_accounthoudend_hears_that_the_item_does_not_apply(assistant: Assistant) -> None:
    answer = assistant.ask(
        "geldt dat ook als wij geen accounthoudende regio zijn?", ("Wat schrijven we als accounthoudende regio op?",)
    )
    assert answer.route.ranking[0].id == "B2a"
    assert "geen accounthoudende regio" in answer.utterances[0].text
    assert any("geldt dit onderdeel niet" in utterance.text for utterance in answer.utterances)


def test_begin_opnieuw_takes_everything_back(assistant: Assistant) -> None:
    history = ("Wij zijn regio Meerland. Wat moet er over tarieven in?", "begin opnieuw")
    answer = assistant.ask("geef een voorbeeldtekst over governance", history)
    assert not any("Meerland" in utterance.text for utterance in answer.utterances)
