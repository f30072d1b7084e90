"""What was measured -> sections of the report, in Dutch."""

import datetime
import os
import platform
from collections.abc import Callable, Sequence

from tests.bench import start
from tests.bench.answers import WARM, Answers
from tests.bench.compare import GROWTH_QUERIES, PASSAGES, QUERIES, ROUNDS, SIZES, Guessed, Retrieved
from tests.bench.pressure import CONVERSATION, Pressed
from tests.bench.server import Served
from tests.bench.setups import Setup
from tests.bench.tables import Better, Cell, Column, Section, Table, number, section
from tests.bench.types import Run

WHO = (Column("programma"), Column("opzet"))
HIGH, LOW = Better.HIGH, Better.LOW


def heading(fingerprint: str) -> str:
    """When, on what and with what the figures were made."""
    return (
        f"# Uitslag van de vergelijking\n\n{datetime.date.today():%d-%m-%Y}, {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} kernen, Python {platform.python_version()}. Gemaakt met `make bench` "
        f"(`python -m tests.bench`), inhoud `{fingerprint[:12]}`. Wat meetelt en hoe: de toelichting in `tests/bench`."
    )


def started(cold: start.Cold, served: Served, answers: Answers, build_s: float, asked: int) -> Section:
    """Part 1."""
    rows = [
        ("koude start met antwoord", cold.ours_s, cold.theirs_s, "s", 2),
        ("geheugen daarbij (piek)", cold.ours_mb, cold.theirs_mb, "MB", 0),
        (f"geheugen van de server na {asked} vragen", served.resident_mb, cold.theirs_mb, "MB", 0),
    ]
    cells = [
        (name, f"{number(ours, d)} {unit}", f"{number(theirs, d)} {unit}", number(ours / theirs, 2))
        for name, ours, theirs, unit, d in rows
    ]
    note = f"""Mediaan van {start.ROUNDS} starten om en om, met een gebouwde index. Een warm antwoord kost
        {number(answers.warm_ms, 1)} ms (mediaan van {WARM} apart gehouden vragen in één proces), de assistent
        openen {number(answers.open_s, 2)} s. De eerste start, die de index bouwt, duurt {number(build_s)} s. De server
        staat na {number(served.ready_s, 1)} s klaar en geeft over http in {number(served.question_ms)} ms antwoord."""
    names = ("maat", "dit product", "`import sentence_transformers`", "verhouding")
    return section("Start en geheugen", note, [Table(tuple(map(Column, names)), tuple(cells))])


def questions(own: Guessed, peers: Sequence[Guessed], answers: Answers, alone: int, later: int) -> Section:
    """Part 2."""
    columns = (
        *WHO,
        Column("documenten"),
        Column("hit@1", 3, HIGH),
        Column("recall@3", 3, HIGH),
        Column("hit@1 vervolgvraag", 3, HIGH),
        Column("ms per vraag", 1, LOW),
    )
    rows = [(*_who(g.setup), g.way, g.hit_1, g.recall_3, g.later_hit_1, g.query_ms) for g in (own, *peers)]
    note = f"""{alone} apart gehouden vragen over één gids, en {later} vervolgvragen (de andere programma's krijgen de
        eerdere vraag ervoor geplakt). Ieder kent dezelfde passages en voorbeeldvragen. Per opzet telt de manier die op
        deze vragen het hoogst scoort. De tijd van dit product is die van het zoeken van de gids; met het hele antwoord
        erbij is het {number(answers.warm_ms, 1)} ms. Dit product weigerde {answers.refused} van de {alone + later}
        vragen ten onrechte; de andere programma's kunnen niet weigeren."""
    return section("Vragen over de regiovisie", note, [Table(columns, tuple(rows))])


def laws(usual: Sequence[Retrieved], hard: Sequence[Retrieved]) -> Section:
    """Part 3."""
    columns = (
        *WHO,
        Column("MRR@10", 3, HIGH),
        Column("R@10", 3, HIGH),
        Column("MRR@10 moeilijk", 3, HIGH),
        Column("R@10 moeilijk", 3, HIGH),
        Column("ms per vraag", 2, LOW),
        Column("laden s", 1, LOW),
        Column("bouwen s", 1, LOW),
        Column("piek MB", 0, LOW),
    )
    rows = [
        (*_who(u.setup), u.mrr_10, u.recall_10, h.mrr_10, h.recall_10, *_costs(u.run))
        for u, h in zip(usual, hard, strict=True)
    ]
    note = f"""{number(PASSAGES)} nagemaakte wetsartikelen, {QUERIES} koppen als zoekvraag. Een kop zegt het onderwerp,
        de regel en de omstandigheid van zijn artikel vaak in een andere vorm of met een synoniem. In de moeilijke set
        gebruikt een artikel nooit de woorden van zijn eigen kop. Vectoren komen overal van het model van dit product:
        een ander is er niet zonder internet. Tijd en geheugen: het laagste (ronden: {ROUNDS})."""
    return section("Zoeken in wetsartikelen", note, [Table(columns, tuple(rows))])


def growth(found: dict[Setup, list[Retrieved]]) -> Section:
    """Part 4."""
    tables: list[Table] = []
    for name, decimals, better, figure in GROWTH:
        columns = (*WHO, *(Column(number(size), decimals, better) for size in SIZES))
        rows: list[tuple[Cell, ...]] = [(*_who(setup), *map(figure, row)) for setup, row in found.items()]
        tables.append(Table(columns, tuple(rows), name))
    note = f"Dezelfde soort artikelen, {GROWTH_QUERIES} zoekvragen, elke meting in een nieuw proces."
    return section("Groei", note, tables)


def pressed(found: Pressed) -> Section:
    """Part 5."""
    load = found.load
    rows = [
        ("mediaan van een antwoord", f"{number(found.percentile(50))} ms"),
        ("95% van de antwoorden binnen", f"{number(found.percentile(95))} ms"),
        ("langste antwoord", f"{number(max(found.ms))} ms"),
        ("antwoorden per seconde", number(len(found.ms) / found.seconds, 1)),
        ("niet gelukt", number(len(found.failed))),
        ("geheugen bij elk tiende deel van de vragen", ", ".join(number(mb) for mb in found.memory_mb) + " MB"),
    ]
    note = f"""{load.people} mensen tegelijk, samen {number(load.questions)} vragen in gesprekken van {CONVERSATION},
        met gemiddeld {number(load.reading_s, 1)} s om een antwoord te lezen. De mensen zijn een ander proces op deze
        computer, en delen dus de kernen met de server."""
    return section("Druk", note, [Table((Column("maat"), Column("dit product")), tuple(rows))])


GROWTH: tuple[tuple[str, int, Better, Callable[[Retrieved], float]], ...] = (
    ("Bouwen (s)", 1, LOW, lambda row: row.run.build_s),
    ("Zoeken (ms per vraag)", 2, LOW, lambda row: row.run.query_ms),
    ("Geheugen (piek, MB)", 0, LOW, lambda row: row.run.peak_mb),
    ("MRR@10", 3, HIGH, lambda row: row.mrr_10),
)
"""Tables of part 4: name, decimals, which figures are good, and the figure of an engine at one size."""


def _who(setup: Setup) -> tuple[str, str]:
    return setup.program, setup.engine


def _costs(run: Run) -> tuple[float, float, float, float]:
    return run.query_ms, run.load_s, run.build_s, run.peak_mb
