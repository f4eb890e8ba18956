"""Files that set a mail program up, sent with three steps; made on the spot and not kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InputFile
from telegram.constants import ParseMode

from assistant.knowledge.models.guides import NEEDS_ADDRESS, SetupFile
from handlers.buttons import Deed
from handlers.of_update import message_of
from handlers.render import shown
from handlers.services import services
from handlers.talk import thread_of

if TYPE_CHECKING:
    from telegram import Update

    from assistant.guides import Walk
    from assistant.knowledge.models.content import Content
    from handlers.render import Shown
    from handlers.services import Context

DEEDS = {
    SetupFile.APPLE_PROFILE: Deed.APPLE_PROFILE,
    SetupFile.K9_SETTINGS: Deed.K9_SETTINGS,
    SetupFile.THUNDERBIRD_QR: Deed.QR,
}
_FILES = {deed: kind for kind, deed in DEEDS.items()}


def needs_address(walk: Walk, deed: Deed) -> bool:
    """Whether a file cannot be made before the member has given the address.

    Raises:
        KeyError: the guide does not offer this file.
    """
    kind = _FILES[deed]
    if kind not in walk.guide.files:
        raise KeyError(kind)
    return kind in NEEDS_ADDRESS and not walk.address


def file_text(content: Content, kind: SetupFile, language: str) -> Shown:
    """Give what is said under a file: three steps, and how to take everything back."""
    return shown(content.word(f"file_text_{kind}", language).split("\n\n"))


async def send_file(update: Update, context: Context, walk: Walk, deed: Deed) -> None:
    """Send the file a button asks for; `needs_address` tells whether it can be made."""
    kind, message = _FILES[deed], message_of(update)
    chat, thread = message.chat_id, thread_of(message)
    # Asked for seldom, and what writes XML, archives and QR codes takes more than a megabyte.
    from assistant.setup_files import make  # noqa: PLC0415

    content = services(context).content
    document = make(kind, content.settings, content.club, walk.protocol, walk.address or None)
    text = file_text(content, kind, walk.language).html
    file = InputFile(document.data, document.name)
    if document.mime_type.startswith("image/"):
        # To be scanned from this screen, so it is shown and not offered for download.
        await context.bot.send_photo(chat, file, caption=text, parse_mode=ParseMode.HTML, message_thread_id=thread)
    else:
        await context.bot.send_document(chat, file, caption=text, parse_mode=ParseMode.HTML, message_thread_id=thread)
