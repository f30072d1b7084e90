"""Finds a piece of text in the letters of a page, whatever spaces, hyphens and line ends stand between them."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Squashed:
    """The letters and digits of a text in small print, and of each the number of the character it comes from."""

    letters: str
    places: tuple[int, ...]

    @classmethod
    def from_characters(cls, characters: Iterable[str]) -> "Squashed":
        """Squash characters; one that stands for two letters (the ligature fi) gives both."""
        found = [
            (letter, place)
            for place, character in enumerate(characters)
            for letter in unicodedata.normalize("NFKC", character).casefold()
            if letter.isalnum()
        ]
        return cls("".join(letter for letter, _ in found), tuple(place for _, place in found))

    def find(self, piece: str, before: str) -> range | None:
        """The characters of `piece`; `before`, what is read before it, tells which one of several it is."""
        wanted = Squashed.from_characters(piece).letters
        if not wanted:
            return None
        start = -1
        for _ in range(Squashed.from_characters(before).letters.count(wanted) + 1):
            further = self.letters.find(wanted, start + 1)
            if further < 0:
                break
            start = further
        if start < 0:
            return None
        return range(self.places[start], self.places[start + len(wanted) - 1] + 1)
