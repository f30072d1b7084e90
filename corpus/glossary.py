"""`begrippen.toml` -> Terms."""

from pathlib import Path

from corpus.catalogue import convert, read_toml
from corpus.errors import ContentError
from corpus.types import Term


def load_terms(path: Path) -> dict[str, Term]:
    """The terms of the glossary by id, in the order of the file."""
    terms = convert(read_toml(path).get("begrip", []), list[Term], path)
    by_id = {term.id: term for term in terms}
    if len(by_id) != len(terms):
        raise ContentError(f"{path.name}: twee begrippen hebben hetzelfde id")
    return by_id
