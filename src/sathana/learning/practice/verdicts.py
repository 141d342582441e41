"""What the engine says of a family's pathways, and what a learner may say of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.facts.writer import write
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.learning.practice.model import Family, Text
from sathana.status.assessment import assess

type Row = Mapping[str, Any]

WORDS: Mapping[str, Text] = {
    "open": {"th": "ไปทางนี้ได้", "en": "Open"},
    "closed": {"th": "ไม่ใช่ทางนี้", "en": "Not this way"},
    "unknown": {"th": "ยังบอกไม่ได้", "en": "Cannot say yet"},
}
"""What a learner can say of a pathway."""
_USED = ("thai", "sentence", "pathways", "to_document")
"""What is used of an assessment; the rest is large and would be kept for nothing."""
_STATUS = {
    "open": "open",
    "granted": "closed",
    "closed": "closed",
    "not_needed": "closed",
    "needs_facts": "unknown",
    "window_unknown": "unknown",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds of one pathway.

    Attributes:
        entry: The pathway as the assessment shows it.
        says: What each reading says, in the learner's words.
    """

    entry: Row
    says: frozenset[str]

    @property
    def contested(self) -> bool:
        """Whether the readings differ."""
        return len(self.says) > 1

    @property
    def right(self) -> frozenset[str]:
        """What a learner can rightly say.

        Where the readings differ, one who turns people away from a pathway that one
        of them holds open is not right; one who says that it is not settled, is.
        """
        if not self.contested:
            return self.says
        return (self.says | {"unknown"}) - (
            {"closed"} if "open" in self.says else set()
        )

    @property
    def best(self) -> str:
        """What the best learner says."""
        order = ("open", "unknown", "closed")
        return next(word for word in order if word in self.right)


def full(family: Family, as_of: int) -> Row:
    """Return the assessment of the applicant on all facts; it must not be changed."""
    return _kept(write(family.case), family.applicant, as_of)


@follows_pack
@lru_cache(maxsize=512)
def _kept(text: str, who: str, as_of: int) -> Row:
    return of(read(text, name="practice"), who, as_of)


def of(case: CaseFile, who: str, as_of: int) -> Row:
    """Return what is used of the assessment of one person.

    Args:
        case: The family, or what is known of it.
        who: The person.
        as_of: Day asked about, and of the law that is read; ordinal.
    """
    answer = assess(case, as_of=as_of, law_at=as_of)
    whole = cast("Mapping[str, Row]", answer["persons"])[who]
    return {key: whole[key] for key in _USED}


def verdict(answer: Row, pathway: str) -> Verdict:
    """Return what holds of one pathway in an assessment."""
    entry = next(row for row in answer["pathways"] if row["id"] == pathway)
    readings = entry.get("readings") or {"": entry["status"]}
    return Verdict(entry, frozenset(_STATUS[one] for one in readings.values()))


def target(family: Family, answer: Row) -> str | None:
    """Return the pathway to petition on; ``None`` where none is open to anybody.

    The first that is open; else one that is open under one reading; else one that
    waits for facts or for word that it is in force.
    """
    judged = {key: verdict(answer, key) for key in family.pathways}
    tests = (
        lambda v: v.says == {"open"},
        lambda v: "open" in v.says,
        lambda v: "unknown" in v.says,
    )
    for test in tests:
        for key, found in judged.items():
            if test(found):
                return key
    return None


_BESIDE = ("S23", "7BIS-2", "NB-2008-PF", "ANN-2025", "S10", "NR-19-2", "BR-3", "CO-1")


def offered(
    answer: Row, prefer: tuple[str, ...] = (), most: int = 6
) -> tuple[str, ...]:
    """Return pathways to judge: some that are open, some that wait, some closed.

    Args:
        answer: The assessment of the applicant.
        prefer: Pathways that belong to the story, the first the most.
        most: How many.
    """
    known = {row["id"] for row in answer["pathways"]}
    rows = [row for row in answer["pathways"] if row["id"] not in _DULL]
    chosen = [
        *(key for key in prefer if key in known),
        *_first(rows, 2, lambda row: row["status"] == "open"),
        *_first(rows, 1, lambda row: len(set(row.get("readings", {}).values())) > 1),
        *_first(rows, 1, lambda row: _STATUS[row["status"]] == "unknown"),
    ]
    closed = [row["id"] for row in rows if _STATUS[row["status"]] == "closed"]
    chosen += [key for key in (*_BESIDE, *closed) if key in closed]
    return tuple(dict.fromkeys(chosen))[:most]


_DULL = frozenset(("COPY", "BR-2", "BR-ELSEWHERE", "ALIEN-CERT"))
"""Pathways that are open to nearly everybody and teach little."""


def in_order(keys: Iterable[str]) -> tuple[str, ...]:
    """Return pathways in the order of the law pack, which tells no answer."""
    wanted = frozenset(keys)
    return tuple(key for key in pack().pathways if key in wanted)


def _first(rows: Iterable[Row], most: int, test: Any) -> list[str]:
    """Return the first ids that pass a test, those to nationality before others."""
    found = [row for row in rows if test(row)]
    found.sort(key=lambda row: row["kind"] != "nationality")
    return [row["id"] for row in found[:most]]
