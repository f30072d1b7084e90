"""Dutch text -> what it is searched by: the stems of its words with the parts of compounds, or groups of letters."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

import Stemmer

_STOP_WORDS_TEXT = """
    aan al alle als bij dan dat de deze die dit doe doen door dus een eens en er ga gaan hebben hebt
    heeft het hij hoe hun ik in is ja je jij jouw kan kun kunnen maar me men met mij mijn moet
    moeten mag mogen na naar nu of om ons onze ook op over t te tot u uit uw van voor waar want was
    wat we wel welke wie wij wil willen word worden wordt zal ze zelf zich zij zijn zo zou zouden
"""
STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())
"""Words that say nothing about the subject. Negations and quantities ('niet', 'geen', 'één') stay."""

SHORTEST_PART = 4
"""Letters a part of a compound needs to count: shorter pieces are endings, not words."""

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Lower case without accents: 'Coördinerend' -> 'coordinerend'."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


GROUP = 4
"""Letters in a group: of 3, 4, 5 and 6 the best on laws that were not trained on."""


def letter_groups(text: str) -> list[str]:
    """The groups of GROUP letters in the words of `text`, in order, stop words left out.

    They find a word in any form, inside a compound and with a typing error: 'wachtlijst' shares eight of its nine
    groups with 'wachtlijsten'. A space marks the begin and the end of a word.
    """
    words = _WORD.findall(fold(text))
    return [group for word in words if word not in STOP_WORDS for group in groups_of(word, GROUP)]


def groups_of(word: str, length: int) -> list[str]:
    """The groups of `length` letters in a folded word with a blank at both ends; all of it when it is shorter."""
    marked = f" {word} "
    return [marked[start : start + length] for start in range(max(1, len(marked) - length + 1))]


class Analyzer:
    """Text to search words. `split` cuts a compound into its pieces (the tokenizer of the embedded model)."""

    def __init__(self, split: Callable[[str], Sequence[str]] | None = None) -> None:
        self._split = split
        self._stem = Stemmer.Stemmer("dutch").stemWord
        self._terms = lru_cache(maxsize=200_000)(self._terms_of)

    def __call__(self, text: str) -> list[str]:
        """The search words of `text`, in order, stop words left out; a compound is followed by its parts."""
        return [term for word in _WORD.findall(fold(text)) if word not in STOP_WORDS for term in self._terms(word)]

    def _terms_of(self, word: str) -> tuple[str, ...]:
        stem = self._stem(word)
        if self._split is None or len(word) < 2 * SHORTEST_PART:
            return (stem,)
        parts = [part for part in self._split(word) if len(part) >= SHORTEST_PART and part != word]
        return (stem, *(self._stem(part) for part in parts))
