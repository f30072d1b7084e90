"""`templates/pagina.toml`: the sentences of the page itself."""

import tomllib
from functools import cache

from assistant.wording import TEMPLATES


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((TEMPLATES / "pagina.toml").read_text(encoding="utf-8"))


def phrases(table: str) -> dict[str, str]:
    """The sentences of a table by name."""
    return _tables()[table]


def phrase(table: str, name: str, **values: object) -> str:
    """A sentence with its blanks filled."""
    return phrases(table)[name].format(**values)
