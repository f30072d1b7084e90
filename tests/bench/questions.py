"""The project's held-out questions as a task for other search programs: find the guide that a question is about."""

from collections.abc import Iterator
from itertools import chain

from corpus import BUITEN, Content, ExampleQuestion
from tests.bench.types import Task

Labels = tuple[str, ...]


def asked(content: Content) -> list[ExampleQuestion]:
    """The held-out questions about one guide; those that follow on an earlier question come last."""
    single = [q for q in content.examples(held_out=True) if len(q.labels) == 1 and q.labels != (BUITEN,)]
    return sorted(single, key=lambda question: bool(question.history))


def stand_alone(content: Content) -> int:
    """How many of the questions `asked` do not follow on another."""
    return sum(1 for question in asked(content) if not question.history)


def whole_guides(content: Content) -> Task:
    """Each guide is one document: its passages and its example questions."""
    texts = {guide: "\n".join([*_passages(content, guide), *_examples(content, guide)]) for guide in content.guides}
    return _task(content, [((guide,), text) for guide, text in texts.items()])


def loose(content: Content) -> Task:
    """Each passage of a guide and each example question is a document of its own, and stands for its guide."""
    documents: dict[str, Labels] = {}
    for guide in content.guides:
        for text in chain(_passages(content, guide), _examples(content, guide)):
            documents[text] = (*documents.get(text, ()), guide)
    return _task(content, [(labels, text) for text, labels in documents.items()])


def _task(content: Content, documents: list[tuple[Labels, str]]) -> Task:
    questions = asked(content)
    return Task(
        texts=tuple(text for _, text in documents),
        labels=tuple(labels for labels, _ in documents),
        queries=tuple(" ".join([*question.history, question.text]) for question in questions),
        gold=tuple(question.labels[0] for question in questions),
    )


def _passages(content: Content, guide: str) -> Iterator[str]:
    """Title and passages that the guide rests on, each once."""
    found = content.guides[guide]
    yield found.title
    for name in dict.fromkeys(reference for statement in found.statements() for reference in statement.references):
        passage = content.passages[name]
        yield f"{passage.heading}\n{passage.text}"


def _examples(content: Content, guide: str) -> Iterator[str]:
    """The example questions to learn from; the product learns from the same ones."""
    for question in content.examples():
        if guide in question.labels and not question.history:
            yield question.text
