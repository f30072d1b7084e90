"""The nouns of fetching: how far it is, and how it ended."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from corpus.reading import LARGEST_FILE


class Ending(StrEnum):
    """How the fetching of an address ended; the value is the name of its sentence."""

    OPGEHAALD = "opgehaald"
    VERDWENEN = "verdwenen"
    GEEN_TOEGANG = "geen_toegang"
    STORING = "storing"
    GEEN_VERBINDING = "geen_verbinding"
    ONVEILIG = "onveilig"
    TE_VAAK_DOORVERWEZEN = "te_vaak_doorverwezen"
    TE_TRAAG = "te_traag"
    AFGEBROKEN = "afgebroken"
    TE_GROOT = "te_groot"
    ANDERE_SOORT = "andere_soort"
    BEZIG = "bezig"


@dataclass(frozen=True, slots=True)
class Progress:
    """The bytes received so far, and how many there will be (None when the server does not tell)."""

    received: int
    total: int | None


@dataclass(frozen=True, slots=True)
class Fetched:
    """How it ended: the file and the address where it stood in the end, or what was wrong (`detail`)."""

    ending: Ending
    path: Path | None = None
    address: str = ""
    detail: str = ""

    def __post_init__(self) -> None:
        if (self.ending is Ending.OPGEHAALD) != (self.path is not None):
            raise ValueError(f"{self.ending} with the file {self.path}")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much patience there is: bytes, redirects, attempts after a broken connection, and seconds."""

    most_bytes: int = LARGEST_FILE
    most_redirects: int = 5
    attempts: int = 3
    pause: float = 1.0
    connecting: float = 10.0
    silence: float = 30.0
    together: float = 600.0


class EndedError(Exception):
    """Fetching cannot go on; `ending` tells why, `detail` what came instead."""

    def __init__(self, ending: Ending, detail: str = "") -> None:
        super().__init__(ending, detail)
        self.ending = ending
        self.detail = detail
