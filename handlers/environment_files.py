"""What the operator keeps in files: `.env`, and secrets in files of their own."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from dotenv import dotenv_values

if TYPE_CHECKING:
    from collections.abc import Mapping

_SECRETS = frozenset({"BOT_TOKEN", "WEBHOOK_SECRET", "DATABASE_URL"})
"""What may also stand in files of its own."""


class WrongEnvironmentError(ValueError):
    """A variable is missing or wrong; the text is one sentence for the operator and never contains a secret."""


def env_file(folder: Path, variables: Mapping[str, str]) -> dict[str, str]:
    """Read `.env`, or the file that ENV_FILE names; one with secrets that others on this machine can read is refused."""
    named = variables.get("ENV_FILE", "")
    file = Path(named or folder / ".env")
    if named and not file.exists():
        raise WrongEnvironmentError("ENV_FILE must name a file; there is none of that name.")
    try:
        values = {key: value for key, value in dotenv_values(file).items() if value}
    except UnicodeDecodeError:
        raise WrongEnvironmentError(f"The file {file.name} is not UTF-8: save it with the encoding UTF-8.") from None
    except OSError as error:
        raise WrongEnvironmentError(f"The file {file.name} cannot be read ({type(error).__name__}).") from None
    if _SECRETS.intersection(values) and os.name == "posix" and file.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
        raise WrongEnvironmentError(
            f"The file {file.name} holds secrets and others on this machine can read it: run `chmod 600 {named or file.name}`."
        )
    return values


def credentials(variables: Mapping[str, str]) -> dict[str, str]:
    """Read secrets from files: those of systemd's LoadCredential= (systemd.exec(5)), and those that NAME_FILE names."""
    folder = variables.get("CREDENTIALS_DIRECTORY", "")
    files = {name: Path(folder) / name.lower() for name in _SECRETS} if folder else {}
    found = {name: file for name, file in files.items() if file.is_file()}
    found |= {name: Path(variables[f"{name}_FILE"]) for name in _SECRETS if variables.get(f"{name}_FILE")}
    return {name: _read_secret(name, file) for name, file in found.items()}


def _read_secret(name: str, file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongEnvironmentError(f"{name} cannot be read from the file {file} ({type(error).__name__}).") from None
