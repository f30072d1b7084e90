"""The work: a question to a cited answer, and how it is shown."""

from assistant.assistant import DEFAULT_STORE, STORE_VARIABLE, Assistant
from assistant.types import Answer, Citation, Intent, Outcome

__all__ = ["DEFAULT_STORE", "STORE_VARIABLE", "Answer", "Assistant", "Citation", "Intent", "Outcome"]
