"""The environment: what is taken, and the one sentence about what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from handlers.environment import WrongEnvironmentError, read_environment

if TYPE_CHECKING:
    from pathlib import Path

TOKEN = "123456789:" + "A" * 35


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    return tmp_path


def test_defaults_and_the_file(folder: Path) -> None:
    (folder / ".env").write_text(f"BOT_TOKEN={TOKEN}\nLOG_LEVEL=debug\n")
    (folder / ".env").chmod(0o600)
    environment = read_environment(folder, {"PORT": "8443", "MAINTAINERS": "1, 2"})
    assert environment.token == TOKEN
    assert (environment.api_url, environment.port) == ("https://api.telegram.org", 8443)
    assert (environment.log_level, environment.maintainers) == ("DEBUG", frozenset({1, 2}))
    assert TOKEN not in repr(environment)


@pytest.mark.parametrize(
    "wrong",
    [
        {"BOT_TOKEN": "secret"},
        {"BOT_API_URL": "api.telegram.org"},
        {"BOT_API_URL": "http://[::1"},
        {"BOT_API_URL": "http://127.0.0.1:80800"},
        {"WEBHOOK_URL": "https://bot.example.org:abc"},
        {"WEBHOOK_URL": "https://bot.example.org:0"},
        {"WEBHOOK_URL": "https://bot.example.org/ä"},
        {"WEBHOOK_URL": "https://bot.example.org/my hook"},
        {"WEBHOOK_URL": "https://bot.example.org/hook#part"},
        {"DATABASE_URL": "mysql://x"},
        {"DATABASE_URL": "sqlite:///data/"},
        {"DATABASE_URL": "postgres://bot:hush@server"},
        {"DATABASE_URL": "postgres://bot:hush@server:x/bot"},
        {"CONTENT_DIR": "nowhere"},
        {"PORT": "0"},
        {"PORT": "٣"},
        {"WEBHOOK_SECRET": "a b c d e f g h i"},
        {"WEBHOOK_SECRET": "short"},
        {"MAINTAINERS": "anna"},
        {"ALLOWED_GROUPS": "chor"},
        {"LOG_LEVEL": "loud"},
        {"COLLECT_GAPS": "maybe"},
        {"METRICS": "maybe"},
        {"LOG_FORMAT": "xml"},
        {"ENV_FILE": "/nowhere/of-that-name"},
    ],
)
def test_a_wrong_variable_is_named_in_one_sentence(folder: Path, wrong: dict[str, str]) -> None:
    with pytest.raises(WrongEnvironmentError) as caught:
        read_environment(folder, {"X": "y", **wrong})
    name, value = next(iter(wrong.items()))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)
    assert name != "BOT_TOKEN" or value not in str(caught.value)
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("named", "opened"),
    [
        ("", "sqlite:///{folder}/data/bot.db"),
        ("sqlite:///store/bot.db", "sqlite:///{folder}/store/bot.db"),
        ("sqlite:////var/lib/bot.db", "sqlite:////var/lib/bot.db"),
        ("sqlite:///:memory:", "sqlite:///:memory:"),
        ("postgres://bot@server/bot", "postgres://bot@server/bot"),
    ],
)
def test_the_store_lies_where_the_rest_does_wherever_the_bot_is_started(folder: Path, named: str, opened: str) -> None:
    assert read_environment(folder, {"X": "y", "DATABASE_URL": named}).database_url == opened.format(folder=folder)


def said_of(folder: Path, **wrong: str) -> str:
    """What the operator is told."""
    with pytest.raises(WrongEnvironmentError) as caught:
        read_environment(folder, {"X": "y", **wrong})
    return str(caught.value)


@pytest.mark.parametrize(
    ("name", "value", "example"),
    [
        ("BOT_API_URL", "api.telegram.org", "https://api.telegram.org."),
        ("WEBHOOK_URL", "bot.example.org", "https://bot.example.org."),
        ("WEBHOOK_URL", "ftp://bot.example.org", "https://bot.example.org."),
        ("WEBHOOK_URL", "http://[::1", "https://bot.example.org."),
        ("ALLOWED_GROUPS", "Chor", "-1001234567890,-1009876543210."),
        ("MAINTAINERS", "@paul", "123456,654321."),
    ],
)
def test_an_example_is_one_that_could_stand_there(folder: Path, name: str, value: str, example: str) -> None:
    assert said_of(folder, **{name: value}).endswith(f"such as {example}")
    assert read_environment(folder, {name: example.removesuffix(".")})


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://bot.example.org/hook/#x", "before the `#`"),
        ("https://bot.example.org?x=1", "before the `?`"),
        ("https://bücher.example.org", "xn--"),
        ("https://bot.example.org/my hook", "as it is sent"),
        ("https://bot.example.org:99999", "ports are numbers from 1 to 65535"),
    ],
)
def test_what_is_wrong_with_an_address_is_what_is_told(folder: Path, address: str, fault: str) -> None:
    assert fault in said_of(folder, WEBHOOK_URL=address)


def test_a_groups_id_that_lost_its_minus_would_have_the_bot_leave_all_groups(folder: Path) -> None:
    assert "is -100123 meant?" in said_of(folder, ALLOWED_GROUPS="-77, 100123")
    assert read_environment(folder, {"ALLOWED_GROUPS": "-77, -100123,"}).groups == {-77, -100123}


def test_a_group_is_no_maintainer(folder: Path) -> None:
    assert "ALLOWED_GROUPS" in said_of(folder, MAINTAINERS="5, -100123")


@pytest.mark.parametrize("name", ["MAINTAINERS", "ALLOWED_GROUPS"])
@pytest.mark.parametrize("ids", ["1 2", "1;2", "1_000", "٣", "+5", "-", "1.5"])
def test_ids_are_never_guessed_from_something_like_them(folder: Path, name: str, ids: str) -> None:
    assert said_of(folder, **{name: ids}).startswith(f"{name} must be the ids of ")


@pytest.mark.parametrize("name", ["BOT_TOKEN", "WEBHOOK_SECRET", "WEBHOOK_URL", "DATABASE_URL", "PORT", "ALLOWED_GROUPS"])
@pytest.mark.parametrize("quoted", ['"{}"', "'{}'", "„{}“", "“{}”"])
def test_quotation_marks_that_nobody_took_away_are_told(folder: Path, name: str, quoted: str) -> None:
    said = said_of(folder, **{name: quoted.format("hush")})
    assert said == f"{name} stands in quotation marks: write it without them."


def test_quotation_marks_in_the_file_are_the_files_own(folder: Path) -> None:
    (folder / ".env").write_text(f"BOT_TOKEN=\"{TOKEN}\"\nALLOWED_GROUPS='-77'\n")
    (folder / ".env").chmod(0o600)
    environment = read_environment(folder, {"X": "y"})
    assert (environment.token, environment.groups) == (TOKEN, frozenset({-77}))


@pytest.mark.parametrize(
    ("said", "is_on"), [("1", True), ("yes", True), ("True", True), ("on", True), ("0", False), ("NO", False), ("false", False)]
)
def test_every_switch_is_switched_alike(folder: Path, said: str, is_on: bool) -> None:
    environment = read_environment(folder, {"COLLECT_GAPS": said, "METRICS": said})
    assert (environment.collect_gaps, environment.has_metrics) == (is_on, is_on)


@pytest.mark.parametrize("name", ["BOT_API_URL", "WEBHOOK_URL"])
def test_an_address_with_a_password_is_refused_and_the_password_not_repeated(tmp_path: Path, name: str) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(WrongEnvironmentError, match="must have no name and password before the host") as caught:
        read_environment(tmp_path, {"BOT_TOKEN": "1234567:" + "a" * 35, name: "https://user:pw123@api.example.org"})
    assert "pw123" not in str(caught.value)
