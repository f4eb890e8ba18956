"""Gives back memory that a running bot has no use for."""

from __future__ import annotations

import sys
from contextlib import suppress


def without_docstrings(package: str) -> None:
    """Take the docstrings off the classes of a package that is loaded, as `python -OO` would.

    Those of python-telegram-bot tell the whole Bot API, nearly a megabyte, and nobody reads them in a running bot. What is loaded
    after it takes their place.
    """
    modules = [module for name, module in sys.modules.items() if name.partition(".")[0] == package]
    for member in {member for module in modules for member in vars(module).values() if isinstance(member, type)}:
        if member.__module__.partition(".")[0] == package:
            with suppress(AttributeError, TypeError):  # not every class lets it be changed
                member.__doc__ = None
