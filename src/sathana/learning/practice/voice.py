"""Facts in words, in both languages: as people say them and as paper states them."""

from __future__ import annotations

from datetime import date
from typing import cast

from sathana.calendars.show import show
from sathana.calendars.spans import DateSpan
from sathana.facts.model import (
    CaseFile,
    Certificate,
    Event,
    Happened,
    Marriage,
    Order,
    Parent,
    Spell,
    Told,
    Value,
)
from sathana.facts.questions import question
from sathana.facts.wording_days import tidy_thai
from sathana.learning.practice.model import Question, Text
from sathana.logic.truth import Truth
from sathana.status import needs
from sathana.vocabulary.codes import CODE_LISTS
from sathana.vocabulary.countries import COUNTRIES, country_name
from sathana.vocabulary.facts import fact_name
from sathana.vocabulary.names import Lang

LANGS: tuple[Lang, ...] = ("th", "en")
_UNKNOWN = {"th": "ไม่ทราบ", "en": "not known"}
_TRUTHS = {
    Truth.YES: {"th": "ใช่", "en": "yes"},
    Truth.NO: {"th": "ไม่", "en": "no"},
    Truth.UNKNOWN: _UNKNOWN,
}
_NEVER = {"th": "ไม่เคย", "en": "never"}
_ONCE = {"th": "เคย แต่ไม่ทราบวัน", "en": "yes, the day is not known"}


def name_of(case: CaseFile, who: str) -> Text:
    """Return what to call a person; of a parent without a name, whose parent it is."""
    person = case.persons.get(who)
    given = person.name if person else {}
    if given:
        first = next(iter(given.values()))
        return {lang: given.get(lang) or first for lang in LANGS}
    owner = who.rpartition(".")[0]
    if owner in case.persons:
        return needs.described(who, {owner: dict(name_of(case, owner))})
    return {"th": who, "en": who}


def fact_words(case: CaseFile, path: str) -> Text:
    """Return what a fact is about: "date of birth of Ari"."""
    who, key = split(case, path)
    return needs.name_of(key, who, {who: dict(name_of(case, who))})


def statement(case: CaseFile, path: str) -> Text:
    """Return a fact with its value, as a petition can state it."""
    who, key = split(case, path)
    told = case.persons[who].told[key]
    about = fact_words(case, path)
    return {lang: f"{about[lang]}: {said(case, key, told, lang)}" for lang in LANGS}


def said(case: CaseFile, key: str, told: Told, lang: Lang) -> str:
    """Return a told value in words; values that contradict stand side by side."""
    if told.value is None and told.others:
        between = " อีกทางหนึ่งว่า " if lang == "th" else ", and elsewhere "
        return between.join(_value(case, key, one.value, lang) for one in told.others)
    return _value(case, key, told.value, lang)


def year_of(day: int) -> int:
    """Return the Gregorian year of a day, ordinal."""
    return date.fromordinal(day).year


def split(case: CaseFile, path: str) -> tuple[str, str]:
    """Return the person and the key of ``PERSON.key``; a person may hold a dot.

    Raises:
        LookupError: The path names nobody of the file.
    """
    for who in sorted(case.persons, key=len, reverse=True):
        if path.startswith(f"{who}."):
            return who, path[len(who) + 1 :]
    raise LookupError(f"'{path}' names no person of the family '{case.case}'.")


def _value(case: CaseFile, key: str, value: Value, lang: Lang) -> str:
    match value:
        case None:
            return _UNKNOWN[lang]
        case DateSpan():
            return _UNKNOWN[lang] if value.is_unknown else show(value, lang)
        case Event():
            return _event(value, lang)
        case Truth():
            return _TRUTHS[value][lang]
        case Parent():
            return CODE_LISTS["parent"][value.value].in_(lang)
        case Certificate():
            return _event(value.taken, lang)
        case str():
            return _text(case, key, value, lang)
        case _:
            return _list(case, key, cast("tuple[object, ...]", value), lang)


def _event(told: Event, lang: Lang) -> str:
    if told.happened is Happened.NEVER:
        return _NEVER[lang]
    if told.happened is Happened.UNKNOWN:
        return _UNKNOWN[lang]
    return _ONCE[lang] if told.on.is_unknown else show(told.on, lang)


def _text(case: CaseFile, key: str, value: str, lang: Lang) -> str:
    if key in ("father", "mother") and value in case.persons:
        return name_of(case, value)[lang]
    codes = CODE_LISTS.get(key, {})
    if value in codes:
        return codes[value].in_(lang)
    if value in COUNTRIES:
        return country_name(value, lang)
    return _UNKNOWN[lang] if value == "unknown" else value


def _list(case: CaseFile, key: str, rows: tuple[object, ...], lang: Lang) -> str:
    none = {"th": "ไม่มี", "en": "none"}
    return "; ".join(_entry(case, key, row, lang) for row in rows) or none[lang]


def _entry(case: CaseFile, key: str, row: object, lang: Lang) -> str:
    match row:
        case Spell():
            return _spell(key, row, lang)
        case Order():
            codes = CODE_LISTS["orders"]
            kind = codes[row.kind].in_(lang) if row.kind in codes else row.kind
            return f"{kind} ({_value(case, key, row.on, lang)})"
        case Marriage():
            to = _text(case, "father", row.to, lang)
            return f"{to} ({_event(row.registered, lang)})"
        case str():
            return _text(case, key, row, lang)
        case _:
            return _other(row, lang)


def _spell(key: str, row: Spell, lang: Lang) -> str:
    codes = CODE_LISTS.get(key, {})
    kind = codes[row.kind].in_(lang) if row.kind in codes else row.kind
    if key == "thai":
        kind = _TRUTHS[row.truth][lang]
    since = {"th": "ตั้งแต่", "en": "from"}[lang]
    until = {"th": "ถึง", "en": "until"}[lang]
    begin = f"{since} {show(row.begin, lang)}" if row.begin else ""
    end = f"{until} {show(row.end, lang)}" if row.end else ""
    whole = {"th": "ตลอดมา", "en": "always"}[lang]
    return " ".join(filter(None, (kind, row.group, begin, end))) or whole


def _other(row: object, lang: Lang) -> str:
    """Return an entry of a rarer list: what it names, and its day if it has one."""
    for name in ("pathway", "rule", "by", "sentence"):
        if getattr(row, name, ""):
            word = str(getattr(row, name))
            codes = CODE_LISTS["attempts.result"]
            result = str(getattr(row, "result", ""))
            ended = f" ({codes[result].in_(lang)})" if result in codes else ""
            return f"{word}{ended}"
    return _UNKNOWN[lang]


def spoken(case: CaseFile, ident: str, paths: tuple[str, ...]) -> Question:
    """Return a plain question for some facts of one person, and the plain answer."""
    who, _ = split(case, paths[0])
    about = name_of(case, who)
    return Question(
        id=ident,
        group=about,
        ask={lang: _ask(case, paths, lang) for lang in LANGS},
        say={
            lang: "; ".join(statement(case, path)[lang] for path in paths)
            for lang in LANGS
        },
        reveals=paths,
    )


def _ask(case: CaseFile, paths: tuple[str, ...], lang: Lang) -> str:
    asked = []
    for path in paths:
        who, key = split(case, path)
        person = name_of(case, who)[lang]
        try:
            asked.append(question(key, lang, person=person))
        except LookupError:
            fact = fact_name(key, lang)
            text = {"th": f"{fact}ของ{person}เป็นอย่างไร", "en": f"{person}: {fact}?"}
            asked.append(tidy_thai(text[lang]) if lang == "th" else text[lang])
    return " ".join(asked)
