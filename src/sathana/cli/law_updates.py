"""``sathana law updates``: what is installed, who signed it, and whether it holds."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict
from typing import Any

from sathana.calendars.dates import show_day
from sathana.cli.data_folder import here
from sathana.cli.days import today
from sathana.cli.faults import UnusableError, refused
from sathana.cli.law_files import keys, signers
from sathana.cli.law_stored import writing
from sathana.cli.page import Page
from sathana.cli.terminal import Speaker
from sathana.law import installed
from sathana.law.installed import BrokenUpdatesError, Kept, Store
from sathana.law.installing import NotInstalledError, take_back
from sathana.law.update_file import read
from sathana.law.update_model import UpdateError

type Row = dict[str, Any]


def run(options: Namespace) -> int:
    """List the installed updates and verify them again, or take one back."""
    say = Speaker(options.lang)
    if options.remove:
        return _remove(options, say)
    store = _store(say)
    if options.show:
        return _show(store, options.show, say)
    known = keys(here(), options.lang)
    rows = [_row(kept, known, say) for kept in store.updates]
    whole = _whole(store, say) if not any(row["faults"] for row in rows) else ""
    if options.json:
        done = {"updates": rows, "history": [asdict(e) for e in store.history]}
        print(json.dumps(done | {"fault": whole or None}, ensure_ascii=False))
    else:
        print("\n".join(_page(store, rows, whole, say).lines))
    return 1 if whole or any(row["faults"] for row in rows) else 0


def _store(say: Speaker) -> Store:
    try:
        return installed.read(here())
    except BrokenUpdatesError as error:
        raise UnusableError((error.text[say.lang],)) from error


def _row(kept: Kept, known: dict[str, str], say: Speaker) -> Row:
    """Return one update with what is wrong with it now; empty faults are good."""
    row: Row = {
        "id": kept.id,
        "installed_on": kept.installed_on,
        "signed_by": sorted(kept.signed.values()),
        "faults": [],
    }
    try:
        update = read(kept.text.encode(), name=kept.id)
        row |= {
            "title": dict(update.title),
            "base": update.base,
            "made_on": show_day(update.made_on, say.lang),
            "source": update.source,
            "records": list(update.records),
        }
        if signers(update, known, say) != dict(kept.signed) or update.id != kept.id:
            row["faults"] = [
                say("ผู้ลงนามไม่ตรงกับที่บันทึกไว้", "others signed than were noted down")
            ]
    except UpdateError as error:
        row["faults"] = error.lines(say.lang)
    except UnusableError as error:
        row["faults"] = list(error.lines)
    return row


def _whole(store: Store, say: Speaker) -> str:
    """Say what is wrong with the compiled law: it must be what the updates give."""
    try:
        sound = installed.sound(store)
        if store.updates and installed.rebuilt(sound).law != sound.law:
            return say(
                "กฎหมายที่ใช้อยู่ไม่ใช่ผลของฉบับปรับปรุงเหล่านี้ ให้ถอนแล้วติดตั้งใหม่",
                "the law in use is not what these updates give: take them back and "
                "install them again",
            )
    except BrokenUpdatesError as error:
        return error.text[say.lang]
    return ""


def _page(store: Store, rows: list[Row], whole: str, say: Speaker) -> Page:
    page = Page()
    for row in rows:
        _installed(page, row, say)
    if whole:
        page.heading(whole)
    taken = [event for event in store.history if event.did == "taken back"]
    if taken:
        page.heading(say("ถอนแล้ว", "Taken back"))
    for event in taken:
        page.item(f"{event.id} ({event.on}): {event.reason}")
    if not rows:
        page.text(say("ไม่มีฉบับปรับปรุงที่ติดตั้งไว้", "no update is installed"))
    return page


def _installed(page: Page, row: Row, say: Speaker) -> None:
    title = row.get("title", {}).get(say.lang, "")
    page.heading(f"{row['id']}  {title}".rstrip())
    for label, text in (
        (say("ทำเมื่อ", "Made on"), row.get("made_on", "")),
        (say("ติดตั้งเมื่อ", "Installed on"), row["installed_on"]),
        (say("ลงนามโดย", "Signed by"), ", ".join(row["signed_by"])),
        (say("ที่มา", "Source"), row.get("source", "")),
        (say("แก้", "Changes"), ", ".join(row.get("records", ()))),
        (say("แก้ชุด", "Edition"), row.get("base", "")),
    ):
        page.field(label, text)
    for line in row["faults"]:
        bad = say(f"ใช้ไม่ได้: {line}", f"CANNOT BE USED: {line}")
        page.field(say("ตรวจซ้ำ", "Verified"), bad)
    if not row["faults"]:
        good = say("ลายมือชื่อถูกต้อง", "the signatures hold")
        page.field(say("ตรวจซ้ำ", "Verified"), good)


def _show(store: Store, key: str, say: Speaker) -> int:
    """Print an installed update as it was signed."""
    for kept in store.updates:
        if kept.id == key:
            print(kept.text, end="")
            return 0
    raise refused(say, f"ไม่ได้ติดตั้งฉบับ {key} ไว้", f"{key} is not installed")


def _remove(options: Namespace, say: Speaker) -> int:
    reason = " ".join((options.reason or "").split())[:300]
    if not reason:
        raise refused(
            say,
            "การถอนต้องบอกเหตุผล: --remove ID --reason ข้อความ",
            "taking back needs a reason: --remove ID --reason TEXT",
        )
    try:
        with writing(say) as folder:
            take_back(folder, options.remove, reason, today())
    except NotInstalledError as error:
        raise refused(say, error.th, error.en) from error
    except BrokenUpdatesError as error:
        raise UnusableError((error.text[options.lang],)) from error
    print(
        say(
            f"ถอน {options.remove} แล้ว เว็บที่เปิดอยู่ต้องเปิดใหม่",
            f"{options.remove} is taken back; a site that is running must be started "
            "again",
        )
    )
    return 0
