"""`python -m assistant bronnen` tells what there is, and for each file what happened."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.__main__ import main
from corpus import Content
from corpus.originals import FOLDER_VARIABLE, Library
from tests.corpus.files import pdf_of, printed
from tests.corpus.imitation import as_markdown, as_pdf

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "originelen"))

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main(["bronnen", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def handreiking(content: Content, tmp_path: Path) -> str:
    path = tmp_path / "handreiking.pdf"
    path.write_bytes(as_pdf(content))
    return str(path)


@pytest.fixture
def vision(tmp_path: Path) -> str:
    path = tmp_path / "visie.md"
    path.write_text("# Regiovisie Meerland\n\nWij kopen samen in.", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("arguments", [(), ("lijst",)])
def test_without_documents_every_source_is_listed_as_retold(
    run: Run, content: Content, arguments: tuple[str, ...], tmp_path: Path
) -> None:
    code, out, err = run(*arguments)
    assert (code, err) == (0, "")
    assert out.count("(geen)") == 2
    assert all(f"- {source.id}: {source.short} (" in out for source in content.sources.values())
    assert not (tmp_path / "originelen").exists()


def test_the_list_tells_originals_and_own_documents_apart(run: Run, handreiking: str, vision: str) -> None:
    run("toevoegen", handreiking, vision)
    _, out, _ = run("lijst")
    originals, own, without, _ = out.split("\n\n")
    assert "- handreiking: " in originals
    assert "4 bladzijden" in originals
    assert "'handreiking.pdf'" in originals
    assert "- eigen-regiovisie-meerland: Regiovisie Meerland (zonder bladzijden;" in own
    assert "- handreiking: " not in without
    assert "- norm: " in without


def test_an_original_is_said_to_be_recognised_and_how_much_of_it_we_retell(run: Run, handreiking: str) -> None:
    code, out, err = run("toevoegen", handreiking)
    assert (code, err) == (0, "")
    assert "'handreiking.pdf' is toegevoegd als origineel van 'handreiking'" in out
    assert "4 bladzijden, zeker herkend" in out
    assert "Van onze 42 passages over deze bron zijn er 42 in het origineel gevonden" in out


def test_what_was_not_found_is_named_by_its_place(run: Run, content: Content, tmp_path: Path) -> None:
    path = tmp_path / "deel.md"
    text = as_markdown(content)
    path.write_text(text[: text.index("## Gemeenten en gebieden")], encoding="utf-8")
    _, out, _ = run("toevoegen", str(path))
    assert "zijn er 41 in het origineel gevonden" in out
    assert "Niet gevonden: deel 2, tabel Gemeenten en gebieden expertisecentrum." in out


def test_the_same_file_twice_is_said_and_is_no_error(run: Run, vision: str) -> None:
    run("toevoegen", vision)
    code, out, err = run("toevoegen", vision)
    assert (code, err) == (0, "")
    assert out == "'visie.md' staat al in uw bronnen, als 'eigen-regiovisie-meerland'. Er is niets veranderd.\n"


def test_a_newer_file_tells_which_one_it_replaces(run: Run, content: Content, handreiking: str, tmp_path: Path) -> None:
    run("toevoegen", handreiking)
    (tmp_path / "nieuw.md").write_text(as_markdown(content), encoding="utf-8")
    _, out, _ = run("toevoegen", str(tmp_path / "nieuw.md"))
    assert "Het neemt de plaats in van 'handreiking.pdf' van " in out


def test_one_bad_file_does_not_stop_the_others(run: Run, vision: str, tmp_path: Path) -> None:
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.4")
    other = tmp_path / "ander.pdf"
    other.write_bytes(pdf_of([printed("Dit is een ander stuk.")]))
    code, out, err = run("toevoegen", str(tmp_path / "stuk.pdf"), str(tmp_path / "weg.pdf"), vision, str(other))
    assert code == 1
    assert [line.split("'")[1] for line in out.splitlines()] == ["visie.md", "ander.pdf"]
    bad, missing, total = err.splitlines()
    assert bad.startswith("Kan 'stuk.pdf' niet lezen: het bestand is beschadigd")
    assert "weg.pdf' niet lezen: het bestand bestaat niet" in missing
    assert total == "Niet toegevoegd: 2 van de 4 bestanden. Hierboven staat waarom."


def test_a_single_bad_file_gets_a_single_sentence(run: Run, tmp_path: Path) -> None:
    code, out, err = run("toevoegen", str(tmp_path / "weg.pdf"))
    assert (code, out, len(err.splitlines())) == (1, "", 1)


def test_a_folder_is_added_file_by_file(run: Run, vision: str, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    for number in range(2):
        (folder / f"{number}.txt").write_text(f"Stuk {number}.")
    (folder / "foto.jpg").write_bytes(b"")
    code, out, _ = run("toevoegen", str(folder))
    assert (code, len(out.splitlines())) == (0, 2)
    (folder / "leeg").mkdir()
    code, _, err = run("toevoegen", str(folder / "leeg"))
    assert code == 1
    assert "staat geen document dat de assistent kan lezen" in err


def test_who_says_what_a_file_is_is_believed(run: Run, vision: str, handreiking: str) -> None:
    assert "als origineel van 'norm'" in run("toevoegen", vision, "--bron", "norm")[1]
    assert "als uw eigen document" in run("toevoegen", handreiking, "--eigen")[1]
    code, _, err = run("toevoegen", vision, "--bron", "bestaat-niet")
    assert (code, "De bron 'bestaat-niet' bestaat niet" in err) == (1, True)


def test_a_removed_document_is_named_and_gone(run: Run, vision: str, tmp_path: Path) -> None:
    run("toevoegen", vision)
    code, out, _ = run("verwijder", "eigen-regiovisie-meerland")
    assert code == 0
    assert "'eigen-regiovisie-meerland' is verwijderd: Regiovisie Meerland." in out
    assert Library(tmp_path / "originelen").entries() == ()
    code, _, err = run("verwijder", "eigen-regiovisie-meerland")
    assert code == 1
    assert err.startswith("Er is geen document 'eigen-regiovisie-meerland'.")


@pytest.mark.parametrize(
    "arguments", [("weg",), ("toevoegen",), ("verwijder",), ("toevoegen", "a", "--bron", "norm", "--eigen")]
)
def test_wrong_usage_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2


def test_another_folder_can_be_told(run: Run, vision: str, tmp_path: Path) -> None:
    run("toevoegen", vision, "--map", str(tmp_path / "elders"))
    assert [entry.file_name for entry in Library(tmp_path / "elders").entries()] == ["visie.md"]
