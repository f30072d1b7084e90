"""The page under load: start `app.py`, ask it questions as a browser does, and see how much memory it takes."""

import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import httpx

from assistant import STORE_VARIABLE
from corpus import InputError
from tests.bench.measures import resident_mb
from tests.bench.setups import ENVIRONMENT, ROOT

SECONDS = 60
"""Longest wait for the server to start or to answer."""


@dataclass(frozen=True)
class Served:
    """Seconds until the page was there, median milliseconds a question, and memory in MB after the questions."""

    ready_s: float
    question_ms: float
    resident_mb: float


def serve(store: Path, questions: Sequence[str]) -> Served:
    """Ask a fresh server `questions`, all in one conversation."""
    with running(store) as (process, address, ready_s):
        client = httpx.Client(base_url=address, timeout=SECONDS)
        config = client.get("/config").json()
        session = secrets.token_hex(5)
        seconds = [_ask(client, config, asked, session) for asked in conversation(questions)]
        return Served(ready_s, median(seconds) * 1000, resident_mb(process))


@contextmanager
def running(store: Path) -> Iterator[tuple[int, str, float]]:
    """The process number and address of a server, and how long it took to start."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    started = perf_counter()
    with subprocess.Popen(
        [sys.executable, "app.py", "--port", str(port)],
        cwd=ROOT,
        env={**os.environ, **ENVIRONMENT, STORE_VARIABLE: str(store)},
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        try:
            assert process.stdout
            if not process.stdout.readline():
                raise InputError("De server startte niet: zie de melding hierboven.")
            address = f"http://127.0.0.1:{port}"
            httpx.get(address, timeout=SECONDS).raise_for_status()
            yield process.pid, address, perf_counter() - started
        finally:
            process.terminate()


def pressed(config: dict[str, Any], asked: list[object], session: str) -> tuple[str, dict[str, object]]:
    """The address and the body of what the browser sends when someone presses "Stel de vraag"."""
    button = next(part["id"] for part in config["components"] if part["props"].get("elem_id") == "stel-vraag")
    handler = next(part["id"] for part in config["dependencies"] if [button, "click"] in part["targets"])
    body = {"data": asked, "fn_index": handler, "session_hash": session, "trigger_id": button}
    return f"{config['api_prefix']}/run/predict", body


def refuse_no_answer(reply: httpx.Response) -> None:
    """httpx.HTTPError or ValueError when the reply holds no answer."""
    reply.raise_for_status()
    if "beurt" not in str(reply.json()["data"]):
        raise ValueError("no answer")


def conversation(questions: Sequence[str]) -> Iterator[list[object]]:
    """What the browser sends for each question: its text, and those before it."""
    for number, text in enumerate(questions):
        yield [text, {"questions": list(questions[:number]), "number": number + 1}]


def _ask(client: httpx.Client, config: dict[str, Any], asked: list[object], session: str) -> float:
    """Press "Stel de vraag", wait for the answer, and give the seconds it took."""
    address, body = pressed(config, asked, session)
    before = perf_counter()
    try:
        refuse_no_answer(client.post(address, json=body))
    except (httpx.HTTPError, ValueError) as error:
        raise InputError(f"De server gaf geen antwoord op '{asked[0]}'.") from error
    return perf_counter() - before
