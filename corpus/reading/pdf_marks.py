"""What the words of a printed line tell: a list item, a numbered heading, the end of a sentence."""

import re

_SIGNS = "•◦▪▫■□●○➢➤►▶▸✓✔❖‣⁃"
_BULLET = re.compile(rf"[{_SIGNS}\ue000-\uf8ff]\s*|[-–—*·o]\s+(?=\S)")
_ENUMERATED = re.compile(r"(\(?(\d{1,2}|[a-z]|[ivx]{1,4})\)|(\d{1,2}|[a-z]|[ivx]{2,4})\.)\s+\S")
_NUMBERED = re.compile(r"\d{1,2}(\.\d{1,2})+\.?\s+[A-ZÀ-Ý‘“(]|\d{1,2}\.?\s+[A-ZÀ-Ý]")
_LEVELS = re.compile(r"\d{1,2}\.\d")
_LABELLED = re.compile(
    r"(ad|bijlage|hoofdstuk|deel|paragraaf|afspraak|stap|thema|spoor|pijler|opgave)\s+(\d{1,2}|[ivx]{1,4}|[a-z])\b",
    re.IGNORECASE,
)
_LOWER = re.compile(r"[\"'‘“’(\[]*[a-zß-öø-ÿ]")
_CONTENTS = re.compile(r"(\.\s?){4}|…{2}")
_REFERS_TEXT = "art art. artikel artikelen bijlage figuur hoofdstuk lid par par. paragraaf stap tabel"
_REFERS = frozenset(_REFERS_TEXT.split())
_CLOSING = "\"'’”)]"


def bullet_of(text: str) -> str:
    """The bullet sign that the line starts with, and the space after it; "" when there is none."""
    found = _BULLET.match(text)
    return found.group() if found else ""


def is_enumerated(text: str) -> bool:
    """Whether the line starts with 'a.', '1.', '(2)' or 'iii)'."""
    return bool(_ENUMERATED.match(text))


def is_numbered(text: str) -> bool:
    """Whether the line starts as a numbered heading does: '2 Toegang', '2.1 Toegang'."""
    return bool(_NUMBERED.match(text))


def has_levels(text: str) -> bool:
    """Whether the line starts as a numbered heading of a lower level: '2.1 Toegang'."""
    return is_numbered(text) and bool(_LEVELS.match(text))


def is_labelled(text: str) -> bool:
    """Whether the line starts with a label of a part: 'Ad 1', 'Bijlage B', 'Hoofdstuk 3'."""
    return bool(_LABELLED.match(text)) and text[:1].isupper()


def is_of_contents(text: str) -> bool:
    """Whether this is a line of a table of contents, with its row of dots."""
    return bool(_CONTENTS.search(text))


def starts_small(text: str) -> bool:
    """Whether the first letter is a small one, as inside a sentence."""
    return bool(_LOWER.match(text))


def ends_sentence(text: str) -> bool:
    """Whether the line ends as a sentence, a clause or an introduction does."""
    return text.rstrip(_CLOSING).endswith((".", "!", "?", ":", ";"))


def refers_on(text: str) -> bool:
    """Whether the line ends in a word that a number follows: 'zie artikel'."""
    return text.rpartition(" ")[2].lower() in _REFERS


def joined(lines: list[str]) -> str:
    """The lines as running text, with words that were cut at a line end made whole."""
    text, *rest = lines
    for line in rest:
        if text.endswith("\N{SOFT HYPHEN}"):
            text = text[:-1] + line
        elif text.endswith("-") and text[-2:-1].isalpha():
            text = _unhyphenated(text, line)
        else:
            text = f"{text} {line}"
    return text


def _unhyphenated(text: str, line: str) -> str:
    """'jeugd-' + 'hulp' is one word, 'Noord-' + 'Brabant' keeps its hyphen, 'in-' + 'en uitstroom' its space too."""
    if line.split(" ", 1)[0] in ("en", "of", "en/of", "dan", "als", "tot"):
        return f"{text} {line}"
    return (text[:-1] if starts_small(line) else text) + line
