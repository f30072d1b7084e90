"""Fetching documents from their publishers, only because the user asked."""

from corpus.fetching.fetcher import Fetcher
from corpus.fetching.types import Ending, Fetched, Limits, Progress

__all__ = ["Ending", "Fetched", "Fetcher", "Limits", "Progress"]
