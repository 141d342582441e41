"""A thirteen-digit number, and the table of numbers, as their page shows them."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.law.id13 import Category, Group, NumberReading, Source, read_text
from sathana.law.id13_words import (
    OFFICE_CAUTION,
    check_words,
    group_words,
    rules,
    source_ids,
    suggestions,
)
from sathana.law.load import pack
from sathana.law.model import Provision
from sathana.places import office, office_words
from sathana.web.languages import Text


@dataclass(frozen=True, slots=True)
class NumberPage:
    """What the page of one number shows.

    Attributes:
        office: Name of the registration office; ``None`` of a student code.
        caution: What the office does not say; ``None`` where no province is known.
        check: What the last digit says.
        sources: Sources of every row shown, each once.
    """

    reading: NumberReading
    group: Text
    office: Text | None
    caution: Text | None
    check: Text
    suggests: tuple[Text, ...]
    rules: tuple[str, ...]
    sources: tuple[Source, ...]
    cites: tuple[Provision, ...]


@dataclass(frozen=True, slots=True)
class ClassRows:
    """A class of the table with its groups."""

    category: Category
    groups: tuple[Group, ...]


def read(typed: str) -> NumberPage:
    """Read what was typed.

    Raises:
        Id13Error: It is no number and no student code.
    """
    law = pack()
    reading = read_text(typed, law.id13)
    digits = reading.office_digits
    found = office(digits) if digits is not None else None
    return NumberPage(
        reading=reading,
        group=group_words(reading),
        office=office_words(found) if found else None,
        caution=OFFICE_CAUTION if found and found.province else None,
        check=check_words(reading),
        suggests=suggestions(reading),
        rules=rules(reading),
        sources=tuple(law.id13.sources[key] for key in source_ids(reading)),
        cites=tuple(law.provisions[key] for key in reading.proves.cites),
    )


def table() -> tuple[ClassRows, ...]:
    """Return every class with its groups, in the order of the digits."""
    known = pack().id13
    return tuple(
        ClassRows(
            category,
            tuple(
                group
                for group in sorted(known.groups.values(), key=lambda g: g.code)
                if group.code[0] == category.digit
            ),
        )
        for category in known.categories.values()
    )
