"""The interview: what is known after some questions, and nothing more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sathana.facts.model import CaseFile, Person
from sathana.learning.practice.model import Family, Question, Text

TRUST = 3
"""How much trust a person begins with; each harmful question costs one."""
TRUST_WORDS: tuple[Text, ...] = (
    {"th": "ไม่อยากเล่าต่อแล้ว", "en": "no longer wants to talk"},
    {"th": "ระวังตัวมาก", "en": "very guarded"},
    {"th": "เริ่มลังเล", "en": "beginning to hesitate"},
    {"th": "เล่าอย่างสบายใจ", "en": "talks at ease"},
)


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard so far.

    Attributes:
        facts: Facts known now, as ``PERSON.key``.
        asked: The questions asked, in their order, each once.
        trust: From 3 down to 0.
    """

    facts: frozenset[str]
    asked: tuple[Question, ...]
    trust: int

    @property
    def mood(self) -> Text:
        """How the person feels about the talk, in words."""
        return TRUST_WORDS[self.trust]


def asked(family: Family, ids: Iterable[str]) -> Heard:
    """Return what is known after some questions; ids of no question are passed over."""
    found = (family.question(key) for key in dict.fromkeys(ids))
    questions = tuple(one for one in found if one is not None)
    facts = family.known.union(*(one.reveals for one in questions))
    harm = sum(one.kind == "harmful" for one in questions)
    return Heard(facts, questions, max(0, TRUST - harm))


def revealed(family: Family, facts: Iterable[str]) -> CaseFile:
    """Return the family's file with only some of its facts.

    A fact left out is untold, which is not the same as told to be unknown.
    """
    known = frozenset(facts)
    case = family.case
    persons = {who: _shown(person, known) for who, person in case.persons.items()}
    papers = {
        key: paper
        for key, paper in case.evidence.items()
        if not paper.supports or known.intersection(paper.supports)
    }
    return replace(case, persons=persons, evidence=papers)


def _shown(person: Person, known: frozenset[str]) -> Person:
    told = {k: v for k, v in person.told.items() if f"{person.id}.{k}" in known}
    return replace(person, told=told)
