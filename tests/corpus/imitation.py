"""An imitation of the handreiking: its structure, with words of our own, as PDF, Markdown and plain text."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from corpus import Content
from tests.corpus.files import Printed, pdf_of

ADS = {
    "1": "Gewenste inhoudelijke ontwikkeling van het zorglandschap",
    "2": "Vraag & aanbod",
    "3": "Lokale toegang",
    "4": "Governance",
    "5": "Sturing & bekostiging",
    "B1": "Positie van de regio ten opzichte van andere regio's",
    "B2": "Verantwoordelijkheid als accounthoudende regio (indien van toepassing)",
    "B3": "Verhouding tot bovenregionale Expertisecentra",
}
PAGES = {"1": 2, "2": 2, "3": 2, "4": 3, "5": 3, "B1": 4, "B2": 4, "B3": 4}
LINKS = {1: ("https://voorbeeld.nl/a.pdf", "https://voorbeeld.nl/b"), 3: ("https://voorbeeld.nl/c#deel",), 4: ()}
"""Addresses on each page; page 2 has none."""
WIDTH = 95
"""Characters in a line."""

Said = tuple[str, str]
"""The id of the passage that restates this ("" for none), and a sentence."""


@dataclass(frozen=True)
class Piece:
    """A title, heading, paragraph, item or point (under an item), or a row of a table, of one or more passages."""

    kind: str
    page: int
    said: tuple[Said, ...]

    @property
    def text(self) -> str:
        return " ".join(sentence for _, sentence in self.said)


def _plain(page: int, *said: Said) -> Piece:
    return Piece("paragraph", page, said)


def _list(page: int, passage: str, *items: str) -> list[Piece]:
    return [Piece("item", page, ((passage, f"{number}. {item}"),)) for number, item in enumerate(items, start=1)]


def pieces(content: Content) -> list[Piece]:
    """The imitation, in reading order."""
    return [
        Piece("title", 1, (("", content.sources["handreiking"].title),)),
        _plain(
            1, ("inleiding", "Gemeenten namen de resolutie aan."), ("inleiding", "De routekaart helpt bij invoeren.")
        ),
        _plain(1, ("opzet", "Het eerste deel gaat over de inhoud, het tweede deel over afspraken tussen regio's.")),
        Piece("heading", 1, (("", "De 8 afspraken van de NvO"),)),
        *_list(1, "afspraken", *(f"Dit is afspraak nummer {number}" for number in range(1, 9))),
        Piece("heading", 1, (("", "Doel van de regiovisie"),)),
        _plain(1, ("doel-opgave", "Het gaat om oplossingen op lange termijn voor jeugdigen en gezinnen.")),
        _plain(1, ("doel-richting", "De tekst wijst de jeugdregio een richting bij de inkoop en de uitvoering.")),
        Piece("heading", 1, (("", "Proces om te komen tot een regiovisie"),)),
        _plain(1, ("proces", "Hoe u partijen betrekt, staat in een ander document dat hierbij hoort.")),
        Piece("heading", 2, (("", "Wat komt in een regiovisie te staan?"),)),
        _plain(2, ("onderdelen", "De regio beschrijft:")),
        *_list(2, "onderdelen", *(ADS[ad] for ad in "12345")),
        *_ads(content, "1", "2", "3", "4", "5"),
        Piece("heading", 3, (("", "Onderdelen beschreven in andere documenten"),)),
        _plain(3, ("andere-documenten", "Wat elders al staat, hoeft hier alleen op hoofdlijnen terug te komen.")),
        Piece("heading", 3, (("", "Wat zou een regiovisie moeten bevatten over het onderdeel bovenregionaal?"),)),
        _plain(3, ("", "Hier volgt het bovenregionale stuk.")),
        _plain(3, ("", "In de norm staat hierover:")),
        _plain(
            3,
            ("nvo-functies", "“Elke regio zegt voor welke functies zij bovenregionaal samenwerkt."),
            ("nvo-accounthoudend", "Sommige regio's zijn accounthoudend, en volgen aanbieders met het systeem (EWS)."),
            ("nvo-continuiteit", "Komt de continuïteit in gevaar, dan zoeken zij onder leiding een oplossing.”"),
        ),
        _plain(
            4,
            ("nvo-signalen", "Aanbieders melden signalen bij de accounthoudende regio."),
            ("nvo-vastgoed", "Voor het vastgoed van de JeugdzorgPlus zijn gemeenten aangewezen."),
        ),
        _plain(4, ("deel-2", "Daarom komen deze onderwerpen aan de orde:")),
        *_list(4, "deel-2", *(ADS[ad] for ad in ("B1", "B2", "B3"))),
        *_ads(content, "B1", "B2", "B3"),
        Piece("heading", 4, (("", "Gemeenten en gebieden expertisecentrum"),)),
        *(
            Piece("row", 4, (("gebieden", f"{town}\t{area}"),))
            for town, area in (("Gemeente", "Gebied"), ("Groningen", "Het noorden"), ("Roermond", "Het zuiden"))
        ),
    ]


def _ads(content: Content, *ads: str) -> Iterator[Piece]:
    for ad in ads:
        yield Piece("heading", PAGES[ad], (("", f"Ad {ad.removeprefix('B')}: {ADS[ad]}"),))
        for item in (item for item in content.items.values() if item.part == ad):
            name = f"ad-{item.id.lower()}"
            yield Piece("item", PAGES[ad], ((name, f"{item.id[-1]}. De regio beschrijft {item.title.lower()}."),))
            for element in item.elements[:2]:
                yield Piece("point", PAGES[ad], ((name, f"{element.name}, met een toelichting"),))
            if item.id == "B2a":
                early = "Hoe u deze early warning invult, heeft de VNG eerder uitgegeven."
                yield Piece("point", PAGES[ad], (("ad-b2a-early-warning", early),))


def expected(content: Content) -> dict[str, tuple[str, ...]]:
    """For each passage of our restatement the sentences of the imitation that it restates, in order."""
    said = [part for piece in pieces(content) for part in piece.said if part[0]]
    names = dict.fromkeys(name for name, _ in said)
    return {f"handreiking/{name}": tuple(text for other, text in said if other == name) for name in names}


def pages_of_passages(content: Content) -> dict[str, int]:
    """For each passage of our restatement the page of the imitation where it starts."""
    parts = [(name, piece.page) for piece in reversed(pieces(content)) for name, _ in piece.said if name]
    return {f"handreiking/{name}": page for name, page in parts}


def as_markdown(content: Content) -> str:
    """The imitation as Markdown, with emphasis and links in it."""
    marks = {"title": "# ", "heading": "## ", "paragraph": "", "item": "", "point": "  - ", "row": ""}
    lines = []
    for kind, group in groupby(pieces(content), key=lambda piece: piece.kind):
        for piece in group:
            text = piece.text.replace("routekaart", "[routekaart](https://voorbeeld.nl/b)").replace("zegt", "*zegt*")
            listed = "- " if kind == "item" and text[0].isalpha() else ""
            lines += [f"{marks[kind]}{listed}{text}"] + ([""] if kind in ("title", "heading", "paragraph") else [])
        lines.append("")
    return "\n".join(lines)


def as_text(content: Content) -> str:
    """The imitation as plain text in lines of WIDTH characters, with the addresses at the end of each page."""
    lines = []
    for page, group in groupby(pieces(content), key=lambda piece: piece.page):
        for piece in group:
            text = f"➢ {piece.text}" if piece.kind == "point" else piece.text.replace("\t", " ")
            lines += ["", *textwrap.wrap(text, WIDTH)] if piece.kind in ("heading", "paragraph") else [text]
        lines += ["", *LINKS.get(page, ())]
    return "\n".join(lines)


def as_pdf(content: Content, labels: str = "") -> bytes:
    """The imitation as a PDF of four pages, with headings in bold."""
    pages = []
    for _, group in groupby(pieces(content), key=lambda piece: piece.page):
        printed, height = list[Printed](), 800
        for piece in group:
            bold, mark = piece.kind in ("title", "heading"), "• " if piece.kind == "point" else ""
            height -= 10 if bold or piece.kind == "paragraph" else 0
            for line in textwrap.wrap(mark + piece.text.replace("\t", " "), WIDTH):
                printed.append(Printed(line, height := height - 12, size=10, bold=bold))
        pages.append(printed)
    return pdf_of(pages, labels, links=[LINKS.get(page, ()) for page in range(1, len(pages) + 1)])
