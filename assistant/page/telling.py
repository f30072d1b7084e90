"""`templates/bronnentab.toml`: the fixed sentences of the tab "Bronnen" and of the pages of documents."""

import tomllib
from functools import cache

from assistant.wording import TEMPLATES
from corpus.fetching import Ending


def told(name: str, **values: object) -> str:
    """A sentence, filled in."""
    return _tables()["zinnen"][name].format(**values)


def ending_told(ending: Ending, **values: object) -> str:
    """The sentence for how the fetching of a document ended."""
    return _tables()["ophalen"][ending].format(**values)


@cache
def _tables() -> dict[str, dict[str, str]]:
    return tomllib.loads((TEMPLATES / "bronnentab.toml").read_text(encoding="utf-8"))
