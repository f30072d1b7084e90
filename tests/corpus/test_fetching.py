"""A document is fetched whole or not at all, within bounds, and each way it can go wrong is told apart."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus import InputError
from corpus.fetching import Ending, Fetched, Fetcher, Limits, Progress
from corpus.fetching.addresses import check_address, check_peer
from corpus.fetching.partial import Partial, Validator
from corpus.fetching.types import EndedError
from corpus.reading import read_document
from tests.corpus.publisher import DOCUMENT, TAG, Publisher, publisher

LIMITS = Limits(most_bytes=100_000, attempts=2, pause=0)
IMPATIENT = Limits(silence=0.5, together=1.0)


@pytest.fixture
def shop() -> Iterator[Publisher]:
    with publisher() as opened:
        yield opened


def fetch(address: str, folder: Path, limits: Limits = LIMITS) -> Fetched:
    *_, last = Fetcher(limits).fetch(address, folder, "bron")
    assert isinstance(last, Fetched)
    return last


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()} - {"bron.slot"}


def test_a_document_is_fetched_and_can_be_read(shop: Publisher, tmp_path: Path) -> None:
    fetched = fetch(shop.url("/goed.pdf"), tmp_path)
    assert fetched == Fetched(Ending.OPGEHAALD, tmp_path / "bron.pdf", shop.url("/goed.pdf"))
    assert (tmp_path / "bron.pdf").read_bytes() == DOCUMENT
    assert "bladzijde 39" in read_document(tmp_path / "bron.pdf").text
    assert left_in(tmp_path) == {"bron.pdf"}


def test_how_far_it_is_is_told_on_the_way(shop: Publisher, tmp_path: Path) -> None:
    *steps, _ = Fetcher(LIMITS).fetch(shop.url("/goed.pdf"), tmp_path, "bron")
    assert steps[-1] == Progress(len(DOCUMENT), len(DOCUMENT))


def test_a_page_without_an_ending_is_saved_as_a_web_page(shop: Publisher, tmp_path: Path) -> None:
    assert fetch(shop.url("/pagina"), tmp_path).path == tmp_path / "bron.html"


def test_a_document_that_moved_is_followed(shop: Publisher, tmp_path: Path) -> None:
    fetched = fetch(shop.url("/verhuisd.pdf"), tmp_path)
    assert (fetched.ending, fetched.address) == (Ending.OPGEHAALD, shop.url("/goed.pdf"))


@pytest.mark.parametrize(
    ("path", "ending", "detail"),
    [
        ("/weg.pdf", Ending.VERDWENEN, "404"),
        ("/schijnbaar", Ending.VERDWENEN, ""),
        ("/schijnbaar.pdf", Ending.VERDWENEN, ""),
        ("/naarvoren.pdf", Ending.VERDWENEN, ""),
        ("/verboden.pdf", Ending.GEEN_TOEGANG, "403"),
        ("/stuk.pdf", Ending.STORING, "503"),
        ("/pagina.pdf", Ending.ANDERE_SOORT, "een webpagina (.html)"),
        ("/plaatje.pdf", Ending.ANDERE_SOORT, "een afbeelding"),
        ("/rond.pdf", Ending.TE_VAAK_DOORVERWEZEN, ""),
        ("/intern.pdf", Ending.ONVEILIG, "http://10.0.0.1/geheim.pdf"),
        ("/halfzonder.pdf", Ending.AFGEBROKEN, ""),
    ],
)
def test_what_went_wrong_is_told_and_leaves_nothing(
    shop: Publisher, tmp_path: Path, path: str, ending: Ending, detail: str
) -> None:
    assert fetch(shop.url(path), tmp_path) == Fetched(ending, address=shop.url(path), detail=detail)
    assert left_in(tmp_path) == set()


@pytest.mark.parametrize("path", ["/traag.pdf", "/druppel.pdf"])
def test_a_server_that_is_too_slow_is_not_waited_for(shop: Publisher, tmp_path: Path, path: str) -> None:
    assert fetch(shop.url(path), tmp_path, IMPATIENT).ending is Ending.TE_TRAAG
    assert left_in(tmp_path) == set()


@pytest.mark.parametrize("path", ["/groot.pdf", "/eindeloos.pdf"])
def test_a_document_that_is_too_large_is_stopped_in_time(shop: Publisher, tmp_path: Path, path: str) -> None:
    limits = Limits(most_bytes=1500)
    assert fetch(shop.url(path), tmp_path, limits).ending is Ending.TE_GROOT
    assert left_in(tmp_path) == set()


def test_a_broken_download_goes_on_where_it_stopped(shop: Publisher, tmp_path: Path) -> None:
    half = len(DOCUMENT) // 2
    assert fetch(shop.url("/half.pdf"), tmp_path).ending is Ending.OPGEHAALD
    assert shop.asked == [("/half.pdf", None), ("/half.pdf", f"bytes={half}-")]
    assert (tmp_path / "bron.pdf").read_bytes() == DOCUMENT


def test_it_also_goes_on_in_a_later_run(shop: Publisher, tmp_path: Path) -> None:
    once = Limits(attempts=1)
    assert fetch(shop.url("/half.pdf"), tmp_path, once).ending is Ending.AFGEBROKEN
    assert left_in(tmp_path) == {"bron.deel", "bron.deel.json"}
    *steps, _ = Fetcher(once).fetch(shop.url("/half.pdf"), tmp_path, "bron")
    assert isinstance(steps[0], Progress)
    assert steps[0].received > len(DOCUMENT) // 2
    assert left_in(tmp_path) == {"bron.pdf"}
    assert (tmp_path / "bron.pdf").read_bytes() == DOCUMENT


def test_a_document_that_changed_meanwhile_starts_anew(shop: Publisher, tmp_path: Path) -> None:
    once = Limits(attempts=1)
    assert fetch(shop.url("/half.pdf"), tmp_path, once).ending is Ending.AFGEBROKEN
    shop.tag = '"versie-2"'
    assert fetch(shop.url("/half.pdf"), tmp_path, Limits(attempts=2, pause=0)).ending is Ending.OPGEHAALD
    assert (tmp_path / "bron.pdf").read_bytes() == DOCUMENT


@pytest.mark.parametrize("path", ["/ander.pdf", "/voorbij.pdf"])
def test_a_part_that_the_publisher_does_not_know_is_thrown_away(shop: Publisher, tmp_path: Path, path: str) -> None:
    assert fetch(shop.url(path), tmp_path, Limits(attempts=3, pause=0)).ending is Ending.OPGEHAALD
    assert (tmp_path / "bron.pdf").read_bytes() == DOCUMENT


def test_the_part_of_another_address_is_not_gone_on_with(shop: Publisher, tmp_path: Path) -> None:
    part = Partial(tmp_path, "bron")
    part.begin(Validator(shop.url("/elders.pdf"), TAG))
    part.path.write_bytes(b"iets anders")
    assert fetch(shop.url("/goed.pdf"), tmp_path).ending is Ending.OPGEHAALD
    assert shop.asked == [("/goed.pdf", None)]
    assert (tmp_path / "bron.pdf").read_bytes() == DOCUMENT


def test_a_damaged_note_beside_a_part_only_means_starting_anew(shop: Publisher, tmp_path: Path) -> None:
    (tmp_path / "bron.deel").write_bytes(b"half")
    (tmp_path / "bron.deel.json").write_text(json.dumps({"stuk": True}))
    assert fetch(shop.url("/goed.pdf"), tmp_path).ending is Ending.OPGEHAALD
    assert (tmp_path / "bron.pdf").read_bytes() == DOCUMENT


def test_two_processes_do_not_fetch_the_same_document_at_once(shop: Publisher, tmp_path: Path) -> None:
    with Partial(tmp_path, "bron").held():
        assert fetch(shop.url("/goed.pdf"), tmp_path).ending is Ending.BEZIG
    assert shop.asked == []


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with publisher() as closed:
        pass
    assert fetch(closed.url("/goed.pdf"), tmp_path).ending is Ending.GEEN_VERBINDING


def test_a_folder_that_cannot_be_written_is_told(shop: Publisher, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("dit is geen map")
    with pytest.raises(InputError, match="Kan niet schrijven"):
        fetch(shop.url("/goed.pdf"), tmp_path / "bestand")


@pytest.mark.parametrize(
    "address",
    [
        "http://vng.nl/stuk.pdf",
        "ftp://vng.nl/stuk.pdf",
        "file:///etc/passwd",
        "https://127.0.0.1/stuk.pdf",
        "https://localhost/stuk.pdf",
        "https://10.1.2.3/stuk.pdf",
        "https://169.254.169.254/latest/meta-data",
        "https://[::1]/stuk.pdf",
        "https://[::ffff:192.168.1.1]/stuk.pdf",
        "https://naam:geheim@vng.nl/stuk.pdf",
        "https:///stuk.pdf",
        "https://vng.nl:abc/stuk.pdf",
    ],
)
def test_an_address_that_is_not_public_and_https_is_never_visited(address: str) -> None:
    with pytest.raises(EndedError) as ended:
        check_address(address, local=False)
    assert ended.value.ending is Ending.ONVEILIG


def test_a_local_address_may_lead_to_a_local_one_only() -> None:
    check_address("http://127.0.0.1:8000/stuk.pdf", local=True)
    with pytest.raises(EndedError):
        check_address("https://8.8.8.8/stuk.pdf", local=True)


def test_a_name_that_turns_out_to_lead_inside_is_refused() -> None:
    check_peer("8.8.8.8", "https://vng.nl/stuk.pdf", local=False)
    with pytest.raises(EndedError):
        check_peer("192.168.1.1", "https://vng.nl/stuk.pdf", local=False)


def test_the_file_stands_or_falls_with_the_ending() -> None:
    with pytest.raises(ValueError, match="with the file"):
        Fetched(Ending.OPGEHAALD)
