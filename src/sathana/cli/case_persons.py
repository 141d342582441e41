"""The first questions of a new case: who the person is, and who the parents are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from sathana.cli.asking import DONT_KNOW, STOP, Asker
from sathana.facts.casefile import CaseFileError, read, set_told, set_told_text, write
from sathana.facts.model import CaseFile, Parent, Person, Told
from sathana.facts.questions import choices, question
from sathana.vocabulary.codes import PARENTS

_THAI = re.compile("[\u0e01-\u0e5b]")
_KIN = {
    "mother": ("แม่", "mother", "female", "M"),
    "father": ("พ่อ", "father", "male", "F"),
}


def introduce(asker: Asker) -> None:
    """Say how to answer."""
    asker.tell(
        asker.say(
            "ตอบทีละข้อ บอกเฉพาะที่รู้จริง ไม่รู้ก็ได้ "
            f"พิมพ์ {DONT_KNOW} ถ้าไม่ทราบ พิมพ์ {STOP} เพื่อหยุดและบันทึก "
            "วันที่พิมพ์เป็น พ.ศ. หรือ ค.ศ. ก็ได้ เช่น 2518 หรือ 2/3/2518",
            "Answer one question at a time and tell only what is truly known. Type "
            f"{DONT_KNOW} for don't know, {STOP} to stop and save. Dates may be of "
            "either era: 1975, 2518, 2/3/1975.",
        )
    )


def called(asker: Asker, case: CaseFile, who: str) -> str:
    """Return what to call a person in a question."""
    lang, name = asker.say.lang, case.persons[who].name
    return name.get(lang) or next(iter(name.values()), "") or who


def describe(asker: Asker, now: Callable[[], CaseFile], who: str) -> Iterator[CaseFile]:
    """Ask who a person is and who the parents are; yield the case after each answer.

    Args:
        asker: Asks.
        now: Returns the case as it stands.
        who: Id of the person.

    Raises:
        StopAskingError: The person wants to stop; what was yielded stands.
    """
    yield from identify(asker, now, who)
    for link in _KIN:
        asker.tell()
        asker.tell(question(link, asker.say.lang, person=called(asker, now(), who)))
        case = ask_parent(asker, now(), who, link)
        yield case
        told = case.persons[who].told.get(link)
        if told and isinstance(told.value, str):
            yield from identify(asker, now, told.value)


def identify(asker: Asker, now: Callable[[], CaseFile], who: str) -> Iterator[CaseFile]:
    """Ask the least that is needed of one person."""
    asker.tell()
    head = f"-- {_kin(asker, now(), who)} ({who})"
    asker.tell(
        head
        + asker.say(" ชื่ออะไร (Enter ถ้าไม่ต้องการบอก)", ": what name? (Enter for none)")
    )
    name = asker.line(asker.say("ชื่อ", "name"))
    if name and name != DONT_KNOW:
        lang = "th" if _THAI.search(name) else "en"
        yield _named(now(), who, {lang: name})
    if "sex" not in now().persons[who].told:
        asker.tell(question("sex", asker.say.lang, person=called(asker, now(), who)))
        yield set_told_text(now(), who, "sex", asker.choose(labels(asker, "sex")))
    yield ask_birth(asker, now(), who)
    asker.tell(
        question("born.country", asker.say.lang, person=called(asker, now(), who))
    )
    yield ask_text(asker, now(), who, "born.country")


def _kin(asker: Asker, case: CaseFile, who: str) -> str:
    """Return whose parent a person is; the person whose case it is otherwise."""
    for child in case.persons.values():
        for link, (th, en, _, _) in _KIN.items():
            told = child.told.get(link)
            if told and told.value == who:
                name = called(asker, case, child.id)
                return asker.say(f"{th}ของ{name}", f"{en} of {name}")
    return asker.say("เจ้าของเรื่อง", "the person whose case it is")


def _named(case: CaseFile, who: str, name: dict[str, str]) -> CaseFile:
    persons = {**case.persons, who: replace(case.persons[who], name=name)}
    return replace(case, persons=persons)


def labels(asker: Asker, key: str) -> list[tuple[str, str]]:
    """Return the answers of a fact in the language chosen."""
    return [(value, asker.say(th, en)) for value, th, en in choices(key)]


def ask_birth(asker: Asker, case: CaseFile, who: str) -> CaseFile:
    """Return the case with the date of birth told, perhaps as unknown."""
    asker.tell(question("born.date", asker.say.lang, person=called(asker, case, who)))
    while True:
        span = asker.date(asker.say("วันหรือปีเกิด", "date or year"))
        made = set_told(case, who, "born.date", Told(span))
        if (checked := valid(asker, made)) is not None:
            return checked


def valid(asker: Asker, case: CaseFile) -> CaseFile | None:
    """Return the case as a file would hold it; ``None``, explained, if it cannot be."""
    try:
        return read(write(case), name=case.case)
    except CaseFileError as fault:
        asker.explain(fault)
        return None


def ask_text(asker: Asker, case: CaseFile, who: str, key: str) -> CaseFile:
    """Return the case with a fact told by a choice, or by what is typed for it."""

    def check(typed: str) -> str:
        set_told_text(case, who, key, typed)
        return typed

    chosen = asker.choose_or_type(labels(asker, key), check)
    return set_told_text(case, who, key, chosen)


def ask_parent(asker: Asker, case: CaseFile, child: str, link: str) -> CaseFile:
    """Return the case with a parent named: somebody new, somebody told, or nobody."""
    th, en, sex, _ = _KIN[link]
    known = [
        (who, called(asker, case, who))
        for who, person in case.persons.items()
        if "." not in who and _may_be(person, sex) and child not in _line(case, who)
    ]
    nobody = [(key, name.in_(asker.say.lang)) for key, name in PARENTS.items()]
    new = ("+", asker.say(f"รู้ว่าเป็นใคร เพิ่ม{th}", f"known: add the {en}"))
    while True:
        chosen = asker.choose([new, *known, *nobody])
        made = _with_parent(case, child, link, chosen)
        if (checked := valid(asker, made)) is not None:
            return checked


def _line(case: CaseFile, who: str) -> set[str]:
    """Return a person with all ancestors who are persons of the case."""
    found, left = set[str](), [who]
    while left:
        found.add(one := left.pop())
        told = (case.persons[one].told.get(link) for link in _KIN)
        parents = {t.value for t in told if t and isinstance(t.value, str)}
        left += sorted(parents & case.persons.keys() - found)
    return found


def _may_be(person: Person, sex: str) -> bool:
    told = person.told.get("sex")
    return told is None or told.value in (None, sex)


def _with_parent(case: CaseFile, child: str, link: str, chosen: str) -> CaseFile:
    if chosen == "unknown":
        return set_told(case, child, link, Told(None))
    if chosen == "unidentifiable":
        return set_told(case, child, link, Told(Parent.UNIDENTIFIABLE))
    if chosen == "+":
        chosen = _free_id(case, child, _KIN[link][3])
        person = Person(chosen, {"sex": Told(_KIN[link][2])})
        case = replace(case, persons={**case.persons, chosen: person})
    return set_told(case, child, link, Told(chosen))


def _free_id(case: CaseFile, child: str, letter: str) -> str:
    """Return ``M`` for the mother of P, ``MM`` for hers, or that with a number."""
    stem = letter if child == "P" else f"{child}{letter}"[:12]
    free, number = stem, 1
    while free in case.persons:
        number += 1
        free = f"{stem}{number}"
    return free
