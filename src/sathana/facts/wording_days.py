"""The words for days and for whom a sentence speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sathana.calendars.dates import show
from sathana.facts.wording_facts import EVENTS, WEDDING, EventWords, SubjectOf
from sathana.logic.nodes import (
    AskedDay,
    Day,
    FactDay,
    FixedDay,
    LaterOf,
    LawDay,
    Link,
    YearsAfter,
)
from sathana.vocabulary.names import Lang, Name

type DayText = Callable[[Day], str | None]
"""Says a day concretely ("2 March 1975"), or ``None`` to let it be described."""
type RuleTitle = Callable[[str, str], str]
"""Title of a rule (id, language)."""

_DEFAULTS: Mapping[Link, Name] = {
    "self": Name("the person", "บุคคลนี้"),
    "father": Name("the father", "บิดา"),
    "mother": Name("the mother", "มารดา"),
    "spouse": Name("the spouse", "คู่สมรส"),
    "marriage": Name("the marriage", "การสมรส"),
    "order": Name("the order", "คำสั่ง"),
}
_RELATIVES: Mapping[Link, Name] = {
    "father": Name("father", "บิดา"),
    "mother": Name("mother", "มารดา"),
    "spouse": Name("spouse", "คู่สมรส"),
}
_BARE_DAY = re.compile(r"\d{1,2} \D")
_MONTH_OR_YEAR = re.compile(r"[A-Z][a-z]+ \d{4}|(B\.E\. )?\d{4}")


def tidy_thai(text: str) -> str:
    """Return the text with a space where Thai meets Latin letters or digits."""
    text = re.sub(r"(?<=[\u0e00-\u0e7f])(?=[A-Za-z0-9“(])", " ", text)
    return re.sub(r"(?<=[A-Za-z0-9”)])(?=[\u0e00-\u0e7f])", " ", text)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: the language, and what the persons, rules and days are called.

    Attributes:
        names: What to call each link; left out, the person is "the person" and a
            relative is named after the person ("P's mother", "the mother").
        rule_title: Title of a rule; left out, its id.
        days: Says a day concretely; left out, days are described.
    """

    lang: Lang
    names: Mapping[Link, str] = field(default_factory=dict)
    rule_title: RuleTitle | None = None
    days: DayText | None = None

    def say(self, name: Name) -> str:
        """Return the name in the speaker's language."""
        return name.in_(self.lang)

    def pick(self, en: str, th: str) -> str:
        """Return the one in the speaker's language."""
        return th if self.lang == "th" else en

    def who(self, link: Link) -> str:
        """Return what a person of the family is called."""
        if link in self.names:
            return self.names[link]
        if "self" in self.names and link in _RELATIVES:
            return self._of(self.say(_RELATIVES[link]), self.names["self"])
        return self.say(_DEFAULTS[link])

    def subject(self, link: Link, kind: SubjectOf) -> str:
        """Return of whom an event of the person at ``link`` is told."""
        if kind == "person":
            return self.who(link)
        if kind == "father" and link == "self":
            return self.who("father")
        word = self.say(
            Name("parents", "บิดามารดา") if kind == "parents" else _RELATIVES["father"]
        )
        if link == "self" and "self" not in self.names:
            return self.pick(f"the {word}", word)
        return self._of(word, self.who(link))

    def _of(self, word: str, owner: str) -> str:
        return self.pick(f"{owner}'s {word}", f"{word}ของ{owner}")

    def title(self, rule: str) -> str:
        """Return the title of a rule, or its id when nobody gives titles."""
        return self.rule_title(rule, self.lang) if self.rule_title else rule

    def concrete(self, day: Day) -> str | None:
        """Return the day as the caller says it; ``None`` if the caller does not."""
        return self.days(day) if self.days else None

    def noun(self, day: Day) -> str:
        """Return a day as a noun: "14 December 1972", "the day of birth"."""
        if (said := self.concrete(day)) is not None:
            return self._dated(said)
        match day:
            case FixedDay():
                return self._fixed(day)
            case FactDay():
                return self._event_day(day)
            case LaterOf(a, b):
                a_text, b_text = self.noun(a), self.noun(b)
                return self.pick(
                    f"the later of {a_text} and {b_text}",
                    f"วันที่มาทีหลังระหว่าง{a_text}กับ{b_text}",
                )
            case YearsAfter(base, years):
                return self._years_after(base, years)
            case _:
                return self.say(_PLAIN_DAYS[type(day)])

    def _dated(self, said: str) -> str:
        return f"วันที่ {said}" if self.lang == "th" and _BARE_DAY.match(said) else said

    def _fixed(self, day: FixedDay) -> str:
        text = show(day.span, self.lang)
        if day.span.is_unknown:
            text = self.pick("a day that is not known", "วันที่ยังไม่ทราบ")
        elif not day.span.is_exact and text.startswith(_OPEN_SPANS):
            text = self.pick(f"a day {text}", f"วันใดวันหนึ่ง{text}")
        else:
            text = self._dated(text)
        return text

    def _event_day(self, day: FactDay) -> str:
        if is_order_day(day):
            return self.pick("the day of the order", "วันที่มีคำสั่ง")
        words = event_words(day)
        who = self.subject(day.who, words.subject)
        if day.key == "born.date" and self.lang == "en":
            bare = day.who == "self" and "self" not in self.names
            return "the day of birth" if bare else f"the day of {who}'s birth"
        return self.pick(f"the day {who} {words.past}", f"วันที่{who}{words.thai}")

    def _years_after(self, base: Day, years: int) -> str:
        if (birth := birth_of(base)) is not None and years > 0:
            who = self.who(birth)
            return self.pick(
                f"the day {who} turned {years}", f"วันที่{who}อายุครบ {years} ปี"
            )
        text, count = self.noun(base), abs(years)
        unit = "year" if count == 1 else "years"
        if years < 0:
            return self.pick(
                f"the day {count} {unit} before {text}", f"วันเมื่อ {count} ปีก่อน{text}"
            )
        return self.pick(
            f"the day {count} {unit} after {text}", f"วันที่ครบ {count} ปีนับจาก{text}"
        )

    def at(self, day: Day) -> str:
        """Return "on 14 December 1972", "in 1972", "on the day of birth"."""
        text = self.noun(day)
        if self.lang == "th":
            return f"ใน{text}"
        return f"{'in' if _MONTH_OR_YEAR.fullmatch(text) else 'on'} {text}"


_OPEN_SPANS = ("between", "on or", "ระหว่าง", "ไม่เกิน", "ตั้งแต่")
_PLAIN_DAYS: Mapping[type[Day], Name] = {
    AskedDay: Name("the day asked about", "วันที่ถามถึง"),
    LawDay: Name("the day whose law is read", "วันของกฎหมายที่ใช้อ่าน"),
}


def event_words(day: FactDay) -> EventWords:
    """Return the words of the event whose day is meant.

    Raises:
        LookupError: Nobody has written words for this event yet.
    """
    if day.who == "marriage" and day.key in ("registered", "marriages.registered"):
        return WEDDING
    try:
        return EVENTS[day.key.removeprefix("marriages.")]
    except KeyError:
        raise LookupError(
            f"There are no words for the day of {day.key!r}, so a rule that asks it "
            f"cannot be shown; add it to EVENTS in sathana.facts.wording_facts."
        ) from None


def birth_of(day: Day) -> Link | None:
    """Return whose day of birth a day is; ``None`` if it is another day."""
    return day.who if isinstance(day, FactDay) and day.key == "born.date" else None


def is_order_day(day: Day) -> bool:
    """Return whether a day is that of the order a rule is being asked of."""
    return isinstance(day, FactDay) and day.who == "order"


def when_text(day: str | None, lang: Lang) -> str:
    """Return " on 2 March 1975" for a day as people read it; nothing for none."""
    if not day:
        return ""
    if lang == "th":
        return f"ในวันที่ {day} " if _BARE_DAY.match(day) else f"ใน{day} "
    return f" {'in' if _MONTH_OR_YEAR.fullmatch(day) else 'on'} {day}"
