"""What a practice family is, what a learner did, and how it is marked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from sathana.facts.model import CaseFile

type Text = Mapping[str, str]
"""A text by language code: ``th`` and ``en``."""
type Kind = Literal["good", "useless", "harmful"]
LEVELS = (1, 2, 3, 4)
TOPICS: Mapping[str, Text] = {
    "cards": {"th": "บัตรและเลข", "en": "Cards and numbers"},
    "birth": {"th": "การแจ้งเกิด", "en": "Birth registration"},
    "history": {"th": "จุดเปลี่ยนของกฎหมาย", "en": "Turning points of the law"},
    "section-23": {"th": "มาตรา 23", "en": "Section 23"},
    "seven-bis": {"th": "มาตรา 7 ทวิ", "en": "Section 7 bis"},
    "refusal": {"th": "ถูกปฏิเสธและอุทธรณ์", "en": "Refusal and appeal"},
    "evidence": {"th": "พยานหลักฐาน", "en": "Evidence"},
    "rights": {"th": "สิทธิ", "en": "Rights"},
    "safety": {"th": "ความปลอดภัย", "en": "Safety"},
    "programme": {"th": "โครงการ", "en": "The programme"},
    "other-paths": {"th": "ช่องทางอื่น", "en": "Other pathways"},
}
"""Topics of learning, by code; agreed with lessons and media."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something a learner can ask.

    Attributes:
        say: What the person answers, in their own voice.
        reveals: Facts that are known afterwards, as ``PERSON.key``; empty for a
            question that helps nobody.
        why: Why a useless or harmful question is one; empty for a good one.
        rules: References of the law on which ``why`` rests.
    """

    id: str
    group: Text
    ask: Text
    say: Text
    reveals: tuple[str, ...] = ()
    kind: Kind = "good"
    why: Text = field(default_factory=dict)
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """A fictional family to practise with.

    Attributes:
        applicant: Id of the person in whose matter help is asked.
        case: All facts, told as in any case file.
        known: Facts known before anything is asked, as ``PERSON.key``.
        pathways: Ids of the pathways that the learner judges.
        source: ``course``, ``generated`` or ``library``.
    """

    id: str
    level: int
    topic: str
    title: Text
    speaker: Text
    opening: Text
    applicant: str
    case: CaseFile
    questions: tuple[Question, ...]
    pathways: tuple[str, ...]
    known: frozenset[str] = frozenset()
    source: str = "course"

    def question(self, key: str) -> Question | None:
        """Return a question of this family; ``None`` where there is none."""
        return next((one for one in self.questions if one.id == key), None)

    @property
    def facts(self) -> frozenset[str]:
        """Every told fact of the file, as ``PERSON.key``."""
        return frozenset(
            f"{who}.{key}"
            for who, person in self.case.persons.items()
            for key in person.told
        )


@dataclass(frozen=True, slots=True)
class Work:
    """What a learner did with one family; ids only, and one free text.

    Attributes:
        asked: Ids of the questions asked, in their order.
        verdicts: ``open``, ``closed`` or ``unknown`` by pathway.
        papers: Papers chosen by fact (``PERSON.key``).
        parts: Ids of the parts chosen for the petition, by the name of the part.
        text: The learner's own words of the petition.
    """

    asked: tuple[str, ...] = ()
    verdicts: Mapping[str, str] = field(default_factory=dict)
    papers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One point of the marking.

    Attributes:
        step: ``interview``, ``pathways``, ``evidence`` or ``petition``.
        head: What was marked.
        text: Why.
        cites: References of the law; never empty.
        topic: Topic under which it counts.
    """

    step: str
    head: Text
    points: int
    of: int
    text: Text
    cites: tuple[str, ...]
    topic: str


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of one family."""

    family: str
    marks: tuple[Mark, ...]

    @property
    def score(self) -> int:
        """Points reached."""
        return sum(mark.points for mark in self.marks)

    @property
    def of(self) -> int:
        """Points that could be reached."""
        return sum(mark.of for mark in self.marks)

    @property
    def topics(self) -> dict[str, tuple[int, int]]:
        """Points reached and reachable by topic."""
        return _sums((mark.topic, mark) for mark in self.marks)

    @property
    def cites(self) -> tuple[str, ...]:
        """Every reference of the law that some mark cites, once."""
        return tuple(dict.fromkeys(key for mark in self.marks for key in mark.cites))

    @property
    def steps(self) -> dict[str, tuple[int, int]]:
        """Points reached and reachable by step."""
        return _sums((mark.step, mark) for mark in self.marks)


def _sums(rows: Iterable[tuple[str, Mark]]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for key, mark in rows:
        points, of = found.get(key, (0, 0))
        found[key] = (points + mark.points, of + mark.of)
    return found
