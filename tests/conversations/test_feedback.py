"""A member asks in vain, presses a thumb, stops in a guide; the webmaster reads it, through the real stack."""

from __future__ import annotations

import asyncio
import io
import subprocess
import sys

import yaml
from PIL import Image

from tests.telegram import ROOT, Telegram, passed_on

FIRST_PERSON = 7001
VAIN = "wann ist die nächste vorstandssitzung"


async def test_the_webmaster_learns_what_was_asked_in_vain_and_what_did_not_help() -> None:
    async with Telegram.start(COLLECT_GAPS="1", MAINTAINERS=f"{FIRST_PERSON}") as telegram:
        webmaster, anna = telegram.private("Webmaster"), telegram.private("Anna")
        await anna.asks(VAIN)
        answer = await anna.asks("imap port eingang?")
        pressed = await anna.presses(answer, "👎")
        assert pressed.message_id == answer.message_id
        assert pressed.text == answer.text
        assert not [button for row in pressed.buttons for button in row if "👎" in button.label]
        group = telegram.group("Verein", "Ben")["Ben"]
        await group.asks(f"@{telegram.server.world.bot['username']} {VAIN}?")

        gaps = await webmaster.asks("/gaps")
        assert "30 Tagen: 2" in gaps.text
        printed = await asyncio.to_thread(
            subprocess.run,
            [sys.executable, "bot.py", "gaps", "--yaml"],
            cwd=ROOT,
            env={
                "BOT_TOKEN": telegram.server.world.token,
                "DATABASE_URL": f"sqlite:///{telegram.folder}/bot.db",
                "COLLECT_GAPS": "1",
            }
            | passed_on(),
            capture_output=True,
            check=True,
            text=True,
        )
        assert yaml.safe_load(printed.stdout)["examples"]["de"] == [VAIN]
        assert "keine Frage" in (await webmaster.presses(gaps, "1 erledigt")).text

        webmaster.listen()
        webmaster.says("/stats")
        stats = await webmaster.hears()
        assert "3 Fragen, 1 beantwortet (33 %)" in stats.text
        assert "nicht geholfen: 1 ×" in stats.text
        chart = await webmaster.hears()
        assert "gefragt 3, beantwortet 1, nicht geholfen 1" in chart.text
        _, picture = telegram.server.world.files[chart.raw["photo"][-1]["file_id"]]
        assert Image.open(io.BytesIO(picture)).format == "PNG"
        assert not telegram.refused()
