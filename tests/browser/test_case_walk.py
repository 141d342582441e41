"""From the first contact to a READY pack: one family, visible labels, sixty actions."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from tests.browser.demo import Demo
from tests.browser.hands import Hands, sign_in
from tests.browser.test_walk import picture

pytestmark = pytest.mark.browser
MOST_ACTIONS = 60
FAMILY = "ใบเกิดค้างที่โรงพยาบาล น้องไม่มี พี่มี (F3-3)"
CASE = "แจ้งเกิดให้นาพอ"
GIRL = "นาพอ จะแต๋"
PATHWAY = "แจ้งการเกิดของตนเองเมื่ออายุครบสิบห้าปี มาตรา 19/3"
HOSPITAL_PAPER = "หนังสือรับรองการเกิดจากโรงพยาบาลหรือผู้ทำคลอด (ท.ร.1/1)"
FIELDS = "form[data-draft] :is(input, select, textarea):visible"


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


def open_a_case(hands: Hands) -> None:
    hands.press(FAMILY, "link")
    hands.press("กรณีและการติดต่อสำนักงาน", "link")
    hands.press("เปิดกรณี", "link")
    hands.write("เรียกกรณีนี้ว่า", CASE)
    hands.press("บันทึก")


def record_the_first_contact(hands: Hands) -> None:
    hands.press("บันทึกการติดต่อ", "link")
    before = hands.actions
    assert hands.page.locator(FIELDS).count() == 5
    hands.write("สำนักงาน", "ที่ว่าการอำเภอดอยสมมติ")
    hands.choose("ผลเป็นอย่างไร", "ถามข้อมูล หรือเรื่องอื่น")
    hands.choose("เรื่องของใคร", GIRL)
    hands.write("เขาพูดว่าอะไร", "ให้ไปขอใบของโรงพยาบาล กับรูปถ่ายสองใบมาก่อน")
    hands.press("บันทึก")
    # Today is filled in: four answers, and one press after that which led here.
    assert hands.actions - before == 5


def choose_the_pathway(hands: Hands) -> None:
    hands.press("เพิ่มช่องทางของคนในครอบครัว", "link")
    hands.choose("ของใคร", GIRL)
    hands.choose("ช่องทาง", PATHWAY)
    hands.choose("ใครยื่น", "เจ้าของเรื่องยื่นเอง")
    hands.press("บันทึก")


def ask_for_a_paper(hands: Hands) -> None:
    hands.press(f"ดูว่ายังขาดอะไร {GIRL}", "link")
    hands.page.get_by_text("ยังยืนยันไม่ได้ เพราะ").wait_for()
    hands.press("แผนหลักฐาน", "link")
    hands.press(f"บันทึกการขอ {HOSPITAL_PAPER}", "link")
    hands.write("ขอจากใคร", "โรงพยาบาลดอยสมมติ")
    hands.press("บันทึก")


def the_papers_come(hands: Hands, scan: Path) -> None:
    hands.press(f"ได้แล้ว เพิ่มเอกสาร {HOSPITAL_PAPER}", "link")
    hands.attach("เลือกแฟ้ม", scan)
    supports(hands, "วันเกิด", "ประเทศที่เกิด")
    hands.press("บันทึกเอกสาร")
    hands.press("บันทึก")
    hands.press(f"พร้อมยื่นหรือยัง: {GIRL}", "link")
    hands.press("ทะเบียนคนเกิดที่เก็บไว้ที่สำนักทะเบียน", "link")
    hands.attach("เลือกแฟ้ม", scan)
    supports(hands, "การแจ้งเกิด")
    hands.press("บันทึกเอกสาร")
    hands.press("มีแล้ว เพิ่มเลย รูปถ่ายเด็กหรือผู้ร้องสองรูป", "link")
    hands.press("บันทึกเอกสาร")
    hands.page.get_by_text("ไม่มีสิ่งที่ขวางการยืนยัน").wait_for()


def make_the_pack(hands: Hands) -> None:
    hands.press("บันทึกว่าหลักฐานครบ", "link")
    hands.press("บันทึก")
    hands.press(f"ทำเอกสารที่ใช้ยื่น {GIRL}", "link")
    hands.press("ทำชุดเอกสาร")
    hands.press("ส่งตรวจ รับรอง หรือเขียนความเห็น", "link")
    hands.press("บันทึก")
    hands.page.get_by_text("รอหัวหน้าทีมตรวจ").first.wait_for()


def confirm_and_sign_off(hands: Hands) -> dict[str, bytes]:
    """Let the supervisor confirm, sign off and take along; return what was taken."""
    page = hands.page
    hands.press("งานของหัวหน้าทีม", "link")
    hands.press(f"{GIRL} – {PATHWAY}", "link")
    hands.press("พร้อมยื่นหรือยัง", "link", within=page.locator("main"))
    hands.press("ยืนยันว่าพร้อมยื่น", "link")
    hands.press("บันทึก")
    page.get_by_text("พร้อมยื่น", exact=True).first.wait_for()
    hands.press(f"ดูว่ายังขาดอะไร {GIRL}", "link")
    assert page.get_by_text("ยืนยันว่าพร้อมยื่นแล้ว").is_visible()
    assert page.get_by_text("ยืนยันแม้ยังขาด:").count() == 0
    hands.press("ชุดที่ 1", "link")
    hands.press("รับรอง ส่งกลับ หรือเขียนความเห็น", "link")
    hands.press("บันทึก")
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
    worker, chief = hands_of(browser), hands_of(browser)
    sign_in(worker, demo, "caseworker")
    open_a_case(worker)
    record_the_first_contact(worker)
    choose_the_pathway(worker)
    ask_for_a_paper(worker)
    the_papers_come(worker, picture(tmp_path / "scan.png"))
    make_the_pack(worker)
    sign_in(chief, demo, "supervisor")
    files = confirm_and_sign_off(chief)
    papers = {
        name: text_of(data) for name, data in files.items() if name[-4:] == ".pdf"
    }
    text = "".join(papers.values())
    assert "".join(GIRL.split()) in text
    assert "ฉบับร่าง" not in text
    actions = worker.actions + chief.actions
    assert actions <= MOST_ACTIONS, actions
    for hands in (worker, chief):
        hands.page.context.close()
