"""What the readers of values share: where they are, what must be looked up later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from sathana.calendars.faults import excerpt
from sathana.facts.casefile_faults import Faults, RefusedError
from sathana.facts.casefile_nodes import Map, Node, Scalar, Seq
from sathana.facts.model import Grade, Person
from sathana.text import nearest

type Role = Literal["father", "mother", "spouse", "adopter"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person named by id, to be looked up when all persons are read."""

    role: Role
    id: str
    line: int
    path: str


@dataclass(slots=True)
class Reading:
    """The reading of one file: what was found, and what must be looked up.

    Attributes:
        persons: By id; parents without an id are added as ``P.father``.
        inline: Reads a parent given only as facts: id, sex, map of facts.
        sources: Evidence ids named by values, with line and path.
        mentions: Persons named by values.
    """

    faults: Faults
    persons: dict[str, Person] = field(default_factory=dict)
    inline: Callable[[str, str, Map], None] = lambda person, sex, facts: None
    sources: list[tuple[str, int, str]] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


@dataclass(slots=True)
class Scope:
    """The value being read.

    Attributes:
        grade: Grade of the whole value, which its entries take over.
        source: Evidence named for it, also from inside an event.
    """

    reading: Reading
    person: str
    key: str
    grade: Grade = Grade.CLAIMED
    source: str | None = None

    @property
    def path(self) -> str:
        """Where we are, as messages and evidence write it: ``P.born.date``."""
        return f"{self.person}.{self.key}"

    def inside(self, part: str) -> Scope:
        """Return the scope of one part of the value, with its own source."""
        return Scope(self.reading, self.person, f"{self.key}.{part}", self.grade)

    def mention(self, role: Role, node: Scalar) -> str:
        """Note a person named by id, and return the id."""
        self.reading.mentions.append(Mention(role, node.text, node.line, self.path))
        return node.text

    def cite(self, node: Node) -> None:
        """Take the evidence a ``source`` names.

        Raises:
            RefusedError: If it is not one id, or another one was named already.
        """
        if not isinstance(node, Scalar) or not node.text:
            raise expected(
                node,
                "รหัสของหลักฐานหนึ่งชิ้นใน evidence หลักฐานอื่นให้เขียนใน supports ของหลักฐานนั้น",
                "the id of one entry of evidence; further papers say what they show "
                "under their own 'supports'",
            )
        if self.source not in (None, node.text):
            raise RefusedError(
                node.line,
                "source.two",
                th=f"อ้างหลักฐานสองชิ้นพร้อมกัน ({self.source} และ {excerpt(node.text)}) "
                "ให้อ้างชิ้นเดียว",
                en=f"two sources are named for one value ({self.source} and "
                f"{excerpt(node.text)}): name one",
            )
        self.source = node.text
        self.reading.sources.append((node.text, node.line, self.path))


def expected(
    node: Node, th: str, en: str, *, near: str | None = None, code: str = "value.wrong"
) -> RefusedError:
    """Return the refusal of a value that is not what must stand there.

    Args:
        node: What stands there.
        th: What must stand there, in Thai.
        en: What must stand there, in English.
        near: The value that was probably meant.
        code: Kind of fault.
    """
    if isinstance(node, Scalar) and not node.text:
        return RefusedError(
            node.line,
            "value.missing",
            th=f"ไม่มีค่า ต้องเป็น {th} ถ้าไม่ทราบให้เขียน unknown",
            en=f"there is no value: write {en}, or 'unknown'",
        )
    th_hint = f" หมายถึง {near} ใช่หรือไม่" if near else ""
    en_hint = f"; did you mean '{near}'?" if near else ""
    th_what, en_what = _what(node)
    return RefusedError(
        node.line,
        code,
        th=f"{th_what} ใช้ตรงนี้ไม่ได้ ต้องเป็น {th}{th_hint}",
        en=f"{en_what} cannot stand here: write {en}{en_hint}",
    )


def _what(node: Node) -> tuple[str, str]:
    """Name what stands there, in Thai and English."""
    if isinstance(node, Scalar):
        return f"“{excerpt(node.text)}”", f"'{excerpt(node.text)}'"
    if isinstance(node, Seq):
        return "รายการ [...]", "a list"
    keys = excerpt(", ".join(list(node.entries)[:5]))
    return f"กลุ่มข้อมูล {{{keys}}}", f"a map with the keys {{{keys}}}"


def unknown_key(line: int, key: str, near: str | None, known: str) -> RefusedError:
    """Return the refusal of a key that is not known, naming the nearest one."""
    if near:
        th_hint, en_hint = f"หมายถึง {near} ใช่หรือไม่", f"did you mean '{near}'?"
    else:
        close = nearest(key, known.split(", "), cutoff=0.0) or known.split(", ")[0]
        th_hint = f"ที่ใกล้ที่สุดคือ {close} (ที่ใช้ได้คือ {known})"
        en_hint = f"the nearest known key is '{close}' (known are {known})"
    return RefusedError(
        line,
        "key.unknown",
        th=f"ไม่รู้จักชื่อรายการ “{excerpt(key)}” {th_hint}",
        en=f"the key '{excerpt(key)}' is not known; {en_hint}",
    )
