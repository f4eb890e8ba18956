"""Makes the parts of the running bot anew from content that has changed.

By processes of their own: they would hold up the answers meanwhile, and leave memory behind that the bot does not need. They
end with the bot: whoever asks it to stop does not wait for them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import DEVNULL, PIPE
from dataclasses import replace
from subprocess import CalledProcessError
from typing import TYPE_CHECKING

from assistant.knowledge.loaded import ContentError
from assistant.knowledge.mistakes import Mistake
from assistant.prepare import HOME, made_before, making, prepare
from assistant.prepared import check_program

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from handlers.services import Services

_CHECK = "handlers.maintainers.content_mistakes"


async def renewed(parts: Services, folder: Path) -> Services:
    """Give the parts as the folder has them now, built whole.

    Raises:
        ContentError: there are mistakes.
        OtherProgramError: the program was updated and not restarted yet: what its new code makes is nothing for the old one.
    """
    await asyncio.to_thread(check_program)
    mistakes = await _mistakes(folder)
    if mistakes:
        raise ContentError(mistakes)
    cache = parts.assistant.cache
    if cache is not None:
        if await asyncio.to_thread(made_before, folder, cache) is None:
            await _run(making(folder, cache), is_silent=True)
        return replace(parts, **vars(await asyncio.to_thread(prepare, folder, cache)))
    from assistant.preparing import made_from  # noqa: PLC0415 - it takes a dozen megabytes

    return replace(parts, **vars(await asyncio.to_thread(made_from, folder, None)))


async def _mistakes(folder: Path) -> list[Mistake]:
    command = [sys.executable, "-m", _CHECK, str(folder)]
    code, found = await _run(command)
    if code:
        raise CalledProcessError(code, command)
    return [Mistake(**one) for one in json.loads(found)]


async def _run(command: Sequence[str], *, is_silent: bool = False) -> tuple[int | None, bytes]:
    """Run a command of the bot's own code; give its exit code and what it printed. When this is cancelled, it is killed."""
    process = await asyncio.create_subprocess_exec(*command, cwd=HOME, stdout=PIPE, stderr=DEVNULL if is_silent else None)
    try:
        printed, _ = await process.communicate()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    return process.returncode, printed
