"""`bronnen.toml` -> Sources."""

import tomllib
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from corpus.errors import ContentError
from corpus.types import Source

T = TypeVar("T")


def read_toml(path: Path) -> dict[str, Any]:
    """The tables of a TOML file; ContentError names the file when it cannot be read."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{path.name}: {error}") from error


def convert(data: object, wanted: type[T], path: Path) -> T:
    """`data` as a value of the wanted type, every field checked; ContentError names file and field."""
    try:
        return msgspec.convert(data, wanted)
    except msgspec.ValidationError as error:
        raise ContentError(f"{path.name}: {error}") from error


def load_sources(path: Path) -> dict[str, Source]:
    """The sources of `bronnen.toml` by id, in the order of the file."""
    sources = convert(read_toml(path).get("bron", []), list[Source], path)
    by_id = {source.id: source for source in sources}
    if len(by_id) != len(sources):
        raise ContentError(f"{path.name}: twee bronnen hebben hetzelfde id")
    return by_id
