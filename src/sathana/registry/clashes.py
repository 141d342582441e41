"""What cannot be true together in one family: births, deaths, sexes, comings.

The reader of case files refuses such a family. A registry must be able to hold it,
because that is what people and papers say: it is listed, and for the rules the weaker
value counts as contradicted, that is as unknown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from sathana.calendars.spans import DateSpan
from sathana.facts.casefile_family import birth, parent_of
from sathana.facts.model import CaseFile, Event, Grade, Happened, Person, Told
from sathana.registry.errors import Text

YOUNGEST = 12 * 365
"""Days: nobody is a parent earlier; what lies between is for people to judge."""
LONGEST_CARRIED = 310
"""Days after a father's death until which his child can be born."""

type Place = tuple[str, str]
"""A person's label and the path of a fact."""
type Called = Mapping[str, str]
"""What to call each person, by label."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Facts that cannot all be right.

    Attributes:
        hard: Whether the rules cannot work with it, so that a value must give way.
    """

    places: tuple[Place, ...]
    text: Text
    hard: bool = False


def find(case: CaseFile, called: Called) -> Iterator[Clash]:
    """Yield what does not fit together, person by person."""
    for person in case.persons.values():
        for role in ("father", "mother"):
            parent = parent_of(person, role, case.persons)
            if parent is not None and parent != person.id:
                yield from _of_parent(person, role, case.persons[parent], called)
        yield from _of_life(person, called)


def settled(case: CaseFile) -> CaseFile:
    """Return the case with the weaker of clashing values contradicted (unknown)."""
    while clash := next((one for one in find(case, {}) if one.hard), None):
        case = _give_way(case, clash)
    return case


def _give_way(case: CaseFile, clash: Clash) -> CaseFile:
    """Let the values of the weakest grade among those that clash count as unknown."""
    told = {place: case.persons[place[0]].told[place[1]] for place in clash.places}
    weakest = min(one.grade for one in told.values())
    persons = dict(case.persons)
    for (label, key), one in told.items():
        if one.grade == weakest:
            gone = Told(None, Grade.CONTRADICTED, one.source, (one,))
            whole = {**persons[label].told, key: gone}
            persons[label] = replace(persons[label], told=whole)
    return replace(case, persons=persons)


def _of_parent(
    child: Person, role: str, parent: Person, called: Called
) -> Iterator[Clash]:
    born, before = birth(child), birth(parent)
    births: tuple[Place, ...] = ((child.id, "born.date"), (parent.id, "born.date"))
    one, other = _call(child, called), _call(parent, called)
    if born and before and before.earliest >= born.latest:
        yield Clash(
            births,
            {
                "th": f"{other} เป็นพ่อหรือแม่ของ {one} แต่ไม่ได้เกิดก่อน",
                "en": f"{other} is a parent of {one} but is not born earlier.",
            },
            hard=True,
        )
    elif born and before and born.latest - before.earliest < YOUNGEST:
        yield Clash(
            births,
            {
                "th": f"ตอน {one} เกิด {other} ซึ่งเป็นพ่อหรือแม่อายุยังไม่ถึง 12 ปี",
                "en": f"{other} would be a parent of {one} before the age of 12.",
            },
        )
    yield from _of_sex(child, role, parent, called)
    yield from _after_death(child, role, parent, called)


def _of_sex(
    child: Person, role: str, parent: Person, called: Called
) -> Iterator[Clash]:
    wrong = "female" if role == "father" else "male"
    sex = parent.told.get("sex")
    if sex is None or sex.value != wrong:
        return
    one, other = _call(child, called), _call(parent, called)
    th, th_sex = ("พ่อ", "หญิง") if role == "father" else ("แม่", "ชาย")
    yield Clash(
        ((parent.id, "sex"),),
        {
            "th": f"{other} เป็น{th}ของ {one} แต่ระบุว่าเป็นเพศ{th_sex}",
            "en": f"{other} is given as the {role} of {one}, and as {wrong}.",
        },
        hard=True,
    )


def _after_death(
    child: Person, role: str, parent: Person, called: Called
) -> Iterator[Clash]:
    born, died = birth(child), _day(parent, "died")
    late = LONGEST_CARRIED if role == "father" else 0
    one, other = _call(child, called), _call(parent, called)
    if born and died and born.earliest > died.latest + late:
        yield Clash(
            ((child.id, "born.date"), (parent.id, "died")),
            {
                "th": f"{one} เกิดหลังจาก {other} เสียชีวิต",
                "en": f"{one} is born after the death of {other}.",
            },
        )


def _of_life(person: Person, called: Called) -> Iterator[Clash]:
    """Yield events of one person that lie on the wrong side of the birth."""
    born = birth(person)
    if born is None:
        return
    for key, told in person.told.items():
        event = told.value
        if not isinstance(event, Event) or event.happened is not Happened.YES:
            continue
        wrong, hard = _wrong_side(key, event, born)
        if wrong:
            who = _call(person, called)
            yield Clash(
                ((person.id, key), (person.id, "born.date")),
                {
                    "th": f"วันที่ของเรื่องนี้ขัดกับวันเกิดของ {who}",
                    "en": f"The day of this does not fit the birth of {who}.",
                },
                hard=hard,
            )


def _wrong_side(key: str, event: Event, born: DateSpan) -> tuple[bool, bool]:
    """Say whether an event clashes with the birth, and whether rules stop at it."""
    if event.relative == "before_birth":
        return event.on.earliest > born.latest, True
    if event.relative == "after_birth" or key == "died":
        return event.on.latest < born.earliest, True
    if key in ("entered", "found", "legitimation"):
        return event.on.latest < born.earliest, False
    return False, False


def _day(person: Person, key: str) -> DateSpan | None:
    told = person.told.get(key)
    event = told.value if told else None
    if isinstance(event, Event) and event.happened is Happened.YES:
        return event.on
    return None


def _call(person: Person, called: Called) -> str:
    return called.get(person.id, person.id)
