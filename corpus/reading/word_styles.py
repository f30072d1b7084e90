"""Which Word styles make a paragraph a heading or a list item, and which hide text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corpus.reading.word_xml import Element, child, is_on, local_name, value

_HEADING_NAME = re.compile(r"\b\w*?(heading|title|kop|titel)( ?(?P<level>\d))?\b", re.IGNORECASE)
_LIST_NAME = re.compile(r"\b(list (bullet|number)|lijst ?(opsom|nummering))", re.IGNORECASE)
LOWEST = 9
"""The level of a heading below all that have a number."""
_BODY_LEVEL = "9"
"""The outline level of ordinary text; 0 to 8 are headings."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph or run style says about its text, its parents' word included."""

    level: int = 0
    """Of a heading, 1 the highest; 0 for other text."""
    listed: bool = False
    hidden: bool = False


def styles_of(root: Element) -> Mapping[str, Style]:
    """The styles by id, from the root of the styles part."""
    elements = {value(element, "styleId"): element for element in root if local_name(element) == "style"}
    return {name: _style([*_lineage(name, elements)]) for name in elements}


def heading_level(properties: Element | None) -> int | None:
    """The level of heading that paragraph properties set, 1 the highest, 0 for other text; None when they set none."""
    level = child(properties, "outlineLvl")
    if level is None:
        return None
    given = value(level, "val")
    return 0 if given == _BODY_LEVEL else int(given) + 1 if given.isdecimal() else 1


def is_listed(properties: Element | None) -> bool | None:
    """Whether paragraph properties put the paragraph in a list; None when they do not say."""
    numbering = child(properties, "numPr")
    number = child(numbering, "numId")
    return None if number is None else value(number, "val") != "0"


def _lineage(name: str, elements: Mapping[str, Element]) -> Iterator[Element]:
    """The style and the styles it is based on."""
    seen: set[str] = set()
    while name in elements and name not in seen:
        seen.add(name)
        yield elements[name]
        base = child(elements[name], "basedOn")
        name = "" if base is None else value(base, "val")


def _style(lineage: list[Element]) -> Style:
    own_name, *_ = names = [_name(element) for element in lineage]
    paragraphs = [child(element, "pPr") for element in lineage]
    levels = [level for properties in paragraphs if (level := heading_level(properties)) is not None]
    lists = [listed for properties in paragraphs if (listed := is_listed(properties)) is not None]
    hiding = [is_on(vanish) for e in lineage if (vanish := child(child(e, "rPr"), "vanish")) is not None]
    named = next(filter(None, map(_HEADING_NAME.search, [own_name] if levels else names)), None)
    return Style(
        level=(levels[0] if levels else 0) or (_named_level(named) if named else 0),
        listed=lists[:1] == [True] or (not lists and bool(_LIST_NAME.search(own_name))),
        hidden=hiding[:1] == [True],
    )


def _named_level(name: re.Match[str]) -> int:
    """'Kop 2' is of level 2; of the names without a number the title is the highest, an 'Ondertitel' the lowest."""
    return int(name["level"] or (1 if name[0].lower() in ("title", "titel") else LOWEST))


def _name(style: Element) -> str:
    name = child(style, "name")
    return "" if name is None else value(name, "val")
