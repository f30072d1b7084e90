"""`zinnen/` and `concepten/` -> examples of drafts: sentences per element, and whole pieces with a judgement.

`zinnen/ID.txt`: `[element]`, then lines `ja: ...` (meets it), `half: ...` (postpones it or stays vague) and
`nee: ...` (only shares words). `concepten/*.txt`: `aanwezig: 1a, 2c`, `gedeeltelijk: ...`, lines `bewijs ID: ...`
with words that stand in the text, `---`, the text. `concepten/apart/` is held out; `concepten/anders/` holds texts
that are no regiovisie. Of the sentences a fixed share is held out too.
"""

import re
from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from corpus.errors import ContentError

HELD_OUT_EVERY = 6
"""Of the sentences of one element and one kind each sixth is held out: it is never learned from."""

_ELEMENT = re.compile(r"^\[([\w-]+)\]$")
_LINE = re.compile(r"^(ja|half|nee): *(.+)$")
_EVIDENCE = re.compile(r"^bewijs ([\w]+): *(.+)$")


class Meets(StrEnum):
    """Whether a sentence meets an element."""

    JA = "ja"
    HALF = "half"
    NEE = "nee"


class ExampleSentence(msgspec.Struct, frozen=True, kw_only=True):
    """A sentence of a draft, with how far it meets an element of an item."""

    item: str
    element: str
    meets: Meets
    text: str


class ExampleDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a draft with its judgement: the items that are there, half there, and the words it rests on.

    A draft to learn from has evidence for each of those items; one that is only measured by may lack it.
    """

    id: str
    text: str
    present: frozenset[str]
    partial: frozenset[str]
    evidence: dict[str, tuple[str, ...]]

    @property
    def author(self) -> str:
        """Who wrote it: the letter its id begins with. What one author wrote is alike."""
        return self.id[0]

    def __post_init__(self) -> None:
        if self.present & self.partial:
            raise ContentError(f"concept '{self.id}': een onderdeel is aanwezig en gedeeltelijk tegelijk")
        for quotes in self.evidence.values():
            for quote in quotes:
                if quote not in self.text:
                    raise ContentError(f"concept '{self.id}': dit bewijs staat er niet letterlijk: {quote}")


def load_sentences(folder: Path, *, held_out: bool = False) -> list[ExampleSentence]:
    """The example sentences to learn from, or those held out.

    ContentError names the file and the line that is not of the form.
    """
    places: Counter[tuple[str, str, Meets]] = Counter()
    kept = []
    for sentence in (sentence for path in sorted(folder.glob("*.txt")) for sentence in _sentences(path)):
        kind = (sentence.item, sentence.element, sentence.meets)
        places[kind] += 1
        if (places[kind] % HELD_OUT_EVERY == 0) == held_out:
            kept.append(sentence)
    return kept


def load_drafts(folder: Path) -> list[ExampleDraft]:
    """Every judged draft right under `folder`; ContentError when one is not of the form."""
    return [_draft(path) for path in sorted(folder.glob("*.txt"))]


def load_other_texts(folder: Path) -> list[str]:
    """Texts that are no regiovisie."""
    return [path.read_text(encoding="utf-8").strip() for path in sorted(folder.glob("*.txt"))]


def _sentences(path: Path) -> Iterator[ExampleSentence]:
    element = ""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        stripped = line.strip()
        if not stripped:
            continue
        if heading := _ELEMENT.match(stripped):
            element = heading[1]
        elif element and (match := _LINE.match(stripped)):
            yield ExampleSentence(item=path.stem, element=element, meets=Meets(match[1]), text=match[2])
        else:
            raise ContentError(f"zinnen/{path.name}, regel {number}: begin met [element], ja:, half: of nee:")


def _draft(path: Path) -> ExampleDraft:
    head, found, text = path.read_text(encoding="utf-8").partition("\n---\n")
    if not found:
        raise ContentError(f"concepten/{path.name}: de regel '---' tussen oordeel en tekst ontbreekt")
    labels: dict[str, frozenset[str]] = {}
    evidence: dict[str, list[str]] = {}
    for line in filter(None, map(str.strip, head.splitlines())):
        if quote := _EVIDENCE.match(line):
            evidence.setdefault(quote[1], []).append(quote[2].strip())
        else:
            key, _, value = line.partition(":")
            labels[key] = frozenset(item.strip() for item in value.split(",") if item.strip())
    draft = ExampleDraft(
        id=path.stem,
        text=text.strip("\n"),
        present=labels.get("aanwezig", frozenset()),
        partial=labels.get("gedeeltelijk", frozenset()),
        evidence={item: tuple(quotes) for item, quotes in evidence.items()},
    )
    if missing := (draft.present | draft.partial) - set(evidence):
        raise ContentError(f"concept '{draft.id}': zonder bewijs: {', '.join(sorted(missing))}")
    return draft
