"""Law-like passages and headings, made up from word lists: the same ones on every computer.

A passage is about one subject, one rule and one circumstance; its heading says the same three in other forms or
synonyms. Other passages share one or two of the three, so that a query must find the one that has them all.
How often an article also uses words as headings do is `Words.echo`: see ECHOES.
"""

import random
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Any

from tests.bench.types import Task

FOLDER = Path(__file__).parent / "wetten"
SEED = 1838
"""Any number does; this is the year of the first Dutch Civil Code."""

ECHOES = {"gewoon": 0.75, "moeilijk": 0.0}
"""Two sets, by the chance that an article names its subject, rule and circumstance as a heading does. "gewoon": such
that plain keyword search does about as well as on headings of real laws (MRR@10 near 0.47); set with bm25s alone,
before any other engine ran on it. "moeilijk": an article never uses the words of its own heading, but synonyms."""


ABOUT_RULE = ("Over {h} worden nadere voorschriften gegeven.", "De toelichting beschrijft {h}.")
ABOUT_CIRCUMSTANCE = ("Dit geldt ook {h}.", "Een uitzondering kan worden gemaakt {h}.")


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
    echo: float

    @classmethod
    def from_folder(cls, folder: Path = FOLDER, echo: float = 0.0) -> "Words":
        """Read the three word lists; `echo` is the chance (0-1) that an article uses words of a heading."""
        subjects, rules, circumstances = (
            _read(folder / f"{name}.toml") for name in ("onderwerpen", "handelingen", "omstandigheden")
        )
        return cls(
            subjects=tuple(map(tuple, subjects["onderwerpen"])),
            rules=_wordings(rules["handeling"]),
            circumstances=_wordings(circumstances["omstandigheid"]),
            deciders=tuple(subjects["wie"]),
            common=tuple(circumstances["gewoon"]),
            echo=echo,
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
        if chance.random() < self.echo:
            in_text[0] = in_heading
        heading = f"{chance.choice(rule.headings).format(s=in_heading)} {chance.choice(circumstance.headings)}"
        decider = chance.choice(self.deciders)
        first, *rest = chance.sample(rule.sentences, chance.randint(1, len(rule.sentences)))
        body = [sentence.format(s=in_text[1], a=decider) for sentence in rest]
        body.append(chance.choice(circumstance.sentences))
        for sentence in chance.sample(self.common, chance.randint(1, 3)):
            body.append(sentence.format(x=chance.choice(chance.choice(self.subjects)), a=decider))
        body += self._echoes(subject, rule, circumstance, chance)
        chance.shuffle(body)
        return Article(heading, " ".join(map(_sentence, [first.format(s=in_text[0], a=decider), *body])))

    def _echoes(
        self, subject: tuple[str, ...], rule: Wording, circumstance: Wording, chance: random.Random
    ) -> Iterator[str]:
        """Sentences that name the rule or the circumstance as a heading does, not always the article's own."""
        if chance.random() < self.echo:
            named = chance.choice(rule.headings).format(s=chance.choice(subject))
            yield chance.choice(ABOUT_RULE).format(h=named[0].lower() + named[1:])
        if chance.random() < self.echo:
            yield chance.choice(ABOUT_CIRCUMSTANCE).format(h=chance.choice(circumstance.headings))


def law_task(passages: int, queries: int, echo: float) -> Task:
    """Find the passage of a heading: the first `queries` headings of `passages` passages."""
    articles = Words.from_folder(echo=echo).articles(passages)
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
