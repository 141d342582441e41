"""Families made by rules of their own; the same seed makes the same family."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from sathana.facts.casefile import read
from sathana.law.kept import follows_pack
from sathana.learning.practice import library, unhelpful, verdicts
from sathana.learning.practice.model import Family, Text

type Plain = dict[str, Any]
type Kind = Callable[["Making"], tuple[str, str]]
"""Makes a family; returns the applicant and the topic."""
_DAY = 739581
"""21 November 2025: the pathways to judge are chosen as they were on this day."""
_NAMES: tuple[tuple[str, str], ...] = (
    ("อาผ่า", "Apha"), ("หมี่จู", "Miju"), ("นอโพ", "Nawpho"), ("แสงหล้า", "Saengla"),
    ("อาแจ", "Ajae"), ("บือแท", "Buethae"), ("คำปัน", "Khampan"), ("นางหอม", "Nang Hom"),
    ("จะแฮ", "Jahae"), ("สุพอ", "Suphaw"), ("อาหมี", "Ami"), ("ไหมคำ", "Maikham"),
)  # fmt: skip
_VILLAGES: tuple[tuple[str, str], ...] = (
    ("บ้านดอยหมอกคำ", "Doi Mokkham"), ("บ้านห้วยผึ้งใต้", "Huai Phueng Tai"),
    ("บ้านสันลมเย็น", "San Lomyen"), ("บ้านแม่ตาดเหนือ", "Mae Tat Nuea"),
)  # fmt: skip


class Making:
    """What is being made: persons, papers, and the chance that makes them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(f"practice {seed}")  # noqa: S311 (no secret)
        self.persons: dict[str, Plain] = {}
        self.evidence: dict[str, Plain] = {}
        self.names = self.chance.sample(_NAMES, 6)
        self.village = self.chance.choice(_VILLAGES)

    def year(self, first: int, last: int) -> int:
        """Return a year by chance."""
        return self.chance.randint(first, last)

    def day(self, first: int, last: int) -> str:
        """Return a day, a month or a bare year by chance, as a case file writes it."""
        year, month = self.year(first, last), self.chance.randint(1, 12)
        exact = f"{year}-{month:02d}-{self.chance.randint(1, 28):02d}"
        return self.chance.choice((exact, exact, f"{year}-{month:02d}", str(year)))

    def maybe(self, value: str, often: float = 0.75) -> str:
        """Return a value, or now and then that it is not known."""
        return value if self.chance.random() < often else "unknown"

    def person(self, who: str, sex: str, **facts: Any) -> None:
        """Add a person with a name."""
        th, en = self.names[len(self.persons) % len(self.names)]
        self.persons[who] = {"name": {"th": th, "en": en}, "sex": sex, **facts}

    def shown(self, value: Any, kind: str, path: str, often: float = 0.5) -> Any:
        """Return a value with the paper that shows it, or bare where there is none."""
        if self.chance.random() >= often:
            return value
        key = f"E{len(self.evidence) + 1}"
        self.evidence[key] = {"kind": kind, "supports": [path]}
        return {"value": value, "source": key, "grade": "documented"}

    def parents(self, first: int, last: int, **facts: Any) -> None:
        """Add a father and a mother who came in from outside."""
        entered = self.year(first, last)
        stay = self.chance.choice(("lenient", "unpermitted", "precarious"))
        for who, sex in (("Father", "male"), ("Mother", "female")):
            self.person(
                who,
                sex,
                born={"date": str(entered - self.year(17, 30)), "country": "MM"},
                thai="no",
                entered=str(entered),
                stay=[{"kind": stay, "from": str(entered)}],
                **facts,
            )

    def child(self, born: Plain, **facts: Any) -> None:
        """Add the applicant as a child of Father and Mother."""
        sex = self.chance.choice(("female", "male"))
        of_both = {"father": "Father", "mother": "Mother", "parents_marriage": "never"}
        self.person("Child", sex, born=born, **{**of_both, **facts})


def _since(born: str) -> list[Plain]:
    """Return residence since birth; a birth known roughly needs no second guess."""
    return [{"from": born}] if len(born) == len("2000-01-01") else [{}]


def _unregistered(making: Making) -> tuple[str, str]:
    making.parents(1996, 2008)
    making.child(
        {
            "date": making.day(2012, 2022),
            "country": making.shown("TH", "DELIVERY-CERTIFICATE", "Child.born.country"),
            "notified": making.maybe("none"),
        }
    )
    return "Child", "birth"


def _one_thai_parent(making: Making) -> tuple[str, str]:
    making.person(
        "Father",
        "male",
        thai=making.shown("yes", "ID-CARD", "Father.thai", 0.7),
        born={"date": str(making.year(1970, 1982))},
    )
    making.person(
        "Mother",
        "female",
        thai="no",
        born={"date": str(making.year(1974, 1986)), "country": "MM"},
        entered=str(making.year(1992, 2000)),
        stay=[{"kind": "unpermitted", "from": "2000"}],
    )
    making.child(
        {"date": making.day(2001, 2015), "country": "TH", "notified": "late"},
        paternity_proved=making.maybe("never", 0.6),
        legitimation="never",
    )
    return "Child", "other-paths"


def _thai_mother(making: Making) -> tuple[str, str]:
    making.person(
        "Mother",
        "female",
        thai=making.shown("yes", "ID-CARD", "Mother.thai", 0.8),
        born={"date": str(making.year(1975, 1988)), "country": "TH"},
    )
    making.child(
        {
            "date": making.day(2004, 2016),
            "country": making.maybe("TH"),
            "notified": "none",
        },
        father="unknown",
    )
    return "Child", "birth"


def _lost_in_1972(making: Making) -> tuple[str, str]:
    making.parents(1950, 1960)
    born = making.day(1963, 1971)
    making.child(
        {
            "date": making.shown(born, "NON-THAI-CARD", "Child.born.date"),
            "country": making.shown(
                "TH", "HEADMAN-STATEMENT", "Child.born.country", 0.3
            ),
        },
        entered="never",
        residence=_since(born),
        registers=[{"kind": "TR38KH", "from": str(making.year(1985, 1995))}],
        conduct=making.maybe("good", 0.8),
        foreign_nationality=making.maybe("no", 0.8),
    )
    return "Child", "section-23"


def _refused_soil(making: Making) -> tuple[str, str]:
    making.parents(1965, 1978)
    born = making.day(1980, 1991)
    making.child(
        {"date": born, "country": making.maybe("TH", 0.85), "notified": "late"},
        entered="never",
        residence=_since(born),
        registers=[{"kind": "TR38KH", "from": str(making.year(1991, 1999))}],
        conduct=making.maybe("good", 0.8),
    )
    return "Child", "section-23"


def _child_of_surveyed(making: Making) -> tuple[str, str]:
    making.parents(
        1976,
        1984,
        id13="6-xxxx-5xxxx-xx-x" if making.chance.random() < 0.7 else "unknown",
        registers=[{"kind": "TR38KH", "from": str(making.year(1991, 1998))}],
    )
    born = making.day(1993, 2006)
    making.child(
        {"date": born, "country": "TH", "notified": "late"},
        residence=_since(born),
        registers=[{"kind": "TR38", "from": str(making.year(2007, 2012))}],
        conduct=making.maybe("good", 0.8),
        foreign_nationality=making.maybe("no", 0.7),
        education=making.chance.choice(("secondary", "bachelor")),
        student=making.maybe("no", 0.6),
    )
    return "Child", "seven-bis"


def _found(making: Making) -> tuple[str, str]:
    year = making.year(2002, 2012)
    making.person(
        "Child",
        "female",
        born={"date": str(year), "country": making.maybe("TH", 0.3)},
        father="unidentifiable",
        mother="unidentifiable",
        found=making.shown(str(year + 1), "FOUNDLING-RECORD", "Child.found"),
        residence=[{"from": str(year + 1)}],
        registers=[{"kind": "TR38", "from": str(year + making.year(2, 6))}],
        care=[{"from": str(year + 1)}],
    )
    return "Child", "other-paths"


def _long_here(making: Making) -> tuple[str, str]:
    entered = making.year(1974, 1994)
    making.person(
        "Elder",
        making.chance.choice(("female", "male")),
        born={"date": str(entered - making.year(8, 20)), "country": "MM"},
        thai="no",
        entered=str(entered),
        residence=[{"from": str(entered)}],
        registers=[{"kind": "TR38KH", "from": str(making.year(1995, 1999))}],
        id13=making.maybe("6-xxxx-7xxxx-xx-x", 0.6),
        conduct=making.maybe("good", 0.8),
        livelihood=making.maybe("yes", 0.7),
        speaks_thai=making.maybe("yes", 0.6),
    )
    return "Elder", "other-paths"


def _highlander(making: Making) -> tuple[str, str]:
    year = making.year(1940, 1960)
    making.person(
        "Elder",
        making.chance.choice(("female", "male")),
        born={"date": str(year), "country": making.maybe("TH", 0.85)},
        father="unknown",
        mother="unknown",
        original_highlander=making.maybe("yes", 0.8),
        registers=[{"kind": "HIGHLAND_1985", "from": "1986"}],
        residence=[{"from": str(year)}],
    )
    return "Elder", "history"


def _struck_off(making: Making) -> tuple[str, str]:
    day = f"{making.year(2002, 2016)}-0{making.chance.randint(1, 9)}-11"
    making.person(
        "Child",
        making.chance.choice(("female", "male")),
        born={"date": making.day(1966, 1985), "country": "TH"},
        father="unknown",
        mother="unknown",
        registers=[{"kind": "TR14", "from": "1990", "until": day}],
        orders=[{"kind": "struck_off", "on": day, "by": "registrar"}],
    )
    return "Child", "refusal"


_KINDS: tuple[tuple[int, Kind, tuple[str, ...]], ...] = (
    (1, _unregistered, ("BR-3", "BR-4", "7BIS-2")),
    (1, _thai_mother, ("BR-3", "BR-4", "HR-5")),
    (2, _one_thai_parent, ("NB-2008-PF", "CO-1-NAT", "7BIS-2")),
    (2, _found, ("NR-19-2", "BR-5", "S12-1", "7BIS-2")),
    (2, _long_here, ("PR-2024", "S10", "ID-NONTHAI", "ANN-2025")),
    (3, _lost_in_1972, ("S23", "RG-2543", "7BIS-2")),
    (3, _refused_soil, ("S23", "7BIS-2", "ANN-2025")),
    (3, _child_of_surveyed, ("ANN-2025", "CAB-2016-G2", "7BIS-2", "S23")),
    (3, _highlander, ("RG-2543", "S23", "CO-1", "PR-2024")),
    (3, _struck_off, ("DL-1", "DL-2", "HR-5", "CO-1-NAT")),
)
"""Kinds of families: the level, and pathways that belong to the story."""
_TITLES: Mapping[str, Text] = {
    "birth": {"th": "เด็กที่ยังไม่ได้แจ้งเกิด", "en": "A birth nobody notified"},
    "other-paths": {"th": "หาช่องทางที่เหมาะ", "en": "Looking for the right way"},
    "section-23": {"th": "คนที่ประกาศ 337 แตะต้อง", "en": "Touched by Announcement 337"},
    "seven-bis": {"th": "ลูกของคนที่สำรวจไว้แล้ว", "en": "A child of surveyed parents"},
    "history": {"th": "ผู้เฒ่าบนดอย", "en": "An elder of the hills"},
    "refusal": {"th": "ชื่อที่ถูกจำหน่าย", "en": "A name struck off"},
}


def family(seed: int) -> Family:
    """Return the generated family of a seed; any whole number from 0 is one."""
    return _family(seed)


@follows_pack
@lru_cache(maxsize=256)
def _family(seed: int) -> Family:
    making = Making(seed)
    level, kind, prefer = _KINDS[seed % len(_KINDS)]
    applicant, topic = kind(making)
    plain = {
        "sathana": 1,
        "case": f"practice-{seed}",
        "persons": making.persons,
        **({"evidence": making.evidence} if making.evidence else {}),
    }
    case = read(json.dumps(plain, ensure_ascii=False), name=f"g-{seed}")
    name = making.persons[applicant]["name"]
    th, en = making.village
    title = _TITLES[topic]
    return Family(
        id=f"g-{seed}",
        level=level,
        topic=topic,
        title={
            "th": f"{title['th']}: {name['th']} {th}",
            "en": f"{title['en']}: {name['en']} of {en}",
        },
        speaker={"th": f"คนในบ้านของ{name['th']}", "en": f"The family of {name['en']}"},
        opening={
            "th": f"เรามาจาก{th} มาเรื่องของ{name['th']} อยากรู้ว่าทำอะไรได้บ้าง",
            "en": f"We are from {en}. It is about {name['en']}: what can be done?",
        },
        applicant=applicant,
        case=case,
        questions=(*library.questions(case), *unhelpful.mixed(seed)),
        pathways=verdicts.offered(verdicts.of(case, applicant, _DAY), prefer),
        source="generated",
    )
