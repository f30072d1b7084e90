"""The work: a question to a cited answer, and how it is shown."""

from assistant.accounts import Accounts, asked_account
from assistant.assistant import DEFAULT_STORE, STORE_VARIABLE, Assistant
from assistant.types import Answer, Citation, Intent, Outcome

__all__ = [
    "DEFAULT_STORE",
    "STORE_VARIABLE",
    "Accounts",
    "Answer",
    "Assistant",
    "Citation",
    "Intent",
    "Outcome",
    "asked_account",
]
