"""The pages that are served, and what happens when they cannot be."""

import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from assistant.assistant import STORE_VARIABLE
from assistant.page.dutch import dutch
from assistant.page.server import listening
from corpus import Content, InputError


def test_every_source_has_a_page_with_all_its_passages(address: str, content: Content) -> None:
    for source in content.sources.values():
        page = httpx.get(f"{address}/bron/{source.id}").text
        assert '<html lang="nl">' in page
        assert source.url in page
        for passage in content.passages_of(source.id):
            assert f'id="{passage.id.split("/")[1]}"' in page
        assert not re.search(r'(?:src|link[^>]*href)="(?:https?:)?//', page)


def test_the_list_of_sources_names_them_all(address: str, content: Content) -> None:
    page = httpx.get(f"{address}/bronnen").text
    assert page.count("<section") == len(content.sources)


@pytest.mark.parametrize(
    "query", ["", "?passage=ad-1a&van=x&tot=9", "?passage=weg&van=0&tot=9", "?passage=ad-1a&van=9&tot=99999"]
)
def test_a_place_that_does_not_exist_is_not_marked_and_the_page_is_still_shown(address: str, query: str) -> None:
    reply = httpx.get(f"{address}/bron/handreiking{query}")
    assert reply.status_code == 200
    assert "<mark" not in reply.text


def test_the_marked_words_are_the_ones_asked_for(address: str, content: Content) -> None:
    text = content.passages["handreiking/ad-1a"].text
    page = httpx.get(f"{address}/bron/handreiking?passage=ad-1a&van=0&tot=20").text
    assert f">{text[:20]}</mark>" in page
    assert page.count("<mark") == 1


def test_the_table_is_a_table(address: str) -> None:
    page = httpx.get(f"{address}/bron/handreiking").text
    assert '<th scope="row">Roermond</th><td>Limburg</td>' in page


@pytest.mark.parametrize("path", ["/bron/bestaat-niet", "/bron/..%2f..%2fetc%2fpasswd", "/bron/<script>"])
def test_an_unknown_source_gets_a_clear_word(address: str, path: str) -> None:
    reply = httpx.get(f"{address}{path}")
    assert reply.status_code == 404
    assert "<script" not in reply.text


def test_the_page_of_gradio_is_made_dutch_and_quiet() -> None:
    page = (
        b'<html\n\tlang="en" style="x"><link rel="preconnect" href="https://fonts.example" />'
        b'<script src="https://cdn.example/a.js" async></script><meta property="og:url" content="x" />'
        b'<script src="./assets/a.js"></script>'
    )
    assert dutch(page) == b'<html\n\tlang="nl" style="x"><script src="./assets/a.js"></script>'


def test_a_port_in_use_gets_one_sentence() -> None:
    with listening("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(InputError, match=f"Poort {port}"):
            listening("127.0.0.1", port)


@pytest.mark.parametrize("arguments", [["--host", "256.1.1.1"], ["--port", "70000"]])
def test_an_address_that_cannot_be_gets_one_sentence(arguments: list[str]) -> None:
    host = arguments[1] if arguments[0] == "--host" else "127.0.0.1"
    port = int(arguments[1]) if arguments[0] == "--port" else 0
    with pytest.raises(InputError, match="niet beschikbaar"):
        listening(host, port)


def test_app_says_that_the_port_is_in_use_and_ends_with_1(store: Path, assistant: object) -> None:
    with listening("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        done = subprocess.run(
            [sys.executable, "app.py", "--port", port],
            capture_output=True,
            text=True,
            env={"PATH": "", STORE_VARIABLE: str(store)},
        )
    assert (done.returncode, done.stdout) == (1, "")
    assert f"Poort {port}" in done.stderr
    assert len(done.stderr.splitlines()) == 1
