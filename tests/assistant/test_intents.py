import pytest

from assistant.intents import IntentReader
from assistant.types import Intent
from corpus import Content
from index import Analyzer


@pytest.fixture(scope="module")
def reader(content: Content, analyzer: Analyzer) -> IntentReader:
    return IntentReader(content, analyzer)


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Wat moet er over wachtlijsten in?", Intent.WAT),
        ("Hoe pakken we dat aan?", Intent.HOE),
        ("op welke wijze betrekken we ouders", Intent.HOE),
        ("Waarom moet dit erin?", Intent.WAAROM),
        ("Wie stelt de visie vast?", Intent.WIE),
        ("Geef een voorbeeldtekst over governance", Intent.VOORBEELD),
        ("kun je daar een alinea van maken die ik kan plakken?", Intent.VOORBEELD),
        ("hoe schrijf ik dat op", Intent.VOORBEELD),
        ("Klopt het dat één functie genoeg is?", Intent.CONTROLE),
        ("Volstaat één zin over het expertteam?", Intent.CONTROLE),
        ("wachtlijst", Intent.WAT),
    ],
)
def test_what_is_wanted_is_read_from_the_words(reader: IntentReader, text: str, intent: Intent) -> None:
    assert reader.intent(text) is intent


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Wat is een accounthoudende regio?", "accounthoudende-regio"),
        ("EWS betekenis", "ews"),
        ("wat betekent taakgericht", "taakgericht"),
        ("Moet het expertteam erin?", None),
    ],
)
def test_a_term_is_found_when_its_meaning_is_asked(reader: IntentReader, text: str, term: str | None) -> None:
    found = reader.term(text)
    assert (found.id if found else None) == term


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Waar vind ik de Routekaart?", "routekaart"),
        ("stelsel in groei", "stelsel-in-groei"),
        ("wat staat er in het rapport van de jeugdautoriteit over regiovisies", "jeugdautoriteit-regiovisies"),
        ("Hoe pakken we wachtlijsten aan?", None),
    ],
)
def test_a_document_is_found_when_it_is_asked_for(reader: IntentReader, text: str, source: str | None) -> None:
    found = reader.document(text)
    assert (found.id if found else None) == source


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Wat is afspraak 4?", 4),
        ("de zevende afspraak", 7),
        ("afspraak drie", 3),
        ("3e afspraak", 3),
        ("afspraken", None),
    ],
)
def test_the_number_of_an_afspraak_is_read(reader: IntentReader, text: str, number: int | None) -> None:
    assert reader.afspraak(text) == number


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Wat is het verschil tussen 4a en 4b?", ("4a", "4b")),
        ("Ad 3 b", ("3b",)),
        ("deel 2, ad 1 a", ("B1a",)),
        ("onderdeel B3b", ("B3b",)),
        ("bestaat 4e ook?", ()),
        ("artikel 2.2 a", ()),
    ],
)
def test_items_named_by_number_and_letter_are_read(reader: IntentReader, text: str, items: tuple[str, ...]) -> None:
    assert reader.items(text) == items


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Wat is governance?", True),
        ("EWS betekenis", True),
        ("Wat is de beste governance voor een voetbalclub?", False),
    ],
)
def test_a_question_after_a_meaning_alone_is_seen(reader: IntentReader, text: str, only: bool) -> None:
    assert reader.asks_only_a_meaning(text) is only


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("Wat zegt afspraak 9?", "afspraak 9"),
        ("En afspraak nummer 0?", "afspraak 0"),
        ("Wat hoort er in onderdeel 3d?", "onderdeel 3d"),
        ("Ad 6 a, wat is dat?", "onderdeel 6a"),
        ("Wat staat er in deel 2, ad 1 c?", "onderdeel B1c"),
        ("En 3d?", "onderdeel 3d"),
        ("b2c", "onderdeel B2c"),
        ("en 3c?", None),
        ("Wat zegt afspraak 8?", None),
        ("Wat hoort er in onderdeel 5e?", None),
        ("Wat hoort er in onderdeel B3b?", None),
        ("Welke afspraken maken wij in 2026?", None),
    ],
)
def test_a_place_that_does_not_exist_is_named(reader: IntentReader, question: str, named: str | None) -> None:
    assert reader.names_nothing(question) == named
