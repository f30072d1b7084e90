"""`templates/ophalen.toml`: the sentences about fetching sources and searching them."""

from assistant.wording import Sentences

say = Sentences("ophalen").say


def score_in_dutch(score: float) -> str:
    """A score with two decimals: '0,71'."""
    return f"{score:.2f}".replace(".", ",")
