"""Many people at once: each opens the page, asks in a conversation, reads, and asks on."""

import asyncio
import random
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from typing import Any

import httpx

from tests.bench.measures import resident_mb
from tests.bench.server import SECONDS, conversation, pressed, refuse_no_answer, running

CONVERSATION = 8
"""Questions in one conversation; then the person opens the page anew."""


@dataclass(frozen=True)
class Load:
    """How many people there are, how many questions they ask together, and seconds that each reads an answer."""

    people: int
    questions: int
    reading_s: float


@dataclass(frozen=True)
class Pressed:
    """Milliseconds an answer, how many failed, seconds it all took, and memory in MB along the way."""

    load: Load
    ms: tuple[float, ...]
    failed: tuple[str, ...]
    seconds: float
    memory_mb: tuple[float, ...]

    def percentile(self, share: int) -> float:
        """The milliseconds within which `share` percent of the answers came."""
        return quantiles(self.ms, n=100, method="inclusive")[share - 1]


def press(store: Path, texts: Sequence[str], load: Load) -> Pressed:
    """Put `load` on a fresh server; memory is read when a tenth of the questions is answered, and so on."""
    with running(store) as (process, address, _):
        crowd = _Crowd(process, address, texts, load)
        started = perf_counter()
        asyncio.run(crowd.come())
        return Pressed(load, tuple(crowd.ms), tuple(crowd.failed), perf_counter() - started, tuple(crowd.memory_mb))


class _Crowd:
    """The people, in this process, and what they met."""

    def __init__(self, process: int, address: str, texts: Sequence[str], load: Load) -> None:
        self._process, self._address, self._load = process, address, load
        self._asked = islice(_again(texts), load.questions)
        self.ms: list[float] = []
        self.failed: list[str] = []
        self.memory_mb = [resident_mb(process)]

    async def come(self) -> None:
        """Let everyone ask until all questions are asked."""
        limits = httpx.Limits(max_connections=None, max_keepalive_connections=self._load.people * 2)
        async with httpx.AsyncClient(base_url=self._address, timeout=SECONDS, limits=limits) as client:
            await asyncio.gather(*(self._visit(client, random.Random(seed)) for seed in range(self._load.people)))

    async def _visit(self, client: httpx.AsyncClient, chance: random.Random) -> None:
        await asyncio.sleep(chance.uniform(0, self._load.reading_s))
        while questions := list(islice(self._asked, CONVERSATION)):
            session = secrets.token_hex(5)
            (await client.get("/")).raise_for_status()
            config = (await client.get("/config")).json()
            presence = asyncio.create_task(_stay(client, config, session))
            for asked in conversation(questions):
                await self._ask(client, config, asked, session)
                await asyncio.sleep(chance.uniform(0.5, 1.5) * self._load.reading_s)
            presence.cancel()
            with suppress(asyncio.CancelledError):
                await presence

    async def _ask(self, client: httpx.AsyncClient, config: dict[str, Any], asked: list[object], session: str) -> None:
        before = perf_counter()
        try:
            address, body = pressed(config, asked, session)
            refuse_no_answer(await client.post(address, json=body))
            self.ms.append((perf_counter() - before) * 1000)
        except (httpx.HTTPError, ValueError) as error:
            self.failed.append(f"{type(error).__name__}: {error}")
        if len(self.ms) % max(1, self._load.questions // 10) == 0:
            self.memory_mb.append(resident_mb(self._process))


async def _stay(client: httpx.AsyncClient, config: dict[str, Any], session: str) -> None:
    """Keep the page open, as a browser does."""
    async with client.stream("GET", f"{config['api_prefix']}/heartbeat/{session}", timeout=None) as stream:
        async for _ in stream.aiter_lines():
            pass


def _again(texts: Sequence[str]) -> Iterator[str]:
    """The questions, over and over."""
    while True:
        yield from texts
