"""Makes the parts of the running bot anew from content that has changed.

By processes of their own: they would hold up the answers meanwhile, and leave memory behind that the bot does not need.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistakes import Mistake
from assistant.prepare import prepare

if TYPE_CHECKING:
    from handlers.services import Services

_CHECK = "handlers.maintainers.content_mistakes"
_CODE = Path(__file__).parents[2]


def renewed(parts: Services, folder: Path) -> Services:
    """Give the parts as the folder has them now, built whole.

    Raises:
        ContentError: there are mistakes.
    """
    mistakes = _mistakes(folder)
    if mistakes:
        raise ContentError(mistakes)
    cache = parts.assistant.cache
    if cache is not None:
        return replace(parts, **vars(prepare(folder, cache)))
    from assistant.preparing import made_from  # noqa: PLC0415 - it takes a dozen megabytes

    return replace(parts, **vars(made_from(folder, None)))


def _mistakes(folder: Path) -> list[Mistake]:
    command = [sys.executable, "-m", _CHECK, str(folder)]
    found = subprocess.run(command, cwd=_CODE, check=True, stdout=subprocess.PIPE).stdout  # noqa: S603
    return [Mistake(**one) for one in json.loads(found)]
