"""From the first contact to a READY pack: one family, visible labels, sixty actions.

The walk tells its own tutorial: see ``tests.browser.tutor``.
"""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.browser.demo import Demo
from tests.browser.hands import Hands, sign_in
from tests.browser.test_walk import picture
from tests.browser.tutor import Tutor

pytestmark = pytest.mark.browser
MOST_ACTIONS = 60
FAMILY = "ใบเกิดค้างที่โรงพยาบาล น้องไม่มี พี่มี (F3-3)"
CASE = "แจ้งเกิดให้นาพอ"
GIRL = "นาพอ จะแต๋"
PATHWAY = "แจ้งการเกิดของตนเองเมื่ออายุครบสิบห้าปี มาตรา 19/3"
HOSPITAL_PAPER = "หนังสือรับรองการเกิดจากโรงพยาบาลหรือผู้ทำคลอด (ท.ร.1/1)"
FIELDS = "form[data-draft] :is(input, select, textarea):visible"
TUTORIAL = Path(__file__).parent / "tutorials" / "first_contact.toml"


@dataclass
class Walk:
    """Who works, who confirms, and who tells of it."""

    worker: Hands
    chief: Hands
    tutor: Tutor

    @property
    def actions(self) -> int:
        """How many things both did."""
        return self.worker.actions + self.chief.actions

    def tell(self, hands: Hands, step: str, at: str = "h1") -> None:
        """Tell a step; its picture begins at a part of the page."""
        place = hands.page.locator(f"main {at}").filter(visible=True).first
        place.evaluate("one => one.scrollIntoView({block: 'start'})")
        self.tutor.say(hands.page, step)


def hands_of(browser: Any) -> Hands:
    """Return hands that hold a telephone."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.set_default_timeout(30_000)
    return Hands(page)


def supports(hands: Hands, *facts: str) -> None:
    """Mark what a paper says of the person whose paper it is."""
    for fact in facts:
        group = hands.page.get_by_role("group", name=fact, exact=True)
        hands.tick("สนับสนุน", within=group.filter(visible=True))


def open_a_case(walk: Walk) -> None:
    hands = walk.worker
    hands.press(FAMILY, "link")
    hands.press("กรณีและการติดต่อสำนักงาน", "link")
    hands.press("เปิดกรณี", "link")
    hands.write("เรียกกรณีนี้ว่า", CASE)
    walk.tell(hands, "case")
    hands.press("บันทึก")


def record_the_first_contact(walk: Walk) -> None:
    hands = walk.worker
    hands.press("บันทึกการติดต่อ", "link")
    before = hands.actions
    assert hands.page.locator(FIELDS).count() == 5
    hands.write("สำนักงาน", "ที่ว่าการอำเภอดอยสมมติ")
    hands.choose("ผลเป็นอย่างไร", "ถามข้อมูล หรือเรื่องอื่น")
    hands.choose("เรื่องของใคร", GIRL)
    hands.write("เขาพูดว่าอะไร", "ให้ไปขอใบของโรงพยาบาล กับรูปถ่ายสองใบมาก่อน")
    walk.tell(hands, "contact")
    hands.press("บันทึก")
    # Today is filled in: four answers, and one press after that which led here.
    assert hands.actions - before == 5


def choose_the_pathway(walk: Walk) -> None:
    hands = walk.worker
    hands.press("เพิ่มช่องทางของคนในครอบครัว", "link")
    hands.choose("ของใคร", GIRL)
    hands.choose("ช่องทาง", PATHWAY)
    hands.choose("ใครยื่น", "เจ้าของเรื่องยื่นเอง")
    walk.tell(hands, "pathway")
    hands.press("บันทึก")


def ask_for_a_paper(walk: Walk) -> None:
    hands = walk.worker
    hands.press(f"ดูว่ายังขาดอะไร {GIRL}", "link")
    hands.page.get_by_text("ยังยืนยันไม่ได้ เพราะ").wait_for()
    walk.tell(hands, "missing", at="#next")
    hands.press("แผนหลักฐาน", "link")
    hands.press(f"บันทึกการขอ {HOSPITAL_PAPER}", "link")
    hands.write("ขอจากใคร", "โรงพยาบาลดอยสมมติ")
    walk.tell(hands, "request")
    hands.press("บันทึก")


def the_papers_come(walk: Walk, scan: Path) -> None:
    hands = walk.worker
    hands.press(f"ได้แล้ว เพิ่มเอกสาร {HOSPITAL_PAPER}", "link")
    hands.attach("เลือกแฟ้ม", scan)
    supports(hands, "วันเกิด", "ประเทศที่เกิด")
    walk.tell(hands, "paper", at="details")
    hands.press("บันทึกเอกสาร")
    hands.press("บันทึก")
    hands.press(f"พร้อมยื่นหรือยัง: {GIRL}", "link")
    hands.press("ทะเบียนคนเกิดที่เก็บไว้ที่สำนักทะเบียน", "link")
    hands.attach("เลือกแฟ้ม", scan)
    supports(hands, "การแจ้งเกิด")
    hands.press("บันทึกเอกสาร")
    walk.tell(hands, "checklist", at="#checklist")
    hands.press("มีแล้ว เพิ่มเลย รูปถ่ายเด็กหรือผู้ร้องสองรูป", "link")
    hands.press("บันทึกเอกสาร")
    hands.page.get_by_text("ไม่มีสิ่งที่ขวางการยืนยัน").wait_for()


def make_the_pack(walk: Walk) -> None:
    hands = walk.worker
    walk.tell(hands, "settle", at="#next")
    hands.press("บันทึกว่าหลักฐานครบ", "link")
    hands.press("บันทึก")
    hands.press(f"ทำเอกสารที่ใช้ยื่น {GIRL}", "link")
    hands.press("ทำชุดเอกสาร")
    walk.tell(hands, "pack")
    hands.press("ส่งตรวจ รับรอง หรือเขียนความเห็น", "link")
    hands.press("บันทึก")
    hands.page.get_by_text("รอหัวหน้าทีมตรวจ").first.wait_for()


def confirm(walk: Walk) -> None:
    """Let the supervisor confirm that it is ready."""
    hands, page = walk.chief, walk.chief.page
    hands.press("งานหัวหน้าทีม", "link")
    hands.press(f"{GIRL} – {PATHWAY}", "link")
    hands.press("พร้อมยื่นหรือยัง", "link", within=page.locator("main"))
    hands.press("ยืนยันว่าพร้อมยื่น", "link")
    hands.press("บันทึก")
    page.get_by_text("พร้อมยื่น", exact=True).first.wait_for()
    hands.press(f"ดูว่ายังขาดอะไร {GIRL}", "link")
    assert page.get_by_text("ยืนยันว่าพร้อมยื่นแล้ว").is_visible()
    assert page.get_by_text("ยืนยันแม้ยังขาด:").count() == 0
    walk.tell(hands, "confirm")


def sign_off(walk: Walk) -> dict[str, bytes]:
    """Let the supervisor sign off and take the pack along; return its files."""
    hands, page = walk.chief, walk.chief.page
    hands.press("ชุดที่ 1", "link")
    hands.press("รับรอง ส่งกลับ หรือเขียนความเห็น", "link")
    hands.press("บันทึก")
    walk.tell(hands, "sign_off")
    with page.expect_download() as come:
        hands.press("ทั้งชุด แยกแฟ้ม (ZIP)", "link")
    with zipfile.ZipFile(BytesIO(Path(come.value.path()).read_bytes())) as pack:
        return {name: pack.read(name) for name in pack.namelist()}


def text_of(pdf: bytes) -> str:
    """Return the words of a paper, without the spaces between them."""
    pages = (page.get_textpage() for page in pypdfium2.PdfDocument(pdf))
    return "".join("".join(page.get_text_range().split()) for page in pages)


def test_a_girl_comes_from_the_first_contact_to_a_ready_pack(
    demo: Demo, browser: Any, tmp_path: Path
) -> None:
    walk = Walk(hands_of(browser), hands_of(browser), Tutor.of(TUTORIAL))
    sign_in(walk.worker, demo, "caseworker")
    open_a_case(walk)
    record_the_first_contact(walk)
    choose_the_pathway(walk)
    ask_for_a_paper(walk)
    the_papers_come(walk, picture(tmp_path / "scan.png"))
    make_the_pack(walk)
    sign_in(walk.chief, demo, "supervisor")
    confirm(walk)
    files = sign_off(walk)
    text = "".join(text_of(one) for name, one in files.items() if name[-4:] == ".pdf")
    assert "".join(GIRL.split()) in text
    assert "ฉบับร่าง" not in text
    assert walk.actions <= MOST_ACTIONS, walk.actions
    walk.tutor.finish()
    for hands in (walk.worker, walk.chief):
        hands.page.context.close()
