"""What a class is asked about each number, and what the law pack says of a bare child.

Plain values in, plain values out: nothing here knows a pupil. A number is told six
things; the engine reads them as a child and two parents of whom nothing else is known.
What it says is a first look, from what was said and not shown: no result, no promise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from sathana import status
from sathana.facts import casefile
from sathana.law.kept import follows_pack
from sathana.law.load import pack

type Text = Mapping[str, str]
type Json = dict[str, Any]


def _text(th: str, en: str) -> Text:
    return {"th": th, "en": en}


UNKNOWN = _text("ไม่รู้", "Not known")
_YES_NO = {"yes": _text("มี", "Yes"), "no": _text("ไม่มี", "No"), "unknown": UNKNOWN}
_CARDS = {
    "thai": _text("บัตรประชาชนไทย", "Thai identity card"),
    "6": _text("บัตรที่เลขขึ้นต้น 6", "Card whose number begins with 6"),
    "7": _text("บัตรที่เลขขึ้นต้น 7", "Card whose number begins with 7"),
    "8": _text("บัตรที่เลขขึ้นต้น 8", "Card whose number begins with 8"),
    "0": _text("บัตรที่เลขขึ้นต้น 0", "Card whose number begins with 0"),
    "foreign": _text("หนังสือเดินทางหรือบัตรของประเทศอื่น", "Papers of another country"),
    "none": _text("ไม่มีบัตร", "No card"),
    "unknown": UNKNOWN,
}
_DIGITS = {
    "none": _text("ไม่มีเลข 13 หลัก", "No 13-digit number"),
    **{one: _text(one, one) for one in "012345678"},
    "unknown": UNKNOWN,
}
QUESTIONS: Mapping[str, tuple[Text, Mapping[str, Text]]] = {
    "born": (
        _text("เกิดที่ไหน", "Born where"),
        {
            "thailand": _text("รู้ว่าเกิดในประเทศไทย", "Known: in Thailand"),
            "abroad": _text("รู้ว่าเกิดนอกประเทศไทย", "Known: outside Thailand"),
            "unknown": UNKNOWN,
        },
    ),
    "certificate": (_text("สูติบัตร", "Birth certificate"), _YES_NO),
    "mother": (_text("บัตรของแม่", "The mother’s card"), _CARDS),
    "father": (_text("บัตรของพ่อ", "The father’s card"), _CARDS),
    "g_code": (_text("รหัส G", "G code"), _YES_NO),
    "digit": (_text("เลขหลักแรก", "First digit of the number"), _DIGITS),
}
"""All that is asked; there is no field for words, and none is to be added."""
NUMBERS = 80
"""Most numbers of one list."""
_DRAWN = ("BR-", "BC")
"""Pathways that lead to a birth certificate: not for whom has one."""
_SHOWN, _ASKED = 3, 2


@dataclass(frozen=True, slots=True)
class Opens:
    """A pathway that may open.

    Attributes:
        open: Whether it is open as it stands; else something must be known first.
        verified: Mark of its provision in the law pack.
    """

    id: str
    title: Text
    open: bool
    verified: str


@dataclass(frozen=True, slots=True)
class Screened:
    """What is said of one number.

    Attributes:
        sentence: What follows from what was told, in one sentence.
        opens: Pathways that may open, nearest first.
        missing: What of the sheet's own questions is not known: asked first.
        asks: What to ask next.
    """

    sentence: Text
    opens: tuple[Opens, ...]
    missing: tuple[Text, ...]
    asks: tuple[Text, ...]


def screened(told: Mapping[str, str], ages: Sequence[int], day: date) -> Screened:
    """Return what the law pack says of what was told of a number.

    Args:
        told: Codes by question; a question left out is not known.
        ages: How old pupils of the class are, ``[from, to]``; empty: not told.
        day: Day asked about.
    """
    codes = tuple(told.get(name, "unknown") for name in QUESTIONS)
    return _screened(codes, tuple(ages), day)


# Pupils of a class give few different answers. Nothing kept here names anybody.
@follows_pack
@lru_cache(maxsize=512)
def _screened(codes: tuple[str, ...], ages: tuple[int, ...], day: date) -> Screened:
    told = dict(zip(QUESTIONS, codes, strict=True))
    case = casefile.read(_case(told, ages, day), name="number")
    at = day.toordinal()
    found: Any = status.assess(case, as_of=at, law_at=at)["persons"]
    child = found["Child"]
    opens = _opens(child, told)
    asks = _asks(child, [one.id for one in opens])
    return Screened(_sentence(child), opens, _missing(told), asks)


def _missing(told: Mapping[str, str]) -> tuple[Text, ...]:
    return tuple(QUESTIONS[name][0] for name, code in told.items() if code == "unknown")


def _case(told: Mapping[str, str], ages: tuple[int, ...], day: date) -> str:
    """Write what was told as a case file of a child and two parents."""
    child = ["student: yes", "mother: Mother", "father: Father", _born(told, ages, day)]
    if told["digit"].isdecimal():
        child.append(f"id13: {told['digit']}xxxxxxxxxxxx")
    people = {
        "Child": ["name: {th: เด็ก, en: the child}", *child],
        "Mother": ["name: {th: แม่ของเด็ก, en: the mother}", "sex: female"],
        "Father": ["name: {th: พ่อของเด็ก, en: the father}", "sex: male"],
    }
    people["Mother"] += _card(told["mother"])
    people["Father"] += _card(told["father"])
    lines = ["sathana: 1", "case: number", "persons:"]
    for who, facts in people.items():
        lines += [f"  {who}:", *(f"    {fact}" for fact in facts)]
    return "\n".join(lines) + "\n"


def _born(told: Mapping[str, str], ages: tuple[int, ...], day: date) -> str:
    country = {"thailand": "TH", "abroad": "abroad"}.get(told["born"], "unknown")
    when = "unknown"
    if ages:
        # Whole years, so that nobody of the class falls outside.
        first, last = day.year - max(ages) - 1, day.year - min(ages)
        when = f"{{not_before: {first}-01-01, not_after: {last}-12-31}}"
    return f"born: {{date: {when}, country: {country}}}"


def _card(code: str) -> list[str]:
    """Return what a card tells; whoever has none may be anybody."""
    if code == "thai":
        return ["thai: yes"]
    if code == "foreign":
        return ["foreign_nationality: yes"]
    return [f"id13: {code}xxxxxxxxxxxx"] if code.isdecimal() else []


def _sentence(child: Json) -> Text:
    if child["thai"]["answer"] == "yes":
        return _text(
            "ถ้าที่บอกไว้จริง กฎหมายถือว่ามีสัญชาติไทยแล้ว งานคือหาหลักฐานและแก้ทะเบียน",
            "If what was told holds, the law takes the child as Thai: the work is "
            "proof and the register.",
        )
    return _text("ยังบอกไม่ได้ ถามข้อต่อไปก่อน", "Cannot be said yet: ask what comes next.")


def _opens(child: Json, told: Mapping[str, str]) -> tuple[Opens, ...]:
    """Return the nearest pathways: open ones, then those that need the fewest facts."""
    held = told["certificate"] == "yes"
    thai = child["thai"]["answer"] == "yes"
    rows = [
        row
        for row in child["pathways"]
        if row["status"] in ("open", "needs_facts")
        and not (held and str(row["id"]).startswith(_DRAWN))
    ]
    rows.sort(key=_nearness)
    papers = [row for row in rows if row["kind"] == "registration"]
    gains = [row for row in rows if row["kind"] == "nationality"]
    # Whoever is Thai by what was told needs the register; others a paper and a gain.
    chosen = papers[:_SHOWN] if thai else papers[: not held] + gains[:_SHOWN]
    return tuple(
        Opens(row["id"], row["title"], row["status"] == "open", row["verified"])
        for row in chosen
    )


_MARKS = ("seen", "partly", "unverified")


def _nearness(row: Json) -> tuple[Any, ...]:
    """Order pathways: open ones first, then the best checked, then by facts needed."""
    needs = len(set(row["needs"]))
    return row["status"] != "open", _MARKS.index(row["verified"]), needs, row["id"]


def _asks(child: Json, shown: Sequence[str]) -> tuple[Text, ...]:
    """Return the questions that decide most of what is shown, each fact once."""
    found: dict[str, Text] = {}
    for near in (True, False):
        for need in child["needs"]:
            bears = bool(set(shown) & set(need["decides"])) or not near
            if bears and not str(need["fact"]).startswith("law."):
                found.setdefault(need["fact"], need["question"])
    return tuple(list(found.values())[:_ASKED])


def warning() -> Text:
    """Return what the law pack says to whoever makes a list of pupils."""
    return pack().rules["SCHOOL"].warn or _text("", "")


def law_version() -> str:
    """Return the edition of the law pack, for the foot of a paper."""
    return pack().version
