"""Files: uploads, photos, and fetching them again (https://core.telegram.org/bots/api#sending-files)."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from playground.errors import RefusalError, bad_request

if TYPE_CHECKING:
    from playground.methods.arguments import Arguments, Method
    from playground.state import Json, World

_MAX_UPLOAD = 50 * 1024 * 1024
_MAX_PHOTO = 10 * 1024 * 1024
_MAX_SIDES = 10_000
_MAX_RATIO = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8"
_JPEG_FRAMES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


def document(world: World, arguments: Arguments) -> Json:
    """Give the `Document` of a call: uploaded, or sent before and named by its id."""
    file_id, name, content = _taken(world, arguments, "document")
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_name": name, "file_size": len(content)}


def photo(world: World, arguments: Arguments) -> list[Json]:
    """Give the `PhotoSize` list of a call: a PNG or JPEG of at most 10 MB, sides of at most 10,000 together, 20 : 1."""
    file_id, _, content = _taken(world, arguments, "photo")
    if len(content) > _MAX_PHOTO:
        raise bad_request("PHOTO_SAVE_FILE_INVALID")
    width, height = _size(content)
    if width + height > _MAX_SIDES or max(width, height) > _MAX_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    size = {"width": width, "height": height, "file_size": len(content)}
    return [{"file_id": file_id, "file_unique_id": f"u{file_id}", **size}]


def get_file(world: World, arguments: Arguments) -> Json:
    """https://core.telegram.org/bots/api#getfile."""
    file_id = arguments.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    if file_id not in world.files:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    size = len(world.files[file_id][1])
    return {"file_id": file_id, "file_unique_id": f"u{file_id}", "file_size": size, "file_path": file_id}


def _taken(world: World, arguments: Arguments, name: str) -> tuple[str, str, bytes]:
    known = arguments.text(name)
    if known in world.files:
        return known, *world.files[known]
    upload = arguments.file(name)
    if upload is None:
        raise bad_request("wrong remote file identifier specified" if known else f"there is no {name} in the request")
    if not upload[1]:
        raise bad_request("file must be non-empty")
    if len(upload[1]) > _MAX_UPLOAD:
        raise RefusalError(413, "Request Entity Too Large")
    file_id = f"file{world.next_id()}"
    world.files[file_id] = upload
    return file_id, *upload


def _size(content: bytes) -> tuple[int, int]:
    """Give width and height of a picture in pixels."""
    if content.startswith(_PNG):
        width, height = struct.unpack(">II", content[16:24])
        return int(width), int(height)
    at = 2
    while content.startswith(_JPEG) and at + 9 < len(content):
        marker, length = content[at + 1], int.from_bytes(content[at + 2 : at + 4], "big")
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return int(width), int(height)
        at += 2 + length
    raise bad_request("IMAGE_PROCESS_FAILED")


METHODS: dict[str, Method] = {"getfile": get_file}
