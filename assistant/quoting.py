"""What an answer quotes from the documents of the region itself: last, apart, and letter for letter."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.finding import Found
from assistant.types import Answer, Block, Citation, Outcome, Section, Utterance
from assistant.wording import frame, message
from corpus import sentence_spans
from index import Analyzer

LONGEST_QUOTE = 350
"""Characters after which no further sentence is quoted."""

ANSWERED = (Outcome.ANTWOORD, Outcome.GEDEELTELIJK)


def with_own(answer: Answer, found: Sequence[Found], question: str, analyzer: Analyzer) -> Answer:
    """The answer with a last part that quotes the passages `found`; as it was when there is nothing to add."""
    if not found or answer.outcome not in ANSWERED:
        return answer
    wanted = set(analyzer(question))
    first = len(answer.citations) + 1
    citations = tuple(
        Citation(number, one.passage, one.source, *_quoted(one.passage.text, wanted, analyzer))
        for number, one in enumerate(found, start=first)
    )
    said = (Utterance(message("eigen_documenten"), claim=False), *(_utterance(citation) for citation in citations))
    return replace(
        answer,
        blocks=(*answer.blocks, Block(Section.EIGEN, said)),
        citations=(*answer.citations, *citations),
    )


def _utterance(citation: Citation) -> Utterance:
    name = "eigen_plaats_bladzijde" if citation.passage.page else "eigen_plaats"
    place = frame(name, titel=citation.source.title, plaats=citation.passage.place, bladzijde=citation.passage.page)
    return Utterance(frame("eigen_citaat", tekst=citation.quote, plaats=place), (citation.number,))


def _quoted(text: str, wanted: set[str], analyzer: Analyzer) -> tuple[int, int]:
    """Start and end of the sentence that shares most words with the question, and what follows it in its paragraph."""
    spans = list(sentence_spans(text))
    words = [set(analyzer(text[start:end])) for start, end in spans]
    best = max(range(len(spans)), key=lambda row: len(wanted & words[row]) / (3 + len(words[row])))
    start, end = spans[best]
    for following, last in spans[best + 1 :]:
        if last - start > LONGEST_QUOTE or "\n" in text[end:following]:
            break
        end = last
    return start, end
