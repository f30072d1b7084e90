"""`templates/pagina.toml`: the sentences of the page itself."""

from assistant.wording import Sentences

_SENTENCES = Sentences("pagina")

phrase = _SENTENCES.say
phrases = _SENTENCES.table
