"""Secrets in files: `.env` only for the owner's eyes, and the files that systemd and Docker hand over."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from handlers.environment import WrongEnvironmentError, read_environment
from handlers.environment_slips import READ

ROOT = Path(__file__).parents[2]
TOKEN = "123456789:" + "A" * 35


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path


def write(file: Path, text: str, mode: int = 0o600) -> Path:
    file.write_text(text)
    file.chmod(mode)
    return file


@pytest.mark.parametrize("mode", [0o604, 0o644, 0o602, 0o640, 0o620, 0o660])
def test_an_env_file_others_can_read_is_refused(folder: Path, mode: int) -> None:
    write(folder / ".env", f"BOT_TOKEN={TOKEN}\n", mode)
    with pytest.raises(WrongEnvironmentError, match=r"run `chmod 600 \.env`\.$") as caught:
        read_environment(folder, {"X": "y"})
    assert TOKEN not in str(caught.value)
    (folder / ".env").chmod(0o600)
    assert read_environment(folder, {"X": "y"}).token == TOKEN


def test_an_env_file_of_another_account_may_be_read_by_the_bots_group(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(folder / ".env", f"BOT_TOKEN={TOKEN}\n", 0o640)
    monkeypatch.setattr(os, "geteuid", lambda: file.stat().st_uid + 1)
    assert read_environment(folder, {"X": "y"}).token == TOKEN
    for mode in (0o644, 0o660):
        file.chmod(mode)
        with pytest.raises(WrongEnvironmentError, match=r"run `chmod 640 \.env`\.$"):
            read_environment(folder, {"X": "y"})


def test_who_may_read_secrets_that_are_handed_over_is_not_looked_at(folder: Path) -> None:
    secret = write(folder / "bot_token", f"{TOKEN}\n", 0o444)  # as Docker mounts them
    assert read_environment(folder, {"BOT_TOKEN_FILE": str(secret)}).token == TOKEN


def test_an_env_file_of_an_editor_that_knows_no_utf8_is_told_in_one_sentence(folder: Path) -> None:
    (folder / ".env").write_bytes(f"BOT_TOKEN={TOKEN}\n".encode("utf-16"))
    with pytest.raises(WrongEnvironmentError, match=r"^The file \.env is not UTF-8: save it with the encoding UTF-8\.$"):
        read_environment(folder, {"X": "y"})


def test_an_env_file_without_secrets_may_be_read_by_anybody(folder: Path) -> None:
    write(folder / ".env", "LOG_LEVEL=debug\n", 0o644)
    assert read_environment(folder, {"X": "y"}).log_level == "DEBUG"


def test_an_env_file_may_name_the_files_of_the_secrets(folder: Path) -> None:
    write(folder / "token", f"{TOKEN}\n")
    write(folder / "database", "sqlite:///from-a-file.db\n")
    write(folder / ".env", f"BOT_TOKEN_FILE={folder}/token\nDATABASE_URL_FILE={folder}/database\n")
    environment = read_environment(folder, {"X": "y"})
    assert (environment.token, environment.database_url) == (TOKEN, f"sqlite:///{folder}/from-a-file.db")
    (handed := folder / "handed").mkdir()
    write(handed / "database_url", "sqlite:///handed-over.db")
    environment = read_environment(folder, {"CREDENTIALS_DIRECTORY": str(handed)})
    assert environment.database_url == f"sqlite:///{folder}/handed-over.db"
    write(folder / "own", f"BOT_TOKEN_FILE={folder}/token\n")
    assert read_environment(folder, {"ENV_FILE": str(folder / "own")}).token == TOKEN


def test_secrets_come_from_files_too(folder: Path) -> None:
    handed = folder / "handed"
    handed.mkdir()
    write(handed / "bot_token", f"{TOKEN}\n")
    write(handed / "webhook_secret", "from-systemd-0123456789\n")
    own = write(folder / "secret", "from-docker-0123456789\n")
    given = {"CREDENTIALS_DIRECTORY": str(handed)}
    environment = read_environment(folder, given)
    assert (environment.token, environment.webhook_secret) == (TOKEN, "from-systemd-0123456789")
    assert read_environment(folder, {**given, "WEBHOOK_SECRET_FILE": str(own)}).webhook_secret == "from-docker-0123456789"
    assert (
        read_environment(folder, {**given, "WEBHOOK_SECRET": "said-0123456789abcdef"}).webhook_secret == "said-0123456789abcdef"
    )


def test_a_file_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(WrongEnvironmentError, match=r"BOT_TOKEN cannot be read from the file .*gone"):
        read_environment(folder, {"BOT_TOKEN_FILE": str(folder / "gone")})


@pytest.mark.parametrize(
    ("variable", "told"),
    [
        ("ENV_FILE", r"The file bot_token cannot be read \(PermissionError\)\.$"),
        ("CREDENTIALS_DIRECTORY", r"The file \w+ cannot be read \(PermissionError\)\.$"),
        ("CONTENT_DIR", r"there is no folder /.*/locked, or the bot may not look where it lies\.$"),
    ],
)
def test_what_lies_where_the_bot_may_not_look_is_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch, variable: str, told: str
) -> None:
    locked = folder / "locked"
    look = os.stat

    def refused(path: str | Path, **more: Any) -> os.stat_result:
        if str(path).startswith(str(locked)):
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return look(path, **more)

    monkeypatch.setattr(os, "stat", refused)
    value = {"ENV_FILE": locked / "bot_token"}.get(variable, locked)
    with pytest.raises(WrongEnvironmentError, match=told):
        read_environment(folder, {variable: str(value)})


def test_a_folder_is_no_file_of_settings(folder: Path) -> None:
    with pytest.raises(WrongEnvironmentError, match=r"ENV_FILE must name a file; there is no "):
        read_environment(folder, {"ENV_FILE": str(folder)})


def test_another_file_than_env_can_be_named_but_it_must_be_there(folder: Path) -> None:
    write(folder / ".env", "LOG_LEVEL=DEBUG\n")
    other = write(folder / "second bot", "LOG_LEVEL=ERROR\n")
    assert read_environment(folder, {"ENV_FILE": str(other)}).log_level == "ERROR"
    assert read_environment(folder, {"ENV_FILE": os.devnull}).log_level == "INFO"
    with pytest.raises(WrongEnvironmentError, match=r"ENV_FILE must name a file; there is no /.*/gone\.$"):
        read_environment(folder, {"ENV_FILE": str(folder / "gone")})
    write(other, f"BOT_TOKEN={TOKEN}\n", 0o644)
    with pytest.raises(WrongEnvironmentError, match=r"The file second bot holds secrets .*: run `chmod 600 /.*/second bot`\.$"):
        read_environment(folder, {"ENV_FILE": str(other)})


def test_an_environment_without_anything_is_not_the_processs_own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORT", "8123")
    assert read_environment(folder).port == 8123
    assert read_environment(folder, {}).port == 0


@pytest.mark.parametrize(
    ("written", "told"),
    [
        (TOKEN, "line 1: this looks like a token without its name; write BOT_TOKEN=…"),
        (f"# mine\n\nbot_token={TOKEN}", "line 3: bot_token is not known; is BOT_TOKEN meant?"),
        (f"BOT_TOKNE={TOKEN}", "line 1: BOT_TOKNE is not known; is BOT_TOKEN meant?"),
        (f"BOT_TOKEN: {TOKEN}", "line 1: between name and value stands `=`; write BOT_TOKEN=…"),
        (f"BOT_TOKEN:{TOKEN}", "line 1: between name and value stands `=`; write BOT_TOKEN=…"),
        ("PORT=8000\nexport MAINTANERS=12", "line 2: MAINTANERS is not known; is MAINTAINERS meant?"),
        ("PORT=8000\n\nmy token here", "line 3 is left out: it is not NAME=value."),
    ],
)
def test_a_slip_is_told_without_the_value(folder: Path, written: str, told: str) -> None:
    (folder / ".env").write_text(f"{written}\n")
    (folder / ".env").chmod(0o600)
    (slip,) = read_environment(folder, {}).slips
    assert slip == f".env, {told}"


@pytest.mark.parametrize(
    "written", ["MAINTAINERS=12\nMAINTANERS=13", "POSTGRES_USER=bot\nDATABASE_NAME=bot", "BOT_TOKEN=", "# PROT=1"]
)
def test_what_may_be_meant_for_others_is_no_slip(folder: Path, written: str) -> None:
    (folder / ".env").write_text(f"{written}\n")
    assert not read_environment(folder, {}).slips


def test_what_is_read_is_known_to_those_who_look_for_slips() -> None:
    read = set(re.findall(r'get\("([A-Z_]+)"', (ROOT / "handlers" / "environment.py").read_text("utf-8")))
    assert {name for name in READ if not name.endswith("_FILE")} == read


def test_figures_only_on_request(folder: Path) -> None:
    assert not read_environment(folder, {"X": "y"}).has_metrics
    assert read_environment(folder, {"METRICS": "yes"}).has_metrics
    with pytest.raises(WrongEnvironmentError, match="METRICS must be 1"):
        read_environment(folder, {"METRICS": "maybe"})


def test_every_setting_can_be_given_in_a_shell() -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("bash is not installed")
    tables = "".join(file.read_text("utf-8") for file in (ROOT / "README.md", ROOT / "docs" / "deploy.md"))
    names = {name for cell in re.findall(r"^\| (`[A-Z].*?) \|", tables, re.MULTILINE) for name in re.findall("[A-Z_]+", cell)}
    assert {"BOT_TOKEN", "ALLOWED_GROUPS"} <= names
    assigned = " ".join(f"{name}=7" for name in sorted(names))
    seen = subprocess.run([bash, "-c", f"{assigned} env"], capture_output=True, text=True, timeout=60, check=True).stdout
    assert {name for name in names if f"{name}=7" not in seen.splitlines()} == set(), "bash keeps some names for itself"
