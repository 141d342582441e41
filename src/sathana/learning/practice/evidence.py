"""Planning evidence: which papers can show which needed fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from sathana.facts.questions import papers
from sathana.learning.practice import lawkeys, verdicts, voice
from sathana.learning.practice.model import Family, Text
from sathana.learning.practice.verdicts import Row
from sathana.vocabulary.getting import GETTING
from sathana.vocabulary.papers import PAPERS

_MOST_FACTS = 4
_MOST_RIGHT = 3
_MOST_WRONG = 3
_ASIDE = (
    "DEGREE", "PASSPORT", "EMPLOYER-LETTER", "ENTRY-STAMP", "MARRIAGE-CERTIFICATE",
    "SERVICE-AWARD", "STUDENT-CERTIFICATE", "CONDUCT-LETTER", "DEATH-CERTIFICATE",
    "HOUSE-REGISTER-14", "BIRTH-CERTIFICATE",
)  # fmt: skip
"""Papers offered beside the right ones, where they do not show the fact."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper to choose.

    Attributes:
        right: Whether it can show the fact.
        holder: Where a family would look for it.
        risk: What went wrong for others; ``None``: not known.
    """

    id: str
    name: Text
    holder: Text
    right: bool
    risk: Text | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """One fact that has to be shown.

    Attributes:
        path: The fact, as ``PERSON.key``.
        about: The fact in words.
        papers: What can be chosen.
        held: Papers of the file that show it already, in words.
    """

    path: str
    about: Text
    papers: tuple[Paper, ...]
    held: tuple[Text, ...]

    @property
    def right(self) -> frozenset[str]:
        """Ids of the papers that can show it."""
        return frozenset(one.id for one in self.papers if one.right)


def wanted(family: Family, answer: Row, target: str) -> tuple[Wanted, ...]:
    """Return the facts that a petition must show, the most opening first.

    They are those that the engine says are told and not documented; where there are
    none, those told facts for which the pathway asks.
    """
    paths = dict.fromkeys([*_undocumented(family, answer, target)])
    if not paths:
        paths = dict.fromkeys(_asked_for(family, target))
    found = (_wanted(family, path) for path in paths)
    return tuple(one for one in found if one.right)[:_MOST_FACTS]


def _undocumented(family: Family, answer: Row, target: str) -> Iterator[str]:
    for row in answer["to_document"]:
        if target in row["opens"]:
            path = _told(family, str(row["fact"]))
            if path:
                yield path


def _asked_for(family: Family, target: str) -> Iterator[str]:
    keys = lawkeys.facts_of_rules().get(target, frozenset())
    case = family.case
    first = [family.applicant, *(w for w in case.persons if w != family.applicant)]
    for who in first:
        for key in case.persons[who].told:
            if key in keys and key != "sex":
                yield f"{who}.{key}"


def _told(family: Family, path: str) -> str | None:
    """Return where a fact of the answer is told in the file; ``None`` if nowhere."""
    for who, person in family.case.persons.items():
        if path.startswith(f"{who}."):
            key = path[len(who) + 1 :]
            for name in (key, "registers" if key == "registered" else key):
                if name in person.told:
                    return f"{who}.{name}"
    return None


def _wanted(family: Family, path: str) -> Wanted:
    _, key = voice.split(family.case, path)
    try:
        right = papers(key)
    except LookupError:
        right = ()
    wrong = sorted(
        (one for one in _ASIDE if one not in right), key=lambda one: _mixed(path, one)
    )
    chosen = [*right[:_MOST_RIGHT], *wrong[:_MOST_WRONG]]
    chosen.sort(key=lambda one: _mixed(path, one, "order"))
    return Wanted(
        path=path,
        about=voice.fact_words(family.case, path),
        papers=tuple(_paper(one, one in right) for one in chosen),
        held=tuple(_held(family, path)),
    )


def _paper(key: str, right: bool) -> Paper:
    known = PAPERS[key]
    getting = GETTING.get(key)
    risk = getting.risk if getting else None
    return Paper(
        id=key,
        name={"th": known.name.th, "en": known.name.en},
        holder={"th": known.holder.th, "en": known.holder.en},
        right=right,
        risk={"th": risk.th, "en": risk.en} if risk else None,
    )


def _held(family: Family, path: str) -> Iterator[Text]:
    who, key = voice.split(family.case, path)
    source = family.case.persons[who].told[key].source
    for one in family.case.evidence.values():
        if path in one.supports or one.id == source:
            known = PAPERS.get(one.paper)
            words = known.name if known else None
            yield {
                "th": words.th if words else one.kind or one.id,
                "en": words.en if words else one.kind or one.id,
            }


def getting_cites(key: str) -> tuple[str, ...]:
    """Return the provisions that tell of getting a paper, as references."""
    found = GETTING.get(key)
    return lawkeys.provisions("; ".join(found.sources)) if found else ()


def _mixed(*parts: str) -> int:
    """Return a number that mixes an order; the same in every process."""
    return crc32("|".join(parts).encode())


def plan(family: Family, as_of: int) -> tuple[Wanted, ...]:
    """Return the facts to show for the pathway of the petition; none without one."""
    answer = verdicts.full(family, as_of)
    target = verdicts.target(family, answer)
    return wanted(family, answer, target) if target else ()
