"""Reading a whole case file: the keys of the top level, in their order of need."""

from __future__ import annotations

from collections.abc import Mapping

from sathana.calendars.faults import DateError, excerpt
from sathana.calendars.parse import parse_day
from sathana.calendars.spans import UNKNOWN_DAY, DateSpan
from sathana.facts import casefile_values as read
from sathana.facts.casefile_expect import read_expect
from sathana.facts.casefile_family import check_family, check_mentions
from sathana.facts.casefile_faults import Faults, RefusedError
from sathana.facts.casefile_nodes import Map, Node, Scalar, Seq, to_plain
from sathana.facts.casefile_person import check_id, read_inline, read_person
from sathana.facts.casefile_scope import Reading, Scope, expected, unknown_key
from sathana.facts.keys import KEYS, PERSON_KEYS
from sathana.facts.model import CaseFile, Evidence, Person
from sathana.text import nearest, normalise

VERSION = "1"
"""The version of the format that is read and written."""

TOP_KEYS = (
    "sathana", "case", "title", "as_of", "law_at", "notes", "persons", "evidence",
    "expect", "sources", "disputed",
)  # fmt: skip
"""Keys of the top level, in the order in which they are written."""

_EVIDENCE_TEXTS = ("kind", "issuer", "number")
_EVIDENCE_PATHS = ("supports", "contradicts")
_EVIDENCE_KEYS = (*_EVIDENCE_TEXTS, "date", *_EVIDENCE_PATHS)


def read_document(root: Node, faults: Faults) -> CaseFile | None:
    """Return the case of a tree; None, with faults noted, if it is none."""
    if not isinstance(root, Map):
        wanted = "sathana: 1, case: ..., persons: ..."
        faults.refuse(expected(root, f"กลุ่มข้อมูล {wanted}", f"a map {wanted}"))
        return None
    return _Document(root, faults).read()


class _Document:
    """One case file being read, key by key."""

    def __init__(self, root: Map, faults: Faults) -> None:
        self.root = root
        self.faults = faults
        self.reading = Reading(faults)
        read_inline(self.reading)

    def read(self) -> CaseFile:
        """Read all keys; what could not be read is left empty, and a fault tells."""
        self._check_top()
        self._persons()
        persons = self.reading.persons
        evidence = self._evidence()
        check_mentions(self.reading, evidence)
        check_family(persons, self.faults)
        return CaseFile(
            case=self._case(),
            persons=persons,
            title=self._text("title"),
            notes=self._text("notes"),
            as_of=self._day("as_of"),
            law_at=self._day("law_at"),
            evidence=evidence,
            expect=self._expect(),
            sources=self._sources(),
            disputed=self._text("disputed"),
        )

    def _check_top(self) -> None:
        for key, line, _ in self.root.pairs():
            if key not in TOP_KEYS:
                near = nearest(key, TOP_KEYS)
                if near is None and key in PERSON_KEYS:
                    near = "persons: {P: {" + key + ": ...}}"
                self.faults.refuse(unknown_key(line, key, near, ", ".join(TOP_KEYS)))
        version = self._node("sathana")
        if version is not None and (given := to_plain(version)) != VERSION:
            shown = excerpt(given)
            self.faults.add(
                version.line,
                "file.version",
                th=f"โปรแกรมนี้อ่านไฟล์รุ่น sathana: {VERSION} ไม่ใช่ {shown}",
                en=f"this program reads 'sathana: {VERSION}', not {shown}",
            )
        for key in ("sathana", "case", "persons"):
            if key not in self.root.entries:
                self.faults.add(
                    self.root.line,
                    "key.missing",
                    th=f"ขาด {key} ซึ่งทุกไฟล์ต้องมี",
                    en=f"the key '{key}' is missing; every case file has it",
                )

    def _node(self, key: str) -> Node | None:
        return self.root.entries.get(key)

    def _refuse(self, refused: RefusedError, path: str) -> None:
        self.faults.refuse(refused, path)

    def _text(self, key: str) -> str:
        """Read an optional text; empty when left out."""
        node = self._node(key)
        if node is None:
            return ""
        if isinstance(node, Scalar):
            return normalise(node.text)
        self._refuse(expected(node, "ข้อความ", "a text"), key)
        return ""

    def _case(self) -> str:
        node, name = self._node("case"), self._text("case")
        if node is not None and (
            not name or len(name.split()) != 1 or name.strip() != name
        ):
            wanted = expected(
                node, "ชื่อกรณีที่ไม่มีช่องว่าง", "a name of the case without spaces"
            )
            if isinstance(node, Scalar):
                self._refuse(wanted, "case")
        return name

    def _day(self, key: str) -> int | None:
        """Read a day that must be given in full; None when left out."""
        node = self._node(key)
        if node is None:
            return None
        try:
            return parse_day(to_plain(node))
        except DateError as error:
            self.faults.add(
                node.line,
                "date.wrong",
                th=f"{key}: {error.th}",
                en=f"{key}: {error.en}",
            )
            return None

    def _persons(self) -> None:
        node = self._node("persons")
        if node is None:
            return
        if not isinstance(node, Map) or not node.entries:
            wanted = expected(
                node,
                "บุคคลอย่างน้อยหนึ่งคน เช่น P: {sex: female}",
                "at least one person such as P: {sex: female}",
            )
            self._refuse(wanted, "persons")
            return
        for person, line, facts in node.pairs():
            try:
                check_id(person, line)
            except RefusedError as refused:
                self._refuse(refused, "persons")
                continue
            try:
                read_person(person, line, facts, self.reading)
            except RefusedError as refused:
                # Only too many persons come here: more of them tell nothing new.
                self._refuse(refused, "persons")
                return

    def _evidence(self) -> Mapping[str, Evidence]:
        node = self._node("evidence")
        found: dict[str, Evidence] = {}
        if node is None:
            return found
        if not isinstance(node, Map):
            wanted = "E1: {kind: ..., date: ..., supports: [P.born.country]}"
            self._refuse(expected(node, wanted, wanted), "evidence")
            return found
        for name, line, paper in node.pairs():
            try:
                check_id(name, line)
                found[name] = self._paper(name, paper)
            except RefusedError as refused:
                self._refuse(refused, f"evidence.{name[:64]}")
        return found

    def _paper(self, name: str, node: Node) -> Evidence:
        if not isinstance(node, Map):
            shown = ", ".join(_EVIDENCE_KEYS)
            raise expected(node, f"{{{shown}}}", f"a map {{{shown}}}")
        scope = Scope(self.reading, "evidence", name)
        texts: dict[str, str] = {}
        paths: dict[str, tuple[str, ...]] = {}
        date: DateSpan = UNKNOWN_DAY
        for key, line, value in node.pairs():
            try:
                if key in _EVIDENCE_TEXTS:
                    text = read.text(value, scope)
                    texts[key] = "" if text == "unknown" else text
                elif key == "date":
                    date = read.date(value, scope)
                elif key in _EVIDENCE_PATHS:
                    paths[key] = self._paths(value)
                else:
                    near = nearest(key, _EVIDENCE_KEYS)
                    raise unknown_key(line, key, near, ", ".join(_EVIDENCE_KEYS))
            except RefusedError as refused:
                self._refuse(refused, f"{scope.path}.{key[:40]}")
        return Evidence(
            name,
            kind=texts.get("kind", ""),
            issuer=texts.get("issuer", ""),
            number=texts.get("number", ""),
            date=date,
            supports=paths.get("supports", ()),
            contradicts=paths.get("contradicts", ()),
        )

    def _paths(self, node: Node) -> tuple[str, ...]:
        """Read the facts a paper speaks of, each ``PERSON.key``."""
        if not isinstance(node, Seq):
            raise expected(
                node, "รายการ [P.born.country, ...]", "a list [P.born.country]"
            )
        return tuple(self._path(item) for item in node.items)

    def _path(self, node: Node) -> str:
        persons = self.reading.persons
        path = node.text if isinstance(node, Scalar) else ""
        person = _longest_person(path, persons)
        key = path.removeprefix(person + ".") if person else ""
        first = key.split(".")[0]
        if person and (key in KEYS or first in PERSON_KEYS):
            return path
        near = f"{person}.{close}" if (close := nearest(key, KEYS)) else None
        raise expected(
            node,
            "บุคคล.รายการ เช่น P.born.country ซึ่งมีอยู่ในไฟล์",
            "PERSON.key of this file, such as P.born.country",
            near=near,
            code="evidence.path",
        )

    def _expect(self) -> Mapping[str, Mapping[str, object]]:
        node = self._node("expect")
        if node is None:
            return {}
        try:
            scope = Scope(self.reading, "expect", "")
            return read_expect(node, self.reading.persons, scope)
        except RefusedError as refused:
            self._refuse(refused, "expect")
            return {}

    def _sources(self) -> tuple[str, ...]:
        node = self._node("sources")
        if node is None:
            return ()
        try:
            if not isinstance(node, Seq):
                raise expected(node, "รายการ [ที่อยู่, ...]", "a list of addresses")
            scope = Scope(self.reading, "sources", "")
            return tuple(read.text(item, scope) for item in node.items)
        except RefusedError as refused:
            self._refuse(refused, "sources")
            return ()


def _longest_person(path: str, persons: Mapping[str, Person]) -> str:
    """Return the person a path begins with; ``P.father`` wins over ``P``."""
    parts = path[:400].split(".")
    for end in range(len(parts) - 1, 0, -1):
        name = ".".join(parts[:end])
        if name in persons:
            return name
    return ""
