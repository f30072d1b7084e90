"""A working list -> one page in Word for the bestuurder: where we stand, what remains, and who does it."""

from collections.abc import Iterable
from datetime import date

from assistant.coverage import AFSPRAKEN, afspraak_sentence
from assistant.word_file import Row, WordFile
from assistant.wording import Sentences, date_in_dutch
from assistant.worklist import Entry, Progress, Status, Worklist
from corpus import PARTS, Content

_SENTENCES = Sentences("checklist")
_say = _SENTENCES.say
DONE = (Status.KLAAR, Status.NIET_VAN_TOEPASSING)


def progress_in_words(progress: Progress) -> str:
    """How far a group of items is: what is done, and how many have each other status."""
    if not progress.counting:
        return _say("samenvatting", "geen")
    done = _say("voortgang", "klaar", done=progress.done, counting=progress.counting)
    others = [
        _say("voortgang", status, count=count)
        for status, count in progress.counts.items()
        if count and status not in (Status.KLAAR, Status.NIET_BEGONNEN)
    ]
    return ", ".join([done, *others])


def progress_in_a_sentence(progress: Progress) -> str:
    """How many items are done, as a sentence."""
    key = "samen" if progress.counting else "niets"
    return _say("voortgang", key, done=progress.done, counting=progress.counting)


def afspraak_items(number: int, content: Content) -> tuple[str, ...]:
    """The ids of the items that we place under an afspraak."""
    return tuple(item.id for item in content.items.values() if number in item.afspraken)


def afspraak_in_words(progress: Progress) -> str:
    """Whether an afspraak is covered, or else how far its items are."""
    covered = progress.complete and progress.counting
    return _say("samenvatting", "gedekt") if covered else progress_in_words(progress)


def summary_as_word(worklist: Worklist, content: Content, *, on: date | None = None) -> bytes:
    """The summary as a Word file, dated `on` (today)."""
    on = on or date.today()
    region = worklist.region.strip()
    title = _say("samenvatting", "titel_regio" if region else "titel", regio=region)
    file = WordFile(title, _say("samenvatting", "auteur"), _say("samenvatting", "voet"), on, dense=True)
    said = progress_in_a_sentence(worklist.progress())
    file.paragraph(_say("samenvatting", "datum", datum=date_in_dutch(on.isoformat()), samen=said))
    _Summary(worklist, content, file).write()
    return file.as_bytes()


class _Summary:
    """The parts of the summary, in order."""

    def __init__(self, worklist: Worklist, content: Content, file: WordFile) -> None:
        self._worklist = worklist
        self._content = content
        self._file = file

    def write(self) -> None:
        self._chapters()
        self._owners()
        self._afspraken()

    def _chapters(self) -> None:
        self._file.heading(_say("samenvatting", "hoofdstukken"), 2)
        rows: list[Row] = []
        for part, entries in self._worklist.parts().items():
            todo = [self._named(entry) for entry in entries if entry.status not in DONE]
            name = _say("samenvatting", "hoofdstuk", nummer=part, titel=PARTS[part])
            rows.append(
                (
                    name,
                    progress_in_words(Progress.of(entries)),
                    "; ".join(todo) or _say("samenvatting", "niets_over"),
                )
            )
        self._table(("hoofdstuk", "stand", "over"), rows, (5, 4, 8))

    def _owners(self) -> None:
        owners = self._worklist.owners()
        self._file.heading(_say("samenvatting", "wie"), 2)
        if not owners:
            self._file.paragraph(_say("samenvatting", "alles_klaar"))
            return
        rows = [
            (name or _say("samenvatting", "niemand"), ", ".join(entry.item for entry in entries))
            for name, entries in owners.items()
        ]
        self._table(("wie", "onderdelen"), rows, (5, 12))

    def _afspraken(self) -> None:
        self._file.heading(_say("samenvatting", "afspraken"), 2)
        self._file.paragraph(_say("samenvatting", "afspraken_uitleg"), keep=True)
        rows = [(afspraak_sentence(n, self._content), self._covered(n)) for n in AFSPRAKEN]
        self._table(("afspraak", "stand"), rows, (12, 5))

    def _covered(self, number: int) -> str:
        return afspraak_in_words(self._worklist.progress(afspraak_items(number, self._content)))

    def _named(self, entry: Entry) -> str:
        return _say("samenvatting", "onderdeel", titel=self._content.items[entry.item].title, id=entry.item)

    def _table(self, columns: tuple[str, ...], rows: Iterable[Row], widths: tuple[float, ...]) -> None:
        self._file.table([_say("kolommen", name) for name in columns], rows, widths)
