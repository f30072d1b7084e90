"""The XML of Word, by names without namespace: 'strict' and ordinary files differ in nothing else."""

from collections.abc import Iterator, Mapping
from typing import Protocol

_WRAPPERS = {"sdtContent", "customXml", "smartTag", "ins", "moveTo", "Choice", "Fallback"}
"""Elements around paragraphs, rows, cells or runs that are read as if they were not there."""


class Element(Protocol):
    """An XML element, as far as it is used here."""

    @property
    def tag(self) -> object:
        """The name in braces notation; no string for a comment."""

    @property
    def text(self) -> str | None:
        """The text before the first child."""

    @property
    def attrib(self) -> Mapping[str, str]:
        """The attributes by name in braces notation."""

    def __iter__(self) -> Iterator["Element"]: ...


def local_name(element: Element) -> str:
    """The name without its namespace; "" for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: Element, name: str) -> str:
    """The attribute of that name in any namespace; "" when there is none."""
    return next((given for key, given in element.attrib.items() if key.rpartition("}")[2] == name), "")


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name; None when there is none."""
    return None if element is None else next((inner for inner in element if local_name(inner) == name), None)


def is_on(switch: Element | None) -> bool:
    """Whether a switch such as w:vanish is there and not set to off."""
    return switch is not None and value(switch, "val") not in ("0", "false", "off")


def children(element: Element) -> Iterator[Element]:
    """The children that count: one of two alternatives, and of a content control what was filled in."""
    name = local_name(element)
    if name == "AlternateContent":
        chosen = child(element, "Choice")
        chosen = chosen if chosen is not None else child(element, "Fallback")
        yield from () if chosen is None else (chosen,)
    elif name == "sdt":
        content = child(element, "sdtContent")
        if content is not None and not is_on(child(child(element, "sdtPr"), "showingPlcHdr")):
            yield content
    else:
        yield from element


def inside(element: Element, *wanted: str) -> Iterator[Element]:
    """The elements of these names in `element`, also those in content controls and accepted changes."""
    for inner in children(element):
        name = local_name(inner)
        if name in wanted:
            yield inner
        elif name in _WRAPPERS or name in ("AlternateContent", "sdt"):
            yield from inside(inner, *wanted)
