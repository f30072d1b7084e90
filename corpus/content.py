"""All of the content, read and checked in one place."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from pathlib import Path

from corpus.catalogue import load_sources
from corpus.checklist import load_documents, load_items, load_topics
from corpus.drafts import (
    HELD_OUT_EVERY,
    ExampleDraft,
    ExampleSentence,
    load_drafts,
    load_other_texts,
    load_sentences,
)
from corpus.errors import ContentError
from corpus.examples import load_examples
from corpus.glossary import load_terms
from corpus.knowledge import load_passages
from corpus.types import BUITEN, ChecklistItem, ExampleQuestion, Guide, Passage, Source, Term

FOLDER = Path(__file__).parent
"""Where the data files of the project stand."""


@dataclass(frozen=True)
class Content:
    """The sources, passages, guidance and terms; every reference in them resolves."""

    folder: Path
    sources: Mapping[str, Source]
    passages: Mapping[str, Passage]
    items: Mapping[str, ChecklistItem]
    topics: Mapping[str, Guide]
    documents: Mapping[str, Guide]
    terms: Mapping[str, Term]

    @classmethod
    def load(cls, folder: Path = FOLDER) -> "Content":
        """Read the data files of `folder`; ContentError when a file or a reference is not right."""
        return cls(
            folder=folder,
            sources=load_sources(folder / "bronnen.toml"),
            passages=load_passages(folder / "kennis"),
            items=load_items(folder / "checklist"),
            topics=load_topics(folder / "onderwerpen"),
            documents=load_documents(folder / "documenten"),
            terms=load_terms(folder / "begrippen.toml"),
        )

    def __post_init__(self) -> None:
        problems = [*self._unknown_passages(), *self._unknown_sources(), *self._unknown_guides()]
        if problems:
            raise ContentError("; ".join(problems))

    @cached_property
    def guides(self) -> Mapping[str, Guide]:
        """Items and topics by id: what a question can be about."""
        return {**self.items, **self.topics}

    def examples(self, *, held_out: bool = False) -> list[ExampleQuestion]:
        """The example questions, to learn from or held out; ContentError for a label that does not exist."""
        examples = load_examples(self.folder, held_out=held_out)
        if not held_out:  # what we suggest to ask must lead to where it was suggested
            examples += [
                ExampleQuestion(text=question, labels=(guide.id,))
                for guide in self.guides.values()
                for question in guide.next_questions
            ]
        known = {*self.guides, BUITEN}
        if wrong := {label for example in examples for label in example.labels if label not in known}:
            raise ContentError(f"voorbeeldvragen met een onbekend onderwerp: {', '.join(sorted(wrong))}")
        return examples

    def example_sentences(self, *, held_out: bool = False) -> list[ExampleSentence]:
        """The example sentences, to learn from or held out; ContentError for an element that does not exist."""
        sentences = load_sentences(self.folder / "zinnen", held_out=held_out)
        known = {(item.id, element.id) for item in self.items.values() for element in item.elements}
        if wrong := {f"{s.item}.{s.element}" for s in sentences if (s.item, s.element) not in known}:
            raise ContentError(f"voorbeeldzinnen bij een onbekend element: {', '.join(sorted(wrong))}")
        return sentences

    def example_drafts(self, *, held_out: bool = False) -> list[ExampleDraft]:
        """The judged drafts, to learn from or held out."""
        return load_drafts(self.folder / "concepten" / ("apart" if held_out else ""))

    def other_texts(self) -> list[str]:
        """Texts that are no regiovisie: what a review must refuse."""
        return load_other_texts(self.folder / "concepten" / "anders")

    def passages_of(self, source_id: str) -> list[Passage]:
        """The passages of a source, in the order of its file."""
        return [passage for passage in self.passages.values() if passage.source_id == source_id]

    def fingerprint(self) -> str:
        """A hash over every data file, and over what of them is held out: it changes when any of them does."""
        digest = hashlib.sha256(f"{HELD_OUT_EVERY}\0".encode())
        for path in sorted(chain.from_iterable(self.folder.rglob(f"*.{end}") for end in ("toml", "md", "txt"))):
            place = path.relative_to(self.folder)
            if place.parts[0] != "originelen":  # what a region brought in is no part of the content
                digest.update(f"{place}\0".encode() + path.read_bytes() + b"\0")
        return digest.hexdigest()

    def _unknown_passages(self) -> Iterator[str]:
        for guide in chain(self.items.values(), self.topics.values(), self.documents.values()):
            references = [s.references for s in guide.statements()]
            if isinstance(guide, ChecklistItem):
                references += [element.references for element in guide.elements]
            for reference in chain.from_iterable(references):
                if reference not in self.passages:
                    yield f"'{guide.id}' verwijst naar '{reference}', en die passage bestaat niet"
        for term in self.terms.values():
            for reference in term.references:
                if reference not in self.passages:
                    yield f"begrip '{term.id}' verwijst naar '{reference}', en die passage bestaat niet"

    def _unknown_sources(self) -> Iterator[str]:
        for passage in self.passages.values():
            if passage.source_id not in self.sources:
                yield f"passage '{passage.id}' hoort bij een bron die niet in bronnen.toml staat"
        for name in self.documents:
            if name not in self.sources:
                yield f"documentgids '{name}' hoort bij een bron die niet in bronnen.toml staat"

    def _unknown_guides(self) -> Iterator[str]:
        known = {**self.items, **self.topics, **self.documents}
        for guide in known.values():
            for other in guide.related:
                if other not in known:
                    yield f"'{guide.id}' noemt als verwant '{other}', en die gids bestaat niet"
        for term in self.terms.values():
            for other in term.guides:
                if other not in self.items and other not in self.topics:
                    yield f"begrip '{term.id}' noemt gids '{other}', en die bestaat niet"
