"""Learning as learners, a supervisor and two admins meet it, in the real browser."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.browser.demo import Demo
from tests.browser.hands import Hands, signed_in

from sathana.learning import courses
from sathana.learning.practice import families
from sathana.learning.practice.learners import perfect
from sathana.seeds import learners
from sathana.web.dates import today

MEASURE = (Path(__file__).parent / "measure.js").read_text("utf-8")
COURSE, LESSON, FAMILY = learners.COURSE, "section-23", "thai-mother"
MY, TEAM = "/my/learning/", "/organisation/learning/"
PHONE, DESK = 390, 1280
PREFIX = {"th": "", "en": "/en"}
PAGES = {
    "my": ("learner", MY, PHONE),
    "my-desk": ("learner2", MY, DESK),
    "lesson": ("learner", f"{MY}{COURSE}/{learners.OLD_LESSON}/", PHONE),
    "practice": ("learner", f"{MY}practice/home-birth/", PHONE),
    "team": ("supervisor", TEAM, DESK),
    "team-phone": ("supervisor", TEAM, PHONE),
}

pytestmark = pytest.mark.browser
type Opener = Callable[..., Any]


@pytest.fixture(scope="module")
def opened(browser: Any, demo: Demo) -> Opener:
    """Open a page as somebody of the demo, who signs in once."""
    kept: dict[str, Any] = {}

    def open_(name: str, path: str, width: int = PHONE) -> Any:
        if name not in kept:
            kept[name] = signed_in(demo, browser, name)
        context = browser.new_context(
            storage_state=kept[name], viewport={"width": width, "height": 844}
        )
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(demo.address + path)
        return page

    return open_


def shoot(page: Any, name: str) -> None:
    """Keep a picture for whoever wants to look."""
    folder = os.environ.get("SATHANA_SHOTS")
    if folder:
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def main(page: Any) -> str:
    return str(page.locator("main").inner_text())


def faults(page: Any) -> dict[str, Any]:
    page.evaluate(
        "document.querySelectorAll('details').forEach(d => { d.open = true })"
    )
    return {key: found for key, found in page.evaluate(MEASURE).items() if found}


@pytest.mark.parametrize("language", PREFIX)
@pytest.mark.parametrize("name", PAGES)
def test_the_look_holds(opened: Opener, name: str, language: str) -> None:
    who, path, width = PAGES[name]
    page = opened(who, PREFIX[language] + path, width)
    found = faults(page)
    shoot(page, f"learning-{name}-{language}-{width}")
    page.context.close()
    assert found == {}


def test_a_learner_passes_a_quiz_and_sees_it_in_my_learning(opened: Opener) -> None:
    lesson = courses.course(COURSE).lesson(LESSON)
    page = opened("learner", MY)
    hands = Hands(page)
    row = page.get_by_role("listitem").filter(has_text=lesson.title["th"])
    assert "ยังไม่ได้ทำ" in row.last.inner_text()
    hands.press(lesson.title["th"], "link")
    for question in lesson.quiz:
        answer(page, question.id, learners.right(question))
    hands.press("ส่งคำตอบ")
    assert "เก็บผลแล้ว ร้อยละ 100" in main(page)
    assert faults(page) == {}
    shoot(page, "learning-passed-th-390")
    page.locator("nav.crumbs").get_by_role("link", name="การเรียนของฉัน").click()
    assert "ผ่าน" in row.last.inner_text()
    assert "ดีที่สุดร้อยละ 100" in row.last.inner_text()
    page.context.close()


def answer(page: Any, name: str, values: list[str]) -> None:
    """Fill in the fields of one question."""
    fields = page.locator(f'[name="{name}"]')
    first = fields.first
    if first.evaluate("one => one.tagName") == "SELECT":
        for number, value in enumerate(values):
            fields.nth(number).select_option(value=value)
    elif first.get_attribute("type") in ("radio", "checkbox"):
        for value in values:
            page.locator(f'[name="{name}"][value="{value}"]').check()
    else:
        first.fill(values[0])


def test_a_learner_practises_with_a_family_and_keeps_it(opened: Opener) -> None:
    family = families.family(FAMILY)
    work = perfect(family, today().toordinal())
    page = opened("learner", f"/learn/practice/{FAMILY}/")
    hands = Hands(page)
    for key in work.asked:
        question = family.question(key)
        assert question
        page.locator(f'button[value="ask:{key}"]').click()
        assert question.say["th"][:12] in page.locator("#latest").inner_text()
    hands.press("รู้พอแล้ว ไปเลือกช่องทาง")
    for path, said in work.verdicts.items():
        answer(page, f"v:{path}", [said])
    hands.press("ไปวางแผนหลักฐาน")
    for fact, papers in work.papers.items():
        answer(page, f"e:{fact}", list(papers))
    hands.press("ไปเขียนคำร้อง")
    for part, ids in work.parts.items():
        answer(page, f"d:{part}", list(ids))
    hands.write("เขียนคำร้องด้วยคำของคุณเอง", work.text)
    hands.press("ส่งและดูผล")
    score = page.locator(".score").inner_text()
    assert faults(page) == {}
    shoot(page, "learning-marks-th-390")
    hands.press("เก็บผลไว้ในการเรียนของฉัน")
    shoot(page, "learning-keep-th-390")
    hands.press("ตรวจและเก็บผล")
    assert score in main(page)
    page.goto(page.url.partition("practice/")[0])
    row = page.get_by_role("listitem").filter(has_text=family.title["th"])
    assert "ร้อยละ 100" in row.last.inner_text()
    page.context.close()


def test_a_supervisor_sees_learners_and_says_what_became_of_a_pack(
    opened: Opener,
) -> None:
    page = opened("supervisor", "/en" + TEAM, DESK)
    beginner = page.get_by_role("article").filter(
        has=page.get_by_role("heading", name="ผู้เรียนสมมติ", exact=True)
    )
    assert "refreshers due: 1" in beginner.inner_text()
    through = page.get_by_role("article").filter(has_text="A-2026-017")
    assert "100 percent (2 of 2 packs with a known outcome)" in through.inner_text()
    through.get_by_text("A-2026-017").click()
    shut = through.locator("details").filter(has_text="A-2026-017")
    shut.get_by_label("Review").select_option(label="Passed review")
    shut.get_by_label("First lodging").select_option(label="Accepted at first lodging")
    Hands(page).press("Record what became of it", within=shut)
    assert "100 percent (3 of 3 packs with a known outcome)" in through.inner_text()
    shoot(page, "learning-confirmed-en-1280")
    page.context.close()


def test_a_certificate_is_handed_out_and_checked_by_a_stranger(
    opened: Opener, browser: Any, demo: Demo
) -> None:
    page = opened("learner2", MY)
    link = page.locator('a[href$="certificate.pdf"]')
    with page.expect_download() as handed:
        link.click()
    paper = Path(handed.value.path()).read_bytes()
    assert paper.startswith(b"%PDF")
    check = page.locator('a[href*="/learn/certificate/"]').get_attribute("href")
    page.context.close()
    stranger = browser.new_context(viewport={"width": PHONE, "height": 844}).new_page()
    for prefix, says in (("", "ใช้ได้"), ("/en", "Valid")):
        stranger.goto(demo.address + prefix + check)
        assert says in main(stranger)
        assert "จบแล้ว" not in main(stranger)
        assert faults(stranger) == {}
        shoot(stranger, f"learning-check-{says == 'Valid'}")
    answer = stranger.goto(demo.address + check[:-6] + "zzzzz/")
    assert answer.status == 404
    assert "ไม่รู้จักใบรับรองนี้" in main(stranger)
    assert faults(stranger) == {}
    shoot(stranger, "learning-check-unknown")
    stranger.context.close()


def test_a_badge_leads_to_a_role_that_two_admins_give(opened: Opener) -> None:
    page = opened("admin", "/organisation/", DESK)
    hands = Hands(page)
    hands.press("ผู้เรียนจบแล้วสมมติ", "link")
    path = page.url
    assert "มีสิทธิ์ได้รับการเสนอ" in main(page)
    assert faults(page) == {}
    shoot(page, "learning-eligible-th-1280")
    page.locator("select[name=role]").select_option(value="caseworker")
    hands.press("ขอหน้าที่")
    assert "รออีกคนยืนยัน" in main(page)
    assert not page.get_by_role("button", name="ยืนยันหน้าที่นี้").count()
    page.context.close()
    second = opened("admin2", "/" + path.split("/", 3)[3], DESK)
    Hands(second).press("ยืนยันหน้าที่นี้")
    assert "รออีกคนยืนยัน" not in main(second)
    assert not second.get_by_role("button", name="ยืนยันหน้าที่นี้").count()
    second.context.close()
