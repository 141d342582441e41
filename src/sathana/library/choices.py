"""How each fact is asked in a form: by which buttons, and with which fields.

A fact without a form here (findings, convictions ...) can be written in the case file
itself, which the page shows in a field of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sathana.vocabulary import codes
from sathana.vocabulary.names import Name
from sathana.web.languages import Text

type Form = Literal[
    "buttons", "event", "date", "spell", "certificate", "orders", "text", "none"
]
MOST_BUTTONS = 7
"""With more choices than this a list to choose from is easier than buttons."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: the value it sends and the words on it."""

    value: str
    words: Text


@dataclass(frozen=True, slots=True)
class Asking:
    """How a fact is asked.

    Attributes:
        form: Which fields go with the buttons.
        choices: The buttons, without "don't know", which every question has.
        relative: Whether before or after the birth may be told in place of a day.
    """

    form: Form
    choices: tuple[Choice, ...]
    relative: bool = False

    @property
    def as_list(self) -> bool:
        """Whether the choices stand in a list instead of as buttons."""
        return len(self.choices) > MOST_BUTTONS


YES_NO = (
    Choice("yes", {"th": "ใช่", "en": "Yes"}),
    Choice("no", {"th": "ไม่ใช่", "en": "No"}),
)
TRUTHS = (
    "thai",
    "could_hold_parents_nationality",
    "service",
    "livelihood",
    "speaks_thai",
    "student",
    "original_highlander",
    "displaced_thai",
    "foreign_nationality",
)
EVENTS: Mapping[str, tuple[Text, Text]] = {
    "parents_marriage": (
        {"th": "จดทะเบียนสมรสแล้ว", "en": "Yes, registered"},
        {"th": "ไม่เคยจดทะเบียนสมรส", "en": "Never registered"},
    ),
    "legitimation": (
        {"th": "จดทะเบียนรับรองบุตรแล้ว", "en": "Yes, registered or judged"},
        {"th": "ไม่เคย", "en": "Never"},
    ),
    "paternity_proved": (
        {"th": "พิสูจน์แล้ว", "en": "Yes, proved"},
        {"th": "ยังไม่เคย", "en": "Never"},
    ),
    "entered": (
        {"th": "เข้ามาจากต่างประเทศ", "en": "Came in from abroad"},
        {"th": "ไม่เคย เกิดและอยู่ในไทย", "en": "Never: born here, always here"},
    ),
    "died": (
        {"th": "เสียชีวิตแล้ว", "en": "Yes, has died"},
        {"th": "ยังมีชีวิตอยู่", "en": "Is alive"},
    ),
    "found": (
        {"th": "ถูกพบในไทย", "en": "Yes, found in Thailand"},
        {"th": "ไม่ใช่เด็กถูกทอดทิ้ง", "en": "Not an abandoned child"},
    ),
}
LISTS = ("convictions", "marriages", "adopted", "attempts")
"""Lists that a button can only say to be empty; entries are written in the file."""
NONE = Choice("none", {"th": "ไม่มี", "en": "None"})
RELATIVE_TO_BIRTH = ("parents_marriage", "legitimation")


def _of_codes(table: Mapping[str, Name]) -> tuple[Choice, ...]:
    return tuple(
        Choice(code, _on_a_button(name))
        for code, name in table.items()
        if code != "unknown"
    )


def _on_a_button(name: Name) -> Text:
    return {"th": name.th, "en": name.en[:1].upper() + name.en[1:]}


def _event(key: str) -> Asking:
    happened, never = EVENTS[key]
    return Asking(
        "event",
        (Choice("yes", happened), Choice("never", never)),
        relative=key in RELATIVE_TO_BIRTH,
    )


_PARENT = (
    Choice("new", {"th": "รู้ว่าเป็นใคร เพิ่มในครอบครัว", "en": "Known: add to the family"}),
    Choice("unidentifiable", _on_a_button(codes.PARENTS["unidentifiable"])),
)

ASKINGS: Mapping[str, Asking] = {
    **{key: Asking("buttons", YES_NO) for key in TRUTHS},
    **{key: _event(key) for key in EVENTS},
    "sex": Asking("buttons", _of_codes(codes.SEXES)),
    "conduct": Asking("buttons", _of_codes(codes.CONDUCT)),
    "education": Asking("buttons", _of_codes(codes.EDUCATION)),
    "born.notified": Asking("buttons", _of_codes(codes.NOTICE_OF_BIRTH)),
    "born.country": Asking(
        "buttons",
        (
            Choice("TH", {"th": "ในประเทศไทย", "en": "In Thailand"}),
            Choice("abroad", {"th": "นอกประเทศไทย", "en": "Outside Thailand"}),
        ),
    ),
    "born.date": Asking("date", ()),
    "father": Asking("buttons", _PARENT),
    "mother": Asking("buttons", _PARENT),
    "stay": Asking("spell", _of_codes(codes.STAY_KINDS)),
    "registers": Asking(
        "spell",
        (
            Choice("none", {"th": "ไม่มีชื่อในทะเบียนใดเลย", "en": "In no register at all"}),
            *_of_codes(codes.REGISTER_KINDS),
        ),
    ),
    "residence": Asking(
        "spell",
        (Choice("yes", {"th": "อยู่ในไทยต่อเนื่อง", "en": "Lived here without a break"}),),
    ),
    "care": Asking(
        "spell",
        (Choice("yes", {"th": "เคยอยู่ในสถานสงเคราะห์", "en": "Lived in a home"}),),
    ),
    "alien_certificate": Asking(
        "certificate",
        (
            Choice("yes", {"th": "เคยรับใบสำคัญ", "en": "Yes, took one"}),
            Choice("never", {"th": "ไม่เคย", "en": "Never"}),
        ),
    ),
    **{key: Asking("buttons", (NONE,)) for key in LISTS},
    "id13": Asking("text", ()),
    "group": Asking("text", ()),
    "orders": Asking(
        "orders", (Choice("none", {"th": "ไม่มีคำสั่งใด", "en": "No order at all"}),)
    ),
}

ANSWERED_BY = {
    "registered": "registers",
    "alien_certificate.taken": "alien_certificate",
    "alien_certificate.by": "alien_certificate",
    "alien_certificate.voluntary": "alien_certificate",
    "alien_certificate.kept_until": "alien_certificate",
    "care.certified": "care",
}
"""Words that rules use for a fact, and the told key that answers them."""


def asking(key: str) -> Asking:
    """Return how a fact is asked; form ``none`` for one that has no form."""
    return ASKINGS.get(ANSWERED_BY.get(key, key), Asking("none", ()))
