"""Keys of rows: keyed hashes, so that nobody who reads the store learns who asked."""

from __future__ import annotations

import hashlib
import hmac


def secret_of(token: str) -> bytes:
    """Give the secret that keys are hashed with. It follows from the bot's token, which never stands in the store."""
    return hashlib.sha256(b"club-mail-bot keys\0" + token.encode()).digest()


def key(secret: bytes, kind: str, *parts: object) -> str:
    """Give the key of a row: its kind in the clear, everything else hashed (HMAC-SHA-256, RFC 2104; 128 bits are kept)."""
    message = "\0".join(str(part) for part in parts).encode()
    return f"{kind}:{hmac.digest(secret, message, 'sha256').hex()[:32]}"
