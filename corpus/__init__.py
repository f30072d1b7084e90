"""The content: which sources there are, what they say and where; the checklist; example questions."""

from corpus.checklist import ITEM_IDS, PARTS, TOPIC_IDS
from corpus.commands import Commands
from corpus.content import Content
from corpus.documents import Block, BlockKind, Document
from corpus.drafts import ExampleDraft, ExampleSentence, Meets
from corpus.errors import ContentError, InputError
from corpus.passages import DocumentPassage, passages_of
from corpus.sentences import sentence_spans
from corpus.types import (
    BUITEN,
    Certainty,
    ChecklistItem,
    Element,
    ExampleQuestion,
    Guide,
    LinkKind,
    Passage,
    Source,
    SourceKind,
    Statement,
    Term,
)

__all__ = [
    "BUITEN",
    "ITEM_IDS",
    "PARTS",
    "TOPIC_IDS",
    "Block",
    "BlockKind",
    "Certainty",
    "ChecklistItem",
    "Commands",
    "Content",
    "ContentError",
    "Document",
    "DocumentPassage",
    "Element",
    "ExampleDraft",
    "ExampleQuestion",
    "ExampleSentence",
    "Guide",
    "InputError",
    "LinkKind",
    "Meets",
    "Passage",
    "Source",
    "SourceKind",
    "Statement",
    "Term",
    "passages_of",
    "sentence_spans",
]
