"""What `deploy/` ships: units that systemd takes, an image with everything in it, a compose file that fits together."""

from __future__ import annotations

import fnmatch
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from updates.health import STALLED_AFTER

ROOT = Path(__file__).parents[2]
UNITS = sorted((ROOT / "deploy" / "systemd").glob("*.service"))
_EXPOSURE = 2.0
"""Of 10, by `systemd-analyze security`; a unit without any hardening has 9.6."""


def analyze(*arguments: str | Path) -> str:
    program = shutil.which("systemd-analyze")
    if program is None:
        pytest.skip("systemd-analyze is not installed")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, timeout=60, check=False)
    return done.stdout + done.stderr


@pytest.fixture(params=UNITS, ids=lambda unit: unit.name)
def unit(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A unit as it is installed, but with a program that exists here."""
    assert isinstance(request.param, Path)
    copy = tmp_path / request.param.name
    copy.write_text(request.param.read_text().replace("/opt/mailbot/.venv/bin/python", sys.executable))
    return copy


def test_systemd_takes_the_unit_without_a_complaint(unit: Path) -> None:
    said = analyze("verify", "--man=no", unit)
    assert [line for line in said.splitlines() if "mailbot" in line and "postgresql" not in line] == []


def test_the_unit_has_few_rights(unit: Path) -> None:
    said = analyze("security", "--offline=yes", unit)
    exposure = re.search(r"exposure level for \S+: ([\d.]+)", said)
    assert exposure is not None, said
    assert float(exposure[1]) <= _EXPOSURE


def settings(unit: Path) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in unit.read_text().splitlines():
        name, equals, value = line.partition("=")
        if equals and not line.startswith("#"):
            found.setdefault(name, []).append(value)
    return found


@pytest.mark.parametrize("name", ["mailbot.service", "mailbot-worker@.service"])
def test_units_start_again_but_not_with_a_wrong_configuration(name: str) -> None:
    found = settings(ROOT / "deploy" / "systemd" / name)
    assert (found["Type"], found["Restart"], found["RestartPreventExitStatus"]) == (["notify"], ["always"], ["78"])
    assert int(found["TimeoutStopSec"][0]) > 5, "the bot needs up to five seconds to stop"
    assert int(found["WatchdogSec"][0]) > 3 * 20, "it says every 20 seconds that it is well; one time may come late"


def test_each_worker_has_the_port_of_its_name_whatever_stands_in_the_environment_file() -> None:
    """What EnvironmentFile= names wins over Environment= (systemd.exec(5)); what the command itself sets wins over both."""
    found = settings(ROOT / "deploy" / "systemd" / "mailbot-worker@.service")
    assert found["ExecStart"] == ["/usr/bin/env PORT=%i /opt/mailbot/.venv/bin/python bot.py webhook"]
    assert not [value for value in found["Environment"] if "PORT" in value]


def test_the_page_says_after_how_long_without_an_answered_poll_systemd_starts_the_bot_again() -> None:
    watchdog = int(settings(ROOT / "deploy" / "systemd" / "mailbot.service")["WatchdogSec"][0])
    # The bot says that it is well until the poll is too old; only then systemd begins to count.
    assert STALLED_AFTER + watchdog == 3.5 * 60
    assert "not answered a poll for about three and a half minutes" in " ".join((ROOT / "docs" / "deploy.md").read_text().split())


def taken_into_the_image() -> list[Path]:
    """Give what `COPY . .` takes, by `.dockerignore`, whose later lines win."""
    rules = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and not line.startswith("#")]
    tops = [top for top in ROOT.iterdir() if top.is_file() or not top.name.startswith(".")]
    files = [file for top in tops for file in (top.rglob("*") if top.is_dir() else [top]) if file.is_file()]
    taken = []
    for file in (str(file.relative_to(ROOT)) for file in files):
        is_out = False
        for rule in rules:
            pattern = rule.removeprefix("!")
            parts = [file, *map(str, Path(file).parents)]
            if any(fnmatch.fnmatch(part, pattern) or fnmatch.fnmatch(f"x/{part}", pattern) for part in parts):
                is_out = not rule.startswith("!")
        if not is_out:
            taken.append(Path(file))
    return taken


def test_the_image_has_what_the_bot_needs_and_no_secret(tmp_path: Path) -> None:
    taken = taken_into_the_image()
    for file in taken:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / file, tmp_path / file)
    assert {path.name for path in tmp_path.iterdir()} >= {"bot.py", "requirements.txt", "content"}
    assert not (tmp_path / "tests").exists()
    assert not [file for file in taken if file.name.startswith(".env") or "data" in file.parts[:1]]
    cache = tmp_path / "a volume" / "cache"
    environment = {"PATH": os.environ["PATH"], "OPENBLAS_NUM_THREADS": "1", "CACHE_DIRECTORY": str(cache)}
    done = subprocess.run(
        [sys.executable, "bot.py", "ask", "welcher port für imap?"],
        cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert "993" in done.stdout, done.stderr
    assert list(cache.glob("prepared-*.kept")), "learned while the image is built"
    assert not (tmp_path / "data").exists(), "nothing is written beside the code"


def test_the_image_runs_without_rights_and_hears_signals() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    assert sum(line.startswith("FROM ") for line in lines) == 2
    assert any("--require-hashes" in line for line in lines)
    assert [line for line in lines if line.startswith("USER ")] == ["USER bot"]
    assert [line for line in lines if line.startswith("CMD ")] == ['CMD ["python", "bot.py"]']
    assert not any(re.match(r"(?:ARG|ENV).*(?:TOKEN|SECRET)", line) for line in lines)


def test_the_image_keeps_what_it_learned_where_it_may_write() -> None:
    lines = (ROOT / "Dockerfile").read_text().splitlines()
    stages = [number for number, line in enumerate(lines) if line.startswith("FROM ")]
    build, final = lines[: stages[1]], lines[stages[1] :]
    variables = [dict(re.findall(r"([A-Z_]+)=(\S+)", "\n".join(line for line in part if line.startswith("ENV "))))
                 for part in (build, final)]  # fmt: skip
    assert variables[0]["CACHE_DIRECTORY"] == variables[1]["CACHE_DIRECTORY"] == "/data/cache"
    owned, volume = final.index("COPY --from=build --chown=bot /data /data"), final.index("VOLUME /data")
    assert owned < volume, "what is changed below a volume after it was declared is lost"
    composed = yaml.safe_load((ROOT / "deploy" / "compose" / "compose.yaml").read_text())
    for name in ("worker1", "worker2"):
        kept = [volume.split(":") for volume in composed["services"][name]["volumes"]]
        assert [(name in composed["volumes"], place) for name, place in kept] == [(True, "/data/cache")]


def test_the_compose_file_fits_together() -> None:
    folder = ROOT / "deploy" / "compose"
    composed = yaml.safe_load((folder / "compose.yaml").read_text())
    services = composed["services"]
    nginx = (folder / "nginx.conf").read_text()
    servers = re.findall(r"server (\w+):(\d+) max_fails=0 resolve;", nginx)
    assert servers == [("worker1", "8080"), ("worker2", "8080")]
    # What `resolve` needs: names to ask, memory that nginx's processes share, and nginx 1.27.3 (ngx_http_upstream_module).
    assert "resolver 127.0.0.11 " in nginx
    assert "zone mailbot " in nginx
    version = services["nginx"]["image"].partition(":")[2]
    assert tuple(map(int, version.split("."))) >= (1, 28)
    for name in ("worker1", "worker2"):
        worker = services[name]
        assert worker["command"] == ["python", "bot.py", "webhook"]
        assert worker["read_only"]
        assert worker["cap_drop"] == ["ALL"]
        assert worker["environment"]["DATABASE_URL"].endswith("@postgres:5432/mailbot?sslmode=disable")
        assert (folder / worker["build"]).resolve() == ROOT
    assert services["set-webhook"]["command"] == ["python", "bot.py", "set-webhook", "--workers", "2"]
    for volume in services["nginx"]["volumes"][:2]:
        assert (folder / volume.split(":")[0]).is_file()
    assert composed["networks"]["inside"]["internal"]


def test_what_the_page_says_for_fly_fits_the_image() -> None:
    (part,) = re.findall(r"```toml\n(.*?)```", (ROOT / "docs" / "deploy.md").read_text(), re.DOTALL)
    told = tomllib.loads(part)
    assert told["processes"] == {"bot": "python bot.py"}
    image = (ROOT / "Dockerfile").read_text()
    assert f"PORT={told['checks']['health']['port']}" in image
    assert "mounts" not in told, "a volume is root's there, and the image's user is not"


def test_the_procfile_starts_one_worker_and_no_web() -> None:
    assert (ROOT / "Procfile").read_text() == "worker: python bot.py\n"


def test_cleaning_up_leaves_the_store(tmp_path: Path) -> None:
    program = shutil.which("make")
    if program is None:
        pytest.skip("make is not installed")
    shutil.copy(ROOT / "Makefile", tmp_path)
    stays = {"Makefile", "bot.db", "bot.db-wal", "bot.db.broken-20260102-030405"}
    for name in (*stays - {"Makefile"}, "prepared-1.kept", "topics-1.npz", "typed/topics-1.npz"):
        file = tmp_path / "data" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    subprocess.run([program, "-C", tmp_path, "clean"], check=True, capture_output=True, timeout=60)
    assert {file.name for file in tmp_path.rglob("*") if file.is_file()} == stays
