"""The library keeps what someone brings in, whole, once, and nothing of it after it is taken out."""

import datetime
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus import Content, InputError
from corpus.content import FOLDER
from corpus.originals import DEFAULT_FOLDER, FOLDER_VARIABLE, EntryKind, KnownFileError, Library
from tests.corpus.files import pdf_of, printed
from tests.corpus.imitation import as_markdown, as_pdf, as_text

VISION = "# Regiovisie Meerland\n\nWij kopen samen in.\n"


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "originelen")


@pytest.fixture
def vision(tmp_path: Path) -> Path:
    return written(tmp_path, "visie.md", VISION)


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def left(library: Library) -> list[str]:
    """What stands in the folder, beside the lock."""
    return sorted(path.name for path in library.folder.iterdir() if path.name != "slot")


def test_an_own_document_is_kept_with_its_title_its_text_and_its_file(library: Library, vision: Path) -> None:
    entry = library.add(vision)
    assert (entry.id, entry.kind, entry.source_id) == ("eigen-regiovisie-meerland", EntryKind.EIGEN, None)
    assert (entry.title, entry.file_name, entry.pages) == ("Regiovisie Meerland", "visie.md", 0)
    assert (entry.size, entry.added) == (len(VISION), datetime.date.today())
    assert Library(library.folder).entries() == (entry,) == (library.entry(entry.id),)
    assert library.document(entry.id).text == "Regiovisie Meerland\nWij kopen samen in."
    assert library.file(entry.id).read_text() == VISION


def test_a_pdf_keeps_its_pages_printed_and_counted_its_links_and_tells_how_far_it_is(
    library: Library, tmp_path: Path
) -> None:
    pages = [printed(f"Dit is bladzijde nummer {number} van het stuk.") for number in range(3)]
    links = [("https://voorbeeld.nl/een",), (), ("https://voorbeeld.nl/twee",)]
    path = written(tmp_path, "a.pdf", pdf_of(pages, labels="<</Nums[0<</S/r>>1<</S/D>>]>>", links=links))
    told: list[tuple[int, int]] = []
    entry = library.add(path, progress=lambda done, total: told.append((done, total)))
    document = library.document(entry.id)
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert (entry.pages, document.pages) == (3, 3)
    assert [(block.page, block.page_index) for block in document.blocks] == [("i", 0), ("1", 1), ("2", 2)]
    assert [(link.address, link.page, link.page_index) for link in document.links] == [
        ("https://voorbeeld.nl/een", "i", 0), ("https://voorbeeld.nl/twee", "2", 2),
    ]  # fmt: skip


def test_an_original_is_recognised_and_has_the_id_of_its_source(
    library: Library, content: Content, tmp_path: Path
) -> None:
    entry = library.add(written(tmp_path, "iets.pdf", as_pdf(content)))
    assert (entry.id, entry.kind, entry.source_id) == ("handreiking", EntryKind.ORIGINEEL, "handreiking")
    assert entry.title == content.sources["handreiking"].title
    assert library.of_source("handreiking") == entry
    assert library.of_source("norm") is None


def test_who_says_what_a_file_is_is_believed(library: Library, content: Content, vision: Path, tmp_path: Path) -> None:
    told = library.add(vision, source_id="norm", fetched_from="https://voorbeeld.nl/visie.md")
    assert (told.id, told.kind, told.fetched_from) == ("norm", EntryKind.ORIGINEEL, "https://voorbeeld.nl/visie.md")
    own = library.add(written(tmp_path, "a.md", as_markdown(content)), own=True)
    assert own.kind is EntryKind.EIGEN
    with pytest.raises(InputError, match="De bron 'bestaat-niet' bestaat niet"):
        library.add(vision, source_id="bestaat-niet")


def test_the_same_file_twice_is_said_to_be_there(library: Library, vision: Path, tmp_path: Path) -> None:
    entry = library.add(vision)
    again = written(tmp_path, "andere naam.md", VISION)
    with pytest.raises(
        KnownFileError, match=r"'andere naam.md' staat al in uw bronnen, als 'eigen-regiovisie"
    ) as caught:
        library.add(again)
    assert caught.value.entry == entry
    assert len(library.entries()) == 1


def test_a_newer_file_of_the_same_source_takes_the_place_of_the_older(
    library: Library, content: Content, tmp_path: Path
) -> None:
    library.add(written(tmp_path, "oud.txt", as_text(content)))
    newer = library.add(written(tmp_path, "nieuw.md", as_markdown(content)))
    assert library.entries() == (newer,)
    assert library.file("handreiking").suffix == ".md"
    assert left(library) == ["handreiking.2"]


def test_two_documents_with_one_title_are_kept_beside_each_other(library: Library, tmp_path: Path) -> None:
    ids = [library.add(written(tmp_path, "a.md", f"# Visie\n\nVersie {n}.")).id for n in range(3)]
    assert ids == ["eigen-visie", "eigen-visie-2", "eigen-visie-3"]


def test_a_removed_document_leaves_nothing_behind(library: Library, vision: Path) -> None:
    name = library.add(vision).id
    assert library.remove(name) == "Regiovisie Meerland"
    assert left(library) == []
    for ask in (library.entry, library.document, library.file, library.remove):
        with pytest.raises(InputError, match=f"Er is geen document '{name}'"):
            ask(name)


@pytest.mark.parametrize(
    "name",
    [
        "../../uit de map.md",
        "😀👨\N{ZERO WIDTH JOINER}👩 visie.md",
        "x" * 250 + ".md",
        "slot.md",
        ".verborgen.md",
        "a\nb.md",
    ],
)
def test_whatever_a_file_is_called_it_stays_in_its_own_folder(library: Library, tmp_path: Path, name: str) -> None:
    (tmp_path / "diep" / "dieper").mkdir(parents=True)
    path = written(tmp_path / "diep" / "dieper", name, VISION)
    before = {p for p in tmp_path.rglob("*") if library.folder not in p.parents}
    entry = library.add(path)
    assert library.file(entry.id).parent.parent == library.folder
    assert library.file(entry.id).name == "origineel.md"
    assert {p for p in tmp_path.rglob("*") if library.folder not in p.parents} - before == {library.folder}
    assert Library(library.folder).entry(entry.id).file_name == path.name


@pytest.mark.parametrize("title", ["../../etc", "😀", "É" * 400, "a/b\\c", "con", "-", "."])
def test_whatever_a_title_is_the_id_is_harmless(library: Library, tmp_path: Path, title: str) -> None:
    name = library.add(written(tmp_path, "a.md", f"# {title}\n\nTekst.")).id
    assert name.replace("-", "").isalnum()
    assert name.isascii()
    assert name.startswith("eigen")
    assert len(name) <= 60


def test_a_file_that_cannot_be_read_changes_nothing(library: Library, vision: Path, tmp_path: Path) -> None:
    library.add(vision)
    for bad in (tmp_path / "weg.pdf", written(tmp_path, "stuk.pdf", b"%PDF-1.4 stuk"), tmp_path):
        with pytest.raises(InputError, match="niet lezen"):
            library.add(bad)
    assert left(library) == ["eigen-regiovisie-meerland.1"]


@pytest.mark.parametrize("damage", ['{"format": 0, "entry": {}}', '{"format": 99}', "{", "", "[]", "null", '"tekst"'])
@pytest.mark.parametrize("file", ["kaart.json", "tekst.json"])
def test_a_record_of_another_format_is_read_again_from_the_file(
    library: Library, vision: Path, file: str, damage: str
) -> None:
    entry = library.add(vision)
    (library.file(entry.id).parent / file).write_text(damage)
    assert library.document(entry.id).text.startswith("Regiovisie Meerland")
    assert library.entry(entry.id).sha256 == entry.sha256
    assert len(library.entries()) == 1
    assert len(left(library)) == 1


def test_what_an_older_record_tells_beside_the_file_is_kept(library: Library, vision: Path) -> None:
    entry = library.add(vision, source_id="norm", fetched_from="https://voorbeeld.nl/n")
    card = library.file("norm").with_name("kaart.json")
    older = json.loads(card.read_text())
    older["format"] = 0
    older["entry"]["added"] = "2024-05-01"
    older["entry"]["iets_van_toen"] = {"a": 1}
    card.write_text(json.dumps(older))
    again = library.entry("norm")
    assert (again.source_id, again.fetched_from) == ("norm", entry.fetched_from)
    assert (again.file_name, again.added) == ("visie.md", datetime.date(2024, 5, 1))


def test_a_document_whose_file_is_gone_is_told_and_can_be_removed(library: Library, vision: Path) -> None:
    name = library.add(vision).id
    folder = library.file(name).parent
    (folder / "origineel.md").unlink()
    (folder / "kaart.json").unlink()
    assert library.entries() == ()
    with pytest.raises(InputError, match=r"is weg\. Verwijder het document"):
        library.entry(name)
    library.remove(name)
    assert left(library) == []


def test_the_folder_is_the_one_told_else_that_of_the_environment_else_that_of_the_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(FOLDER_VARIABLE, raising=False)
    assert Library().folder == DEFAULT_FOLDER == FOLDER / "originelen"
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "elders"))
    assert Library().folder == tmp_path / "elders"
    assert Library(tmp_path / "hier").folder == tmp_path / "hier"
    assert Library().entries() == ()
    assert not (tmp_path / "elders").exists()


def test_a_folder_that_cannot_be_written_gets_one_clear_sentence(tmp_path: Path, vision: Path) -> None:
    written(tmp_path, "bestand", "geen map")
    with pytest.raises(InputError, match=r"Kan niet schrijven in .*bestand"):
        Library(tmp_path / "bestand").add(vision)


def test_documents_brought_in_do_not_change_the_content(tmp_path: Path) -> None:
    written(tmp_path, "bronnen.toml", "")
    content = Content(tmp_path, {}, {}, {}, {}, {}, {})
    before = content.fingerprint()
    Library(tmp_path / "originelen").add(written(tmp_path, "visie.html", f"<p>{VISION}</p>"))
    written(tmp_path / "originelen", "los.md", VISION)
    assert content.fingerprint() == before
    written(tmp_path, "nieuw.md", VISION)
    assert content.fingerprint() != before


def test_many_at_once_do_not_get_in_each_others_way(library: Library, tmp_path: Path) -> None:
    files = [written(tmp_path, f"{n}.md", f"# Visie\n\nVersie {n}.") for n in range(12)]
    with ThreadPoolExecutor(6) as pool:
        entries = list(pool.map(lambda file: Library(library.folder).add(file), files))
    assert len({entry.id for entry in entries}) == 12
    assert {entry.sha256 for entry in library.entries()} == {entry.sha256 for entry in entries}
