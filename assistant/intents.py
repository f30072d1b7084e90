"""What is wanted of a subject, read from the words of the question."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from assistant.types import Intent
from corpus import Content, Source, Term
from index import Analyzer, fold

T = TypeVar("T")

_RULES: tuple[tuple[Intent, str], ...] = (
    (
        Intent.VOORBEELD,
        r"voorbeeld ?(tekst|alinea|zin|passage|formulering|paragraaf|stuk)|invultekst|sjabloon|template|\bformat\b"
        r"|(schrijf|maak|formuleer|geef|opstellen|lever)\b.{0,40}\b(alinea|tekst|stukje|paragraaf|passage|zin(nen)?|opzetje)"
        r"|\b(alinea|tekst|stukje|paragraaf)\b.{0,30}\b(maken|schrijven|plakken|overnemen|geven)"
        r"|hoe (schrijf|verwoord|formuleer)|hoe zet ik.{0,30} op papier|geef (me |mij |eens )?(een |wat )?voorbeeld"
        r"|\bvoorbeeld\b",
    ),
    (
        Intent.CONTROLE,
        r"klopt (het|t|dit|dat)|is (dat|dit|het) (zo |wel )?(genoeg|voldoende|goed|juist|compleet|waar)"
        r"|volstaat|voldoet|is .{3,80} (genoeg|voldoende)\b|ben ik te streng|mis ik|ontbreekt|vergeten|checklist"
        r"|controle|checken|nakijken|wij hebben (nu )?(staan|opgeschreven|geschreven)|ons concept|mijn concept",
    ),
    (Intent.WAAROM, r"\bwaarom\b|waartoe|wat is het nut|wat heb(ben)? .{1,40} aan|waar is .{1,40} goed voor|reden"),
    (
        Intent.WIE,
        r"\bwie\b|welke (partijen|partners|mensen|organisaties)|^betrek|\bactoren\b|stakeholders",
    ),
    (
        Intent.HOE,
        r"\bhoe\b|op welke (manier|wijze)|aanpak|stappen|aanpakken|tips|waar begin|werkwijze|beschrijf ik",
    ),
)
"""Tried in order; the first that fits wins, otherwise "wat"."""

_TERM_ASKED = re.compile(
    r"^(wat (is|zijn|betekent|betekenen|houdt|bedoel\w* .{0,12}met|verstaan .{0,12}onder)"
    r"|betekenis|definitie|uitleg|leg uit)\b|\bbetekenis\b|\bdefinitie\b|\bbegrip\b|wat betekent"
    r"|wat bedoelt|staat .{1,30} voor\b|wat houdt .{1,60} in\b|afkorting"
)

_DOCUMENT_ASKED = re.compile(
    r"waar (vind|staat|kan ik|haal|lees)|wat staat er in|inhoud van|\blink\b|\bdownload|\bpdf\b|\bdocument|\brapport\b"
    r"|\brapport (van|over)\b|\bvindplaats|lezen|nalezen|opzoeken|waar gaat .{1,60} over|naar welk|wat is (de|het|een)"
)

_TWO_PARTS = re.compile(
    r"\ben (wat|hoe|waar|wie|welke|moet|hoort|komt|of|dan|daarna)\b|verschil|allebei|\bbeide|apart|versus|tegenover"
    r"|twee (plek|keer|hoofdst|onderdel)|\?.+\?|\bof (hoort|bij|in|onder)\b"
)
_WORD = re.compile(r"[^\W_]+")
_ITEM = re.compile(r"(?<![\d.])\b(deel 2[,:]? )?(?:ad |onderdeel |item |punt )?(b)?([1-5])[ .]?([a-e])\b")
_NUMBERS = {word: n for n, word in enumerate(["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht"], start=1)}
_ORDINALS = {
    w: n
    for n, w in enumerate(["eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste"], start=1)
}
_AFSPRAAK = re.compile(
    rf"\bafspraak (?:nummer |nr\.? ?)?([1-8]|{'|'.join(_NUMBERS)})\b"
    rf"|\b([1-8])e afspraak|\b({'|'.join(_ORDINALS)}) afspraak"
)

_ANY_AFSPRAAK = re.compile(r"\bafspraak (?:nummer |nr\.? ?)?(\d{1,3})\b")
_ANY_ITEM = re.compile(r"\b(deel 2[,:]? )?(?:ad|onderdeel|item|punt) (b)?(\d{1,2})[ .]?([a-z])\b")
_ITEM_ALONE = re.compile(r"^(?:en |of |wat is |wat zegt )*(deel 2[,:]? )?(b)?(\d)[ .]?([a-z])[ ?.!]*$")

MOST_BESIDE_A_TERM = 1
"""Search words that may stand beside a term in a question after its meaning alone."""


class IntentReader:
    """Reads from a question what is wanted, and which term, document or afspraak it names."""

    def __init__(self, content: Content, analyzer: Analyzer) -> None:
        self._content = content
        self._analyzer = analyzer

    def intent(self, text: str) -> Intent:
        """What the question wants of its subject."""
        folded = fold(text)
        return next((intent for intent, rule in _RULES if re.search(rule, folded)), Intent.WAT)

    def term(self, text: str) -> Term | None:
        """The glossary term whose meaning is asked; None when no meaning is asked."""
        folded = fold(text)
        if not _TERM_ASKED.search(folded):
            return self._terms.by_name.get(" ".join(_WORD.findall(folded)))
        return self._terms.longest_in(_WORD.findall(_TERM_ASKED.sub(" ", folded)))

    def document(self, text: str) -> Source | None:
        """The source that the question is about: named in it, and asked for or named alone."""
        folded = fold(text)
        words = _WORD.findall(folded)
        named = self._sources.longest_in(words)
        if named is None or named.id not in self._content.documents:
            return None
        return named if _DOCUMENT_ASKED.search(folded) or len(words) <= 4 else None

    def afspraak(self, text: str) -> int | None:
        """The number (1-8) of the afspraak that is named."""
        match = _AFSPRAAK.search(fold(text))
        if not match:
            return None
        found = next(group for group in match.groups() if group)
        return int(found) if found.isdigit() else {**_NUMBERS, **_ORDINALS}[found]

    def names_nothing(self, text: str) -> str | None:
        """The afspraak ("afspraak 9") or the item ("onderdeel 3d") that is named and does not exist."""
        folded = fold(text)
        for number in _ANY_AFSPRAAK.findall(folded):
            if not 1 <= int(number) <= len(_NUMBERS):
                return f"afspraak {int(number)}"
        for part, bovenregionaal, number, letter in (*_ANY_ITEM.findall(folded), *_ITEM_ALONE.findall(folded)):
            name = f"{'B' if bovenregionaal or part else ''}{int(number)}{letter}"
            if name not in self._content.items:
                return f"onderdeel {name}"
        return None

    def has_two_parts(self, text: str) -> bool:
        """Whether the question asks two things, or compares two places."""
        return bool(_TWO_PARTS.search(fold(text)))

    def items(self, text: str) -> tuple[str, ...]:
        """The checklist items that are named by number and letter: "5e", "Ad 3 b", "B1a", "deel 2, ad 1 a"."""
        found = []
        for part, bovenregionaal, number, letter in _ITEM.findall(fold(text)):
            name = f"{'B' if bovenregionaal or part else ''}{number}{letter}"
            if name in self._content.items:
                found.append(name)
        return tuple(dict.fromkeys(found))

    def asks_only_a_meaning(self, text: str) -> bool:
        """Whether nothing is asked but what a term means: hardly a word is left without the term."""
        term = self.term(text)
        if term is None:
            return False
        rest = f" {' '.join(_WORD.findall(_TERM_ASKED.sub(' ', fold(text))))} "
        for word in sorted((word for word, named in self._terms.by_name.items() if named is term), key=len)[::-1]:
            rest = rest.replace(f" {word} ", " ")
        return len(self._analyzer(rest)) <= MOST_BESIDE_A_TERM

    @cached_property
    def _terms(self) -> "_Names[Term]":
        return _Names.of(
            (word, term)
            for term in self._content.terms.values()
            for word in (*re.split(r"[()/]", term.name), *term.words)
        )

    @cached_property
    def _sources(self) -> "_Names[Source]":
        return _Names.of((word, source) for source in self._content.sources.values() for word in source.words)


@dataclass(frozen=True)
class _Names(Generic[T]):
    """Things by the names they have, each name as folded words with a blank between; the first thing keeps a name."""

    by_name: dict[str, T]
    first_words: frozenset[str]
    most_words: int

    @classmethod
    def of(cls, named: Iterable[tuple[str, T]]) -> "_Names[T]":
        by_name: dict[str, T] = {}
        for name, thing in named:
            if words := _WORD.findall(fold(name)):
                by_name.setdefault(" ".join(words), thing)
        split = [name.split() for name in by_name]
        return cls(by_name, frozenset(name[0] for name in split), max(map(len, split)))

    def longest_in(self, words: Sequence[str]) -> T | None:
        """What the longest name that stands in `words` names."""
        longest = ""
        for start in range(len(words)):
            if words[start] in self.first_words:
                ends = range(start + 1, min(start + self.most_words, len(words)) + 1)
                pieces = (" ".join(words[start:end]) for end in ends)
                longest = max((longest, *filter(self.by_name.__contains__, pieces)), key=len)
        return self.by_name.get(longest)
