"""Sample families and lives for the tests of the pictures, and hostile ones."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Sequence
from datetime import date

import pytest

from sathana.pictures import (
    Bar,
    TimelineEvent,
    TimelinePerson,
    TreePerson,
    family_tree,
    life_timeline,
)

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = "svg title desc defs pattern rect circle path g a text"
HOSTILE = (
    "<script>alert(1)</script>",
    "\"><svg onload='x'>",
    "]]> --> &amp; &lt; {{ x }}",
    "",
    " \n\t ",
    "\x00\x07\x1b[31m",
    "\ud800 half a pair",
    "\ufffe\uffff",
    "👩‍👩‍👧‍👦 ครอบครัว",
    "\u202eกลับหลัง\u202c مرحبا بالعالم",
    "ก" * 5000,
    "ก" + "่" * 300,
    'var(--yes, #000000)" x="',
)


def day(year: int, month: int = 1, of_month: int = 1) -> int:
    """Return the ordinal of a day."""
    return date(year, month, of_month).toordinal()


def three_generations() -> list[TreePerson]:
    """Return a family with two wives, an unnamed grandfather and a grandchild."""
    told: Sequence[tuple[str, str, str | None, str | None, tuple[str, ...]]] = (
        ("gf", "นายอาโซะ เชอหมื่อ", None, None, ("gm",)),
        ("gm", "นางหมี่จู เชอหมื่อ", None, None, ()),
        ("mgf", "", None, None, ()),
        ("mgm", "นางบัวคำ ใจดี", None, None, ("mgf",)),
        ("f", "นายอาแฮ เชอหมื่อ", "gf", "gm", ("m", "w2")),
        ("m", "นางสาวคำแปง ใจดี", "mgf", "mgm", ()),
        ("w2", "นางหมี่ผ่า มาเยอะ", None, None, ()),
        ("c1", "นางสาวอาภา เชอหมื่อ", "f", "m", ()),
        ("c2", "นายสมชาย เชอหมื่อ", "f", "m", ()),
        ("c3", "เด็กหญิงหมี่นา เชอหมื่อ", "f", "w2", ()),
        ("h", "นายธนา สุขใจ", None, None, ()),
        ("g1", "เด็กชายภูผา สุขใจ", "h", "c1", ()),
    )
    return [
        TreePerson(
            id=name,
            label=label,
            sublabel="เกิด พ.ศ. 2510",
            father=father,
            mother=mother,
            spouses=spouses,
            status="contested" if name == "f" else "yes",
            status_text="ศาลกับฝ่ายปกครองเห็นต่างกัน" if name == "f" else "มีสัญชาติไทย",
            focus=name == "c1",
        )
        for name, label, father, mother, spouses in told
    ]


def two_readings() -> list[TimelinePerson]:
    """Return one life as the court reads it and as the administration does."""
    first = Bar(
        start=day(1955),
        end=day(1972, 12, 13),
        status="yes",
        text="มีสัญชาติไทย",
        start_until=day(1957),
    )
    kept = Bar(start=day(1972, 12, 14), end=day(2025), status="yes", text="ยังคงมี")
    lost = Bar(start=day(1972, 12, 14), end=day(2008, 2, 27), status="no", text="ถูกถอน")
    back = Bar(
        start=day(2008, 2, 28), end=day(2009), status="contested", text="อาจได้คืน"
    )
    return [
        TimelinePerson(id="court", label="ตามแนวศาล", bars=(first, kept)),
        TimelinePerson(id="office", label="ตามแนวอำเภอ", bars=(first, lost, back)),
    ]


def law_events() -> list[TimelineEvent]:
    """Return law events, three of them within one year."""
    return [
        TimelineEvent(day=day(2008, 2, 28), label="พ.ร.บ. สัญชาติ (ฉบับที่ 4)"),
        TimelineEvent(day=day(1972, 12, 14), label="ประกาศของคณะปฏิวัติ ฉบับที่ 337"),
        TimelineEvent(day=day(1992, 2, 26), label="พ.ร.บ. สัญชาติ (ฉบับที่ 2)"),
        TimelineEvent(day=day(1992, 4, 8), label="แต่งงาน", kind="life"),
        TimelineEvent(day=day(1992, 6, 1), label="กฎกระทรวง"),
        TimelineEvent(day=day(1913, 4, 10), label="ก่อนเส้นเวลา"),
    ]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_text_in_a_tree(text: str) -> None:
    person = TreePerson(
        id=text,
        label=text,
        sublabel=text,
        status_text=text,
        father=text + "f",
        spouses=(text, text + "s"),
        href=text,
    )
    picture = family_tree([person], title=text, description=text, prefix=text)
    _check_harmless(picture)


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_text_in_a_timeline(text: str) -> None:
    bar = Bar(start=day(2000), end=day(2001), status="no", text=text)
    line = TimelinePerson(id=text, label=text, sublabel=text, bars=(bar,), href=text)
    event = TimelineEvent(day=day(2000, 5), label=text, date_text=text, href=text)
    for width in (0, 340, 880):
        picture = life_timeline(
            [line],
            [event],
            start=day(1999),
            end=day(2010),
            title=text,
            prefix=text,
            width=width,
        )
        _check_harmless(picture)


def _check_harmless(picture: str) -> None:
    picture.encode("utf-8")
    root = ET.fromstring(picture)
    allowed = ALLOWED.split()
    for node in root.iter():
        assert node.tag.removeprefix(SVG) in allowed
        assert not any(name.startswith("on") for name in node.attrib)
        assert not node.get("href", "").lower().startswith(("javascript", "//"))
        assert len(node.text or "") < 6_000


def test_a_name_of_megabytes_is_drawn_in_a_moment() -> None:
    person = TreePerson(id="a", label="เก่า " * 200_000, status_text="x" * 500_000)
    assert len(family_tree([person], title="t")) < 10_000
