"""What a thirteen-digit number says of the register that gave it.

The table is data (``th/data/id13.yaml``): classes by the first digit, groups by it and
digits 6 and 7, each with its sources and its mark. A number suggests in which register
somebody was once entered. It never proves a nationality, and nothing here says it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from sathana.law.marks import Checked, Text
from sathana.text.id13 import Id13, check_digit, parse
from sathana.text.thai import arabic_digits, normalise

type GroupState = Literal[
    "listed", "gap", "not_listed", "not_used", "not_verified", "not_given"
]
"""``listed``: the table has the group. ``gap``: it has the code and knows that nobody
could say whose it is. ``not_listed``: no list that was read has the code.
``not_used``: digits 6-7 name no group in this class. ``not_verified``: whether they do
was not found. ``not_given``: a digit that is needed was not given."""

type CheckState = Literal["fits", "wrong", "not_given"]
"""Verdict on the last digit; ``not_given`` while any digit is missing."""

CATEGORIES = ("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "G")
"""Every first character the table must speak of; ``G`` is no civil number."""
GROUPED = frozenset("068")
"""First digits after which digits 6-7 name a group."""
_UNCLEAR = "7"
_STUDENT = re.compile(r"[Gg][0-9x]{12}")
_BETWEEN = re.compile(r"[\s\-\u2010-\u2015]+")


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows of the table were read.

    Attributes:
        address: Web address; ``None`` where there is none to give.
        official: Whether it is a page of the state.
    """

    id: str
    text: Text
    address: str | None = None
    official: bool = False


@dataclass(frozen=True, slots=True)
class Hint:
    """How somebody with such a number may have become Thai; to be checked, no proof.

    Attributes:
        rule: Id of the rule; ``None`` where the number hints at none.
        since: Ordinal day, ``birth``, or ``None`` where only the order tells the day.
    """

    rule: str | None
    since: int | Literal["birth"] | None
    text: Text


@dataclass(frozen=True, slots=True)
class Category:
    """A class of numbers: the first character.

    Attributes:
        people: Who has such a number.
        register: What it suggests of the register, and no more.
        gap: Whether no list that was read has it.
        rules: Rules and pathways that ask for the class.
    """

    digit: str
    title: Text
    people: Text
    register: Text
    sources: tuple[str, ...]
    checked: Checked
    gap: bool = False
    rules: tuple[str, ...] = ()
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A group within a class: digits 6 and 7.

    Attributes:
        code: First digit and digits 6-7, as ``6-50``.
        gap: Whether no list that was read says whose code it is.
        conflict: What another source says of the same code.
    """

    code: str
    title: Text
    sources: tuple[str, ...]
    checked: Checked
    gap: bool = False
    rules: tuple[str, ...] = ()
    note: Text | None = None
    conflict: Text | None = None
    conflict_sources: tuple[str, ...] = ()
    hint: Hint | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """The colour of a card, of today or before 2004.

    Attributes:
        old: Whether it is a colour of before 2004.
        gap: Whether the colour of these groups was not found.
    """

    id: str
    old: bool
    title: Text
    categories: tuple[str, ...]
    groups: tuple[str, ...]
    sources: tuple[str, ...]
    checked: Checked
    gap: bool = False
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Proves:
    """What a number proves: nothing, in the reading of the law and in that of offices.

    Attributes:
        cites: Provisions that both readings rest on.
    """

    text: Text
    law: Text
    offices: Text
    cites: tuple[str, ...]
    checked: Checked
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Id13Table:
    """The whole table; every mapping is keyed by id."""

    sources: Mapping[str, Source]
    categories: Mapping[str, Category]
    groups: Mapping[str, Group]
    cards: Mapping[str, Card]
    proves: Proves

    def marked(self) -> Iterator[tuple[str, str, Text, Checked]]:
        """Yield kind, id, title and mark of each row, as what is due is listed."""
        for category in self.categories.values():
            yield "number", f"id13-{category.digit}", category.title, category.checked
        for group in self.groups.values():
            yield "number", f"id13-{group.code}", group.title, group.checked
        for card in self.cards.values():
            yield "number", f"id13-{card.id}", card.title, card.checked
        yield "number", "id13-proves", self.proves.text, self.proves.checked


@dataclass(frozen=True, slots=True)
class NumberReading:
    """What one number says, as far as its digits are given.

    Attributes:
        number: The number; ``None`` of a student code, which is no civil number.
        category: Its class; ``None`` while the first digit is not given.
        group: Row of the group, a gap too; ``None`` in every state but those two.
        group_digits: Digits 6-7; ``None`` when one is not given.
        right_digit: Last digit by the first twelve; ``None`` while one of them is
            missing.
        cards: Colours of cards of the group, today's first.
        proves: The same for every number.
    """

    number: Id13 | None
    category: Category | None
    group: Group | None
    group_state: GroupState
    group_digits: str | None
    check: CheckState
    right_digit: int | None
    cards: tuple[Card, ...]
    proves: Proves

    @property
    def office_digits(self) -> str | None:
        """Digits 2 to 5, each perhaps ``x``; ``None`` of a student code."""
        return self.number.digits[1:5] if self.number else None

    @property
    def is_student_code(self) -> bool:
        """Whether it is a code of the Ministry of Education, no civil number."""
        return self.number is None


def read_text(text: str, table: Id13Table) -> NumberReading:
    """Read a number as people write it, or a student code that begins with G.

    Args:
        text: Digits, Thai ones too, with dashes or spaces or without, ``x`` for each
            digit that is not known.
        table: The table of the law pack.

    Raises:
        Id13Error: It is neither a thirteen-digit number nor a student code.
    """
    # Signs that nobody sees came along with a copy, and must reach no terminal.
    plain = "".join(c if c.isprintable() else " " for c in normalise(text)).strip()
    code = _BETWEEN.sub("", arabic_digits(plain)).replace("X", "x")
    if _STUDENT.fullmatch(code):
        return _student(table)
    return read_number(parse(plain), table)


def read_number(id13: Id13, table: Id13Table) -> NumberReading:
    """Say what a number shows, and what it does not.

    Args:
        id13: The number, of which some digits may not be given.
        table: The table of the law pack.
    """
    category = table.categories.get(id13.category or "")
    group = table.groups.get(f"{id13.category}-{id13.group}")
    return NumberReading(
        number=id13,
        category=category,
        group=group,
        group_state=_state(id13, group),
        group_digits=id13.group,
        check=_check(id13),
        right_digit=_right_digit(id13),
        cards=_cards(category, group, table),
        proves=table.proves,
    )


def _student(table: Id13Table) -> NumberReading:
    return NumberReading(
        number=None,
        category=table.categories.get("G"),
        group=None,
        group_state="not_used",
        group_digits=None,
        check="not_given",
        right_digit=None,
        cards=(),
        proves=table.proves,
    )


def _state(id13: Id13, group: Group | None) -> GroupState:
    if group is not None:
        return "gap" if group.gap else "listed"
    if id13.category is None:
        return "not_given"
    if id13.category == _UNCLEAR:
        return "not_verified"
    if id13.category not in GROUPED:
        return "not_used"
    return "not_given" if id13.group is None else "not_listed"


def _check(id13: Id13) -> CheckState:
    fits = id13.check_digit_fits
    return "not_given" if fits is None else "fits" if fits else "wrong"


def _right_digit(id13: Id13) -> int | None:
    first = id13.digits[:12]
    return None if "x" in first else check_digit(first)


def _cards(
    category: Category | None, group: Group | None, table: Id13Table
) -> tuple[Card, ...]:
    digit = category.digit if category else ""
    code = group.code if group else ""
    found = (
        card
        for card in table.cards.values()
        if digit in card.categories or code in card.groups
    )
    return tuple(sorted(found, key=lambda card: card.old))
