"""Writing a file whole or not at all."""

import os
import secrets
import shutil
from errno import ENAMETOOLONG, ENOSPC
from pathlib import Path

from corpus import InputError


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` in `path`, in the place of what stood there; InputError, and nothing changed, when it cannot."""
    try:
        target = path.resolve()
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError
        beside = target.with_name(f".{secrets.token_hex(8)}.tmp")
        try:
            with beside.open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.is_file():
                shutil.copymode(target, beside)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that point at each other
        raise cannot_write(path, *_why(path, error)) from error


def refuse_unfit(path: Path, *sources: Path) -> None:
    """InputError when `path` cannot be written, or is itself one of the files that its content comes from."""
    try:
        if not path.parent.is_dir():
            raise FileNotFoundError
        if path.is_dir():
            raise IsADirectoryError
        if path.exists() and any(source.exists() and source.samefile(path) for source in sources):
            raise cannot_write(path, "dat is het bestand dat u laat lezen", "Kies een andere naam")
    except OSError as error:
        raise cannot_write(path, *_why(path, error)) from error


def cannot_write(path: Path, why: str, mend: str) -> InputError:
    """The error that `path` cannot be written, for this reason and with this remedy."""
    name = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(path))
    return InputError(f"Kan '{name}' niet schrijven: {why}. {mend}.")


def _why(path: Path, error: Exception) -> tuple[str, str]:
    number = error.errno if isinstance(error, OSError) else None
    if number == ENAMETOOLONG:
        return "de naam is te lang", "Kies een kortere naam"
    if number == ENOSPC:
        return "de schijf is vol", "Maak ruimte vrij en probeer het opnieuw"
    if isinstance(error, PermissionError):
        return "geen toestemming", "Kies een andere map, of sluit het bestand als het open staat"
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return "de map bestaat niet", "Maak de map eerst, of kies een andere"
    if path.is_dir():
        return "het is een map", "Kies een naam voor het bestand"
    return "het schrijven lukt niet", "Kies een andere map en probeer het opnieuw"
