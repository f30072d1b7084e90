import pytest

from index import Analyzer, fold
from index.words import letter_groups


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("Coördinerend", "coordinerend"), ("REËEL", "reeel"), ("één", "een"), ("cliënt", "client")],
)
def test_accents_and_capitals_do_not_matter(text: str, wanted: str) -> None:
    assert fold(text) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("coördinerende gemeenten", "coordinerend gemeente"),
        ("jeugd-ggz", "jeugd ggz"),
        ("de contracten", "contract"),
        ("Wachtlijst?", "wachtlijsten!"),
    ],
)
def test_forms_of_one_word_are_searched_alike(one: str, other: str) -> None:
    plain = Analyzer()
    assert plain(one) == plain(other)


def test_stop_words_say_nothing_but_negation_does() -> None:
    assert Analyzer()("de van het niet en geen") == Analyzer()("niet geen")


def test_a_compound_is_also_found_by_its_parts(analyzer: Analyzer) -> None:
    assert set(analyzer("wachtlijst")) & set(analyzer("wachtlijstbeheer"))
    assert set(analyzer("aanbieders")) & set(analyzer("jeugdhulpaanbieder"))


def test_text_without_words_gives_nothing() -> None:
    assert Analyzer()("") == Analyzer()("?! —") == []


def test_groups_of_letters_find_other_forms_compounds_and_typing_errors() -> None:
    asked = set(letter_groups("wachtlijst"))
    for word, least in (("wachtlijsten", 8), ("Wachtlijstbeheer", 8), ("wachtlisjt", 5), ("de jeugdhulp", 0)):
        assert len(asked & set(letter_groups(word))) == least


def test_a_short_word_is_a_group_of_its_own() -> None:
    assert letter_groups("de GI en de ggz") == letter_groups("gi ggz") == [" gi ", " ggz", "ggz "]
