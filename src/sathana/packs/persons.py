"""The persons of a family as papers show them, and how they are kin to one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from sathana.calendars.spans import DateSpan
from sathana.documents.pack_values import Fact, PersonValues
from sathana.facts.model import CaseFile, Event, Grade, Happened, Person, Told
from sathana.packs import saying
from sathana.packs.papers_held import shown_by
from sathana.vocabulary.facts import fact_name

_KIN = {
    "": "ผู้ร้อง",
    "f": "บิดา",
    "m": "มารดา",
    "ff": "ปู่",
    "fm": "ย่า",
    "mf": "ตา",
    "mm": "ยาย",
}
_UP = (("father", "f"), ("mother", "m"))
_OLDEST = 2
KEPT_BACK = frozenset(
    {
        *("entered", "stay", "foreign_nationality", "foreign_documents"),
        *("alien_certificate", "could_hold_parents_nationality"),
        *("convictions", "conduct", "thai"),
    }
)
"""Facts that can harm the family in an office's hands; told only when asked for."""
_OWN_MATTER = frozenset(
    {
        *("education", "conduct", "student", "service", "livelihood", "speaks_thai"),
        *("born.notified", "care"),
    }
)
"""Facts that a child's petition does not tell of a parent."""
_ELSEWHERE = frozenset({"father", "mother", "sex", "id13", "died", "attempts"})
"""Facts that have a place of their own on paper."""


def parent(case: CaseFile, who: str, which: str) -> str | None:
    """Return the id of a parent who is a person of the file."""
    person = case.persons.get(who)
    told = person.told.get(which) if person else None
    known = told is not None and isinstance(told.value, str)
    return str(told.value) if told and known and told.value in case.persons else None


def kin_by_name(case: CaseFile, who: str, name: str | None) -> str | None:
    """Return what somebody of the family is to a person, found by the name.

    ``None``: nobody, or more than one, has the name, or the kinship is not told.
    """
    named = [one for one in case.persons if name and saying.name(case, one) == name]
    words = kin(case, who)
    return words[named[0]][0] if len(named) == 1 and named[0] in words else None


def kin(case: CaseFile, who: str) -> dict[str, tuple[str, int]]:
    """Return of everybody akin to a person the word for it and the generation.

    Generations count upwards: 1 are the parents, -1 the children.
    """
    found: dict[str, tuple[str, int]] = {}
    _climb(case, who, "", found)
    own = {p for p in (parent(case, who, up) for up, _ in _UP) if p}
    for other in case.persons:
        mine = {p for p in (parent(case, other, up) for up, _ in _UP) if p}
        if other in found:
            continue
        if who in mine:
            found[other] = "บุตร", -1
        elif mine & own:
            found[other] = "พี่น้อง", 0
    return _by_marriage(case, who, found)


def _by_marriage(
    case: CaseFile, who: str, found: dict[str, tuple[str, int]]
) -> dict[str, tuple[str, int]]:
    told = case.persons[who].told.get("marriages")
    for one in told.value if told and isinstance(told.value, tuple) else ():
        to = getattr(one, "to", "")
        if to in case.persons:
            found.setdefault(to, ("คู่สมรส", 0))
    return found


def _climb(
    case: CaseFile, who: str, path: str, found: dict[str, tuple[str, int]]
) -> None:
    if who in found or len(path) > _OLDEST:
        return
    found[who] = _KIN[path], len(path)
    for which, letter in _UP:
        above = parent(case, who, which)
        if above:
            _climb(case, above, path + letter, found)


def called(case: CaseFile, who: str) -> CaseFile:
    """Return the family with a name for everybody, so that sentences can call them."""
    akin = kin(case, who)
    persons = {
        key: person
        if person.name
        else replace(person, name={"th": akin.get(key, (key, 0))[0]})
        for key, person in case.persons.items()
    }
    return replace(case, persons=persons)


def everybody(
    case: CaseFile, who: str, answers: Mapping[str, str], tell: Iterable[str]
) -> tuple[PersonValues, ...]:
    """Return the applicant first, then the family, the eldest generation first.

    Args:
        case: The family.
        who: The applicant.
        answers: What follows for each person, in words.
        tell: Facts that are told although they are usually kept back.
    """
    akin, told = kin(case, who), frozenset(tell)
    others = sorted(
        (key for key in akin if key != who), key=lambda key: (-akin[key][1], key)
    )
    return tuple(
        values(case, key, akin.get(key, ("", 0)), answers.get(key), told)
        for key in (who, *others)
    )


def values(
    case: CaseFile,
    who: str,
    akin: tuple[str, int],
    answer: str | None,
    tell: frozenset[str],
) -> PersonValues:
    """Return one person as papers show them."""
    person = case.persons[who]

    def said(key: str) -> str | None:
        told = person.told.get(key)
        return saying.value(case, key, told.value) if told else None

    return PersonValues(
        name=saying.name(case, who),
        kin=akin[0] or None,
        sex=said("sex"),
        born=said("born.date"),
        place=said("born.place"),
        country=said("born.country"),
        number=said("id13"),
        nationality=answer,
        father=said("father"),
        mother=said("mother"),
        died=_died(person),
        generation=akin[1],
        facts=tuple(_facts(case, person, tell)),
    )


def _facts(case: CaseFile, person: Person, tell: frozenset[str]) -> Iterator[Fact]:
    for key, told in person.told.items():
        if key in _ELSEWHERE or is_kept_back(key, told, tell):
            continue
        yield Fact(
            what=fact_name(key, "th"),
            value=saying.value(case, key, told.value),
            grade=saying.GRADES[told.grade],
            shown=told.grade is Grade.DOCUMENTED,
            by=shown_by(case, person.id, key),
            bears=key not in _OWN_MATTER,
        )


def kept_back(case: CaseFile, persons: Iterable[str], tell: Iterable[str]) -> list[str]:
    """Return the facts told in the file that the papers leave out, as paths."""
    return [
        f"{who}.{key}"
        for who in persons
        for key, told in case.persons[who].told.items()
        if is_kept_back(key, told, frozenset(tell))
    ]


def is_kept_back(key: str, told: Told, tell: frozenset[str]) -> bool:
    """Return whether a fact stays out of the papers unless it is asked for."""
    harmless = key == "conduct" and told.value == "good"
    return key in KEPT_BACK and key not in tell and not harmless


def birth(person: Person) -> DateSpan | None:
    """Return the told day of birth."""
    told = person.told.get("born.date")
    return told.value if told and isinstance(told.value, DateSpan) else None


def _died(person: Person) -> bool:
    told = person.told.get("died")
    event = told.value if told else None
    return isinstance(event, Event) and event.happened is Happened.YES
