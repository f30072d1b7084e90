"""The five-minute tour in the README, read as steps that a browser can do."""

import re
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from tests.readme import README

SECTION = "In vijf minuten"

_TASK = re.compile(r"^### (?P<title>.+)\n(?P<body>(?:(?!^### ).*\n?)+)", re.MULTILINE)
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]+)\]\((?P<path>docs/[\w-]+\.png)\)")
_STEP = re.compile(r"^\d+\. (.+(?:\n   .+)*)", re.MULTILINE)


class Verb(Enum):
    """What a step asks of the reader, in the words with which it begins."""

    CHOOSE = "Kies het tabblad"
    WRITE = "Typ bij"
    PASTE = "Plak bij"
    OPEN = "Open"
    CLICK = "Klik op"


class Ending(Enum):
    """What a step promises, in the words with which it ends."""

    NOTHING = ""
    COPIED = "De tekst staat nu op uw klembord."
    FILE = "U krijgt een Word-bestand."
    MARKED = "In een nieuw tabblad ziet u de passage gemarkeerd."


_SENTENCE = re.compile(
    rf"(?P<verb>{'|'.join(verb.value for verb in Verb)}) \*\*(?P<label>[^*]+)\*\*(?:: “(?P<text>[^”]+)”|\.)"
    rf"(?: U leest “(?P<read>[^”]+)”\.)?(?: \([^)]+\))?"
    rf"(?: (?P<ending>{'|'.join(re.escape(ending.value) for ending in Ending if ending.value)}))?"
)


@dataclass(frozen=True)
class Step:
    """One numbered line of the tour: what to do, with the label of what, and what it gives."""

    verb: Verb
    label: str
    text: str
    read: str
    ending: Ending

    @classmethod
    def of(cls, line: str) -> "Step":
        """ValueError when the line is not in the words that the tour uses, and so cannot be done."""
        found = _SENTENCE.fullmatch(" ".join(line.split()))
        if not found:
            raise ValueError(f"not a step that can be done: {line}")
        said = found.groupdict(default="")
        return cls(Verb(said["verb"]), said["label"], said["text"], said["read"], Ending(said["ending"]))


@dataclass(frozen=True)
class Task:
    """One task of the tour, with the picture of how it ends."""

    title: str
    steps: tuple[Step, ...]
    picture: Path
    alt: str


def tour() -> tuple[Task, ...]:
    """The tasks of the tour in the README, in order."""
    text = README.read_text(encoding="utf-8")
    section = text.partition(f"\n## {SECTION}\n")[2].partition("\n## ")[0]
    return tuple(_task(found["title"], found["body"]) for found in _TASK.finditer(section))


def _task(title: str, body: str) -> Task:
    picture = _PICTURE.search(body)
    if not picture:
        raise ValueError(f"a task without a picture: {title}")
    steps = tuple(Step.of(line) for line in _STEP.findall(body))
    return Task(title, steps, README.parent / picture["path"], picture["alt"])
