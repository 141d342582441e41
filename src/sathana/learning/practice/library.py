"""Families of level 4 from the case library: published cases and examples of rules."""

from __future__ import annotations

from functools import cache
from zlib import crc32

from sathana.facts.model import CaseFile
from sathana.law import cases
from sathana.law.kept import follows_pack
from sathana.learning.practice import unhelpful, verdicts, voice
from sathana.learning.practice.model import Family, Question, Text

PUBLISHED = ("SC-", "LO-", "NW-", "MN-", "AC-")
"""How names of published cases begin: judgments, legal opinions, news, ministries."""
_LEVEL = 4
_DAY = 739581
"""21 November 2025: the pathways to judge are chosen as they were on this day."""


def names() -> tuple[str, ...]:
    """Return the names of the published cases that can be practised with."""
    return tuple(name for name in cases.names() if name.startswith(PUBLISHED))


def family(name: str) -> Family:
    """Return a case as a practice family; questions are plain, in nobody's voice.

    Raises:
        LookupError: The case library has no such case.
    """
    if name not in cases.names():
        raise LookupError(f"The case library has no case '{name}'.")
    return _family(name)


@follows_pack
@cache
def _family(name: str) -> Family:
    case = cases.case(name)
    applicant = _applicant(case)
    answer = verdicts.of(case, applicant, _DAY)
    return Family(
        id=f"case-{name}",
        level=_LEVEL,
        topic="history",
        title=title(name),
        speaker={"th": "แฟ้มของทนายความ", "en": "A lawyer's file"},
        opening={
            "th": "กรณีนี้มาจากคลังกรณีศึกษา ถามทีละเรื่องเหมือนเปิดแฟ้มทีละหน้า",
            "en": "This comes from the case library. Ask for "
            "one thing at a time, as one "
            "opens a file page by page.",
        },
        applicant=applicant,
        case=case,
        questions=(
            *questions(case),
            *unhelpful.mixed(crc32(name.encode()) % 97),
        ),
        pathways=verdicts.offered(answer),
        source="library",
    )


def title(name: str) -> Text:
    """Return the title of a case, without working anything out."""
    return cases.title(name)


def _applicant(case: CaseFile) -> str:
    """Return the first person of whom an answer is expected, else the first."""
    named = [who for who in case.expect if who in case.persons]
    return (named or [who for who in case.persons if "." not in who])[0]


_TOGETHER = (
    frozenset(("born.date", "born.country", "born.place", "born.notified", "found")),
    frozenset(("father", "mother", "parents_marriage", "legitimation")),
    frozenset(("entered", "stay", "residence", "alien_certificate")),
    frozenset(("registers", "id13", "group", "orders")),
)
"""Facts that one question asks for together."""


def questions(case: CaseFile) -> tuple[Question, ...]:
    """Return plain questions for every told fact, those that belong together in one."""
    found: list[Question] = []
    for who, person in case.persons.items():
        groups: dict[int, list[str]] = {}
        for place, key in enumerate(person.told):
            group = next((n for n, g in enumerate(_TOGETHER) if key in g), 9 + place)
            groups.setdefault(group, []).append(f"{who}.{key}")
        for paths in groups.values():
            found.append(voice.spoken(case, f"q{len(found) + 1}", tuple(paths)))
    return tuple(found)
