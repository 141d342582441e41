"""A family out of a case file: all of it, or nothing."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Group
from sathana.facts import casefile
from sathana.facts.casefile_nodes import Plain
from sathana.facts.casefile_plain import date_plain, value_plain
from sathana.facts.model import Adoption, CaseFile, Grade, Parent, Told
from sathana.facts.model import Person as FilePerson
from sathana.registry import inside, matching, telling
from sathana.registry.errors import UnusableValueError
from sathana.registry.given import ConsentGiven, NameGiven
from sathana.registry.models import Evidence, Family, Person
from sathana.registry.reader import Reader
from sathana.registry.services import common, facts, families, kin
from sathana.registry.services.persons import new_person

MOST_BYTES = 2_000_000
_PROOF_OF_GRADE = {
    Grade.DOCUMENTED: "paper",
    Grade.WITNESSED: "statement",
    Grade.CLAIMED: "none",
    Grade.CONTRADICTED: "disputed",
}


@transaction.atomic
def family_from_case_file(
    *,
    reader: Reader,
    data: bytes,
    title: str,
    team_id: uuid.UUID | None,
    consent: ConsentGiven,
    district: str = "",
    id: uuid.UUID | None = None,
) -> Family:
    """Record a whole case file: persons, names, kinship, facts, evidence.

    Days asked about, expectations and sources of a file are about a case, not about a
    family: they are not recorded.

    Args:
        reader: Who records.
        data: The file.
        title: What to call the family; the file's title if empty.
        team_id: The team that works with it.
        consent: The consent to record it.
        district: Code of the district where it is dealt with.
        id: Minted by the form: the same id twice is one family.

    Raises:
        NotAllowedError: The reader may not open families (in this team).
        ConsentMissingError: The consent does not cover recording.
        UnusableValueError: The file has faults; its text names each with its line.
    """
    case = _read(data)
    there = inside.made_already(Family, id) if id else None
    family = families.open_family(
        reader=reader,
        title=title.strip() or case.title or case.case,
        team_id=team_id,
        consent=consent,
        district=district,
        notes=case.notes[: common.LONGEST],
        id=id,
    )
    if there is None:
        _Import(reader, family, case).run()
    return family


def _read(data: bytes) -> CaseFile:
    if len(data) > MOST_BYTES:
        raise UnusableValueError(
            "file",
            "ไฟล์ใหญ่เกินไป ไฟล์กรณีของครอบครัวเดียวไม่ใหญ่ขนาดนี้",
            "The file is too large for the case file of one family.",
        )
    try:
        return casefile.read(data, name="")
    except casefile.CaseFileError as error:
        lines = {lang: error.lines(lang)[:20] for lang in ("th", "en")}
        texts = {
            lang: "\n".join(line.removeprefix("-:") for line in some)
            for lang, some in lines.items()
        }
        raise UnusableValueError("file", texts["th"], texts["en"]) from None


@dataclass(slots=True)
class _Import:
    """One case file on its way into the tables."""

    reader: Reader
    family: Family
    case: CaseFile
    persons: dict[str, Person] = field(default_factory=dict)
    papers: dict[str, Evidence] = field(default_factory=dict)

    def run(self) -> None:
        """Record everything, and tell the chain."""
        self._persons()
        self._evidence()
        for label, person in self.case.persons.items():
            numbers: list[str] = []
            for path, told in person.told.items():
                self._told(label, path, told, numbers)
            names = list(person.name.values())
            matching.keep_keys_of(self.persons[label], names, numbers)
        subjects = [
            common.person_subject(person, self.family)
            for person in self.persons.values()
        ]
        common.tell_chain(
            self.reader,
            "person.import",
            subjects,
            *(Group.NAMES, Group.FACTS, Group.KINSHIP, Group.EVIDENCE, Group.NUMBER),
        )

    def _persons(self) -> None:
        taken: set[str] = set()
        for label, person in self.case.persons.items():
            wanted = (
                _free(label.replace(".", "_"), {*taken, *self.case.persons})
                if ("." in label)
                else label
            )
            values = {"label": wanted, "notes": person.notes[: common.LONGEST]}
            names = _names(person)
            made = new_person(self.reader, self.family, values, names, taken=taken)
            taken.add(wanted)
            self.persons[label] = made

    def _evidence(self) -> None:
        for label, paper in self.case.evidence.items():
            row = Evidence(
                family=self.family,
                organisation_id=self.family.organisation_id,
                key=common.new_key(self.family),
                label=label,
                kind=paper.kind,
                issuer=paper.issuer,
                number=paper.number,
                date="" if paper.date.is_unknown else date_plain(paper.date),
                supports=[self._pair(path) for path in paper.supports],
                contradicts=[self._pair(path) for path in paper.contradicts],
            )
            common.keep_new(row, self.reader)
            self.papers[label] = row

    def _pair(self, path: str) -> list[str]:
        parts = path.split(".")
        for end in range(len(parts) - 1, 0, -1):
            label = ".".join(parts[:end])
            if label in self.persons:
                return [str(self.persons[label].id), ".".join(parts[end:])]
        return ["", path]

    def _told(self, label: str, path: str, told: Told, numbers: list[str]) -> None:
        """Record one told fact: each telling of its own, or as one where they mix."""
        tellings = told.others or (told,)
        plains = [self._plain(path, one) for one in tellings]
        mixed = len(tellings) > 1 and (
            any(plain == "unknown" for plain in plains) or _is_entries(path)
        )
        if path in telling.PARENTS:
            for one in tellings:
                self._parent(label, path, one)
            return
        if path == "adopted" and not mixed:
            self._adoptions(label, told)
        if path == facts.NUMBER:
            numbers += [plain for plain in plains if isinstance(plain, str)]
        if mixed:
            whole = [
                self._graded(p, one) for p, one in zip(plains, tellings, strict=True)
            ]
            self._fact(label, path, whole, "claimed", None)
            return
        for plain, one in zip(plains, tellings, strict=True):
            self._fact(label, path, plain, one.grade.name.lower(), one.source)

    def _plain(self, path: str, told: Told) -> Plain:
        if path in telling.PARENTS and isinstance(told.value, str):
            return told.value
        return value_plain(told.value, path, told.grade)

    def _graded(self, plain: Plain, told: Told) -> Plain:
        found: dict[str, Plain] = {"value": plain, "grade": told.grade.name.lower()}
        return found | ({"source": told.source} if told.source else {})

    def _fact(
        self, label: str, path: str, plain: Plain, grade: str, source: str | None
    ) -> None:
        person = self.persons[label]
        paper = self.papers[source].id if source else None
        facts.new_fact(self.reader, person, self.family, path, plain, grade, paper)

    def _parent(self, label: str, role: str, told: Told) -> None:
        """Record a parent: a person of the file by kinship, anything else as a fact."""
        if not isinstance(told.value, str):
            value = told.value.value if isinstance(told.value, Parent) else "unknown"
            self._fact(label, role, value, told.grade.name.lower(), told.source)
            return
        values = {
            "kind": "biological",
            "role": role,
            "proof": _PROOF_OF_GRADE[told.grade],
            "source_id": self.papers[told.source].id if told.source else None,
        }
        self._kin(label, told.value, values)

    def _adoptions(self, label: str, told: Told) -> None:
        for one in told.value if isinstance(told.value, tuple) else ():
            if isinstance(one, Adoption) and one.by in self.persons:
                values = {"kind": "adoptive", "role": "unknown", "proof": "none"}
                self._kin(label, one.by, values)

    def _kin(self, label: str, parent: str, values: Mapping[str, Any]) -> None:
        kin.new_kinship(self.reader, self.persons[label], self.persons[parent], values)


def _is_entries(path: str) -> bool:
    from sathana.facts.keys import KEYS

    return KEYS[path].has_entries


def _names(person: FilePerson) -> list[NameGiven]:
    kinds = {"th": "thai", "en": "romanised"}
    return [
        NameGiven(kinds.get(language, "own"), text[:200])
        for language, text in person.name.items()
        if text.strip()
    ]


def _free(label: str, taken: set[str]) -> str:
    label, n = label[:56], 1
    wanted = label
    while wanted in taken:
        n += 1
        wanted = f"{label}_{n}"
    return wanted
