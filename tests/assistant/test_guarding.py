import pytest

from assistant.guarding import LONGEST_TEXT, PersonalData, clean, personal_data
from corpus import InputError


@pytest.mark.parametrize("text", ["", "   ", "\n\t", "???", "\u200b\u200b", "\x00\x01"])
def test_a_question_without_letters_is_empty(text: str) -> None:
    with pytest.raises(InputError, match="leeg"):
        clean(text)


def test_a_far_too_long_text_is_refused_with_the_numbers() -> None:
    with pytest.raises(InputError, match=r"20000 tekens.*1500 tekens"):
        clean("a" * 20_000)
    assert len(clean("a" * LONGEST_TEXT).text) == LONGEST_TEXT


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("wat\x00 is\x07 dit", "wat is dit"),
        ("wat\u200b is dit", "wat is dit"),
        ("wat is dit\U000e0041", "wat is dit"),
        ("\u202ewat is dit", "wat is dit"),
    ],
)
def test_what_cannot_be_seen_is_taken_out_and_told(text: str, wanted: str) -> None:
    cleaned = clean(text)
    assert (cleaned.text, cleaned.changed) == (wanted, True)


@pytest.mark.parametrize("text", ["Wat is een reëel tarief?", "regel een\nregel twee", "een\ttab", "vraag \r\n twee"])
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert not clean(text).changed


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("mijn bsn is 111222333", PersonalData.BSN),
        ("bsn 1112.22.333 van mijn zoon", PersonalData.BSN),
        ("betaal aan NL91 ABNA 0417 1643 00", PersonalData.IBAN),
        ("NL91ABNA0417164300", PersonalData.IBAN),
        ("mail naar jan.jansen@voorbeeld.nl", PersonalData.EMAIL),
        ("bel 06-12345678", PersonalData.TELEFOON),
        ("bel +31 6 12345678", PersonalData.TELEFOON),
        ("hij woont op 1234 AB 12", PersonalData.ADRES),
    ],
)
def test_personal_data_is_recognised(text: str, kind: PersonalData) -> None:
    assert personal_data(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 kregen 7.610 jeugdigen hulp, 123456789 euro kostte dat niet",
        "Staatsblad 2025, 274 en Stcrt 2021, 35723",
        "begroting 2024 2025 2026",
        "artikel 2.2 lid 3 Jeugdwet",
        "Kst 31839-1061",
        "NL12 ABCD 0000 0000 00",
        "wij zijn @regio actief",
    ],
)
def test_other_numbers_are_not_taken_for_personal_data(text: str) -> None:
    assert personal_data(text) is None
