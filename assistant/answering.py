"""A route -> an answer: which parts of the guidance are said, in what order, each with its citations."""

from collections.abc import Callable, Iterator

import numpy as np

from assistant.citing import Bibliography, Citer
from assistant.region import Region
from assistant.types import Answer, Block, Intent, Outcome, Question, Route, Section, Utterance
from assistant.wording import dated, frame, heading, message
from corpus import ChecklistItem, Content, Guide, LinkKind, Statement, Term
from index import Encoder

SECTIONS: dict[Intent, tuple[Section, ...]] = {
    Intent.WAT: (Section.GEVRAAGD, Section.AANPAK, Section.SINDS_2026, Section.VALKUIL),
    Intent.HOE: (Section.AANPAK, Section.INVULTEKST, Section.GEVRAAGD, Section.SINDS_2026, Section.VALKUIL),
    Intent.WAAROM: (Section.WAAROM, Section.GEVRAAGD, Section.SINDS_2026),
    Intent.WIE: (Section.WIE, Section.GEVRAAGD, Section.SINDS_2026),
    Intent.VOORBEELD: (Section.INVULTEKST, Section.VOORBEELD, Section.SINDS_2026, Section.VALKUIL),
    Intent.CONTROLE: (Section.CONTROLE, Section.SINDS_2026, Section.VALKUIL),
    Intent.BEGRIP: (Section.GEVRAAGD, Section.SINDS_2026),
    Intent.AFSPRAAK: (Section.SINDS_2026,),
    Intent.DOCUMENT: (Section.GEVRAAGD, Section.AANPAK, Section.SINDS_2026, Section.VINDPLAATS),
}
"""What follows the short answer, by what is wanted."""

MOST: dict[tuple[Intent, Section], int] = {
    (Intent.WAT, Section.AANPAK): 3,
    (Intent.WAT, Section.VALKUIL): 2,
    (Intent.VOORBEELD, Section.VALKUIL): 1,
    (Intent.WIE, Section.GEVRAAGD): 3,
    (Intent.WAAROM, Section.GEVRAAGD): 3,
    (Intent.BEGRIP, Section.GEVRAAGD): 4,
}
"""How many statements of a part are said at most; where nothing stands, all."""

BESIDE_EACH_OTHER: dict[Intent, Section] = {
    Intent.HOE: Section.AANPAK,
    Intent.WAAROM: Section.WAAROM,
    Intent.WIE: Section.WIE,
    Intent.VOORBEELD: Section.INVULTEKST,
    Intent.CONTROLE: Section.CONTROLE,
}
"""With two subjects, the one part that each gets after its short answer; otherwise what the source asks."""

TO_THE_POINT = 0.45
"""Cosine of a statement with the question from which it is put forward as "bij uw vraag"; set by reading answers."""


class Answerer:
    """Writes answers from the guidance."""

    def __init__(self, content: Content, citer: Citer, encoder: Encoder) -> None:
        self._content = content
        self._citer = citer
        self._encoder = encoder

    def answer(self, question: Question, route: Route, notices: tuple[str, ...] = ()) -> Answer:
        """The answer to `question` along `route`; `notices` come first."""
        region = Region.from_texts((*question.history, question.text))
        writing = _Writing(self._content, Bibliography(self._content, self._citer), route, region)
        blocks = list(writing.messages(notices))
        if route.outcome in (Outcome.ANTWOORD, Outcome.GEDEELTELIJK):
            blocks += writing.guidance(self._nearest(question))
        elif route.outcome is Outcome.VERDUIDELIJKING:
            blocks += (writing.short(self._content.guides[name]) for name in route.subjects)
        return Answer(
            route=route,
            blocks=tuple(block for block in blocks if block.utterances),
            citations=writing.bibliography.citations,
            suggestions=writing.suggestions(question),
            titles={name: guide.title for name, guide in self._content.guides.items()},
        )

    def _nearest(self, question: Question) -> "Nearest":
        vector = self._encoder.encode_queries([question.text])[0]

        def nearest(guide: Guide) -> Statement | None:
            candidates = [s for s in (*guide.asked, *guide.sinds_2026, *guide.why, *guide.who) if not s.own]
            cosines = self._encoder.encode_passages([s.text for s in candidates]) @ vector
            cosines += [ASKED_FIRST * (s in guide.asked) for s in candidates]
            best = int(np.argmax(cosines))
            return candidates[best] if cosines[best] >= TO_THE_POINT else None

        return nearest


ASKED_FIRST = 0.1
"""Added to the cosine of what the handreiking itself asks: it goes before what came later."""

Nearest = Callable[[Guide], Statement | None]
"""The statement of a guide that is nearest to the question; None when none is near."""


class _Writing:
    """One answer while it is written."""

    def __init__(self, content: Content, bibliography: Bibliography, route: Route, region: Region) -> None:
        self._content = content
        self.bibliography = bibliography
        self._route = route
        self._region = region

    def messages(self, notices: tuple[str, ...]) -> Iterator[Block]:
        """What is said before the guidance, or instead of it."""
        lines = [*notices, *self._outcome_lines()]
        yield Block(Section.MELDING, tuple(Utterance(line, claim=False) for line in lines))

    def _outcome_lines(self) -> list[str]:
        titles = [f"{self._content.guides[name].title}" for name in self._route.subjects]
        match self._route.outcome:
            case Outcome.GEEN_BRON:
                nearest = [message("geen_bron_dichtbij", titles=_listed(titles))] if titles else []
                return [message("geen_bron"), message("geen_bron_wel"), *nearest]
            case Outcome.GEDEELTELIJK:
                return [message("gedeeltelijk")]
            case Outcome.VERDUIDELIJKING:
                return [message("verduidelijking", titles=_listed(titles, "of"))]
            case Outcome.ANTWOORD:
                known = self._region.described
                told = [message("uw_regio", known=", ".join(known))] if known else []
                return [*told, *([message("twee_onderwerpen")] if len(titles) > 1 else [])]
            case _:
                return []

    def guidance(self, nearest: Nearest) -> Iterator[Block]:
        """The parts of the guidance that the question is after."""
        if self._route.term:
            yield self._term(self._content.terms[self._route.term])
        if self._route.document and self._route.document in self._content.documents:
            yield from self._one(self._content.documents[self._route.document], nearest)
            return
        guides = [self._content.guides[name] for name in self._route.subjects]
        if len(guides) == 1:
            yield from self._one(guides[0], nearest)
            return
        for guide in guides:
            yield self.short(guide)
            section = BESIDE_EACH_OTHER.get(self._route.intent, Section.GEVRAAGD)
            yield self._block(guide, section, None)

    def _one(self, guide: Guide, nearest: Nearest) -> Iterator[Block]:
        yield self.short(guide)
        said = self._to_the_point(guide, nearest)
        if said:
            yield Block(Section.BIJ_UW_VRAAG, (self._said(said, said in guide.sinds_2026),), guide.id)
        for section in SECTIONS[self._route.intent]:
            if section is Section.INVULTEKST and not isinstance(guide, ChecklistItem):
                yield self._block(guide, Section.GEVRAAGD, said)
            yield self._block(guide, section, said)

    def _to_the_point(self, guide: Guide, nearest: Nearest) -> Statement | None:
        if self._route.afspraak and guide.id == "afspraken":
            return guide.asked[self._route.afspraak - 1]
        own_province = [s for s in guide.asked if (self._region.province or "-") in s.text]
        return own_province[0] if own_province else nearest(guide)

    def short(self, guide: Guide) -> Block:
        """The short answer about a guide."""
        return Block(Section.KORT, tuple(self._said(s) for s in guide.short), guide.id)

    def _block(self, guide: Guide, section: Section, said: Statement | None) -> Block:
        utterances = tuple(self._utterances(guide, section, said))
        most = MOST.get((self._route.intent, section), len(utterances))
        return Block(section, utterances[:most], guide.id) if most else Block(section, (), guide.id)

    def _utterances(self, guide: Guide, section: Section, said: Statement | None) -> Iterator[Utterance]:
        match section:
            case Section.CONTROLE:
                yield from self._checks(guide)
            case Section.INVULTEKST | Section.VOORBEELD:
                yield from self._text(guide, section)
            case Section.VINDPLAATS:
                yield from self._place(guide)
            case _:
                if section is Section.SINDS_2026 and guide.sinds_2026:
                    yield Utterance(message("stand"), claim=False)
                most = MOST.get((self._route.intent, section))
                statements = [s for s in _PARTS[section](guide) if s is not said][:most]
                yield from (self._said(s, section is Section.SINDS_2026) for s in statements)

    def _said(self, statement: Statement, since_2026: bool = False) -> Utterance:
        text = dated(statement) if since_2026 else statement.text
        if statement.own:
            text = frame("eigen", tekst=text)
        return Utterance(text, self.bibliography.cite(statement.text, statement.references), own=statement.own)

    def _checks(self, guide: Guide) -> Iterator[Utterance]:
        if not isinstance(guide, ChecklistItem):
            yield from (self._said(s) for s in guide.asked)
            return
        for element in sorted(guide.elements, key=lambda e: not e.required):
            text = frame("verplicht" if element.required else "ondersteunend", vraag=element.check)
            yield Utterance(text, self.bibliography.cite(f"{element.name} {element.check}", element.references))

    def _text(self, guide: Guide, section: Section) -> Iterator[Utterance]:
        if not isinstance(guide, ChecklistItem):
            return
        numbers: dict[int, None] = {}
        for element in guide.elements:
            numbers |= dict.fromkeys(self.bibliography.cite(f"{element.name} {element.check}", element.references))
        text = self._region.filled(guide.template()) if section is Section.INVULTEKST else guide.example.text.strip()
        yield Utterance(text, tuple(numbers), own=True)

    def _place(self, guide: Guide) -> Iterator[Utterance]:
        source = self._content.sources[guide.id if guide.id in self._content.documents else "handreiking"]
        name = "geen_adres" if source.url_kind is LinkKind.GEEN else "adres"
        yield Utterance(
            frame(name, titel=source.title, uitgever=source.publisher, datum=source.date, url=source.url), claim=False
        )
        seen = frame("gezien_bron", gezien=source.seen, gecontroleerd=f"{source.checked:%d-%m-%Y}")
        yield Utterance(seen, claim=False)

    def _term(self, term: Term) -> Block:
        if not term.references:
            own = frame("eigen_begrip", term=term.name, uitleg=term.meaning)
            return Block(Section.BEGRIP, (Utterance(own, claim=False, own=True),))
        text = frame("begrip", term=term.name, uitleg=term.meaning)
        return Block(Section.BEGRIP, (Utterance(text, self.bibliography.cite(text, term.references)),))

    def suggestions(self, question: Question) -> tuple[str, ...]:
        """What one could ask next: of the subjects themselves, not what was asked already."""
        names = self._route.subjects or ("afspraken", "onderdelen", "proces")
        guides = [self._content.guides[name] for name in names]
        if self._route.document and self._route.document in self._content.documents:
            guides.insert(0, self._content.documents[self._route.document])
        each = [guide.next_questions for guide in guides]
        mixed = [q for row in zip(*each, strict=False) for q in row] if len(each) > 1 else [*each[0]]
        asked = {question.text.casefold(), *(earlier.casefold() for earlier in question.history)}
        return tuple(dict.fromkeys(q for q in mixed if q.casefold() not in asked))[:3]


_PARTS: dict[Section, Callable[[Guide], tuple[Statement, ...]]] = {
    Section.GEVRAAGD: lambda guide: guide.asked,
    Section.WAAROM: lambda guide: guide.why,
    Section.AANPAK: lambda guide: guide.approach,
    Section.WIE: lambda guide: guide.who,
    Section.SINDS_2026: lambda guide: guide.sinds_2026,
    Section.VALKUIL: lambda guide: guide.pitfalls,
}


def _listed(names: list[str], last: str = "en") -> str:
    """'a', 'a en b', 'a, b en c', each between quotation marks."""
    quoted = [f"‘{name}’" for name in names]
    return quoted[0] if len(quoted) == 1 else f"{', '.join(quoted[:-1])} {last} {quoted[-1]}"


def heading_of(block: Block, content: Content) -> str:
    """The heading above a block."""
    item = content.items.get(block.subject)
    return heading(block.section, regio=item.example.region if item else "")
