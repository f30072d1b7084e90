import itertools

import pytest

from assistant.drafting import Draft

TEXT = """Hoofdstuk 1. Onze opgave

In 2024 kregen 7.610 jeugdigen hulp. Dat was 12,4 procent.
- eerste punt
- tweede punt met een slot.
Vorm | Aantal
Verblijf | 120
## Toegang
Het CJG is de voordeur"""


def test_a_draft_is_cut_into_sentences_bullets_and_rows_under_their_headings() -> None:
    draft = Draft(TEXT)
    assert [(draft.words(unit), unit.heading, unit.is_heading) for unit in draft.units] == [
        ("Hoofdstuk 1. Onze opgave", "", True),
        ("In 2024 kregen 7.610 jeugdigen hulp.", "Hoofdstuk 1. Onze opgave", False),
        ("Dat was 12,4 procent.", "Hoofdstuk 1. Onze opgave", False),
        ("- eerste punt", "Hoofdstuk 1. Onze opgave", False),
        ("- tweede punt met een slot.", "Hoofdstuk 1. Onze opgave", False),
        ("Vorm | Aantal", "Hoofdstuk 1. Onze opgave", False),
        ("Verblijf | 120", "Hoofdstuk 1. Onze opgave", False),
        ("## Toegang", "", True),
        ("Het CJG is de voordeur", "", True),
    ]


WRAPPED = """Onze regio heeft zeven gemeenten die samen
de specialistische jeugdhulp inkopen. De wethouder van Oost
is het aanspreekpunt.
- een punt dat doorloopt op
  de volgende regel
Volgende kop
Een zin."""


def test_lines_that_were_cut_off_in_a_sentence_are_read_together() -> None:
    draft = Draft(WRAPPED)
    assert [(" ".join(draft.words(unit).split()), unit.is_heading) for unit in draft.units] == [
        ("Onze regio heeft zeven gemeenten die samen de specialistische jeugdhulp inkopen.", False),
        ("De wethouder van Oost is het aanspreekpunt.", False),
        ("- een punt dat doorloopt op de volgende regel", False),
        ("Volgende kop", True),
        ("Een zin.", False),
    ]


def test_a_whole_text_on_one_line_is_no_heading() -> None:
    draft = Draft("# Regiovisie jeugd " + "De gemeenten kopen samen in en hebben één aanspreekpunt. " * 5)
    assert not any(unit.is_heading for unit in draft.units)


@pytest.mark.parametrize("text", ["", WRAPPED, "\n\n", "Een zin.", TEXT, TEXT.replace("\n", "\r\n"), "a\x0bb.\n c"])
def test_every_unit_stands_in_the_text_in_order(text: str) -> None:
    units = Draft(text).units
    assert all(0 <= unit.start < unit.end <= len(text) for unit in units)
    assert all(a.end <= b.start for a, b in itertools.pairwise(units))
    assert all(text[unit.start : unit.end].strip() for unit in units)
