"""What the operator keeps in files: `.env`, and secrets in files of their own."""

from __future__ import annotations

import io
import logging
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECRETS = frozenset({"BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"})
"""What may also stand in files of its own."""


class WrongEnvironmentError(ValueError):
    """A variable is missing or wrong; the text is one sentence for the operator and never contains a secret."""


def env_file(folder: Path, variables: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Read `.env`, or the file that ENV_FILE names; one with secrets that is not for the bot alone is refused.

    Returns:
        What is set there, and what most likely should be and is not, a sentence each.
    """
    named = variables.get("ENV_FILE", "")
    file = Path(named or folder / ".env")
    mode = _mode(file)
    if named and (not mode or stat.S_ISDIR(mode)):
        raise WrongEnvironmentError(f"ENV_FILE must name a file; there is no {named}.")
    if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
        return {}, ()
    # A good half of a megabyte that a bot without such a file never needs.
    from dotenv import dotenv_values  # noqa: PLC0415

    from handlers.environment_slips import slips  # noqa: PLC0415

    logging.getLogger("dotenv.main").setLevel(logging.ERROR)  # a line that it cannot read is told by us, with what is meant
    try:
        text = file.read_text(encoding="utf-8")  # once: of a pipe nothing is left for a second time
    except UnicodeDecodeError:
        raise WrongEnvironmentError(f"The file {file.name} is not UTF-8: save it with the encoding UTF-8.") from None
    except OSError as error:
        raise _unread(file, error) from None
    values = {key: value for key, value in dotenv_values(stream=io.StringIO(text)).items() if value}
    if _SECRETS.intersection(values) and os.name == "posix":
        _require_private(file, named or file.name)
    return values, tuple(slips(text, file.name, {*values, *variables}))


def _mode(file: Path) -> int:
    """Give what a file is (stat(2), st_mode); 0 where there is none."""
    try:
        return file.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError as error:  # such as a folder that the bot may not look into
        raise _unread(file, error) from None


def _unread(file: Path, error: OSError) -> WrongEnvironmentError:
    return WrongEnvironmentError(f"The file {file.name} cannot be read ({type(error).__name__}).")


def _require_private(file: Path, name: str) -> None:
    """See that a file is for the bot alone; where it belongs to somebody else, its group is how the bot comes to read it."""
    state = file.stat()
    mode = 0o600 if state.st_uid == os.geteuid() else 0o640
    others = stat.S_IRGRP | stat.S_IWGRP | stat.S_IROTH | stat.S_IWOTH
    if state.st_mode & others & ~mode:
        told = f"The file {file.name} holds secrets and others on this machine can read or change it"
        raise WrongEnvironmentError(f"{told}: run `chmod {mode:o} {name}`.")


def credentials(variables: Mapping[str, str]) -> dict[str, str]:
    """Read secrets from files: those of systemd's LoadCredential= (systemd.exec(5)), and those that NAME_FILE names.

    Who else may read them is up to whoever hands them over: Docker's are there for everybody in the container.
    """
    folder = variables.get("CREDENTIALS_DIRECTORY", "")
    files = {name: Path(folder) / name.lower() for name in _SECRETS} if folder else {}
    found = {name: file for name, file in files.items() if stat.S_ISREG(_mode(file))}
    found |= {name: Path(variables[f"{name}_FILE"]) for name in _SECRETS if variables.get(f"{name}_FILE")}
    return {name: _read_secret(name, file) for name, file in found.items()}


def _read_secret(name: str, file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongEnvironmentError(f"{name} cannot be read from the file {file} ({type(error).__name__}).") from None
