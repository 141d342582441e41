"""The updates of the law that an answer used, for the head of a report."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sathana.cli.naming import day
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker


def updates(page: Page, answer: Mapping[str, Any], say: Speaker) -> None:
    """Write which updates the answer used, who signed them, and on what they rest.

    Args:
        page: Where it is written.
        answer: The assessment; nothing is written where it used none.
        say: The language.
    """
    for update in answer.get("updates", ()):
        names, when = ", ".join(update["names"]), day(update["made_on"], say.lang)
        records = ", ".join(update["records"])
        page.field(
            say("ฉบับปรับปรุง", "Updated by"),
            say(
                f"{update['title']['th']} ({update['id']}) ทำเมื่อ {when} "
                f"ลงนามโดย {names} แก้ {records} ที่มา: {update['source']}",
                f"{update['title']['en']} ({update['id']}), made on {when}, signed by "
                f"{names}; changes {records}. Source: {update['source']}",
            ),
        )
