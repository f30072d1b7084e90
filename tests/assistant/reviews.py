"""Reviews made by hand, of a small draft, with the real content: no judge is needed."""

from collections.abc import Mapping

from assistant.drafting import Draft
from assistant.review import FOUND, ElementFinding, Evidence, Finding, Review, ReviewOutcome, Verdict
from assistant.types import Citation
from corpus import ITEM_IDS, ChecklistItem, Content

DRAFT = """\
# Regiovisie Jeugd Lindewaard 2026-2030
Concept van de negen gemeenten.
# Onze opgave
In 2025 kregen 4.120 jeugdigen in Lindewaard jeugdhulp; dat is één op de acht. In 2030 zijn dat er hooguit 3.600.
Hulp duurt nu gemiddeld 14 maanden <en dat is te lang> & te duur.
# Samenwerken
Functie | Wie regelt het | Vanaf
Crisisopvang | de regio Lindewaard | 1 januari 2027
Het dagelijks bestuur wijst één wethouder aan als aanspreekpunt voor aanbieders.
Over de wachtlijst maken wij nog afspraken; die komen na de zomer.
"""

VERDICTS = {
    "1a": Verdict.AANWEZIG,
    "2e": Verdict.GEDEELTELIJK,
    "4d": Verdict.AANWEZIG,
    "5e": Verdict.GEDEELTELIJK,
    "B2a": Verdict.NIET_VAN_TOEPASSING,
    "B3a": Verdict.NIET_IN_DIT_DEEL,
    "B3b": Verdict.NIET_IN_DIT_DEEL,
}
"""Verdicts of the review; the items that are not here are "niet gevonden"."""

EVIDENCE = {
    "1a": ("In 2025 kregen 4.120 jeugdigen", "Hulp duurt nu"),
    "2e": ("Crisisopvang |",),
    "4d": ("Het dagelijks bestuur",),
    "5e": ("Over de wachtlijst",),
}
"""How the sentences begin that the items rest on."""


def a_review(content: Content, verdicts: Mapping[str, Verdict] = VERDICTS, text: str = DRAFT) -> Review:
    """A review of the draft with these verdicts."""
    draft = Draft(text)
    findings = [_finding(content, draft, content.items[i], verdicts.get(i, Verdict.NIET_GEVONDEN)) for i in ITEM_IDS]
    return Review(draft, ReviewOutcome.GETOETST, tuple(findings))


def _finding(content: Content, draft: Draft, item: ChecklistItem, verdict: Verdict) -> Finding:
    begins = EVIDENCE.get(item.id, ("In 2025",)) if verdict in FOUND else ()
    units = [unit for begin in begins for unit in draft.units if draft.words(unit).startswith(begin)]
    met = {Verdict.AANWEZIG: len(item.elements), Verdict.GEDEELTELIJK: 2}.get(verdict, 0)
    return Finding(
        item=item.id,
        verdict=verdict,
        score=0.5,
        evidence=tuple(Evidence(unit.start, unit.end, draft.words(unit)) for unit in units),
        elements=tuple(
            ElementFinding(f"{item.id}.{element.id}", number < met, (0,) if number < met else ())
            for number, element in enumerate(item.elements)
        ),
        missing=tuple(element.name for element in item.elements[met:]),
        advice=" ".join(element.advice for element in item.elements[met:]),
        template=" ".join(element.template.strip() for element in item.elements[met:]),
        citations=tuple(_citations(content, item)),
    )


def _citations(content: Content, item: ChecklistItem) -> list[Citation]:
    references = dict.fromkeys(reference for said in (*item.short, *item.asked) for reference in said.references)
    passages = [content.passages[reference] for reference in references]
    return [
        Citation(number, passage, content.sources[passage.source_id], 0, len(passage.text))
        for number, passage in enumerate(passages, start=1)
    ]
