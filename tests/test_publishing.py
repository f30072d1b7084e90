"""What is needed to publish and to run it elsewhere: `publiccode.yml` and the container."""

import re
import tomllib
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
CONTAINER = (ROOT / "Containerfile").read_text(encoding="utf-8")


def test_publiccode_has_what_the_standard_asks() -> None:
    code = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {"publiccodeYmlVersion", "name", "url", "releaseDate", "platforms", "categories"} <= set(code)
    assert code["publiccodeYmlVersion"] == "0.4"
    assert code["softwareVersion"] == project["version"]
    assert code["legal"]["license"] == project["license"]
    assert code["developmentStatus"] in ("concept", "development", "beta", "stable", "obsolete")
    assert code["softwareType"] == "standalone/web"
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", code["releaseDate"])
    assert code["maintenance"]["type"] in ("internal", "community")
    assert all(contact["name"] for contact in code["maintenance"]["contacts"])
    assert code["localisation"] == {"localisationReady": False, "availableLanguages": ["nl"]}
    dutch = code["description"]["nl"]
    assert len(dutch["genericName"]) <= 35
    assert len(dutch["shortDescription"]) <= 150
    assert 500 <= len(dutch["longDescription"]) <= 10_000
    assert all(len(feature) <= 100 for feature in dutch["features"])


def test_the_container_has_the_locked_torch_and_everything_that_is_imported() -> None:
    locked = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    (torch,) = (line for line in locked if line.startswith("torch=="))
    assert f"pip install {torch} " in CONTAINER
    copied = {name for line in re.findall(r"^COPY (.+) \S+$", CONTAINER, re.MULTILINE) for name in line.split()}
    assert copied == {"app.py", "assistant", "corpus", "index", "requirements.lock", "requirements-mcp.lock"}
    let_in = re.findall(r"^!(.+)$", (ROOT / ".containerignore").read_text(encoding="utf-8"), re.MULTILINE)
    assert set(let_in) == copied
    assert all((ROOT / name).exists() for name in copied)


def test_the_container_does_not_run_as_root_and_says_whether_it_is_well() -> None:
    steps = re.findall(r"^([A-Z]+) (.+)$", CONTAINER, re.MULTILINE)
    names = [name for name, _ in steps]
    assert names.index("USER") < names.index("ENTRYPOINT")
    assert dict(steps)["USER"] == "regiovisie"
    assert "/gezond" in CONTAINER[CONTAINER.index("HEALTHCHECK") :]
