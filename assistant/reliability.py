"""How surely each item is judged, as measured on drafts held out: which verdicts a reader should check first."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from assistant.review import Review, Verdict
from assistant.saving import replace_file
from corpus import ITEM_IDS, ContentError

MEASURED = Path(__file__).parent / "toets_betrouwbaarheid.json"
"""Where `evalueer --concepten` keeps what it measured: {"1a": {"f1": 0.91, "drafts": 24}, ...}."""

SURE_FROM = 0.8
"""F1 on drafts held out from which a verdict can be relied on; under it a reader is asked to check it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """How well an item is found: F1 (0-1) over a number of drafts held out."""

    f1: float
    drafts: int

    def __post_init__(self) -> None:
        if not 0 <= self.f1 <= 1 or self.drafts < 1:
            raise ValueError(f"no figure: F1 {self.f1} over {self.drafts} drafts")


@dataclass(frozen=True)
class Reliability:
    """What was measured of the items; an item of which nothing was measured is not in it."""

    measured: Mapping[str, Measured]

    @classmethod
    def open(cls, path: Path = MEASURED) -> "Reliability":
        """What `path` holds; nothing when there is no such file. ContentError when it is not of the form."""
        try:
            rows = json.loads(path.read_text(encoding="utf-8"))
            measured = {item: Measured(float(row["f1"]), int(row["drafts"])) for item, row in rows.items()}
            if unknown := set(measured) - set(ITEM_IDS):
                raise ValueError(f"no items: {unknown}")
        except FileNotFoundError:
            return cls({})
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ContentError(f"'{path.name}' klopt niet. Maak het opnieuw met: evalueer --concepten.") from error
        return cls(measured)

    def save(self, path: Path = MEASURED) -> None:
        """Write what was measured to `path`; InputError when that cannot be."""
        rows = [f' "{item}": {json.dumps(asdict(measured))}' for item, measured in self.measured.items()]
        replace_file(path, ("{\n" + ",\n".join(rows) + "\n}\n").encode())

    def doubts(self, item: str) -> bool:
        """Whether this item is judged less surely."""
        return item in self.measured and self.measured[item].f1 < SURE_FROM

    def marked(self, review: Review) -> Review:
        """The review, with "controleer zelf" at each verdict that is less sure."""
        findings = tuple(
            replace(f, check_yourself=self.doubts(f.item) and f.verdict is not Verdict.NIET_VAN_TOEPASSING)
            for f in review.findings
        )
        return replace(review, findings=findings)
