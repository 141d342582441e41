"""Checks that need the whole family: ids, evidence, ancestors, order of births."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from sathana.calendars.faults import excerpt
from sathana.calendars.iso import to_text
from sathana.calendars.spans import DateSpan
from sathana.facts.casefile_countries import ABROAD, COUNTRY_CODES
from sathana.facts.casefile_faults import Faults
from sathana.facts.casefile_scope import Mention, Reading
from sathana.facts.model import Event, Happened, Person, Told
from sathana.text import nearest

MAX_GENERATIONS = 40
"""Most generations above one another: the years that are read hold no more."""

_SHOWN = 8


def check_mentions(reading: Reading, evidence: Collection[str]) -> None:
    """Check that every person and every piece of evidence named is in the file."""
    for mention in reading.mentions:
        _check_mention(mention, reading)
    for source, line, path in reading.sources:
        if source not in evidence:
            _no_evidence(source, line, path, evidence, reading.faults)


def check_family(persons: Mapping[str, Person], faults: Faults) -> None:
    """Check ancestors, sex of parents, and the order of births and deaths."""
    cycles = list(_cycles(persons))
    for cycle, line in cycles:
        _own_ancestor(cycle, line, faults)
    if not cycles:
        _check_generations(persons, faults)
    for person in persons.values():
        for role in ("father", "mother"):
            _check_parent(person, role, persons, faults)
        _check_life(person, faults)


def parent_of(person: Person, role: str, persons: Mapping[str, Person]) -> str | None:
    """Return the id of a parent who is a person of the file, or None."""
    told = person.told.get(role)
    value = told.value if told is not None else None
    return value if isinstance(value, str) and value in persons else None


def _check_mention(mention: Mention, reading: Reading) -> None:
    persons, name = reading.persons, mention.id
    if name in persons and "." not in name:
        return
    if mention.role == "spouse" and (name in COUNTRY_CODES or name == ABROAD):
        return
    if name in persons:
        th = f"{name} เป็นบุคคลที่ไม่มีรหัสของตนเอง จึงอ้างถึงไม่ได้ ให้เพิ่มบุคคลนั้นใน persons"
        en = (
            f"{name} is a person without an id of their own and cannot be named "
            "elsewhere: add the person under 'persons'"
        )
    else:
        near = nearest(name, (known for known in persons if "." not in known))
        th_hint = f" หมายถึง {near} ใช่หรือไม่" if near else " ให้เพิ่มบุคคลนี้"
        en_hint = f"; did you mean '{near}'?" if near else ": add the person"
        th = f"ไม่มีบุคคลรหัส “{excerpt(name)}” ใน persons{th_hint}"
        en = f"there is no person '{excerpt(name)}' under 'persons'{en_hint}"
        if mention.role == "spouse":
            th += " ถ้าหมายถึงประเทศ ให้เขียนรหัสสองตัวอักษร เช่น MM"
            en += "; a country is written as two capital letters such as MM"
    reading.faults.add(
        mention.line,
        "person.missing",
        th=f"{mention.path}: {th}",
        en=f"{mention.path}: {en}",
    )


def _no_evidence(
    source: str, line: int, path: str, evidence: Collection[str], faults: Faults
) -> None:
    near = nearest(source, evidence)
    th_hint = f" หมายถึง {near} ใช่หรือไม่" if near else " ให้เพิ่มหลักฐานนี้"
    en_hint = f"; did you mean '{near}'?" if near else ": add it"
    faults.add(
        line,
        "source.missing",
        th=f"{path}: ไม่มีหลักฐาน “{excerpt(source)}” ใน evidence{th_hint}",
        en=f"{path}: there is no '{excerpt(source)}' under 'evidence'{en_hint}",
    )


def _cycles(persons: Mapping[str, Person]) -> Iterator[tuple[list[str], int]]:
    """Give each loop of parents once, walking without recursion.

    A person is ``open`` while their ancestors are being walked; meeting an open
    person again closes a loop.
    """
    done: set[str] = set()
    for start in persons:
        if start in done:
            continue
        path, place = [start], {start: 0}
        walks = [_parents(persons[start], persons)]
        while walks:
            step = next(walks[-1], None)
            if step is None:
                walks.pop()
                done.add(closed := path.pop())
                del place[closed]
                continue
            parent, line = step
            if parent in place:
                yield path[place[parent] :], line
            elif parent not in done:
                place[parent] = len(path)
                path.append(parent)
                walks.append(_parents(persons[parent], persons))


def _parents(
    person: Person, persons: Mapping[str, Person]
) -> Iterator[tuple[str, int]]:
    for role in ("father", "mother"):
        parent = parent_of(person, role, persons)
        if parent is not None:
            yield parent, person.told[role].line


def _check_generations(persons: Mapping[str, Person], faults: Faults) -> None:
    """Refuse a chain of parents that is longer than any real one.

    Walks up one generation at a time from all persons at once; only a chain that is
    too long is left after the last step.
    """
    above = set(persons)
    for _ in range(MAX_GENERATIONS):
        above = {p for one in above for p, _ in _parents(persons[one], persons)}
        if not above:
            return
    top = min(above)
    faults.add(
        persons[top].line,
        "family.too_many_generations",
        th=f"มีคนรุ่นหลังซ้อนกันเกิน {MAX_GENERATIONS} รุ่นใต้ {excerpt(top)} "
        "ซึ่งเป็นไปไม่ได้ ให้ตรวจ father และ mother",
        en=f"more than {MAX_GENERATIONS} generations stand below {excerpt(top)}, which "
        "cannot be: check 'father' and 'mother'",
    )


def _own_ancestor(cycle: list[str], line: int, faults: Faults) -> None:
    names = [*cycle[:_SHOWN], "...", cycle[-1]] if len(cycle) > _SHOWN + 1 else cycle
    way = " → ".join([*names, cycle[0]])
    faults.add(
        line,
        "family.own_ancestor",
        th=f"{cycle[0]} กลายเป็นบรรพบุรุษของตนเอง (บุตร → บิดามารดา: {way}) "
        "ให้ตรวจ father และ mother ของบุคคลเหล่านี้",
        en=f"{cycle[0]} would be their own ancestor (child → parent: {way}): check "
        "'father' and 'mother' of these persons",
    )


def _check_parent(
    child: Person, role: str, persons: Mapping[str, Person], faults: Faults
) -> None:
    parent_id = parent_of(child, role, persons)
    if parent_id is None or parent_id == child.id:
        return
    parent, told = persons[parent_id], child.told[role]
    _check_sex(child, role, parent, told, faults)
    born, parent_born = birth(child), birth(parent)
    if born and parent_born and parent_born.earliest >= born.latest:
        th_role = "บิดา" if role == "father" else "มารดา"
        faults.add(
            told.line,
            "family.born_before_parent",
            th=f"{parent_id} ({th_role}, เกิด {to_text(parent_born)}) ไม่ได้เกิดก่อน "
            f"{child.id} (เกิด {to_text(born)}) ให้ตรวจวันเกิดของทั้งสองคน",
            en=f"{parent_id} ({role}, born {to_text(parent_born)}) is not born before "
            f"{child.id} (born {to_text(born)}): check both dates of birth",
        )


def _check_sex(
    child: Person, role: str, parent: Person, told: Told, faults: Faults
) -> None:
    wrong = "female" if role == "father" else "male"
    sex = parent.told.get("sex")
    if sex is None or sex.value != wrong:
        return
    th_role = "บิดา" if role == "father" else "มารดาผู้ให้กำเนิด"
    th_sex = "หญิง" if wrong == "female" else "ชาย"
    faults.add(
        told.line,
        "family.sex_of_parent",
        th=f"{parent.id} เป็น{th_role}ของ {child.id} แต่ระบุเพศ{th_sex} ให้ตรวจว่าผิดที่ข้อใด",
        en=f"{parent.id} is given as the {role} of {child.id} and as {wrong}: check "
        "which of the two is wrong",
    )


def birth(person: Person) -> DateSpan | None:
    """Return when a person was born, or None if that is not told."""
    told = person.told.get("born.date")
    return told.value if told and isinstance(told.value, DateSpan) else None


def _check_life(person: Person, faults: Faults) -> None:
    """Check events of one person against the day of birth."""
    born = birth(person)
    if born is None:
        return
    for key, told in person.told.items():
        happened = told.value
        if not isinstance(happened, Event) or happened.happened is not Happened.YES:
            continue
        if key == "died" and happened.on.latest < born.earliest:
            _out_of_order(person.id, "died", happened.on, "before", born, told, faults)
        elif happened.relative == "before_birth" and happened.on.earliest > born.latest:
            _out_of_order(person.id, key, happened.on, "after", born, told, faults)
        elif happened.relative == "after_birth" and happened.on.latest < born.earliest:
            _out_of_order(person.id, key, happened.on, "before", born, told, faults)


def _out_of_order(
    person: str, key: str, on: DateSpan, order: str, born: DateSpan, told: Told,
    faults: Faults,
) -> None:  # fmt: skip
    th_order = "ก่อน" if order == "before" else "หลัง"
    faults.add(
        told.line,
        "family.order_of_life",
        th=f"{person}.{key}: วันที่ {to_text(on)} อยู่{th_order}วันเกิด {to_text(born)} "
        "ซึ่งขัดกัน ให้ตรวจทั้งสองวัน",
        en=f"{person}.{key}: {to_text(on)} lies {order} the birth {to_text(born)}, "
        "which cannot be: check both dates",
    )
