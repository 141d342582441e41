"""Names of people who do not exist, as people of the hills are written.

Given names and clan names are put together at random; no pair is taken from a person.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random

from sathana.registry import namekeys


@dataclass(frozen=True, slots=True)
class Spoken:
    """One group: what it is called, which language it speaks, its names.

    Attributes:
        group: Own name of the group, as its people write it in Thai letters.
        language: Code of the spoken language.
        given: Given names by sex, each in Thai and Latin letters.
        clans: Clan or family names, in Thai and Latin letters.
    """

    group: str
    language: str
    given: Mapping[str, tuple[tuple[str, str], ...]]
    clans: tuple[tuple[str, str], ...]


GROUPS: tuple[Spoken, ...] = (
    Spoken(
        "อาข่า",
        "ahk",
        {
            "female": (
                *(("หมี่จู", "Mi Ju"), ("หมี่เซอ", "Mi Soe"), ("บูแช", "Bu Chae")),
                *(("หมี่โย", "Mee Yo"), ("อาแม", "A Mae")),
            ),
            "male": (
                *(("อาหล่อง", "Ah Long"), ("เจอปา", "Joe Pa"), ("ลอแช", "Lo Chae")),
                *(("อาโซ", "A Zoh"), ("เกอชา", "Goe Cha")),
            ),
        },
        (("มาเยอะกู่", "Mayoegu"), ("เชอหมื่อแล", "Choemuelae"), ("เบียงแลกู่", "Bianglaegu")),
    ),
    Spoken(
        "ลาหู่",
        "lhu",
        {
            "female": (
                *(("นาแส", "Na Sae"), ("นาหู", "Na Hu"), ("นาเลาะ", "Na Lo")),
                *(("นาอือ", "Na Ue"), ("นาพอ", "Na Po")),
            ),
            "male": (
                *(("จะแฮ", "Ja Hae"), ("จะลอ", "Ja Law"), ("จะบู", "Ja Bu")),
                *(("จะก่า", "Ca Ga"), ("จะพือ", "Ja Pue")),
            ),
        },
        (("จะแต๋", "Jatae"), ("นาโบ๊ะ", "Nabo"), ("ไพรสีทอง", "Phraisithong")),
    ),
    Spoken(
        "ไทใหญ่",
        "shn",
        {
            "female": (
                *(("นางแสงหอม", "Nang Saeng Hom"), ("นางคำอิ่ง", "Nang Kham Ing")),
                *(
                    ("นางหล้า", "Nang La"),
                    ("ป้าอ่อง", "Pa Awng"),
                    ("นางเครือ", "Nang Khoe"),
                ),
            ),
            "male": (
                *(("จายหลู่", "Sai Lu"), ("จายอ่อง", "Sai Aung"), ("ลุงติ๊บ", "Lung Tip")),
                *(("จายแลง", "Jai Laeng"), ("จายมน", "Sai Mon")),
            ),
        },
        (("ลุงอ่อง", "Lung Awng"), ("", ""), ("แสงเฮิง", "Saenghoeng")),
    ),
    Spoken(
        "ปกาเกอะญอ",
        "ksw",
        {
            "female": (
                *(("หน่อแอะ", "Naw Ae"), ("หน่อพอ", "Naw Paw"), ("มึเซ", "Mue Say")),
                *(("หน่อเลอ", "Naw Loe"), ("พอลา", "Paw La")),
            ),
            "male": (
                *(("พะตี่โพ", "Pati Po"), ("ซอแฮ", "Saw Hae"), ("ซอเลอ", "Saw Loe")),
                *(("ดิโพ", "Dee Po"), ("ซอเก", "Saw Kay")),
            ),
        },
        (("ดอยพนา", "Doiphana"), ("", ""), ("ห้วยเย็นใจ", "Huaiyenchai")),
    ),
    Spoken(
        "ม้ง",
        "hmn",
        {
            "female": (
                *(("เม่ง", "Maeng"), ("เยาะ", "Yaw"), ("ปาหยี", "Pa Yee")),
                *(("หมี่เจ๋อ", "Mi Joe"), ("จั๊ว", "Jua")),
            ),
            "male": (
                *(("เลาป๋อ", "Lao Paw"), ("จื้อ", "Jue"), ("ย่าเซ้ง", "Ya Seng")),
                *(("วั่งลี", "Wang Lee"), ("ตั้ว", "Tua")),
            ),
        },
        (("แซ่ว่าง", "Saewang"), ("แซ่โซ้ง", "Saesong"), ("หมอกใส", "Moksai")),
    ),
)
"""Five groups of an invented village; real villages have more."""


@dataclass(frozen=True, slots=True)
class Called:
    """What one person of the village is called."""

    thai: str
    romanised: str


_FIRST = (
    *("บุญ", "คำ", "แสง", "ทอง", "หมี่", "จะ", "นา", "ซอ", "อา", "พะ", "เยาะ", "ลี"),
    *("สาย", "ใจ", "พร", "วัน", "ดี", "มาลา", "เกอ", "เลอ", "โพ", "แม", "บู", "ยี"),
    *("จัน", "ศรี", "นวล", "เดือน", "ปา", "วา", "หน่อ", "มึ", "ติ", "ก่อ", "เหล่า"),
)
_SECOND = (
    *("หล้า", "อ่อง", "แก้ว", "เซอ", "แฮ", "พอ", "โซ", "แช", "ลอ", "มี", "ชา", "ปิง"),
    *("นะ", "รัก", "ไพร", "ดา", "วรรณ", "ยา", "เคอ", "โล", "ปู", "กี่", "หยี", "ตา"),
    *("สุข", "คง", "มา", "เล", "จื้อ", "เพ", "ซา", "เอ", "บือ", "หมื่อ", "แล", "ทู"),
)


def of_many(chance: Random) -> str:
    """Return one of some two million invented names: a crowd is not a village.

    In a crowd of a hundred thousand few share both names, and thousands share a sound.
    """
    given = chance.choice(_FIRST) + chance.choice(_SECOND)
    clan = chance.choice(_FIRST) + chance.choice(_SECOND)
    if chance.random() < 0.5:
        clan += chance.choice(_SECOND)
    return f"{given} {clan}"


def romanised(thai: str) -> str:
    """Return a Thai name in Latin letters, as an office would write it."""
    return " ".join(namekeys.in_latin(word) for word in thai.split()).title()


class Namer:
    """Gives names within one family: one group, mostly one clan."""

    def __init__(self, chance: Random) -> None:
        self.spoken = chance.choice(GROUPS)
        self._chance = chance
        self._clan = chance.choice(self.spoken.clans)
        self._left = {sex: list(names) for sex, names in self.spoken.given.items()}
        for names in self._left.values():
            chance.shuffle(names)

    def name(self, sex: str, clan: tuple[str, str] | None = None) -> Called:
        """Return a name that nobody of the family has yet, while there are some."""
        given = (
            self._left[sex].pop()
            if self._left[sex]
            else self._chance.choice(self.spoken.given[sex])
        )
        clan = self._clan if clan is None else clan
        return Called(f"{given[0]} {clan[0]}".strip(), f"{given[1]} {clan[1]}".strip())
