"""What the documents print can be typed as it stands, and says all there is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from assistant.content_check import check_content
from bot import WAYS

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
_WITH_PYTHON_ON_THE_PATH = ("worker: ", "web: ", "release: ", 'bot = "', "docker exec")
"""Heroku, Dokku, Fly and the image bring it along; a Debian with `python3` and a `.venv` does not."""


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def settings() -> set[str]:
    """Give what the bot reads of its environment."""
    read = re.findall(r"""get\("([A-Z_]+)\"""", page("handlers/environment.py") + page("handlers/environment_files.py"))
    return {*read, *re.findall(r"""environ\.get\("([A-Z_]+)\"""", page("ways/common.py"))} - {"CREDENTIALS_DIRECTORY"}


def test_all_settings_stand_in_the_table() -> None:
    assert {"BOT_TOKEN", "COLLECT_GAPS", "CACHE_DIRECTORY", "ENV_FILE"} <= settings()
    told = set(re.findall("[A-Z_]{4,}", page("docs/deploy.md").partition("## Settings")[2].partition("\n## ")[0]))
    assert settings() - told == set()


def test_what_may_stand_in_the_env_file_beside_the_compose_file_gets_to_the_bot() -> None:
    composed = yaml.safe_load(page("deploy/compose/compose.yaml"))
    passed = composed["services"]["worker1"]["environment"]
    (told,) = re.findall(r"Beside it put `\.env`(.*?)certificates", page("docs/deploy.md"), re.DOTALL)
    names = set(re.findall("`([A-Z_]+)`", told))
    assert {"BOT_TOKEN", "MAINTAINERS", "ALLOWED_GROUPS", "COLLECT_GAPS"} <= names
    used = "".join(passed.values())
    assert {name for name in names if f"${{{name}:" not in used} == set()


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_commands_can_be_typed_as_they_are_printed(file: Path) -> None:
    for line in file.read_text("utf-8").splitlines():
        for found in re.finditer(r"(?P<before>[^`]*?)(?P<program>[./a-z]*python) bot\.py ?(?P<way>[a-z-]*)", line):
            has_python = any(word in found["before"] for word in _WITH_PYTHON_ON_THE_PATH)
            assert has_python or found["program"] == ".venv/bin/python", line
            assert found["way"] in {"", *WAYS}, line


def test_the_topic_on_the_webmasters_page_is_taken_without_a_word_of_advice(tmp_path: Path) -> None:
    (example,) = re.findall(r"```yaml\n([^`]*?^topic: .*?)```", page("docs/webmaster.de.md"), re.DOTALL | re.MULTILINE)
    name = yaml.safe_load(example)["topic"]
    assert f"`content/topics/{name}.yaml`" in page("docs/webmaster.de.md")
    content = shutil.copytree(ROOT / "content", tmp_path / "content")
    (content / "topics" / f"{name}.yaml").write_text(example, "utf-8")
    assert [str(mistake) for mistake in check_content(content).mistakes] == []


@pytest.mark.parametrize("file", PAGES, ids=lambda file: file.name)
def test_what_the_documents_point_to_is_there(file: Path) -> None:
    text = file.read_text("utf-8")
    links = [link.partition("#")[0] for link in re.findall(r"\]\(([^)\s]+)\)", text) if "://" not in link]
    assert [link for link in links if link and not (file.parent / link).exists()] == []
    made = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`(?:[A-Z_]+=\S+ )?make ([a-z]+)", text)) - made == set()
