"""What the rules may read of a case file: told facts, presumptions, unknowns.

A view answers in the words of the rules (``sex`` is ``female``, an event happened
between two days) and says ``None`` or a wide span where nothing is known. It holds
the contract's presumptions and remembers each one that was read.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import cast

from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.facts.derived import DERIVED
from sathana.facts.kinship import Kinship, implied_marriages
from sathana.facts.model import (
    Adoption,
    CaseFile,
    Certificate,
    Event,
    Finding,
    Grade,
    Happened,
    Marriage,
    Parent,
    Spell,
    Told,
)
from sathana.facts.values import Occurrence, plain
from sathana.logic.truth import Truth

FIRST_ACT = date(1913, 4, 10).toordinal()
"""10 April 1913, ordinal: a birth without a lower end is on or after it."""

_NEVER = Occurrence(0, 0, never=True)
_ALWAYS = DateSpan(EARLIEST_DAY, EARLIEST_DAY)


class View:
    """One case file as the rules read it."""

    def __init__(self, case: CaseFile, *, as_of: int, documented: bool = False) -> None:
        """Read a case.

        Args:
            case: The family.
            as_of: Day asked about, ordinal.
            documented: Whether values graded lower than documented are unknown.
        """
        self.case = case
        self.as_of = as_of
        self.documented = documented
        self.kinship = Kinship(tuple(case.persons), self.parent)
        self.presumed: set[tuple[str, str]] = set()
        self._values: dict[tuple[str, str], str | None] = {}
        self._entries: dict[tuple[str, str], tuple[object, ...]] = {}

    def told(self, person: str, key: str) -> Told | None:
        """Return what was told; ``None`` if nothing, unknown if graded too low."""
        told = self.case.persons[person].told.get(key)
        if told is None or not self.documented or told.grade is Grade.DOCUMENTED:
            return told
        if _has_graded_entries(told):
            return told
        return Told(None, told.grade, told.source)

    def parent(self, person: str, link: str) -> str | Parent:
        """Return the id of a parent, or why there is none; unknown if not told."""
        told = self.told(person, link)
        if told is None or told.value is None:
            return Parent.UNKNOWN
        return told.value if isinstance(told.value, Parent) else str(told.value)

    def value(self, person: str, key: str) -> str | None:
        """Return the value of a fact in the words of ``values.DOMAINS``."""
        key_of = (person, key)
        if key_of not in self._values:
            self._values[key_of] = self._value(person, key)
        return self._values[key_of]

    def _value(self, person: str, key: str) -> str | None:
        derive = DERIVED.get(key)
        if derive is not None:
            return derive(self, person)
        told = self.told(person, key)
        known = None if told is None else plain(key, told)
        return self._sex_of_parent(person) if known is None and key == "sex" else known

    def _sex_of_parent(self, person: str) -> str | None:
        """Return the sex that a person has as somebody's mother or father."""
        for child in self.children.get(person, ()):
            return "female" if self.parent(child, "mother") == person else "male"
        return None

    def occurrence(self, person: str, key: str) -> Occurrence:
        """Return when an event of a person happened."""
        if key == "born.date":
            birth = self.births[person]
            return Occurrence(birth.earliest, birth.latest)
        if key.startswith("alien_certificate."):
            return self._certificate(person, key)
        if key == "registered":
            return self._registered(person)
        if key == "adopted":
            return self._adopted(person)
        told = self.told(person, key)
        if told is None and key == "entered" and self._presume_never_entered(person):
            return _NEVER
        value = told.value if told else None
        event = value if isinstance(value, Event) else None
        if key == "parents_marriage":
            return self._of_event(event, self._born_from(*self.parents(person)))
        return self.of_event(event, person)

    def of_event(self, event: Event | None, person: str) -> Occurrence:
        """Return an event of a life as an occurrence; unknown for ``None``."""
        return self._of_event(event, self._born_from(person))

    def _of_event(self, event: Event | None, floor: int) -> Occurrence:
        if event is None or event.happened is Happened.UNKNOWN:
            return Occurrence(floor, self.as_of, may_be_never=True)
        if event.happened is Happened.NEVER:
            return _NEVER
        return Occurrence(*self._capped(event.on), relative=event.relative)

    def _born_from(self, *persons: str) -> int:
        """Return the first day on which all of the persons may have been born."""
        births = [self.births[person] for person in persons if person in self.births]
        return max((birth.earliest for birth in births), default=EARLIEST_DAY)

    def spells(self, person: str, key: str) -> tuple[Spell, ...]:
        """Return told spells by their beginning; those graded too low are left out."""
        told = self.told(person, key)
        value = told.value if told else None
        if told and isinstance(value, Truth):
            return (Spell(truth=value, grade=told.grade),)
        if not isinstance(value, tuple):
            return ()
        spells = [spell for spell in value if isinstance(spell, Spell)]
        return tuple(sorted((s for s in spells if self._counts(s.grade)), key=_begin))

    def left_out(self, person: str, key: str) -> tuple[Spell, ...]:
        """Return told spells graded too low to count: they may be so all the same."""
        told = self.case.persons[person].told.get(key)
        if told is None or not _has_graded_entries(told):
            return ()
        entries = cast("tuple[Spell, ...]", told.value)
        return tuple(entry for entry in entries if not self._counts(entry.grade))

    def leaves_out(self, person: str, key: str) -> bool:
        """Say whether something told is graded too low: then silence proves nothing."""
        told = self.case.persons[person].told.get(key)
        if told is None or _has_graded_entries(told):
            return bool(self.left_out(person, key))
        return not self._counts(told.grade)

    @cached_property
    def presumes_no_mission(self) -> bool:
        """Whether one of whose standing nothing is told is of no foreign mission.

        Not so on documents alone where the file claims that somebody is of one: the
        claim may be about the very person whom no document names.
        """
        stays = [life.told.get("stay") for life in self.case.persons.values()]
        entries = [told.value for told in stays if told and _has_graded_entries(told)]
        spells = [spell for spells in entries for spell in cast("tuple[Spell]", spells)]
        return not (self.documented and any(s.kind == "diplomatic" for s in spells))

    def entries[Entry](
        self, person: str, key: str, kind: type[Entry]
    ) -> tuple[Entry | None, ...]:
        """Return list entries that are presumed complete; ``None`` is an unknown one.

        Used for orders, marriages and findings. What the file does not mention is
        presumed not to be.
        """
        key_of = (person, key)
        if key_of not in self._entries:
            self._entries[key_of] = self._read_entries(person, key, kind)
        return cast("tuple[Entry | None, ...]", self._entries[key_of])

    def _read_entries[Entry](
        self, person: str, key: str, kind: type[Entry]
    ) -> tuple[Entry | None, ...]:
        told = self.told(person, key)
        if told is None:
            self.presumed.add((person, key))
            return ()
        if not isinstance(told.value, tuple):
            return (None,)
        entries = [entry for entry in told.value if isinstance(entry, kind)]
        return tuple(
            entry if self._counts(getattr(entry, "grade", Grade.CLAIMED)) else None
            for entry in entries
        )

    def findings(self, person: str) -> tuple[Finding | None, ...]:
        """Return findings; one graded too low is no longer known to be final."""
        told = self.told(person, "findings")
        known = self.entries(person, "findings", Finding)
        if told is None or not isinstance(told.value, tuple):
            return known
        entries = [entry for entry in told.value if isinstance(entry, Finding)]
        return tuple(
            kept or (None if entry.rule == "unknown" else _doubted(entry))
            for kept, entry in zip(known, entries, strict=True)
        )

    def marriages(self, person: str) -> tuple[tuple[Marriage | None, str], ...]:
        """Return registered marriages, each with the child of whom alone it is told.

        The marriage of a child's parents is also a marriage of both of them; where
        nothing is told of it, it is an unknown one. The child is ``""`` for marriages
        told of the person; ``None`` is a marriage of which nothing is known.
        """
        told = self.entries(person, "marriages", Marriage)
        known = {entry.to for entry in told if entry}
        complete = self.told(person, "marriages") is not None
        implied = [
            (marriage, child)
            for marriage, child in self._implied.get(person, ())
            if marriage.to not in known
            and not (complete and marriage.registered.happened is Happened.UNKNOWN)
        ]
        return (*((entry, "") for entry in told), *implied)

    @cached_property
    def births(self) -> dict[str, DateSpan]:
        """Birth of each person, narrowed by the order of the generations."""
        told = {person: self._told_birth(person) for person in self.case.persons}
        return self.kinship.narrowed(told)

    @property
    def children(self) -> dict[str, tuple[str, ...]]:
        """Children of each person of the file."""
        return self.kinship.children

    @property
    def ancestors(self) -> dict[str, frozenset[str]]:
        """All ancestors of each person of the file."""
        return self.kinship.ancestors

    def parents(self, person: str) -> tuple[str, ...]:
        """Return the ids of the parents that are persons of the file."""
        return self.kinship.parents(person)

    def _counts(self, grade: Grade) -> bool:
        return not self.documented or grade is Grade.DOCUMENTED

    def _capped(self, span: DateSpan) -> tuple[int, int]:
        """Close an open upper end at the day asked about: it did happen by then."""
        latest = span.latest
        if latest >= LATEST_DAY and span.earliest <= self.as_of:
            latest = self.as_of
        return span.earliest, latest

    def _told_birth(self, person: str) -> DateSpan:
        told = self.told(person, "born.date")
        span = told.value if told else None
        if not isinstance(span, DateSpan):
            span = DateSpan(EARLIEST_DAY, LATEST_DAY)
        earliest, latest = self._capped(span)
        presumes = earliest <= EARLIEST_DAY and latest >= FIRST_ACT
        if presumes and not self._claimed_before_the_first_act(person):
            self.presumed.add((person, "born.date"))
            earliest = FIRST_ACT
        return DateSpan(earliest, latest)

    def _claimed_before_the_first_act(self, person: str) -> bool:
        """Say whether somebody tells of an earlier birth, which may then be so.

        On documents alone the claim does not count, but nothing is presumed against it.
        """
        told = self.case.persons[person].told.get("born.date")
        span = told.value if told else None
        return isinstance(span, DateSpan) and (
            EARLIEST_DAY < span.earliest < FIRST_ACT or span.latest < FIRST_ACT
        )

    def _presume_never_entered(self, person: str) -> bool:
        native = self.value(person, "born.country") == "TH"
        if native or self._parent_of_highlanders(person):
            self.presumed.add((person, "entered"))
            return True
        return False

    def _parent_of_highlanders(self, person: str) -> bool:
        """Say whether a parent is an original highlander, who has not entered."""
        highlander = self.value(person, "original_highlander") == "yes"
        return highlander and person in self.children

    def _certificate(self, person: str, key: str) -> Occurrence:
        told = self.told(person, "alien_certificate")
        if told is None:
            self.presumed.add((person, "alien_certificate"))
            return _NEVER
        event = told.value
        if isinstance(event, Certificate):
            event = getattr(event, key.removeprefix("alien_certificate."))
        elif key != "alien_certificate.taken":
            event = None
        return self.of_event(event if isinstance(event, Event) else None, person)

    def _registered(self, person: str) -> Occurrence:
        begins = [self.spell_begin(person, s) for s in self.spells(person, "registers")]
        if not begins:
            return self.of_event(None, person)
        return min(begins, key=lambda begin: (begin.latest, begin.earliest))

    def spell_begin(self, person: str, spell: Spell) -> Occurrence:
        """Return when a spell began; an entry or the birth where no day is told."""
        if spell.begin is not None:
            return Occurrence(*self._capped(spell.begin))
        entry = self.occurrence(person, "entered")
        if entry.never:
            return self.occurrence(person, "born.date")
        if not entry.may_be_never:
            return entry
        return Occurrence(self.births[person].earliest, self.as_of)

    def _adopted(self, person: str) -> Occurrence:
        adoptions = self.entries(person, "adopted", Adoption)
        if not adoptions:
            return _NEVER
        first = adoptions[0]
        return self.of_event(first.registered if first else None, person)

    @cached_property
    def _implied(self) -> dict[str, list[tuple[Marriage, str]]]:
        """Marriages of the parents of each child, told or not told only there."""
        return implied_marriages(self.kinship, self._parents_marriage)

    def _parents_marriage(self, child: str) -> Event:
        told = self.told(child, "parents_marriage")
        event = told.value if told else None
        return event if isinstance(event, Event) else Event(Happened.UNKNOWN)


def _has_graded_entries(told: Told) -> bool:
    """Say whether a told list grades each entry by itself."""
    entries = told.value
    return isinstance(entries, tuple) and bool(entries) and hasattr(entries[0], "grade")


def _begin(spell: Spell) -> tuple[int, int, int, str]:
    """Put spells in the order in which they began; those from the start first."""
    begin, end = spell.begin or _ALWAYS, spell.end or _ALWAYS
    return begin.earliest, begin.latest, end.latest, spell.kind


def _doubted(finding: Finding) -> Finding:
    """Return a finding of which neither its outcome nor its finality is shown."""
    return replace(finding, holds=Truth.UNKNOWN, final=Truth.UNKNOWN)
