"""What an answer quotes from the documents of the region itself: last, apart, and letter for letter."""

from dataclasses import replace

from assistant.finding import Finder, Place
from assistant.types import Answer, Block, Citation, Outcome, Section, Utterance
from assistant.wording import frame, message
from corpus import sentence_spans
from index import Analyzer

LONGEST_QUOTE = 350
"""Characters that a quote has at most, unless one sentence is longer."""

ANSWERED = (Outcome.ANTWOORD, Outcome.GEDEELTELIJK)


def with_own(answer: Answer, finder: Finder, question: str, analyzer: Analyzer) -> Answer:
    """The answer with a last part that quotes what fits of the own documents; as it was when nothing does."""
    found = finder.own(question, answer.route.subjects) if answer.outcome in ANSWERED else ()
    if not found:
        return answer
    wanted = set(analyzer(question))
    first = len(answer.citations) + 1
    citations = tuple(_citation(number, one.place, wanted, analyzer) for number, one in enumerate(found, start=first))
    said = (Utterance(message("eigen_documenten"), claim=False), *map(_utterance, citations))
    blocks = (*answer.blocks, Block(Section.EIGEN, said))
    return replace(answer, blocks=blocks, citations=(*answer.citations, *citations))


def _citation(number: int, place: Place, wanted: set[str], analyzer: Analyzer) -> Citation:
    start, end = _quoted(place.passage.text, wanted, analyzer)
    return Citation(number, place.told_from(start), place.source, start, end)


def _utterance(citation: Citation) -> Utterance:
    name = "eigen_plaats_bladzijde" if citation.passage.page else "eigen_plaats"
    place = frame(name, titel=citation.source.title, plaats=citation.passage.place, bladzijde=citation.passage.page)
    return Utterance(frame("eigen_citaat", tekst=citation.quote, plaats=place), (citation.number,))


def _quoted(text: str, wanted: set[str], analyzer: Analyzer) -> tuple[int, int]:
    """Start and end of the sentence that shares most words with the question, with what stands around it.

    Sentences of the same paragraph come along, those after it first, as long as the quote stays short.
    """
    spans = list(sentence_spans(text))
    words = [set(analyzer(text[start:end])) for start, end in spans]
    best = max(range(len(spans)), key=lambda row: len(wanted & words[row]) / (3 + len(words[row])))
    start, end = spans[best]
    for after, last in spans[best + 1 :]:
        if last - start > LONGEST_QUOTE or "\n" in text[end:after]:
            break
        end = last
    for first, before in reversed(spans[:best]):
        if end - first > LONGEST_QUOTE or "\n" in text[before:start]:
            break
        start = first
    return start, end
