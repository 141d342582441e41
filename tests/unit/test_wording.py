"""Conditions are said in plain Thai and English, from the tree itself."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.calendars.spans import DateSpan
from sathana.facts.subject import (
    ASKED,
    READ,
    Relative,
    Subject,
    not_verified,
    on,
    years_before,
)
from sathana.facts.wording import Line, describe, fact_phrase, outline, plain
from sathana.facts.wording_facts import EVENTS, SPELLS, STATES
from sathana.logic.nodes import (
    NO,
    YES,
    And,
    Cases,
    Condition,
    Const,
    Day,
    FactDay,
    FixedDay,
    Holds,
    Is,
    LaterOf,
    Not,
    OpenLaw,
    Or,
    Throughout,
    YearsAfter,
    all_of,
    any_of,
)
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import REGISTER_KINDS, STAY_KINDS

P = Subject()
MARRIAGE = Relative("marriage")
BORN_1972_TO_1992 = P.birth.within(on("1972-12-14"), on("1992-02-26"))
SPOUSE_THAI = P.wedding.before(on("1965-08-05")) & P.spouse.thai_at(P.wedding)

SAID: list[tuple[Condition, str, str]] = [
    (
        P.born_in_thailand & BORN_1972_TO_1992,
        (
            "the person was born in Thailand on or after 14 December 1972 and before "
            "26 February 1992"
        ),
        "บุคคลนี้เกิดในประเทศไทย ตั้งแต่วันที่ 14 ธันวาคม 2515 และก่อนวันที่ 26 กุมภาพันธ์ 2535",
    ),
    (
        ~P.born_in_thailand,
        "the person was not born in Thailand",
        "บุคคลนี้ไม่ได้เกิดในประเทศไทย",
    ),
    (
        P.day("legitimation").by(ASKED),
        "the person has been registered as the father's lawful child",
        "บุคคลนี้ได้รับการจดทะเบียนรับรองบุตรจากบิดาแล้ว",
    ),
    (
        ~P.day("legitimation").by(ASKED),
        "the person has not been registered as the father's lawful child",
        "บุคคลนี้ไม่ได้รับการจดทะเบียนรับรองบุตรจากบิดา",
    ),
    (
        P.day("parents_marriage").by(P.birth),
        "the parents registered their marriage to each other by the day of birth",
        "บิดามารดาจดทะเบียนสมรสกันภายในวันที่บุคคลนี้เกิด",
    ),
    (
        P.mother.thai_at(P.birth),
        "the mother held Thai nationality on the day of birth",
        "มารดามีสัญชาติไทยในวันที่บุคคลนี้เกิด",
    ),
    (
        P.father.alien_at(P.birth),
        "the father can be identified and was not Thai on the day of birth",
        "รู้ได้ว่าบิดาเป็นใคร และบิดาไม่มีสัญชาติไทยในวันที่บุคคลนี้เกิด",
    ),
    (
        P.mother.stays_as("lenient", "temporary", on=P.birth),
        (
            "the mother stayed in Thailand on the day of birth by individual leniency "
            "or with permission to stay for a time"
        ),
        (
            "มารดาอยู่ในประเทศไทยในวันที่บุคคลนี้เกิด โดยได้รับการผ่อนผันเป็นกรณีพิเศษเฉพาะราย "
            "หรือโดยได้รับอนุญาตให้อยู่ชั่วคราว"
        ),
    ),
    (
        P.resides_throughout(P.birth, on("2008-02-28")) & P.is_registered_by(ASKED),
        (
            "the person lived in Thailand without a break from the day of birth until "
            "28 February 2008 and has been entered in a civil register"
        ),
        (
            "บุคคลนี้อาศัยอยู่ในประเทศไทยต่อเนื่องตั้งแต่วันที่บุคคลนี้เกิดจนถึงวันที่ 28 กุมภาพันธ์ 2551 "
            "และมีชื่อในทะเบียนของทางราชการแล้ว"
        ),
    ),
    (
        P.any_marriage(SPOUSE_THAI),
        (
            "the person has a marriage of which this holds: the marriage was "
            "registered "
            "before 5 August 1965 and the spouse held Thai nationality on the day the "
            "marriage was registered"
        ),
        (
            "บุคคลนี้มีการสมรสครั้งหนึ่งที่เป็นดังนี้: การสมรสจดทะเบียนก่อนวันที่ 5 สิงหาคม 2508 "
            "และคู่สมรสมีสัญชาติไทยในวันที่การสมรสจดทะเบียน"
        ),
    ),
    (
        ~P.ordered("revoked", by=on("2001-01-01")),
        (
            "there is no order of the state for the person by 1 January 2001: Thai "
            "nationality revoked"
        ),
        "ไม่มีคำสั่งของทางราชการแก่บุคคลนี้ภายในวันที่ 1 มกราคม 2544 คือถอนสัญชาติไทย",
    ),
    (
        not_verified("ANN-2025/window"),
        "a text that has not been verified: ANN-2025/window",
        "ตัวบทที่ยังไม่ได้ตรวจสอบ: ANN-2025/window",
    ),
    (
        Cases(P.is_female, P.born_in_thailand, ~P.father.rule("S23")),
        (
            "if the person is female: the person was born in Thailand; otherwise: the "
            "father does not meet “S23”"
        ),
        (
            "ถ้าบุคคลนี้เป็นเพศหญิง ต้องเป็นว่าบุคคลนี้เกิดในประเทศไทย ถ้าไม่เช่นนั้น "
            "ต้องเป็นว่าบิดาไม่เข้าเกณฑ์ “S23”"
        ),
    ),
    (
        P.birth.by(years_before(ASKED, 20)),
        "the person was 20 or older on the day asked about",
        "บุคคลนี้อายุครบ 20 ปีแล้วในวันที่ถามถึง",
    ),
    (
        ~YearsAfter(P.birth, 20).by(on("2008-02-28")),
        "the person was under 20 on 28 February 2008",
        "บุคคลนี้อายุยังไม่ครบ 20 ปีในวันที่ 28 กุมภาพันธ์ 2551",
    ),
    (
        P.father.entry.by(years_before(ASKED, 15)),
        (
            "the father came into Thailand from outside at least 15 years before the "
            "day asked about"
        ),
        "บิดาเข้ามาในประเทศไทยจากต่างประเทศไม่น้อยกว่า 15 ปีก่อนวันที่ถามถึง",
    ),
    (
        on("1992-02-26").by(READ),
        "the law is read as it stood on or after 26 February 1992",
        "อ่านกฎหมายตามที่เป็นอยู่ตั้งแต่วันที่ 26 กุมภาพันธ์ 2535",
    ),
    (
        P.order_day.within(on("1965-08-05"), on("1992-02-26")),
        "the order was made on or after 5 August 1965 and before 26 February 1992",
        "คำสั่งออกตั้งแต่วันที่ 5 สิงหาคม 2508 และก่อนวันที่ 26 กุมภาพันธ์ 2535",
    ),
    (
        P.order_by("minister", "court") & ~P.ordered_under("S23"),
        (
            "the order was made by the Minister of the Interior or a court and does "
            "not "
            "name “S23” as its ground"
        ),
        "คำสั่งออกโดยรัฐมนตรีว่าการกระทรวงมหาดไทย หรือศาล และไม่ได้อ้าง “S23” เป็นฐาน",
    ),
    (
        P.mother.thai_at(P.birth, without=("soil",)),
        (
            "the mother held Thai nationality on the day of birth (not counting "
            "nationality by birth in Thailand)"
        ),
        "มารดามีสัญชาติไทยในวันที่บุคคลนี้เกิด (ไม่นับสัญชาติโดยหลักดินแดน)",
    ),
    (
        P.day("paternity_proved").by(ASKED),
        "the father has been proved to be the biological father",
        "บิดาได้รับการพิสูจน์ว่าเป็นบิดาผู้ให้กำเนิดแล้ว",
    ),
]


@pytest.mark.parametrize(("node", "english", "thai"), SAID)
def test_a_condition_is_one_plain_sentence(
    node: Condition, english: str, thai: str
) -> None:
    assert describe(node, "en") == english
    assert describe(node, "th") == thai


def test_relatives_are_named_after_the_person() -> None:
    names = {"self": "Noi"}
    assert (
        describe(P.mother.thai_at(P.birth), "en", names=names)
        == "Noi's mother held Thai nationality on the day of Noi's birth"
    )
    assert (
        describe(P.mother.thai_at(P.birth), "th", names={"self": "น้อย"})
        == "มารดาของน้อยมีสัญชาติไทยในวันที่น้อยเกิด"
    )
    assert (
        describe(P.day("parents_marriage").by(ASKED), "en", names=names)
        == "Noi's parents have registered their marriage to each other"
    )


def birth_is(text: str):  # type: ignore[no-untyped-def]
    return lambda day: text if day == P.birth else None


def test_a_fact_found_is_told_with_its_day() -> None:
    node = P.mother.thai_at(P.birth)
    names = {"self": "P"}
    days = birth_is("2 March 1975")
    said = {
        value: fact_phrase(node, value, "en", names, days=days)
        for value in ("yes", "no", "unknown")
    }
    assert said == {
        "yes": "P's mother held Thai nationality on 2 March 1975",
        "no": "P's mother was not Thai on 2 March 1975",
        "unknown": "it is not known whether P's mother held Thai nationality on "
        "2 March 1975",
    }


def test_a_fact_found_is_told_in_thai_with_its_day() -> None:
    node = P.mother.thai_at(P.birth)
    days = birth_is("2 มีนาคม 2518")
    no = fact_phrase(node, "no", "th", {"self": "P"}, days=days)
    unknown = fact_phrase(node, "unknown", "th", {"self": "P"}, days=days)
    assert no == "มารดาของ P ไม่มีสัญชาติไทยในวันที่ 2 มีนาคม 2518"
    assert unknown == "ยังไม่ทราบว่ามารดาของ P มีสัญชาติไทยในวันที่ 2 มีนาคม 2518 หรือไม่"


def test_a_day_that_is_compared_is_told_beside_the_comparison() -> None:
    node = P.birth.before(on("1992-02-26"))
    said = fact_phrase(node, "no", "en", {"self": "P"}, days=birth_is("3 May 1999"))
    assert said == "P was born on or after 26 February 1992 (3 May 1999)"


def test_a_rule_is_called_by_its_title() -> None:
    def title(rule: str, lang: str) -> str:
        return f"{rule} in {lang}"

    assert (
        describe(P.rule("S23"), "en", rule_title=title)
        == "the person meets “S23 in en”"
    )
    assert (
        describe(OpenLaw("X"), "th", rule_title=title) == "ตัวบทที่ยังไม่ได้ตรวจสอบ: X in th"
    )


def test_a_long_condition_becomes_an_indented_list() -> None:
    node = all_of(
        P.born_in_thailand,
        BORN_1972_TO_1992,
        any_of(P.father.alien_at(P.birth), P.mother.rule("A337-1")),
        ~P.ordered("spared_337"),
    )
    assert outline(node, "en") == (
        Line(0, "all of these:"),
        Line(
            1,
            "the person was born in Thailand on or after 14 December 1972 and before "
            "26 February 1992",
        ),
        Line(1, "at least one of these:"),
        Line(2, "the father can be identified and was not Thai on the day of birth"),
        Line(2, "the mother meets “A337-1”"),
        Line(
            1,
            "there is no order of the state for the person: exempted by the Minister "
            "from Announcement 337",
        ),
    )


def test_an_outline_of_cases_says_if_then_and_otherwise() -> None:
    long = all_of(P.born_in_thailand, P.is_female, P.mother.thai_at(P.birth), YES)
    lines = outline(Cases(P.is_female, long, ~P.born_in_thailand), "th")
    assert [line.text for line in lines if line.depth == 0] == [
        "ถ้า:",
        "ต้องเป็นว่า:",
        "ถ้าไม่เช่นนั้น ต้องเป็นว่า:",
    ]


def test_a_short_condition_stays_on_one_line() -> None:
    assert outline(P.born_in_thailand, "en") == (
        Line(0, "the person was born in Thailand"),
    )


def test_a_day_the_law_does_not_fix_is_said_to_lie_between_two() -> None:
    span = DateSpan(date(2017, 1, 1).toordinal(), date(2018, 3, 1).toordinal())
    node = P.birth.before(FixedDay(span, "law:1"))
    assert (
        describe(node, "en")
        == "the person was born before a day between 1 Jan 2017 and 1 Mar 2018"
    )


STATE_CASES = [
    (key, value)
    for key, words in STATES.items()
    for value in (words.values or (words.yes, words.no))
]
"""Every value that a fact can be asked for."""


def _everything_a_leaf_can_be() -> list[Condition]:
    day = on("2008-02-28")
    links = {"gives_nationality": "marriage", "orders.by": "order"}
    return [
        *(
            Is(links.get(key, "self"), "by" if key == "orders.by" else key, (value,))
            for key, value in STATE_CASES
        ),
        *(pair for key in EVENTS for pair in _both_ways(FactDay("self", key), day)),
        *_both_ways(P.wedding, day),
        *_both_ways(MARRIAGE.day("ended"), ASKED),
        *(Holds("father", "stay", (kind,), P.birth) for kind in STAY_KINDS),
        *(Holds("self", "registers", (kind,), day) for kind in REGISTER_KINDS),
        Holds("self", "registers", (), day),
        *(Throughout("self", key, P.birth, day) for key in SPELLS),
        *_both_ways(LaterOf(P.birth, P.mother.entry), P.father.day("died")),
        *_both_ways(YearsAfter(P.birth, 20), day),
        *_both_ways(YearsAfter(P.entry, 5), READ),
        *_both_ways(ASKED, day),
        *_both_ways(P.order_day, P.birth),
        Const(Truth.UNKNOWN),
        YES,
        NO,
        P.father_is_known,
    ]


def _both_ways(a: Day, b: Day) -> tuple[Condition, Condition]:
    return a.before(b), b.before(a)


@pytest.mark.parametrize("leaf", _everything_a_leaf_can_be(), ids=str)
def test_every_fact_can_be_said_and_denied_in_both_languages(leaf: Condition) -> None:
    english = [describe(node, "en") for node in (leaf, ~leaf)]
    thai = [describe(node, "th") for node in (leaf, ~leaf)]
    for text in (*english, *thai):
        assert text == text.strip()
        assert "  " not in text
        assert "{" not in text
    assert not re.search("[A-Za-z]", "".join(thai))
    assert not re.search("[\u0e00-\u0e7f]", "".join(english))
    if leaf != Const(Truth.UNKNOWN):
        assert english[0] != english[1]
        assert thai[0] != thai[1]


@pytest.mark.parametrize(
    "node",
    [
        Is("self", "shoe_size", ("42",)),
        P.day("first_tooth").by(ASKED),
        Is("self", "sex", ("purple",)),
        Is("self", "service", ("maybe",)),
        Holds("self", "hats", (), P.birth),
    ],
)
def test_a_fact_without_words_is_an_error_that_says_where_to_add_them(
    node: Condition,
) -> None:
    with pytest.raises(LookupError, match=r"(wording_facts|Known codes|can only be)"):
        describe(node, "en")


LEAVES = (
    P.is_female,
    P.born_in_thailand,
    P.mother.thai_at(P.birth),
    P.birth.before(on("1992-02-26")),
)
TREES = st.recursive(
    st.sampled_from([*LEAVES, YES, NO]),
    lambda inner: st.one_of(
        st.builds(Not, inner),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: Or(tuple(parts))),
        st.builds(Cases, inner, inner, inner),
    ),
    max_leaves=12,
)


def value_of(node: Condition, facts: dict[Condition, Truth]) -> Truth:
    match node:
        case Not(part):
            return ~value_of(part, facts)
        case And(parts):
            values = [value_of(part, facts) for part in parts]
            return min(values, key=_rank, default=Truth.YES)
        case Or(parts):
            values = [value_of(part, facts) for part in parts]
            return max(values, key=_rank, default=Truth.NO)
        case Cases(test, then, other):
            chosen = value_of(test, facts)
            if chosen is Truth.UNKNOWN:
                pytest.fail("only decided facts are given")
            return value_of(then if chosen is Truth.YES else other, facts)
        case Const(value):
            return value
        case _:
            return facts[node]


def _rank(value: Truth) -> int:
    return (Truth.NO, Truth.UNKNOWN, Truth.YES).index(value)


@given(
    tree=TREES,
    values=st.lists(
        st.sampled_from([Truth.YES, Truth.NO]),
        min_size=len(LEAVES),
        max_size=len(LEAVES),
    ),
)
def test_putting_a_condition_plainly_never_changes_its_truth(
    tree: Condition, values: list[Truth]
) -> None:
    facts = dict(zip(LEAVES, values, strict=True))
    assert value_of(plain(tree), facts) is value_of(tree, facts)


@given(tree=TREES)
def test_every_tree_can_be_said_and_outlined(tree: Condition) -> None:
    for lang in ("th", "en"):
        assert describe(tree, lang)
        lines = outline(tree, lang)
        assert lines[0].depth == 0
        assert all(line.text for line in lines)
