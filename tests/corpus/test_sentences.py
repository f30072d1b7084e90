import pytest

from corpus import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        ("Zie art. 2.2 van de wet. Dat geldt.", ["Zie art. 2.2 van de wet.", "Dat geldt."]),
        ("Denk aan o.a. Wmo en bijv. Wlz.", ["Denk aan o.a. Wmo en bijv. Wlz."]),
        ("Is dat zo? Ja! Goed.", ["Is dat zo?", "Ja!", "Goed."]),
        ("Regel een\nRegel twee", ["Regel een", "Regel twee"]),
        ("Volgens Stb. 2025, 357 mag het.", ["Volgens Stb. 2025, 357 mag het."]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_text_is_cut_into_sentences(text: str, wanted: list[str]) -> None:
    assert sentences(text) == wanted


def test_the_spans_are_in_order_and_lose_no_letter() -> None:
    text = "Eerst dit. (Dan dat.) “En dit ook.” [Vul in.]\n\n- Een punt\n- Nog een punt."
    spans = list(sentence_spans(text))
    assert spans == sorted(spans)
    gaps = [
        text[a:b] for a, b in zip([0, *(end for _, end in spans)], [*(s for s, _ in spans), len(text)], strict=True)
    ]
    assert not "".join(gaps).strip()
