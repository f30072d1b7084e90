"""What someone told about the own region: its name, its province, and whether it is accounthoudend."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from index import fold

PROVINCES = {
    "groningen": "Groningen",
    "friesland": "Friesland",
    "fryslan": "Friesland",
    "drenthe": "Drenthe",
    "overijssel": "Overijssel",
    "flevoland": "Flevoland",
    "gelderland": "Gelderland",
    "utrecht": "Utrecht",
    "noord-holland": "Noord-Holland",
    "zuid-holland": "Zuid-Holland",
    "zeeland": "Zeeland",
    "noord-brabant": "Noord-Brabant",
    "brabant": "Noord-Brabant",
    "limburg": "Limburg",
}
"""How people write the twelve provinces, folded and with hyphens -> their names."""

_OWN = r"(?:wij|we|ik|onze|ons|mijn)"
_CALLED = r"((?:[A-Z][\w'’-]+)(?: (?:en|van|de|het|aan|den) [A-Z][\w'’-]+| [A-Z][\w'’-]+)*)"
_NAME = re.compile(
    r"\b(?:[Ww]ij|[Ww]e) (?:zijn|vormen|horen bij|vallen onder|werken voor) (?:de )?(?:[Rr]egio|[Jj]eugd\w*regio) "
    rf"{_CALLED}|\b(?:[Oo]nze|[Mm]ijn) \w*regio (?:is|heet) (?:de )?(?:regio )?{_CALLED}"
)
_OTHER = re.compile(rf"^(?:[Ee]n|[Nn]ee,?) (?:voor |in |van )?(?:de )?(?:[Rr]egio|[Jj]eugd\w*regio) {_CALLED}\b")
_PROVINCE = re.compile(
    rf"\b({'|'.join(name.replace('-', '[- ]') for name in sorted(PROVINCES, key=len, reverse=True))})\b"
)
_OWN_PLACE = re.compile(
    rf"(?:\b{_OWN}\b(?: \w+){{0,3}} (?:zitten|zit|liggen|ligt|horen|hoort|vallen|valt|zijn|is)|\bmaar|^(?:en|nee,?))"
    r"(?: (?!niet\b|geen\b)[\w,-]+){0,4} (?:in|bij|onder|tot|uit|voor|is)(?: de)?(?: provincie)? $"
    rf"|\b{_OWN} provincie is $"
)
_NOT_ACCOUNTHOUDEND = re.compile(
    r"\b(?:niet|geen|nooit)\b.{0,25}\baccounthoud|\baccounthoud\w*.{0,25}\b(?:niet|geen)\b|\bvoor niemand accounthoud"
)
_ACCOUNTHOUDEND = re.compile(rf"\b{_OWN}\b.{{0,30}}\b(?:zijn|is|ben)\b.{{0,20}}\baccounthoud")


@dataclass(frozen=True)
class Region:
    """The own region, as far as it was told; what was not told is None."""

    name: str | None = None
    province: str | None = None
    accounthoudend: bool | None = None

    @classmethod
    def from_texts(cls, texts: Iterable[str]) -> "Region":
        """What the texts of a conversation tell, oldest first; the last word on something holds."""
        region = cls()
        for text in texts:
            region = region.told(text)
        return region

    def told(self, text: str) -> "Region":
        """This region with what `text` adds."""
        folded = fold(text)
        region = self
        if name := _NAME.search(text) or _OTHER.search(text):
            region = replace(region, name=next(group for group in name.groups() if group))
        if provinces := [
            match[1] for match in _PROVINCE.finditer(folded) if _OWN_PLACE.search(folded[: match.start()])
        ]:
            region = replace(region, province=PROVINCES[provinces[-1].replace(" ", "-")])
        if _NOT_ACCOUNTHOUDEND.search(folded) and "?" not in text.split("accounthoud")[0]:
            region = replace(region, accounthoudend=False)
        elif _ACCOUNTHOUDEND.search(folded):
            region = replace(region, accounthoudend=True)
        return region

    def filled(self, template: str) -> str:
        """A fill-in text with the blanks filled that are known."""
        if self.name:
            template = template.replace("[naam regio]", self.name)
        if self.province:
            template = template.replace("[provincie]", self.province)
        return template

    @property
    def described(self) -> list[str]:
        """What is known, in words."""
        role = {True: "een accounthoudende regio", False: "geen accounthoudende regio", None: ""}[self.accounthoudend]
        known = [f"regio {self.name}" if self.name else "", f"provincie {self.province}" if self.province else "", role]
        return [part for part in known if part]
