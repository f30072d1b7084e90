"""Small documents for the pages: an original in PDF with a name and pages, and a hostile document of the region."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from assistant import Assistant
from assistant.finding import Found
from corpus import Content
from corpus.originals import Entry, Library
from tests.corpus.files import Printed, pdf_of, printed

HANDREIKING = "handreiking"
OWN = "eigen-regiovisie-van-rivierland"
SHARED = "De regio kiest twaalf aanbieders en volgt de wachttijd per maand."
"""A sentence that stands on the second page twice; the second time it is the one that is cited."""
AGREED = "De gemeenten stellen een regiovisie op en werken samen."
"""What the first page says, which the passage `afspraken` restates."""
HOSTILE = "</mark></p><script>document.title='gehackt'</script><img src=x onerror=\"document.title='gehackt'\">"


@dataclass(frozen=True)
class HandFound:
    """A finder whose finds are made by hand."""

    search: Callable[[str], tuple[Found, ...]] = lambda text: ()
    indexed: list[str] = field(default_factory=list)

    def index(self, entry: Entry) -> None:
        self.indexed.append(entry.id)

    def index_all(self) -> None:
        self.indexed.append("alles")


@dataclass
class Silent(Assistant):
    """An assistant that nobody asks a question: enough for the pages beside the conversation."""

    content: Content
    finder: HandFound = field(default_factory=HandFound)  # type: ignore[assignment]


_PAGES: tuple[list[Printed], ...] = (
    [
        Printed("Handreiking Regiovisie", 760, size=18, bold=True),
        Printed("De 8 afspraken van de NvO", 720, size=14, bold=True),
        *printed(AGREED, top=690),
    ],
    [
        Printed("Toegang en wachttijd", 760, size=18, bold=True),
        *printed(
            SHARED, "", "Een zin die daartussen staat.", "", SHARED, "", "- volg de wachttijd", "- bel elkaar", top=720
        ),
    ],
    [],
)
_MARKDOWN = f"""# Regiovisie van Rivierland

Ons doel is hulp dichtbij. {HOSTILE}

## Cijfers

| Gemeente | Jongeren |
| --- | --- |
| Tiel | 120 |
| Buren {HOSTILE} | 80 |

- eerste punt
- tweede punt

1. eerst
2. dan
"""


def fill(library: Library, folder: Path) -> Library:
    """The library with both documents, written in `folder` first."""
    original = folder / "handreiking <b>vng.pdf"
    original.write_bytes(pdf_of(_PAGES, labels="<</Nums[0<</S/r>>1<</S/D/St 1>>]>>"))
    library.add(original, source_id=HANDREIKING)
    own = folder / "regiovisie <rivierland>.md"
    own.write_text(_MARKDOWN, encoding="utf-8")
    library.add(own, own=True)
    return library
