"""The pages of documents, over HTTP: what they show, and what they refuse."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import httpx
import pytest
from PIL import Image

from assistant.originals import Originals
from assistant.rendering import original_address
from corpus import Content
from corpus.originals import Library
from tests.page.conftest import served
from tests.page.documents import AGREED, HANDREIKING, HOSTILE, OWN, SHARED, Silent, fill


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return fill(Library(tmp_path_factory.mktemp("bronnen")), tmp_path_factory.mktemp("bestanden"))


@pytest.fixture(scope="module")
def web(content: Content, library: Library) -> Iterator[httpx.Client]:
    with served(Silent(content), library=library) as url, httpx.Client(base_url=url, timeout=30) as client:
        yield client


def second(library: Library) -> tuple[int, int]:
    """Start and end of the shared sentence where it stands for the second time."""
    start = library.document(HANDREIKING).text.rindex(SHARED)
    return start, start + len(SHARED)


def test_a_leaf_shows_its_text_with_both_numbers_and_the_ways_on(web: httpx.Client) -> None:
    page = web.get(f"/origineel/{HANDREIKING}/2").text
    assert "Bladzijde 2 (gedrukt nummer 1) van 3" in page
    assert "<h3>Toegang en wachttijd</h3>" in page
    assert "<ul><li>volg de wachttijd</li>\n<li>bel elkaar</li></ul>" in page
    assert f'<a rel="prev" href="../../origineel/{HANDREIKING}/1">' in page
    assert f'<a rel="next" href="../../origineel/{HANDREIKING}/3">' in page
    assert f'href="../../origineel/{HANDREIKING}/bestand#page=2"' in page
    assert 'aria-current="page">Bladzijde 2' in page
    assert "<mark" not in page
    assert "gemarkeerd" not in page


def test_the_first_and_the_last_leaf_lead_one_way_and_an_empty_leaf_says_so(web: httpx.Client) -> None:
    assert 'rel="prev"' not in web.get(f"/origineel/{HANDREIKING}/1").text
    last = web.get(f"/origineel/{HANDREIKING}/3").text
    assert 'rel="next"' not in last
    assert "vonden wij geen tekst" in last


def test_the_passage_is_marked_by_its_place_and_not_by_its_words(web: httpx.Client, library: Library) -> None:
    start, end = second(library)
    page = web.get(f"/origineel/{HANDREIKING}/2", params={"van": start, "tot": end}).text
    assert page.count("<mark") == 1
    assert f'<p><mark id="citaat" tabindex="-1">{SHARED}</mark></p>' in page
    assert "De passage staat in een kader." in page


def test_a_passage_over_several_blocks_is_marked_in_each_and_named_once(web: httpx.Client) -> None:
    page = web.get(f"/origineel/{OWN}/1", params={"van": 0, "tot": 10_000}).text
    assert page.count('id="citaat"') == 1
    assert '<h3><mark id="citaat" tabindex="-1">Regiovisie van Rivierland</mark></h3>' in page
    assert "<h4><mark>Cijfers</mark></h4>" in page
    assert '<th scope="col"><mark>Gemeente</mark></th>' in page
    assert "<td><mark>120</mark></td>" in page
    assert "<li><mark>eerste punt</mark></li>" in page
    assert '<li value="2"><mark>dan</mark></li>' in page


def test_a_passage_that_goes_on_is_marked_on_both_leaves_and_leads_there(web: httpx.Client, library: Library) -> None:
    place = f"van=30&tot={second(library)[0]}"
    first = web.get(f"/origineel/{HANDREIKING}/1?{place}").text
    assert "gaat verder" in first
    assert f'href="../../origineel/{HANDREIKING}/2?{place.replace("&", "&amp;")}#citaat"' in first
    following = web.get(f"/origineel/{HANDREIKING}/2?{place}").text
    assert "<h3><mark" in following
    assert "gaat verder" not in following


def test_a_document_leads_to_the_leaf_where_the_passage_starts(web: httpx.Client, library: Library) -> None:
    start, end = second(library)
    reply = web.get(f"/origineel/{HANDREIKING}?van={start}&tot={end}")
    assert reply.headers["location"] == f"../origineel/{HANDREIKING}/2?van={start}&tot={end}#citaat"
    assert web.get(f"/origineel/{HANDREIKING}").headers["location"] == f"../origineel/{HANDREIKING}/1"
    assert web.get(f"/origineel/{HANDREIKING}?van=99999&tot=100000").headers["location"].endswith("/3")


@pytest.mark.parametrize(
    "place", ["van=x&tot=9", "van=9&tot=3", "van=-4&tot=9", "van=9999&tot=99999", "van=1", "van=²&tot=9"]
)
def test_a_place_outside_the_text_marks_nothing_and_the_leaf_is_still_shown(web: httpx.Client, place: str) -> None:
    reply = web.get(f"/origineel/{HANDREIKING}/2?{place}")
    assert reply.status_code == 200
    assert "<mark" not in reply.text


@pytest.mark.parametrize(
    "path",
    [
        "/origineel/bestaat-niet",
        "/origineel/bestaat-niet/1",
        "/origineel/bestaat-niet/bestand",
        "/origineel/bestaat-niet/1/beeld",
        "/origineel/..%2f..%2fetc%2fpasswd/1",
        "/origineel/..%2f..%2fetc%2fpasswd/bestand",
        "/origineel/handreiking.1/bestand",
        "/origineel/%2e%2e/bestand",
        "/origineel/handreiking%00/bestand",
        "/origineel/<script>alert(1)</script>",
        f"/origineel/{HANDREIKING}/0",
        f"/origineel/{HANDREIKING}/4",
        f"/origineel/{HANDREIKING}/-1",
        f"/origineel/{HANDREIKING}/twee",
        f"/origineel/{HANDREIKING}/{'9' * 5000}",
        f"/origineel/{HANDREIKING}/4/beeld",
        f"/origineel/{OWN}/1/beeld",
    ],
)
def test_what_is_not_there_gets_a_clear_word_in_dutch(web: httpx.Client, path: str) -> None:
    reply = web.get(path)
    assert reply.status_code == 404
    assert "<script" not in reply.text
    assert "root:" not in reply.text
    if "%2f" not in path:
        assert '<html lang="nl">' in reply.text


class Tags(HTMLParser):
    """The tags of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.names.append(tag)


@pytest.mark.parametrize("place", ["", "?van=30&tot=60", "?van=0&tot=9999"])
def test_a_hostile_document_is_shown_as_text(web: httpx.Client, place: str) -> None:
    reply = web.get(f"/origineel/{OWN}/1{place}")
    assert HOSTILE not in reply.text
    assert not {"script", "img"} & set(Tags(reply.text).names)
    assert "default-src 'none'" in reply.headers["content-security-policy"]


def test_a_hostile_file_name_is_shown_as_text(web: httpx.Client) -> None:
    page = web.get(f"/origineel/{OWN}/1").text
    assert "regiovisie &lt;rivierland&gt;.md" in page


def test_a_pdf_is_served_in_the_browser_and_never_guessed_at(web: httpx.Client, library: Library) -> None:
    reply = web.get(f"/origineel/{HANDREIKING}/bestand")
    assert reply.content == library.file(HANDREIKING).read_bytes()
    assert reply.headers["content-type"] == "application/pdf"
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["content-disposition"].startswith("inline; filename")


def test_every_other_file_is_saved_and_runs_nothing(web: httpx.Client) -> None:
    reply = web.get(f"/origineel/{OWN}/bestand")
    assert reply.headers["content-disposition"].startswith("attachment; filename")
    assert reply.headers["content-security-policy"].startswith("sandbox")
    assert reply.headers["x-content-type-options"] == "nosniff"


def test_the_picture_of_a_leaf_has_a_frame_around_the_passage(
    web: httpx.Client, library: Library, tmp_path: Path
) -> None:
    start, end = second(library)
    bare = web.get(f"/origineel/{HANDREIKING}/2/beeld")
    framed = web.get(f"/origineel/{HANDREIKING}/2/beeld", params={"van": start, "tot": end})
    assert bare.headers["content-type"] == framed.headers["content-type"] == "image/png"
    pictures = []
    for name, reply in (("bare", bare), ("framed", framed)):
        (tmp_path / name).write_bytes(reply.content)
        pictures.append(Image.open(tmp_path / name).convert("RGB"))
    assert pictures[0].size == pictures[1].size
    assert pictures[0].tobytes() != pictures[1].tobytes()


def test_the_restatement_and_the_original_lead_to_each_other(web: httpx.Client, library: Library) -> None:
    start = library.document(HANDREIKING).text.index(AGREED)
    place = f"origineel/{HANDREIKING}?van={start}&amp;tot={start + len(AGREED)}"
    assert f'href="../{place}"' in web.get(f"/bron/{HANDREIKING}").text
    assert f'href="../../bron/{HANDREIKING}#afspraken"' in web.get(f"/origineel/{HANDREIKING}/1").text
    assert "#afspraken" not in web.get(f"/origineel/{HANDREIKING}/2").text
    assert 'href="../origineel/' not in web.get("/bron/norm").text


def test_the_words_of_an_original_in_an_answer_lead_to_where_they_stand(
    web: httpx.Client, library: Library, content: Content
) -> None:
    original = Originals(library, content).quote_of(content.passages["handreiking/afspraken"])
    assert original is not None
    page = web.get(f"/{original_address(original)}", follow_redirects=True).text
    assert f'<mark id="citaat" tabindex="-1">{original.quote}</mark>' in page


def test_the_list_without_javascript_tells_which_originals_and_own_documents_there_are(web: httpx.Client) -> None:
    page = web.get("/bronnen").text
    assert page.count("Lees het origineel") == 1
    assert f'<a href="origineel/{OWN}">Regiovisie van Rivierland</a>' in page
