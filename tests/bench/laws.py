"""Law-like passages and headings, made up from word lists: the same ones on every computer.

A passage is about one subject, one rule and one circumstance; its heading says the same three in other forms or
synonyms. Other passages share one or two of the three, so that a query must find the one that has them all.
"""

import random
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from tests.bench.types import Task

FOLDER = Path(__file__).parent / "wetten"
SEED = 1838
"""Any number does; this is the year of the first Dutch Civil Code."""


@dataclass(frozen=True)
class Wording:
    """How headings say a thing and how articles say it."""

    headings: tuple[str, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    """A made-up article of law."""

    heading: str
    text: str


@dataclass(frozen=True)
class Words:
    """What articles are made of: subjects (each in several forms), rules, circumstances, deciders, common sentences."""

    subjects: tuple[tuple[str, ...], ...]
    rules: tuple[Wording, ...]
    circumstances: tuple[Wording, ...]
    deciders: tuple[str, ...]
    common: tuple[str, ...]

    @classmethod
    def from_folder(cls, folder: Path = FOLDER) -> "Words":
        """Read the three word lists."""
        subjects, rules, circumstances = (
            _read(folder / f"{name}.toml") for name in ("onderwerpen", "handelingen", "omstandigheden")
        )
        return cls(
            subjects=tuple(map(tuple, subjects["onderwerpen"])),
            rules=_wordings(rules["handeling"]),
            circumstances=_wordings(circumstances["omstandigheid"]),
            deciders=tuple(subjects["wie"]),
            common=tuple(circumstances["gewoon"]),
        )

    def articles(self, count: int) -> list[Article]:
        """`count` articles, no two about the same three things; ValueError when there are not so many."""
        combinations = list(product(self.subjects, self.rules, self.circumstances))
        chosen = random.Random(SEED).sample(combinations, count)
        return [self._article(*parts, random.Random(f"{SEED}-{number}")) for number, parts in enumerate(chosen)]

    def _article(
        self, subject: tuple[str, ...], rule: Wording, circumstance: Wording, chance: random.Random
    ) -> Article:
        in_heading, *in_text = chance.sample(subject, len(subject))
        heading = f"{chance.choice(rule.headings).format(s=in_heading)} {chance.choice(circumstance.headings)}"
        other = chance.choice(chance.choice(self.subjects))
        decider = chance.choice(self.deciders)
        first, *rest = chance.sample(rule.sentences, chance.randint(1, len(rule.sentences)))
        body = [sentence.format(s=in_text[1], a=decider) for sentence in rest]
        body.append(chance.choice(circumstance.sentences))
        body += [common.format(x=other, a=decider) for common in chance.sample(self.common, chance.randint(1, 3))]
        chance.shuffle(body)
        return Article(heading, " ".join(map(_sentence, [first.format(s=in_text[0], a=decider), *body])))


def law_task(passages: int, queries: int) -> Task:
    """Find the passage of a heading: the first `queries` headings of `passages` passages."""
    articles = Words.from_folder().articles(passages)
    names = [f"art{number}" for number in range(passages)]
    return Task(
        texts=tuple(article.text for article in articles),
        labels=tuple((name,) for name in names),
        queries=tuple(article.heading for article in articles[:queries]),
        gold=tuple(names[:queries]),
    )


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:]


def _wordings(rows: Sequence[dict[str, list[str]]]) -> tuple[Wording, ...]:
    return tuple(Wording(tuple(row["kop"]), tuple(row["zin"])) for row in rows)


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))
