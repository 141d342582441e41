"""Badges: what each takes, and for which roles it makes somebody eligible.

Pure. A badge gives no right: an organisation admin asks for a role and a second person
confirms it (docs/decisions/0013-badges-and-roles.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from sathana.accounts.roles import Role
from sathana.learning.competence import Accuracy
from sathana.web.languages import Text

OBSERVER, INTAKE, EVIDENCE = "observer", "intake", "evidence"
ACCOMPANY, LEAD = "accompany", "lead"
KINDS = (OBSERVER, INTAKE, EVIDENCE, ACCOMPANY, LEAD)
"""In the order in which they are reached; each takes the ones before it."""
FAMILIES, PACKS = 2, 3
PRACTICE_PERCENT, ACCURACY_PERCENT = 70, 80

TITLES: Mapping[str, Text] = {
    OBSERVER: {"th": "ผู้สังเกตการณ์", "en": "Observer"},
    INTAKE: {"th": "ผู้รับเรื่อง", "en": "Intake"},
    EVIDENCE: {"th": "ผู้จัดพยานหลักฐาน", "en": "Evidence"},
    ACCOMPANY: {"th": "ผู้พาไปสำนักงาน", "en": "Accompanying"},
    LEAD: {"th": "ผู้นำทีม", "en": "Leading"},
}
ELIGIBLE: Mapping[str, frozenset[Role]] = {
    OBSERVER: frozenset(),
    INTAKE: frozenset(),
    EVIDENCE: frozenset(),
    ACCOMPANY: frozenset((Role.LEADER, Role.CASEWORKER)),
    LEAD: frozenset((Role.LEADER, Role.CASEWORKER, Role.SUPERVISOR)),
}
"""For which roles a badge makes eligible: none before three supervised packs."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a learner has shown, by the law of today.

    Attributes:
        passed: Whether a course is passed.
        families: Practice families with at least ``PRACTICE_PERCENT``.
        evidence: Practice families with at least that in the topic evidence.
        accuracy: Readiness accuracy.
    """

    passed: bool
    families: int
    evidence: int
    accuracy: Accuracy

    @property
    def packs(self) -> int:
        """How many supervised packs were recorded."""
        return self.accuracy.packs


@dataclass(frozen=True, slots=True)
class Need:
    """One thing that a badge takes.

    Attributes:
        met: Whether it is shown.
        text: What it is, and how far it is shown.
    """

    met: bool
    text: Text


def needs(kind: str, shown: Shown) -> tuple[Need, ...]:
    """Return what a badge takes beyond the badge before it.

    Raises:
        LookupError: There is no such badge.
    """
    if kind not in _NEEDS:
        raise LookupError(f"there is no badge '{kind}'")
    return _NEEDS[kind](shown)


def reached(shown: Shown) -> tuple[str, ...]:
    """Return the badges whose needs, and those of all before them, are met."""
    found = []
    for kind in KINDS:
        if not all(need.met for need in needs(kind, shown)):
            break
        found.append(kind)
    return tuple(found)


def following(held: Iterable[str]) -> str | None:
    """Return the first badge that is not held; ``None``: all are."""
    have = frozenset(held)
    return next((kind for kind in KINDS if kind not in have), None)


def roles(held: Iterable[str]) -> frozenset[Role]:
    """Return the roles for which badges make eligible."""
    return frozenset(role for kind in held for role in ELIGIBLE.get(kind, ()))


def first_for(role: Role) -> str | None:
    """Return the first badge that makes eligible for a role; ``None``: none does."""
    return next((kind for kind in KINDS if role in ELIGIBLE[kind]), None)


def _observer(shown: Shown) -> tuple[Need, ...]:
    return (
        Need(
            shown.passed,
            {
                "th": "เรียนผ่านหนึ่งหลักสูตร ทุกบทถึงเกณฑ์ตามกฎหมายปัจจุบัน",
                "en": "A course passed: the quiz of every lesson, by the law of today",
            },
        ),
    )


def _intake(shown: Shown) -> tuple[Need, ...]:
    text = {
        "th": f"ฝึกกับครอบครัวสมมติ {FAMILIES} ครอบครัว ได้อย่างน้อยร้อยละ {PRACTICE_PERCENT} "
        f"(ตอนนี้ {shown.families})",
        "en": f"{FAMILIES} practice families with at least {PRACTICE_PERCENT} percent "
        f"({shown.families} so far)",
    }
    return (Need(shown.families >= FAMILIES, text),)


def _evidence(shown: Shown) -> tuple[Need, ...]:
    text = {
        "th": f"ครอบครัวสมมติ {FAMILIES} ครอบครัว ที่ส่วนพยานหลักฐานได้อย่างน้อยร้อยละ "
        f"{PRACTICE_PERCENT} (ตอนนี้ {shown.evidence})",
        "en": f"{FAMILIES} practice families with at least {PRACTICE_PERCENT} percent "
        f"of the points for evidence ({shown.evidence} so far)",
    }
    return (Need(shown.evidence >= FAMILIES, text),)


def _accompany(shown: Shown) -> tuple[Need, ...]:
    text = {
        "th": f"ชุดคำร้องที่มีผู้ดูแล {PACKS} ชุด (ตอนนี้ {shown.packs})",
        "en": f"{PACKS} supervised packs ({shown.packs} so far)",
    }
    percent = shown.accuracy.percent
    good = percent is None or percent >= ACCURACY_PERCENT
    return Need(shown.packs >= PACKS, text), Need(good, _accuracy(percent))


def _lead(shown: Shown) -> tuple[Need, ...]:
    percent, known = shown.accuracy.percent, shown.accuracy.known
    text = {
        "th": f"รู้ผลของชุดคำร้องที่มีผู้ดูแลแล้ว {PACKS} ชุด (ตอนนี้ {known})",
        "en": f"The outcome of {PACKS} supervised packs is known ({known} so far)",
    }
    good = percent is not None and percent >= ACCURACY_PERCENT
    return Need(known >= PACKS, text), Need(good, _accuracy(percent))


def _accuracy(percent: int | None) -> Text:
    th = "ยังไม่รู้" if percent is None else f"ร้อยละ {percent}"
    en = "not known yet" if percent is None else f"{percent} percent"
    return {
        "th": f"ความแม่นยำของความพร้อมอย่างน้อยร้อยละ {ACCURACY_PERCENT} (ตอนนี้ {th})",
        "en": f"Readiness accuracy of at least {ACCURACY_PERCENT} percent ({en})",
    }


_NEEDS: Mapping[str, Callable[[Shown], tuple[Need, ...]]] = {
    OBSERVER: _observer,
    INTAKE: _intake,
    EVIDENCE: _evidence,
    ACCOMPANY: _accompany,
    LEAD: _lead,
}
