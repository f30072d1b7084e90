"""Originals are fetched because a reader asked for it, and each source gets one line on how that went."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from assistant.__main__ import main
from assistant.finding import Finder
from assistant.obtaining import FOLDER, Obtainer, Step, summary
from assistant.source_wording import say
from corpus import Content, InputError, LinkKind
from corpus.fetching import Ending, Limits
from corpus.originals import FOLDER_VARIABLE, Library
from tests.corpus.publisher import DOCUMENT, Diverted, Publisher, publisher

LIMITS = Limits(attempts=1, pause=0)
PATHS = {
    "norm": "/goed.pdf",
    "routekaart": "/verhuisd.pdf",
    "nji-2020": "/weg.pdf",
    "stelsel-in-groei": "/pagina.pdf",
    "uitvoeringsvarianten": "/pagina.html",
}


@pytest.fixture
def shop() -> Iterator[Publisher]:
    with publisher() as opened:
        yield opened


@pytest.fixture
def paths(content: Content) -> Mapping[str, str]:
    """Where each address of the catalogue is found at the publisher on this computer."""
    return {source.url: PATHS.get(source.id, "/stuk.pdf") for source in content.sources.values()}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "originelen"))
    return Library()


@pytest.fixture
def obtainer(content: Content, library: Library, tmp_path: Path, shop: Publisher, paths: Mapping[str, str]) -> Obtainer:
    finder = Finder.open(content, library, tmp_path / "store")
    return Obtainer(content, library, finder, Diverted(shop, paths, LIMITS))


def endings(obtainer: Obtainer, *ids: str, again: bool = False) -> dict[str, str]:
    return {step.source_id: step.text for step in obtainer.fetch(ids, again=again) if step.last}


def test_a_fetched_original_stands_in_the_library_and_is_searched(
    obtainer: Obtainer, library: Library, content: Content, tmp_path: Path
) -> None:
    steps = list(obtainer.fetch(["norm"]))
    assert steps[-1].last
    assert steps[-1].present
    assert "opgehaald bij VNG" in steps[-1].text
    entry = library.of_source("norm")
    assert entry is not None
    assert entry.fetched_from == content.sources["norm"].url
    assert library.file("norm").read_bytes() == DOCUMENT
    assert (tmp_path / "store" / "documenten" / "norm").is_dir()
    assert [path.name for path in (library.folder / FOLDER).iterdir()] == ["norm.slot"]


def test_the_reader_hears_what_happens_on_the_way(obtainer: Obtainer) -> None:
    *on_the_way, last = [step.text for step in obtainer.fetch(["norm"])]
    assert on_the_way[0] == "Norm voor Opdrachtgeverschap: wordt opgevraagd bij VNG"
    assert any(" van " in text and text.endswith("ontvangen") for text in on_the_way)
    assert on_the_way[-1] == "Norm voor Opdrachtgeverschap: wordt gelezen"
    assert last not in on_the_way


def test_an_original_that_is_there_is_fetched_only_when_asked_again(obtainer: Obtainer, shop: Publisher) -> None:
    list(obtainer.fetch(["norm"]))
    assert "was er al, sinds" in endings(obtainer, "norm")["norm"]
    assert len(shop.asked) == 1
    assert "hetzelfde bestand" in endings(obtainer, "norm", again=True)["norm"]
    assert len(shop.asked) == 2


def test_what_moved_tells_where_it_stands_now(obtainer: Obtainer, shop: Publisher) -> None:
    assert shop.url("/goed.pdf") in endings(obtainer, "routekaart")["routekaart"]


def test_an_address_that_is_dead_tells_where_to_look_by_hand(obtainer: Obtainer, content: Content) -> None:
    told = endings(obtainer, "nji-2020", "stelsel-in-groei")
    for name, text in told.items():
        assert content.sources[name].title in text
        assert "Zoek op https://" in text
    assert "maar een webpagina (.html)" in told["stelsel-in-groei"]


def test_a_source_without_an_address_of_the_document_is_not_visited(
    obtainer: Obtainer, content: Content, shop: Publisher
) -> None:
    ids = [source.id for source in content.sources.values() if source.url_kind is not LinkKind.DOCUMENT]
    told = endings(obtainer, *ids)
    assert list(told) == ids
    assert shop.asked == []
    for name, text in told.items():
        source = content.sources[name]
        assert (source.url or source.publisher) in text


def test_all_are_fetched_when_none_is_named_and_a_bad_one_does_not_stop_the_rest(
    obtainer: Obtainer, content: Content, library: Library
) -> None:
    told = endings(obtainer)
    assert list(told) == list(content.sources)
    assert {entry.source_id for entry in library.entries()} == {"norm", "uitvoeringsvarianten"}
    assert sum("storing (melding 503)" in text for text in told.values()) == 4
    assert "Er is niets veranderd" in told["routekaart"]  # the publisher of the test has one document


def test_a_source_that_does_not_exist_stops_before_anything_is_fetched(obtainer: Obtainer, shop: Publisher) -> None:
    with pytest.raises(InputError, match="'xyz' bestaat niet"):
        obtainer.fetch(["norm", "xyz"])
    assert shop.asked == []


@pytest.mark.parametrize("ending", Ending)
def test_every_ending_has_a_sentence(ending: Ending) -> None:
    values = dict.fromkeys(("kort", "uitgever", "omvang", "url", "site", "titel", "detail", "grootste"), "x")
    assert say("uitslag", ending, **values).startswith("x: ")


@pytest.mark.parametrize("kind", [kind for kind in LinkKind if kind is not LinkKind.DOCUMENT])
def test_every_kind_of_address_has_a_sentence(kind: LinkKind) -> None:
    assert say("zonder_document", kind, kort="x", url="y", titel="z", uitgever="u").startswith("x: ")


def test_the_sum_tells_whether_there_is_anything() -> None:
    good, bad = Step("a", "goed", last=True, present=True), Step("b", "slecht", last=True)
    assert summary([good, bad, Step("b", "onderweg")]).startswith("Opgehaald: 1 van 2.")
    assert summary([bad]).startswith("Er is niets opgehaald")


def test_the_command_prints_one_line_a_source(
    library: Library,
    shop: Publisher,
    paths: Mapping[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("assistant.obtaining.Fetcher", lambda: Diverted(shop, paths, LIMITS))
    arguments = ["bronnen", "ophalen", "norm", "handreiking", "--store", str(tmp_path / "store")]
    assert main(arguments) == 0
    out, err = capsys.readouterr()
    assert [line.split(":")[0] for line in out.splitlines()] == [
        "Norm voor Opdrachtgeverschap",
        "Handreiking Regiovisie",
    ]
    assert "Opgehaald: 1 van 2." in err
    assert main(["bronnen", "ophalen", "nji-2020", "--store", str(tmp_path / "store")]) == 1
    assert "Er is niets opgehaald" in capsys.readouterr().err


def test_the_command_searches_and_tells_why(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "visie.md").write_text("# Visie Veenrand\n\n## Wachten\n\nDe regio telt elke maand de wachtenden.\n")
    library.add(tmp_path / "visie.md", own=True)
    common = ["bronnen", "zoek", "hoe telt de regio de wachtenden", "-k", "3", "--store", str(tmp_path / "store")]
    assert main([*common, "--json"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(rows) == 3
    assert (rows[0]["kind"], rows[0]["heading"], rows[0]["title"]) == ("eigen", "Wachten", "Visie Veenrand")
    assert rows[0]["text"] == "De regio telt elke maand de wachtenden."
    assert 0 < rows[0]["meaning"] <= 1
    assert rows[0]["words"] > rows[1]["words"]
    assert main(common) == 0
    out, err = capsys.readouterr()
    assert out.startswith("1. 0,")
    assert "eigen document: Visie Veenrand, ‘Wachten’" in out
    assert "Elke score loopt tot 1" in err


def test_what_the_commands_add_and_remove_is_indexed_and_forgotten_at_once(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "visie.md").write_text("# Visie Veenrand\n\nDe regio telt elke maand de wachtenden.\n")
    store = ["--store", str(tmp_path / "store")]
    assert main(["bronnen", "toevoegen", str(tmp_path / "visie.md"), "--eigen", *store]) == 0
    folder = tmp_path / "store" / "documenten"
    assert [path.name for path in folder.iterdir() if path.is_dir()] == ["eigen-visie-veenrand"]
    assert main(["bronnen", "verwijder", "eigen-visie-veenrand", *store]) == 0
    assert [path.name for path in folder.iterdir() if path.is_dir()] == []
    assert library.entries() == ()


@pytest.mark.parametrize("question", ["", "  ", "?!"])
def test_an_empty_search_is_refused_in_one_sentence(
    question: str, library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["bronnen", "zoek", question, "--store", str(tmp_path / "store")]) == 1
    assert "Uw vraag is leeg" in capsys.readouterr().err
