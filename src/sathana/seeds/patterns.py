"""Twelve patterns of families, F1 to F12, each told as facts of a case file.

Papers of the state are given as documented only where the pattern says that the paper
is there; everything else is what the family tells.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sathana.seeds.making import Making, Plain, born, from_abroad, shown, surveyed


def pupils_and_thai_mother(making: Making) -> None:
    """F1: two siblings without papers at school, their mother holds a Thai card."""
    making.title = "พี่น้องสองคนที่โรงเรียน แม่มีบัตรไทย"
    making.person("Mother", "female", born=born(making.year(1980, 1986)))
    card = making.paper(
        "E1", "บัตรประจำตัวประชาชน", ["Mother.thai"], issuer="ที่ว่าการอำเภอ (สมมติ)"
    )
    making.persons["Mother"]["thai"] = shown("yes", card)
    for label, year in (("Elder", making.year(2009, 2011)), ("Younger", 2014)):
        making.person(
            label,
            making.chance.choice(("female", "male")),
            born=born(year, notified="none"),
            mother="Mother",
            father="unknown",
            parents_marriage="never",
            student="yes",
        )


def elder_recorded_abroad(making: Making) -> None:
    """F2: an elder born here, recorded as born abroad; the children are Thai."""
    making.title = "ผู้เฒ่าเกิดในไทย ทะเบียนเขียนว่าเกิดต่างประเทศ"
    register = making.paper("E1", "ทะเบียนประวัติ", [], date="1991")
    witness = making.paper("E2", "คำให้การของผู้เฒ่าสองคน", [])
    year = making.year(1942, 1952)
    making.person(
        "Elder",
        "female",
        born={
            "date": {"value": year, "grade": "claimed"},
            "country": [
                shown("MM", register),
                shown("TH", witness, "witnessed"),
            ],
        },
        father="unknown",
        mother="unknown",
        registers=surveyed(1991),
        residence=[{"from": year}],
        livelihood="yes",
        conduct="good",
    )
    for label in ("Son", "Daughter"):
        making.person(
            label,
            "male" if label == "Son" else "female",
            born=born(making.day(making.year(1966, 1971))),
            mother="Elder",
            father="unknown",
        )
        card = making.paper(f"C-{label}", "บัตรประจำตัวประชาชน", [f"{label}.thai"])
        making.persons[label]["thai"] = shown("yes", card)


def unpaid_hospital(making: Making) -> None:
    """F3: a girl of sixteen whose birth paper the hospital held back; a brother."""
    making.title = "ใบเกิดค้างที่โรงพยาบาล น้องไม่มี พี่มี"
    _parents_from_abroad(making, 1989)
    brother = making.paper("E1", "สูติบัตร", ["Brother.born.date", "Brother.born.country"])
    making.person(
        "Brother",
        "male",
        born={
            "date": shown(making.day(2006), brother),
            "country": shown("TH", brother),
            "notified": "in_time",
        },
        **_child_of_both(),
    )
    making.person(
        "Girl",
        "female",
        born=born(making.day(2010), notified="none"),
        **_child_of_both(),
    )


def father_gone(making: Making) -> None:
    """F4: a Thai father who left, a mother without nationality, a stepfather."""
    making.title = "พ่อไทยจากไป พ่อเลี้ยงช่วยพา"
    making.person("Father", "male", thai="yes", born=born(making.year(1975, 1982)))
    making.person(
        "Mother", "female", born=born(making.year(1980, 1986), "MM"),
        **from_abroad(1999, 2005),
    )  # fmt: skip
    making.person("Stepfather", "male", thai="yes", born=born(making.year(1972, 1980)))
    making.person(
        "Girl",
        "female",
        born=born(making.day(making.year(2007, 2012)), notified="late"),
        father="Father",
        mother="Mother",
        parents_marriage="never",
        legitimation="never",
        paternity_proved="unknown",
    )
    making.kin.append(("Girl", "Stepfather", "step", "father"))


def struck_off(making: Making) -> None:
    """F5: a family whose names were removed in 2002; children were born since."""
    making.title = "ชื่อถูกจำหน่ายปี 2545 ลูกเกิดหลังจากนั้น"
    order = making.paper("E1", "หนังสือแจ้งจำหน่ายชื่อ", ["Father.orders"])
    for label, sex in (("Father", "male"), ("Mother", "female")):
        making.person(
            label,
            sex,
            born=born(making.year(1960, 1970)),
            father="unknown",
            mother="unknown",
            registers=[{"kind": "TR14", "from": 1985, "until": "2002-02-05"}],
            orders=[
                {
                    "kind": "struck_off",
                    "on": "2002-02-05",
                    "grade": "documented",
                    "source": order,
                }
            ],
        )
    for label, year in (("First", 2003), ("Second", making.year(2005, 2009))):
        making.person(
            label,
            making.chance.choice(("female", "male")),
            born=born(making.day(year), notified="late"),
            **_child_of_both(),
        )


def rootless(making: Making) -> None:
    """F6: a child found or left, who has only the name of a people."""
    making.title = "เด็กไร้รากเหง้า โตในบ้านพักเด็ก"
    year = making.year(2004, 2009)
    making.person(
        "Youth",
        making.chance.choice(("female", "male")),
        born=born(year, "unknown"),
        father="unidentifiable",
        mother="unidentifiable",
        found=making.day(year + 1),
        care=[{"from": year + 1}],
        student="yes",
        education="secondary",
    )


def office_elsewhere(making: Making) -> None:
    """F7: three brothers born in another province; somebody asks for money to sign."""
    making.title = "สามพี่น้อง เกิดอีกจังหวัด มีคนขอเงิน"
    _parents_from_abroad(making, 1986)
    for number, year in enumerate((1994, 1996, making.year(1998, 2001)), 1):
        making.person(
            f"Brother{number}",
            "male",
            born=born(making.day(year), notified="late", place="อีกจังหวัดหนึ่ง"),
            registers=surveyed(2007, "TR38_1"),
            attempts=(
                [
                    {
                        "pathway": "S23",
                        "office": "อำเภอต้นทาง (สมมติ)",
                        "result": "not_received",
                    }
                ]
                if number == 1
                else []
            ),
            **_child_of_both(),
        )


def five_siblings(making: Making) -> None:
    """F8: five siblings, one of them runs for all."""
    making.title = "พี่น้องห้าคน พี่คนโตวิ่งเรื่องให้ทุกคน"
    _parents_from_abroad(making, 1984)
    for number in range(1, 6):
        making.person(
            f"Child{number}",
            "female" if number % 2 else "male",
            born=born(making.day(1990 + 3 * number), notified="late"),
            registers=surveyed(2005),
            education="primary" if number < 3 else "secondary",
            **_child_of_both(),
        )


def left_out(making: Making) -> None:
    """F9: a boy left out: his parents' nationality was entered after his birth."""
    making.title = "ลูกตกหล่น พ่อแม่ได้ลงรายการสัญชาติหลังลูกเกิด"
    entry = making.paper(
        "E1", "ทะเบียนบ้าน", ["Father.orders", "Mother.orders"], date="2003-06-11"
    )
    for label, sex in (("Father", "male"), ("Mother", "female")):
        making.person(
            label,
            sex,
            born=born(making.year(1964, 1970)),
            father="unknown",
            mother="unknown",
            original_highlander="yes",
            orders=[
                {
                    "kind": "nationality_entered",
                    "on": "2003-06-11",
                    "grade": "documented",
                    "source": entry,
                }
            ],
        )
    making.person(
        "Boy", "male", born=born(making.day(making.year(1996, 2001)), notified="none"),
        **_child_of_both(),
    )  # fmt: skip


def near_a_degree(making: Making) -> None:
    """F10: a student close to a degree; the parents came in after the survey dates."""
    making.title = "นักศึกษาใกล้จบ พ่อแม่เข้ามาหลังวันสำรวจ"
    _parents_from_abroad(making, 2000, stay="unpermitted")
    paper = making.paper("E1", "หนังสือรับรองการศึกษา", ["Student.education"])
    making.person(
        "Student",
        making.chance.choice(("female", "male")),
        born=born(making.day(making.year(2002, 2004)), notified="late"),
        education=shown("secondary", paper),
        student="yes",
        conduct="good",
        **_child_of_both(),
    )


def needs_a_guardian(making: Making) -> None:
    """F11: an adult with a disability who cannot file alone."""
    making.title = "ผู้ใหญ่พิการ ต้องมีผู้แทนยื่นคำร้อง"
    making.person("Sister", "female", thai="yes", born=born(making.year(1972, 1978)))
    making.person(
        "Adult",
        "male",
        born=born(making.year(1976, 1984)),
        father="unknown",
        mother="unknown",
        residence=[{"from": 1985}],
        speaks_thai="unknown",
    )
    making.kin.append(("Adult", "Sister", "guardian", "guardian"))
    making.needs["Adult"] = "สื่อสารด้วยภาษามือในบ้าน ต้องมีคนในครอบครัวไปด้วย"


def returned(making: Making) -> None:
    """F12: a girl brought back from across the border; her parents hold Thai cards."""
    making.title = "เรื่องปิด: เด็กหญิงที่กลับมา"
    making.sealed = True
    for label, sex in (("Father", "male"), ("Mother", "female")):
        making.person(label, sex, born=born(making.year(1968, 1976)))
        card = making.paper(f"C-{label}", "บัตรประจำตัวประชาชน", [f"{label}.thai"])
        making.persons[label]["thai"] = shown("yes", card)
    making.person(
        "Girl",
        "female",
        born=born(making.day(making.year(2005, 2008)), notified="none"),
        **_child_of_both(),
    )


def _child_of_both() -> Plain:
    return {
        "father": "Father",
        "mother": "Mother",
        "parents_marriage": "never",
        "legitimation": "never",
    }


def _parents_from_abroad(making: Making, entered: int, stay: str = "lenient") -> None:
    for label, sex in (("Father", "male"), ("Mother", "female")):
        facts = from_abroad(entered, entered + 5)
        facts["stay"] = [{"kind": stay, "from": entered + 5}]
        making.person(
            label, sex, born=born(entered - making.year(16, 24), "MM"), **facts
        )


PATTERNS: Mapping[str, Callable[[Making], None]] = {
    "F1": pupils_and_thai_mother,
    "F2": elder_recorded_abroad,
    "F3": unpaid_hospital,
    "F4": father_gone,
    "F5": struck_off,
    "F6": rootless,
    "F7": office_elsewhere,
    "F8": five_siblings,
    "F9": left_out,
    "F10": near_a_degree,
    "F11": needs_a_guardian,
    "F12": returned,
}
"""The twelve patterns by their number."""
