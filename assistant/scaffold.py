"""A raamwerk: a Word file to start writing from, with headings, texts to fill in, and guidance in the margin."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from assistant.coverage import AFSPRAKEN, afspraak_sentence
from assistant.region import PROVINCES, Region
from assistant.saving import cannot_write, refuse_unfit, replace_file
from assistant.word_file import Blank, Entry, Piece, Row, Strong, WordFile
from assistant.wording import BLANK, Sentences, date_in_dutch, dated
from corpus import ITEM_IDS, PARTS, ChecklistItem, Content, Guide, InputError, Statement
from index import fold

LONGEST_REGION = 100
"""Characters of the name of a region."""

NAME = "[naam regio]"
_SENTENCES = Sentences("raamwerk")
_say = _SENTENCES.say


@dataclass(frozen=True)
class Plan:
    """What a raamwerk is made for: a region, its chapters, and the items that do not apply to it."""

    region: Region = field(default_factory=Region)
    parts: tuple[str, ...] = tuple(PARTS)
    not_applicable: tuple[str, ...] = ()

    @classmethod
    def of(cls, name: str, province: str, parts: Iterable[str], not_applicable: Iterable[str]) -> "Plan":
        """The plan that someone asked for, chapters in their order; InputError when something in it does not exist."""
        chosen, skipped = set(parts), set(not_applicable)
        if unknown := sorted(chosen - set(PARTS)):
            raise InputError(_say("fouten", "hoofdstuk", hoofdstuk=unknown[0], namen=", ".join(PARTS)))
        if not chosen:
            raise InputError(_say("fouten", "geen_hoofdstuk"))
        if unknown := sorted(skipped - set(ITEM_IDS)):
            raise InputError(_say("fouten", "onderdeel", onderdeel=unknown[0], namen=", ".join(ITEM_IDS)))
        region = Region(_named(name), _province(province))
        return cls(region, tuple(part for part in PARTS if part in chosen), tuple(i for i in ITEM_IDS if i in skipped))


def _named(name: str) -> str | None:
    """The name without 'regio' before it: the texts have that word themselves where they want it."""
    name = re.sub(r"^(?:de )?(?:jeugd)?regio (?=\S)", "", " ".join(name.split()), flags=re.IGNORECASE)
    if len(name) > LONGEST_REGION:
        raise InputError(_say("fouten", "naam", most=LONGEST_REGION))
    return name or None


def _province(name: str) -> str | None:
    if not name.strip():
        return None
    try:
        return PROVINCES[fold(name.strip()).replace(" ", "-")]
    except KeyError as error:
        known = ", ".join(dict.fromkeys(PROVINCES.values()))
        raise InputError(_say("fouten", "provincie", provincie=name, namen=known)) from error


def write_scaffold(plan: Plan, content: Content, path: Path) -> None:
    """Write the raamwerk to `path`; InputError, and nothing written, when no Word file can come there."""
    if path.suffix.lower() != ".docx":
        raise cannot_write(path, _say("fouten", "soort"), _say("fouten", "soort_kies"))
    refuse_unfit(path)
    replace_file(path, scaffold_as_word(plan, content))


def scaffold_as_word(plan: Plan, content: Content, *, on: date | None = None) -> bytes:
    """The raamwerk as a Word file, dated `on` (today)."""
    on = on or date.today()
    region = plan.region.name or NAME
    title, footer = _say("document", "titel", regio=region), _say("document", "voet", regio=region)
    file = WordFile(title, _say("document", "auteur"), footer, on)
    _Scaffold(plan, content, file).write(on)
    return file.as_bytes()


class _Scaffold:
    """The parts of a raamwerk, in order."""

    def __init__(self, plan: Plan, content: Content, file: WordFile) -> None:
        self._plan = plan
        self._content = content
        self._file = file
        self._items = [item for item in content.items.values() if item.part in plan.parts]

    def write(self, on: date) -> None:
        file = self._file
        file.paragraph(*self._filled(_say("document", "stand")))
        file.heading(_say("koppen", "gebruik"), 3)
        file.bullets(_blanks(sentence) for sentence in self._use(on))
        file.heading(_say("koppen", "inhoud"), 3, new_page=True)
        file.contents([Entry(*heading) for heading in self._headings()])
        self._introduction()
        for part in self._plan.parts:
            self._chapter(part)
        self._appendix()

    def _use(self, on: date) -> Iterator[str]:
        for key in _SENTENCES.table("gebruik"):
            yield _say("gebruik", key, datum=date_in_dutch(on.isoformat()))

    def _headings(self) -> Iterator[tuple[str, int, str]]:
        """Every heading that the table of contents names: its text, level and anchor."""
        yield _say("koppen", "inleiding"), 1, "inleiding"
        for part in self._plan.parts:
            yield _chapter_title(part), 1, f"hoofdstuk_{part}"
            yield from ((_title(item), 2, _anchor(item)) for item in self._items if item.part == part)
        yield _say("koppen", "bijlage"), 1, "bijlage"

    def _introduction(self) -> None:
        self._heading_on_new_page(_say("koppen", "inleiding"), "inleiding")
        self._file.comment(self._guidance(self._content.topics["wet"]))
        for sentence in _SENTENCES.table("inleiding").values():
            self._file.paragraph(*self._filled(sentence))

    def _chapter(self, part: str) -> None:
        self._heading_on_new_page(_chapter_title(part), f"hoofdstuk_{part}")
        for item in self._items:
            if item.part == part:
                self._item(item)

    def _item(self, item: ChecklistItem) -> None:
        self._file.heading(_title(item), 2, anchor=_anchor(item))
        self._file.comment(self._guidance(item))
        if item.id in self._plan.not_applicable:
            self._file.paragraph(*self._filled(_say("zinnen", "niet_van_toepassing")))
            return
        opening, *others = (element.template for element in item.elements)
        for text in (f"{item.opening} {opening}".strip(), *others):
            self._file.paragraph(*self._filled(text))

    def _appendix(self) -> None:
        self._heading_on_new_page(_say("koppen", "bijlage"), "bijlage")
        self._file.paragraph(_say("zinnen", "bijlage"), keep=True)
        rows: list[Row] = []
        for number in AFSPRAKEN:
            items = ", ".join(item.id for item in self._items if number in item.afspraken)
            rows.append((afspraak_sentence(number, self._content), items, Blank(_say("invullen", "waar"))))
        header = [_say("kolommen", key) for key in ("afspraak", "onderdelen", "waar")]
        self._file.table(header, rows, (7, 4, 5))

    def _heading_on_new_page(self, text: str, anchor: str) -> None:
        self._file.heading(text, 1, anchor=anchor, new_page=True)

    def _guidance(self, guide: Guide) -> Iterator[Row]:
        """What stands in the margin about an item or a topic, a paragraph each."""
        yield Strong(_say("opmerking", "kort")), _said(guide.short[0])
        yield (Strong(_say("opmerking", "gevraagd")),)
        yield from _dashed(map(_said, guide.asked))
        if isinstance(guide, ChecklistItem):
            yield (Strong(_say("opmerking", "elementen")),)
            yield from _dashed(
                element.name if element.required else _say("opmerking", "ondersteunend", naam=element.name)
                for element in guide.elements
            )
        if guide.sinds_2026:
            yield (Strong(_say("opmerking", "sinds_2026")),)
            yield from _dashed(map(_said, guide.sinds_2026))
        yield Strong(_say("opmerking", "bron")), "; ".join(self._places(guide))

    def _places(self, guide: Guide) -> Iterable[str]:
        """Where the guidance stands in its sources, each place once."""
        named = (*guide.short, *guide.asked, *guide.sinds_2026)
        passages = [self._content.passages[reference] for said in named for reference in said.references]
        return dict.fromkeys(
            _say(
                "opmerking",
                "bladzijde" if passage.page else "plaats",
                kort=self._content.sources[passage.source_id].short,
                plaats=passage.place,
                bladzijde=passage.page,
            )
            for passage in passages
        )

    def _filled(self, text: str) -> list[Piece]:
        return _blanks(self._plan.region.filled(text))


def _said(statement: Statement) -> str:
    return dated(statement) if statement.dated else statement.text


def _blanks(text: str) -> list[Piece]:
    """The text, with each blank between brackets as one."""
    return [Blank(part) if BLANK.fullmatch(part) else part for part in BLANK.split(text) if part]


def _dashed(lines: Iterable[str]) -> Iterator[Row]:
    return ((_say("opmerking", "streep", tekst=line),) for line in lines)


def _chapter_title(part: str) -> str:
    return _say("koppen", "hoofdstuk", nummer=part, titel=PARTS[part])


def _title(item: ChecklistItem) -> str:
    return _say("koppen", "onderdeel", id=item.id, titel=item.title)


def _anchor(item: ChecklistItem) -> str:
    return f"onderdeel_{item.id}"
