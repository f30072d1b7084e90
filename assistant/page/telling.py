"""`templates/bronnentab.toml`: the fixed sentences of the tab "Bronnen" and of the pages of documents."""

from functools import partial

from assistant.wording import Sentences

told = partial(Sentences("bronnentab").say, "zinnen")
