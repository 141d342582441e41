"""Reading one person of a case file, and parents given only as facts."""

from __future__ import annotations

from collections.abc import Mapping
from unicodedata import category

from sathana.calendars.faults import excerpt
from sathana.facts.casefile_faults import RefusedError
from sathana.facts.casefile_nodes import Map, Node, Scalar
from sathana.facts.casefile_scope import Reading, Scope, expected, unknown_key
from sathana.facts.casefile_told import is_graded, read_graded_map, read_told
from sathana.facts.casefile_values import text
from sathana.facts.keys import BORN, KEYS, PERSON_KEYS
from sathana.facts.model import Grade, Person, Told
from sathana.text import nearest, normalise

MAX_PERSONS = 2_000
"""Most persons of one file, parents given only as facts included."""

_LANGUAGE = frozenset("abcdefghijklmnopqrstuvwxyz")


def read_person(
    person: str, line: int, node: Node, reading: Reading, *, sex: str | None = None
) -> None:
    """Read a person into ``reading.persons``.

    Args:
        person: Id, or ``P.father`` for a parent given only as facts.
        line: Line of the id.
        node: The map of facts.
        reading: Where persons and faults go.
        sex: Sex that follows from the person's place, when none is told.
    """
    if person in reading.persons:
        raise RefusedError(
            line,
            "person.twice",
            th=f"{person} มีข้อมูลสองชุด ให้ตั้งรหัสให้แต่ละคนใน persons",
            en=f"{person} is given twice: give each of them an id under 'persons'",
        )
    if len(reading.persons) >= MAX_PERSONS:
        raise RefusedError(
            line,
            "person.too_many",
            th=f"ไฟล์มีบุคคลเกิน {MAX_PERSONS:,} คน ให้แบ่งเป็นหลายไฟล์",
            en=f"the file has more than {MAX_PERSONS:,} persons: split it into "
            "several files",
        )
    # The place is taken before the facts are read, so that parents count after it.
    told: dict[str, Told] = {}
    if sex is not None:
        told["sex"] = Told(sex, line=line)
    reading.persons[person] = Person(person, told, line=line)
    if not isinstance(node, Map):
        reading.faults.refuse(
            expected(
                node,
                "กลุ่มข้อเท็จจริง เช่น {sex: female} หรือ {} เมื่อไม่มีอะไรจะบอก",
                "a map of facts such as {sex: female}, or {} if nothing is told",
            ),
            person,
        )
        return
    name, notes = _read_facts(person, node, told, reading)
    reading.persons[person] = Person(person, told, name, notes, line)


def read_inline(reading: Reading) -> None:
    """Let ``reading`` read parents given only as facts."""

    def inline(person: str, sex: str, facts: Map) -> None:
        read_person(person, facts.line, facts, reading, sex=sex)

    reading.inline = inline


def _read_facts(
    person: str, node: Map, told: dict[str, Told], reading: Reading
) -> tuple[Mapping[str, str], str]:
    """Read the facts of a person into ``told``; return name and notes."""
    name: Mapping[str, str] = {}
    notes = ""
    for key, line, value in node.pairs():
        scope = Scope(reading, person, key)
        try:
            if key == "name":
                name = _name(value, scope)
            elif key == "notes":
                notes = _notes(value)
            elif key == "born":
                _born(value, line, told, scope)
            elif key in KEYS and "." not in key:
                _keep(told, key, read_told(KEYS[key], value, line, person, reading))
            else:
                raise _unknown_person_key(line, key)
        except RefusedError as refused:
            path = scope.path if key in PERSON_KEYS else person
            reading.faults.refuse(refused, path)
    return name, notes


def _keep(told: dict[str, Told], key: str, fact: Told | None) -> None:
    if fact is not None:
        told[key] = fact


def _unknown_person_key(line: int, key: str) -> RefusedError:
    """Refuse a key, saying where it belongs or which one is near."""
    if key in BORN:
        near: str | None = f"born: {{{key}: ...}}"
    else:
        near = nearest(key, PERSON_KEYS)
    return unknown_key(line, key, near, ", ".join(PERSON_KEYS))


def _born(node: Node, line: int, told: dict[str, Told], scope: Scope) -> None:
    """Read the map ``born`` into ``born.date``, ``born.country`` and so on."""
    if is_graded(node) and isinstance(node, Map):
        node = read_graded_map(node, scope)
    if isinstance(node, Scalar) and node.text == "unknown":
        for part in BORN:
            told[f"born.{part}"] = Told(None, scope.grade, scope.source, line=line)
        return
    if not isinstance(node, Map):
        raise expected(
            node,
            "กลุ่มข้อมูล เช่น {date: 1975-03-02, country: TH}",
            "a map such as {date: 1975-03-02, country: TH}",
        )
    for part, at, value in node.pairs():
        if part not in BORN:
            refused = unknown_key(at, part, nearest(part, BORN), ", ".join(BORN))
            scope.reading.faults.refuse(refused, scope.path)
            continue
        key = KEYS[f"born.{part}"]
        fact = read_told(key, value, at, scope.person, scope.reading)
        _keep(told, key.name, _graded_with(fact, value, scope))


def _graded_with(fact: Told | None, node: Node, scope: Scope) -> Told | None:
    """Give a bare part of ``born`` the grade and source of the whole."""
    plain = scope.grade is Grade.CLAIMED and scope.source is None
    if fact is None or plain or fact.others or is_graded(node):
        return fact
    whole = Told(fact.value, scope.grade, scope.source, line=fact.line)
    if scope.grade is Grade.CONTRADICTED:
        return Told(None, scope.grade, scope.source, (whole,), fact.line)
    return whole


def _name(node: Node, scope: Scope) -> Mapping[str, str]:
    """Read a name: a map by language, or one text, of which the script tells."""
    if isinstance(node, Scalar):
        found = text(node, scope)
        if found == "unknown":
            return {}
        return {"th" if any("\u0e00" <= c <= "\u0e7f" for c in found) else "en": found}
    if not isinstance(node, Map):
        raise expected(
            node, "ข้อความ หรือ {th: ..., en: ...}", "a text, or {th: ..., en: ...}"
        )
    for lang, line, _ in node.pairs():
        if not (2 <= len(lang) <= 3 and set(lang) <= _LANGUAGE):
            raise unknown_key(line, lang, None, "th, en, my, ...")
    return {lang: text(value, scope) for lang, _, value in node.pairs()}


def _notes(node: Node) -> str:
    """Read free text, which the engine never reads."""
    if isinstance(node, Scalar):
        return normalise(node.text)
    raise expected(node, "ข้อความ", "a text")


def check_id(person: str, line: int) -> None:
    """Refuse an id that is not made of letters, digits, ``-`` and ``_``.

    Raises:
        RefusedError: Also for words that mean something else, and long ids.
    """
    reserved = ("unknown", "unidentifiable", "never", "none", "abroad")
    # Thai vowels and tones are marks, not letters: they follow a letter.
    made_well = all(c.isalnum() or c in "-_" or _is_mark(c) for c in person)
    if person and made_well and len(person) <= 64 and person not in reserved:
        return
    raise RefusedError(
        line,
        "id.wrong",
        th=f"“{excerpt(person)}” ใช้เป็นรหัสบุคคลหรือหลักฐานไม่ได้ "
        "ใช้ได้เฉพาะตัวอักษร ตัวเลข - และ _ "
        f"ไม่เกิน 64 ตัว และไม่ใช่คำว่า {', '.join(reserved)}",
        en=f"'{excerpt(person)}' cannot be an id: use letters, digits, - and _, at "
        f"most 64 of them, and none of the words {', '.join(reserved)}",
    )


def _is_mark(character: str) -> bool:
    return category(character) in ("Mn", "Mc")
