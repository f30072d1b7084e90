"""`templates/bronnentab.toml`: the fixed sentences of the tab "Bronnen" and of the pages of documents."""

import tomllib
from functools import cache

from assistant.wording import TEMPLATES


def told(name: str, **values: object) -> str:
    """A sentence, filled in."""
    return _sentences()[name].format(**values)


@cache
def _sentences() -> dict[str, str]:
    sentences: dict[str, str] = tomllib.loads((TEMPLATES / "bronnentab.toml").read_text(encoding="utf-8"))["zinnen"]
    return sentences
