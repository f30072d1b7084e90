"""Drafts with a judgement to measure a review by: the project's own, held out, or a file of the same form.

A line of such a file: `{"id", "text", "gold": {"1a": "aanwezig", "2c": "gedeeltelijk"}, "evidence": {"1a": ["..."]}}`.
Items that are not named are not in the draft; the words of `evidence` (optional) stand in the text, letter for letter.
A text that is no regiovisie has `"outcome": "geen_regiovisie"` and needs no `gold`.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.review import ReviewOutcome, Verdict
from corpus import ITEM_IDS, Content, ContentError, ExampleDraft, ExampleSentence, InputError


@dataclass(frozen=True)
class GoldDrafts:
    """What a review is measured by: judged drafts, texts that are no regiovisie, and sentences with their element."""

    drafts: tuple[ExampleDraft, ...]
    others: tuple[str, ...] = ()
    sentences: tuple[ExampleSentence, ...] = ()

    @classmethod
    def held_out(cls, content: Content) -> "GoldDrafts":
        """What nothing was learned from."""
        sentences = tuple(content.example_sentences(held_out=True))
        return cls(tuple(content.example_drafts(held_out=True)), tuple(content.other_texts()), sentences)

    @classmethod
    def from_file(cls, path: Path) -> "GoldDrafts":
        """The drafts of a file with a line each; InputError names the line that is not of the form."""
        try:
            lines = path.read_text(encoding="utf-8-sig").split("\n")
        except FileNotFoundError as error:
            raise InputError(f"Kan '{path}' niet lezen: het bestand bestaat niet. Controleer de naam.") from error
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"Kan '{path}' niet lezen: het is geen tekst in UTF-8. Sla het zo op.") from error
        rows = [_row(path, number, line) for number, line in enumerate(lines, start=1) if line.strip()]
        drafts = tuple(row for row in rows if isinstance(row, ExampleDraft))
        if not drafts:
            raise InputError(f"In '{path}' staat geen concept. Geef per regel JSON met 'id', 'text' en 'gold'.")
        return cls(drafts, tuple(row for row in rows if isinstance(row, str)))


def _row(path: Path, number: int, line: str) -> ExampleDraft | str:
    """The judged draft of a line, or the text of one that is no regiovisie."""
    where = f"Kan regel {number} van '{path}' niet gebruiken"
    try:
        row = json.loads(line)
        text = str(row["text"])
        if row.get("outcome") == ReviewOutcome.GEEN_REGIOVISIE:
            return text
        return _draft(str(row["id"]), text, row["gold"], row.get("evidence") or {})
    except ContentError as error:
        raise InputError(f"{where}: {error}. Verbeter de regel en probeer het opnieuw.") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{where}: geef JSON met 'id', 'text' en 'gold', zoals {{\"1a\": \"aanwezig\"}}.") from error


def _draft(name: str, text: str, gold: dict[str, Any], evidence: dict[str, Any]) -> ExampleDraft:
    """The draft; ContentError for an item, a verdict or evidence that cannot be."""
    if unknown := sorted({*gold, *evidence} - set(ITEM_IDS)):
        raise ContentError(f"concept '{name}' noemt '{unknown[0]}', en dat onderdeel bestaat niet")
    said = {str(value) for value in gold.values()}
    if wrong := sorted(said - {Verdict.AANWEZIG, Verdict.GEDEELTELIJK, Verdict.NIET_GEVONDEN}):
        raise ContentError(f"concept '{name}' noemt oordeel '{wrong[0]}', en dat bestaat niet")
    if loose := sorted(item for item, quotes in evidence.items() if not isinstance(quotes, list)):
        raise ContentError(f"concept '{name}': het bewijs van '{loose[0]}' is geen lijst met tekst")
    return ExampleDraft(
        id=name,
        text=text,
        present=frozenset(item for item, verdict in gold.items() if verdict == Verdict.AANWEZIG),
        partial=frozenset(item for item, verdict in gold.items() if verdict == Verdict.GEDEELTELIJK),
        evidence={item: tuple(quote for quote in map(str, quotes) if quote) for item, quotes in evidence.items()},
    )
