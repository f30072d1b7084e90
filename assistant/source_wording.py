"""`templates/ophalen.toml`: the sentences about fetching sources and searching them."""

import tomllib
from functools import cache

from assistant.wording import TEMPLATES


def say(table: str, name: str, **values: object) -> str:
    """A sentence of `templates/ophalen.toml`, filled in."""
    return _tables()[table][name].format(**values)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((TEMPLATES / "ophalen.toml").read_text(encoding="utf-8"))


def score_in_dutch(score: float) -> str:
    """A score with two decimals: '0,71'."""
    return f"{score:.2f}".replace(".", ",")
