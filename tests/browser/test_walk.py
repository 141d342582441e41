"""From ``make run`` to a printed family: one person, visible labels, forty actions."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path
from typing import Any

import pytest
from tests.browser.demo import Demo
from tests.browser.hands import Hands, signed_in

pytestmark = pytest.mark.browser
MOST_ACTIONS = 40
FAMILY = "ชื่อถูกจำหน่ายปี 2545 ลูกเกิดหลังจากนั้น (F5-1)"


def picture(path: Path) -> Path:
    """Write a small picture of a paper."""
    rows = b"".join(b"\x00" + bytes([200, 180, 140]) * 64 for _ in range(48))

    def part(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    head = struct.pack(">IIBBBBB", 64, 48, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(rows))
        + part(b"IEND", b"")
    )
    return path


def answers(page: Any) -> dict[str, str]:
    """Return the answer beside each name in the table of the family."""
    rows = page.locator("table.people tbody tr")
    return {
        row.locator("th a").inner_text(): row.locator(".chip").inner_text()
        for row in rows.all()
    }


def test_a_grandmother_changes_what_the_law_says_of_three(
    demo: Demo, browser: Any, tmp_path: Path
) -> None:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    hands = Hands(page)
    page.goto(demo.address + "/")
    hands.press("เข้าสู่ระบบ", "link")
    hands.write("ชื่อผู้ใช้", "caseworker")
    hands.write("รหัสผ่าน", demo.passwords["caseworker"])
    hands.press("ต่อไป")
    hands.write("รหัสจากแอป", demo.next_code("caseworker"))
    hands.press("เข้าสู่ระบบ")
    hands.press(FAMILY, "link")
    family = page.url
    before = answers(page)
    assert len(before) == 4
    father = page.locator("table.people tbody tr").first
    hands.press("เพิ่มแม่", "link", within=father)
    hands.write("ชื่อไทย", "ยายทดสอบ หมอกใส")
    hands.press("บันทึก")
    hands.press("บอกข้อเท็จจริง", "link")
    hands.press("สัญชาติไทย", "link")
    hands.tick("ใช่")
    hands.write("ใครบอก", "ตัวยายเอง")
    hands.press("บันทึก")
    hands.press(FAMILY, "link")
    assert page.url == family
    assert page.get_by_text("ผลวิเคราะห์นี้เก่าแล้ว").is_visible()
    hands.press("วิเคราะห์วันนี้")
    hands.press(FAMILY, "link")
    after = answers(page)
    assert len(after) == 5
    changed = [name for name in before if before[name] != after[name]]
    assert len(changed) == 3
    hands.press("เอกสารและหลักฐาน", "link")
    hands.press("เพิ่มเอกสาร", "link")
    hands.actions += 1
    page.get_by_label("เลือกแฟ้ม").set_input_files(picture(tmp_path / "card.png"))
    hands.write("เป็นเอกสารอะไร", "ทะเบียนบ้าน")
    hands.press("บันทึกเอกสาร")
    assert page.locator("main img").count() == 1
    hands.press(FAMILY, "link")
    hands.press("หน้าสำหรับพิมพ์", "link")
    assert page.get_by_role("button", name="พิมพ์", exact=True).is_visible()
    assert page.pdf().startswith(b"%PDF")
    hands.actions += 1
    assert hands.actions <= MOST_ACTIONS, hands.actions
    page.context.close()


AXE = Path(__file__).parent / "vendor" / "axe.min.js"
SERIOUS = ("serious", "critical")
LOOKED_AT = ("sign-in", "family", "person", "evidence", "consents", "audit")


@pytest.fixture(scope="module")
def places(demo: Demo, browser: Any) -> dict[str, tuple[str, Any]]:
    """The six pages that must be fit for everybody: address, and who is signed in."""
    worker, auditor = (
        signed_in(demo, browser, name) for name in ("caseworker", "auditor")
    )
    page = browser.new_context(storage_state=worker).new_page()
    page.goto(demo.address + "/families/")
    page.get_by_role("link", name=FAMILY).first.click()
    family = page.url
    person = page.locator("table.people tbody th a").first.get_attribute("href")
    page.context.close()
    return {
        "sign-in": (demo.address + "/sign-in/", None),
        "family": (family, worker),
        "person": (demo.address + str(person), worker),
        "evidence": (family + "evidence/", worker),
        "consents": (family + "consents/", worker),
        "audit": (demo.address + "/audit/", auditor),
    }


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", LOOKED_AT)
def test_axe_finds_no_serious_fault(
    browser: Any, places: dict[str, tuple[str, Any]], name: str, width: int
) -> None:
    address, who = places[name]
    context = browser.new_context(
        viewport={"width": width, "height": 900}, storage_state=who, bypass_csp=True
    )
    page = context.new_page()
    answer = page.goto(address)
    assert answer.status == 200
    assert page.url == address
    page.add_script_tag(path=AXE)
    found = page.evaluate("async () => (await axe.run()).violations")
    shots = os.environ.get("SATHANA_SHOTS")
    if shots:
        page.screenshot(path=f"{shots}/{name}-{width}.png", full_page=True)
    context.close()
    serious = [
        (one["id"], [node["html"][:120] for node in one["nodes"]][:4])
        for one in found
        if one["impact"] in SERIOUS
    ]
    assert serious == []
