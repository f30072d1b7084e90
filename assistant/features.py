"""Text -> the numbers the router decides on: its words, its letter groups, and its vector.

The words carry the subject, the letter groups survive typing errors, the vector brings synonyms. Each of the
three blocks has unit length, so that none drowns the others.
"""

import json
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import Analyzer, Encoder, fold

GRAM_LENGTHS = range(2, 6)
"""Letters in a group; groups do not run over a word's end."""

VECTOR_WEIGHT = 0.6
"""Length of the vector block beside the two of length 1; chosen by leaving one author of questions out."""

SEEN_TWICE = 2
"""A letter group that occurs in fewer examples is left out."""


def grams(text: str) -> list[str]:
    """The letter groups of each word, with a blank at both ends of the word."""
    return [group for word in fold(text).split() for group in _groups(word)]


@lru_cache(maxsize=50_000)
def _groups(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(
        padded[start : start + length] for length in GRAM_LENGTHS for start in range(max(1, len(padded) - length + 1))
    )


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

    def row(self, terms: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Columns and values of a text: 1 + log(count), weighted, of unit length together."""
        counts = Counter(filter(self.columns.__contains__, terms))
        columns = np.fromiter(map(self.columns.__getitem__, counts), dtype=np.int64, count=len(counts))
        values = (1 + np.log(np.fromiter(counts.values(), np.float32, len(counts)))) * self.weights[columns]
        length = float(np.linalg.norm(values)) or 1.0
        return columns, (values / length).astype(np.float32)


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
        return cls(words, Vocabulary.build([grams(text) for text in texts], SEEN_TWICE), analyzer, encoder)

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

    def rows(self, texts: Sequence[str]) -> Iterator[tuple[NDArray[np.int64], NDArray[np.float32]]]:
        """Columns and values of each text."""
        vectors = self.encoder.encode_queries(texts) * VECTOR_WEIGHT
        vector_columns = np.arange(self.size - self.encoder.dimensions, self.size)
        for text, vector in zip(texts, vectors, strict=True):
            word_columns, word_values = self.words.row(self.analyzer(text))
            letter_columns, letter_values = self.letters.row(grams(text))
            columns = [word_columns, letter_columns + len(self.words.columns), vector_columns]
            yield np.concatenate(columns), np.concatenate([word_values, letter_values, vector])
