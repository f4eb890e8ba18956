"""Keys of rows: keyed hashes, so that nobody who reads the store learns who asked."""

from __future__ import annotations

import hashlib
import hmac
from functools import lru_cache

_REMEMBERED = 64
"""What is kept of one person or chat is asked for by several keys in a row, and a hash costs more than all else about a key."""


def secret_of(token: str) -> bytes:
    """Give the secret that keys are hashed with. It follows from the bot's token, which never stands in the store."""
    return hashlib.sha256(b"club-mail-bot keys\0" + token.encode()).digest()


def key(secret: bytes, kind: str, *parts: object) -> str:
    """Give the key of a row: its kind in the clear, everything else hashed (HMAC-SHA-256, RFC 2104; 128 bits are kept)."""
    return f"{kind}:{_hashed(secret, parts)}"


@lru_cache(_REMEMBERED)
def _hashed(secret: bytes, parts: tuple[object, ...]) -> str:
    message = "\0".join(str(part) for part in parts).encode()
    return hmac.digest(secret, message, "sha256").hex()[:32]
