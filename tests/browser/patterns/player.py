"""Plays a pattern: every step by visible labels only, as a worker and a supervisor."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.browser.demo import Demo
from tests.browser.hands import Hands
from tests.browser.patterns import steps as told
from tests.browser.test_walk import picture

from sathana.seeds.village import SeedFamily

WAIT = 20_000
"""Milliseconds that a page may take on a slow machine."""


@dataclass
class Seat:
    """Somebody of the demo at a browser of their own."""

    name: str
    hands: Hands

    @property
    def page(self) -> Any:
        """The page that is open."""
        return self.hands.page

    def follow(self, words: str, within: Any = None) -> None:
        """Follow a link by its words."""
        self.hands.press(words, "link", within=within)

    def save(self, words: str = "บันทึก") -> None:
        """Press the button of a form, and see that it did not come back."""
        before = self.page.url
        self.hands.press(words)
        faults = self.page.locator("[role=alert]").all_inner_texts()
        assert faults == [], (words, before)
        assert self.page.url != before, words

    def offers(self, words: str) -> bool:
        """Say whether the page has a link of these words."""
        return bool(self.page.get_by_role("link", name=words, exact=True).count())


@dataclass
class Player:
    """Plays one pattern.

    Attributes:
        worker: Who works on the family.
        chief: Who confirms and signs off; may be the same.
        golden: Text of the pack that is kept, once it was taken along.
        drafts: Drafts that were taken along, by the step's title.
    """

    demo: Demo
    pattern: told.Pattern
    seed: SeedFamily
    worker: Seat
    chief: Seat
    folder: Path
    golden: Path | None = None
    drafts: dict[str, bytes] = field(default_factory=dict)

    @property
    def actions(self) -> int:
        """How many things people did."""
        seats = {id(seat.hands): seat.hands for seat in (self.worker, self.chief)}
        return sum(hands.actions for hands in seats.values())

    @property
    def title(self) -> str:
        """What the team calls the case."""
        return f"เดินเรื่องจนจบ {self.seed.number}"

    def called(self, who: str) -> str:
        """Return the name that the page shows for somebody of the village."""
        return self.seed.names[who].thai

    def play(self) -> None:
        """Go from first contact to the end of the pattern."""
        self.open_case()
        for step in self.pattern.steps:
            _PLAYED[type(step)](self, step)
        self.at_case(self.worker)
        stands = self.worker.page.locator("article .chip").first.inner_text()
        assert stands == self.pattern.end, stands

    # --- where things are -------------------------------------------------------------

    def at_family(self, seat: Seat) -> None:
        """Open the page of the family: by the path above the page, or from the list."""
        if not seat.offers(self.seed.title):
            seat.follow("ครอบครัว")
        seat.follow(self.seed.title)

    def at_case(self, seat: Seat) -> None:
        """Open the page of the case: by the path above the page, or from the family."""
        heading = seat.page.get_by_role("heading", name=self.title, exact=True)
        if heading.count():
            return
        if not seat.offers(self.title):
            self.at_family(seat)
            seat.follow("กรณีและการติดต่อสำนักงาน")
        seat.follow(self.title)

    def open_case(self) -> None:
        """Open a case over the family, and let the person take the pathway."""
        seat, hands = self.worker, self.worker.hands
        seat.page.goto(self.demo.address + "/families/")
        self.chief.page.goto(self.demo.address + "/families/")
        seat.follow(self.seed.title)
        seat.follow("กรณีและการติดต่อสำนักงาน")
        seat.follow("เปิดกรณี")
        hands.write("เรียกกรณีนี้ว่า", self.title)
        seat.save()
        seat.follow("เพิ่มช่องทางของคนในครอบครัว")
        hands.choose("ของใคร", self.called(self.pattern.who))
        hands.choose("ช่องทาง", self.pattern.pathway)
        hands.choose("ใครยื่น", self.pattern.files)
        if self.pattern.filer in self.seed.names:
            hands.choose("ผู้ยื่นเป็นคนในครอบครัว", self.called(self.pattern.filer))
        elif self.pattern.filer:
            hands.write("หรือชื่อผู้ยื่นจากนอกครอบครัว", self.pattern.filer)
        seat.save()

    def of_the_case(self, seat: Seat, words: str) -> None:
        """Follow a link of the person's card on the page of the case."""
        self.at_case(seat)
        seat.follow(f"{words} {self.called(self.pattern.who)}")

    # --- steps ------------------------------------------------------------------------

    def moved(self, step: told.Moved, seat: Seat | None = None) -> None:
        """Record what happened to the pathway."""
        seat = seat or self.worker
        self.at_case(seat)
        seat.follow(f"บันทึกความคืบหน้า {self.called(self.pattern.who)}")
        _choose(seat, step.what)
        if step.why:
            seat.hands.write("เหตุผลหรือรายละเอียด", step.why)
        seat.save()

    def contact(self, step: told.Contact) -> None:
        """Record a contact with an office."""
        seat, hands = self.worker, self.worker.hands
        self.at_case(seat)
        seat.follow(f"บันทึกการติดต่อ {self.called(self.pattern.who)}")
        hands.write("สำนักงาน", step.office)
        hands.choose("ผลเป็นอย่างไร", step.came)
        hands.write("เขาพูดว่าอะไร", step.said)
        self._more_of_contact(step)
        seat.save()
        letter = seat.page.get_by_role("link", name="เปิดหนังสือเพื่อพิมพ์", exact=True)
        assert bool(letter.count()) is step.letter, step
        seat.follow("ไปที่กรณี")

    def _more_of_contact(self, step: told.Contact) -> None:
        hands = self.worker.hands
        if not (step.codes or step.papers or step.role or step.money):
            return
        hands.actions += 1
        self.worker.page.locator("summary", has_text="เพิ่มเติม").first.click()
        for code in step.codes:
            hands.tick(code)
        if step.papers:
            hands.write("ได้เอกสารอะไรกลับมา", step.papers)
        if step.role:
            hands.write("ตำแหน่งเจ้าหน้าที่", step.role)
        if step.money:
            hands.write("เงินที่ถูกเรียก บาท", step.money[0])
            hands.write("ใครเรียก ผ่านใคร", step.money[1])

    def paper(self, step: told.Paper) -> None:
        """Record a paper with its picture, then each fact as shown by it."""
        seat, hands = self.worker, self.worker.hands
        self.at_family(seat)
        seat.follow("เอกสารและหลักฐาน")
        seat.follow("เพิ่มเอกสาร")
        hands.actions += 1
        seat.page.get_by_label("เลือกแฟ้ม").set_input_files(
            picture(self.folder / "paper.png")
        )
        hands.write("เป็นเอกสารอะไร", step.kind)
        hands.choose("เอกสารของใคร", self.called(step.whose))
        if step.issuer:
            hands.write("ใครออกให้", step.issuer)
        for who, facts in step.shows.items():
            self._mark(who, facts)
        seat.save("บันทึกเอกสาร")
        for who, facts in step.shows.items():
            for fact in facts:
                self._shown(who, fact, step)

    def _mark(self, who: str, facts: tuple[str, ...]) -> None:
        fold = self.worker.page.locator("details", has_text=self.called(who)).first
        if fold.get_attribute("open") is None:
            self.worker.hands.actions += 1
            fold.locator("summary").click()
        for fact in facts:
            self.worker.hands.actions += 1
            row = fold.get_by_role("group", name=fact, exact=True)
            row.get_by_label("สนับสนุน").check()

    def _shown(self, who: str, fact: str, step: told.Paper) -> None:
        seat, hands = self.worker, self.worker.hands
        if not seat.page.get_by_role("heading", name=self.called(who)).count():
            self.at_family(seat)
            seat.follow(self.called(who), within=seat.page.locator("table.people"))
        seat.follow(f"แก้ {fact}")
        if step.year and fact == "วันเกิด":
            hands.write("ปี", step.year)
        hands.choose("รู้ได้อย่างไร", "มีเอกสาร")
        hands.choose("เอกสารที่แสดง", step.kind)
        seat.save()

    def tell(self, step: told.Told) -> None:
        """Tell a fact of somebody."""
        seat = self.worker
        self.at_family(seat)
        seat.follow(self.called(step.whose), within=seat.page.locator("table.people"))
        seat.follow("บอกข้อเท็จจริง")
        seat.follow(step.fact)
        seat.hands.tick(step.answer)
        seat.hands.write("ใครบอก", step.who)
        seat.save()

    def tested(self, step: told.Tested) -> None:
        """Record a DNA test, and tell the kinship what it found."""
        seat, hands = self.worker, self.worker.hands
        self.at_case(seat)
        seat.follow("แผนหลักฐาน")
        seat.follow("เพิ่มการตรวจดีเอ็นเอ")
        hands.choose("เรื่องของใคร", self.called(step.whose))
        hands.choose("ตรวจเทียบกับใคร", self.called(step.other))
        hands.write("ตรวจที่ไหน ทางใด", step.place)
        hands.choose("ผล", "ผลว่าเป็นพ่อแม่ลูกกัน")
        seat.save()
        hands.press("บันทึกกับความเป็นญาติ")
        assert seat.page.get_by_text("บันทึกกับความเป็นญาติแล้ว").first.is_visible()

    def confirmed(self, step: told.Confirmed) -> None:
        """Let a supervisor look at what is missing, and confirm."""
        seat = self.chief
        self.at_case(seat)
        seat.follow("พร้อมยื่นหรือยัง")
        seat.follow(self.called(self.pattern.who))
        lines = seat.page.locator("main").inner_text()
        seat.follow("ยืนยันพร้อมเหตุผล" if step.despite else "ยืนยันว่าพร้อมยื่น")
        assert ("ยังยืนยันไม่ได้" in lines) is bool(step.despite), lines
        _choose(seat, "ยืนยันว่าพร้อมยื่น")
        if step.despite:
            seat.hands.write("เหตุผลหรือรายละเอียด", step.despite)
        seat.save()

    def packed(self, step: told.Packed) -> None:
        """Make a pack, have it checked and signed off, and take it along."""
        self.of_the_case(self.worker, "ทำเอกสารที่ใช้ยื่น")
        for fact in step.tell:
            self.worker.hands.tick(fact)
        self.worker.save("ทำชุดเอกสาร")
        self._checked(self.worker, "ส่งตรวจ รับรอง หรือเขียนความเห็น", "ส่งให้หัวหน้าทีมตรวจ")
        self.at_case(self.chief)
        self.chief.follow("เอกสารที่ใช้ยื่น")
        newest = self.chief.page.get_by_role("link", name=re.compile("^ชุดที่ ")).first
        self.chief.follow(newest.inner_text())
        self._checked(
            self.chief, "รับรอง ส่งกลับ หรือเขียนความเห็น", "รับรอง: เอกสารไม่มีตราฉบับร่าง"
        )
        assert self.chief.page.get_by_text("รับรองโดย").is_visible()
        taken = self.taken(self.chief, "ทั้งชุด PDF เดียว")
        if step.kept:
            self.golden = taken

    def _checked(self, seat: Seat, link: str, choice: str) -> None:
        seat.follow(link)
        seat.hands.tick(choice)
        seat.save()

    def drafted(self, step: told.Drafted) -> None:
        """Take the draft for a step against a refusal along."""
        self.at_case(self.worker)
        self.worker.follow("กำหนดเวลาและทางแก้")
        taken = self.taken(self.worker, f"ทำร่าง: {step.step}")
        self.drafts[step.step] = taken.read_bytes()

    def taken(self, seat: Seat, words: str) -> Path:
        """Take a file along; the second factor is shown again where it is asked for."""
        came: list[Any] = []
        seat.page.on("download", lambda one: came.append(one))
        seat.follow(words)
        again = seat.page.get_by_label("รหัสจากแอป")
        until = time.monotonic() + WAIT / 1000
        while not came and time.monotonic() < until:
            if again.is_visible():
                seat.hands.write("รหัสจากแอป", self.demo.next_code(seat.name))
                # Then the file comes by itself; the page of the question stays.
                seat.hands.press("ยืนยัน")
                until = time.monotonic() + WAIT / 1000
            seat.page.wait_for_timeout(100)
        assert came, (words, seat.page.url)
        path = self.folder / f"{time.monotonic_ns()}-{came[0].suggested_filename}"
        came[0].save_as(path)
        return path


def _choose(seat: Seat, move: str) -> None:
    """Choose a move by its words; the form says behind them where it leads."""
    seat.hands.actions += 1
    words = re.compile(rf"^\s*{re.escape(move)}( →| \(|\s*$)")
    seat.page.get_by_label(words).first.check()


_PLAYED: Mapping[type, Callable[[Player, Any], None]] = {
    told.Moved: Player.moved,
    told.Contact: Player.contact,
    told.Paper: Player.paper,
    told.Tested: Player.tested,
    told.Told: Player.tell,
    told.Confirmed: Player.confirmed,
    told.Packed: Player.packed,
    told.Drafted: Player.drafted,
}
