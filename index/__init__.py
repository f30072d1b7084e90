"""Search: which passages, questions or sentences are nearest to a piece of text."""

from index.additions import Additions, keep_only
from index.encoding import StaticEncoder, embedded_encoder, load_encoder
from index.search import Index
from index.storage import Stamp, Store
from index.types import Encoder, Hit, Match, Vectors
from index.words import Analyzer, fold, groups_of

__all__ = [
    "Additions",
    "Analyzer",
    "Encoder",
    "Hit",
    "Index",
    "Match",
    "Stamp",
    "StaticEncoder",
    "Store",
    "Vectors",
    "embedded_encoder",
    "fold",
    "groups_of",
    "keep_only",
    "load_encoder",
]
