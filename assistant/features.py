"""Text -> the numbers the router decides on: its words, its letter groups, and its vector.

The words carry the subject, the letter groups survive typing errors, the vector brings synonyms. Each of the
three blocks has unit length, so that none drowns the others.
"""

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import Analyzer, Encoder, fold, groups_of

GRAM_LENGTHS = range(2, 6)
"""Letters in a group; groups do not run over a word's end."""

VECTOR_WEIGHT = 0.6
"""Length of the vector block beside the two of length 1; chosen by leaving one author of questions out."""

Row = tuple[NDArray[np.int64], NDArray[np.float32]]
"""The columns of a text that are not zero, and their values."""

AT_ONCE = 512
"""Texts that are turned into rows together, to bound the memory."""

SEEN_TWICE = 2
"""A letter group that occurs in fewer examples is left out."""


def grams(text: str) -> Iterator[str]:
    """The letter groups of each word, with a blank at both ends of the word."""
    for word in fold(text).split():
        yield from word_grams(word)


def word_grams(word: str) -> list[str]:
    """The letter groups of a folded word."""
    return [group for length in GRAM_LENGTHS for group in groups_of(word, length)]


@dataclass(frozen=True)
class Vocabulary:
    """The terms that count, each with its column and its weight (inverse document frequency)."""

    columns: dict[str, int]
    weights: NDArray[np.float32]

    @classmethod
    def build(cls, texts: Sequence[Sequence[str]], least: int) -> "Vocabulary":
        """Every term that stands in at least `least` of the texts."""
        frequency = Counter(term for terms in texts for term in set(terms))
        kept = sorted(term for term, count in frequency.items() if count >= least)
        weights = [1 + math.log((1 + len(texts)) / (1 + frequency[term])) for term in kept]
        return cls({term: column for column, term in enumerate(kept)}, np.array(weights, dtype=np.float32))

    def places(self, terms: Iterable[str]) -> list[int]:
        """The columns of the terms that count, in their order; a term that stands there twice is there twice."""
        columns = self.columns
        return [columns[term] for term in terms if term in columns]

    def rows(self, texts: Sequence[Sequence[int]]) -> list[Row]:
        """Of texts given as `places`, columns and values: 1 + log(count), weighted, of unit length together."""
        size = max(1, len(self.columns))
        numbers = np.repeat(np.arange(len(texts)), [len(places) for places in texts])
        every = np.fromiter(chain.from_iterable(texts), dtype=np.int64, count=len(numbers))
        cells, counts = np.unique(numbers * size + every, return_counts=True)
        numbers, columns = np.divmod(cells, size)
        values = (1 + np.log(counts.astype(np.float32))) * self.weights[columns]
        lengths = np.sqrt(np.bincount(numbers, weights=values**2, minlength=len(texts)))
        values = (values / lengths[numbers]).astype(np.float32)
        ends = np.searchsorted(numbers, np.arange(len(texts) + 1))
        return [(columns[start:end], values[start:end]) for start, end in pairwise(ends)]


@dataclass(frozen=True)
class Features:
    """Turns a text into one row: the columns of its words, then of its letter groups, then its vector."""

    words: Vocabulary
    letters: Vocabulary
    analyzer: Analyzer
    encoder: Encoder

    @classmethod
    def build(cls, texts: Sequence[str], analyzer: Analyzer, encoder: Encoder) -> "Features":
        """The features that `texts` have."""
        words = Vocabulary.build([analyzer(text) for text in texts], least=1)
        return cls(words, Vocabulary.build([list(grams(t)) for t in texts], SEEN_TWICE), analyzer, encoder)

    @classmethod
    def open(cls, folder: Path, analyzer: Analyzer, encoder: Encoder) -> "Features":
        """The features that `save` wrote to `folder`."""
        terms = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
        with np.load(folder / "weights.npz") as weights:
            words, letters = (
                Vocabulary({term: column for column, term in enumerate(terms[name])}, weights[name])
                for name in ("words", "letters")
            )
        return cls(words, letters, analyzer, encoder)

    def save(self, folder: Path) -> None:
        """Write the vocabularies to `folder`."""
        terms = {"words": list(self.words.columns), "letters": list(self.letters.columns)}
        (folder / "terms.json").write_text(json.dumps(terms, ensure_ascii=False), encoding="utf-8")
        np.savez(folder / "weights.npz", words=self.words.weights, letters=self.letters.weights)

    @property
    def size(self) -> int:
        """How many columns a row has."""
        return len(self.words.columns) + len(self.letters.columns) + self.encoder.dimensions

    def rows(self, texts: Sequence[str]) -> Iterator[Row]:
        """Columns and values of each text."""
        return self.joined_rows([(text,) for text in texts])

    def joined_rows(self, texts: Sequence[Sequence[str]]) -> Iterator[Row]:
        """Columns and values of texts given in pieces, to be joined by a blank; what they share is read once."""
        vectors = self.encoder.encode_queries([" ".join(pieces) for pieces in texts]) * VECTOR_WEIGHT
        vector_columns = np.arange(self.size - self.encoder.dimensions, self.size)
        read = _Reading(self)  # not kept longer: these are words of the reader
        first = len(self.words.columns)
        for start in range(0, len(texts), AT_ONCE):
            part = texts[start : start + AT_ONCE]
            words = self.words.rows([[*chain.from_iterable(map(read.words, pieces))] for pieces in part])
            letters = self.letters.rows([[*chain.from_iterable(map(read.letters, pieces))] for pieces in part])
            for (columns, values), (groups, weights), vector in zip(words, letters, vectors[start:], strict=False):
                yield (
                    np.concatenate([columns, groups + first, vector_columns]),
                    np.concatenate([values, weights, vector]),
                )

    def split(self, row: Row) -> tuple[Row, NDArray[np.float32]]:
        """The words of a row (columns and values), and its vector; the letter groups are left out."""
        columns, values = row
        words = int(np.searchsorted(columns[: -self.encoder.dimensions], len(self.words.columns)))
        return (columns[:words], values[:words]), values[-self.encoder.dimensions :]


class _Reading:
    """The columns of texts, where each text and each word is looked up once."""

    def __init__(self, features: Features) -> None:
        self._features = features
        self.words = cache(self._words)
        self.letters = cache(self._letters)
        self._groups = cache(lambda word: features.letters.places(word_grams(word)))

    def _words(self, text: str) -> list[int]:
        return self._features.words.places(self._features.analyzer(text))

    def _letters(self, text: str) -> list[int]:
        return [column for word in fold(text).split() for column in self._groups(word)]
