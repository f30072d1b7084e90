"""Files that are read line by line: plain text, and JSON with a text for each of some keys on each line."""

import json
import lzma
from collections.abc import Iterator
from pathlib import Path

from corpus import InputError


def lines_of(path: Path) -> Iterator[str]:
    """The lines that are not blank; a file that ends in .xz is unpacked. InputError when it cannot be read."""
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8-sig") as lines:
            yield from (line for line in lines if line.strip())
    except FileNotFoundError as error:
        raise InputError(f"Kan '{path}' niet lezen: het bestand bestaat niet. Controleer de naam.") from error
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise InputError(f"Kan '{path}' niet lezen: het is geen tekst in UTF-8. Sla het zo op.") from error


def pairs_of(path: Path, first: str, second: str) -> Iterator[tuple[str, str]]:
    """The texts under two keys of each line; InputError when a line is no JSON object with both."""
    for number, line in enumerate(lines_of(path), start=1):
        try:
            row = json.loads(line)
            yield str(row[first]), str(row[second])
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"Kan '{path.name}' niet lezen: regel {number} is geen JSON met '{first}' en '{second}'. "
                "Verbeter de regel en probeer het opnieuw."
            ) from error
