"""Who opened this family's file: from the chain, in names the family can understand.

Only here are the pseudonyms of the chain turned back into persons, for somebody who may
see the family anyway; and that is recorded as well.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db import transaction

from sathana.accounts.decide import Action
from sathana.accounts.models import Account
from sathana.audit import reading, record, words
from sathana.audit.models import Entry
from sathana.audit.record import Subject
from sathana.registry import inside, visibility
from sathana.registry.models import Family
from sathana.registry.reader import Reader

type Text = Mapping[str, str]

MOST = 5_000
"""Entries that are looked at, the newest."""
ACTION = "family.who_opened"
_PROGRAM: Text = {"th": "โปรแกรม", "en": "the program"}
_ERASED: Text = {"th": "บุคคลที่ลบข้อมูลแล้ว", "en": "somebody who was erased since"}
_GONE: Text = {"th": "บัญชีที่ไม่มีแล้ว", "en": "an account that is gone"}


@dataclass(slots=True)
class Line:
    """What one account did with the family on one day, of one kind.

    Attributes:
        first, last: Clock times in Thailand.
        organisation: Of the account; empty for the program.
        about: Which persons, by the name they are called; ``None``: one erased since.
            Empty: the family as such.
        times: How often.
    """

    day: date
    first: datetime
    last: datetime
    who: Text
    organisation: Text
    what: Text
    allowed: bool
    about: list[Text] = field(default_factory=list)
    times: int = 0

    @property
    def clock(self) -> str:
        """When, or from when to when."""
        first, last = f"{self.first:%H:%M}", f"{self.last:%H:%M}"
        return first if first == last else f"{first} – {last}"


@dataclass(frozen=True, slots=True)
class Opened:
    """The whole report.

    Attributes:
        cut: Whether older entries exist that are not in it.
        people: How many different accounts.
    """

    family_id: uuid.UUID
    title: str
    lines: tuple[Line, ...]
    people: int
    cut: bool


def opened(reader: Reader, family_id: uuid.UUID) -> Opened:
    """Return who opened the file of a family, the newest first.

    Raises:
        NotVisibleError: Not there, or not for this reader.
        NotAllowedError: The reader may see it, but not who opened it.
    """
    with transaction.atomic():
        family = visibility.visible_family(reader, family_id)
        visibility.require(reader, family, Action.WHO_OPENED)
        names = _names(family)
        rows = Entry.objects.filter(case=family.audit_name).order_by("-seq")
        entries = list(rows[: MOST + 1])
        subject = Subject("family", family.audit_name, family.audit_name)
        record.write(reader.doer, ACTION, [subject])
    lines = _lines(entries[:MOST], names)
    people = len({one.actor for one in entries if one.actor and one.allowed})
    return Opened(family.id, family.title, lines, people, len(entries) > MOST)


def _names(family: Family) -> dict[str, str]:
    """Return the persons of the family by their pseudonyms."""
    persons, names = list(inside.persons(family)), list(inside.names(family))
    inside.unlock([family], persons, names)
    called: dict[uuid.UUID, str] = {}
    for name in names:
        called.setdefault(name.person_id, name.text)
    return {one.audit_name: called.get(one.id) or one.label for one in persons}


def _lines(entries: Iterable[Entry], names: Mapping[str, str]) -> tuple[Line, ...]:
    """Put together what belongs together: a day, an account, a kind of deed."""
    entries = list(entries)
    accounts = _accounts(entries)
    made: dict[tuple[object, ...], Line] = {}
    requests: dict[tuple[object, ...], set[str]] = {}
    for entry in entries:
        at = reading.thai(entry.at)
        key = (at.date(), entry.actor, entry.action, entry.allowed)
        if key not in made:
            made[key] = _line(entry, at, accounts)
            requests[key] = set()
        line = made[key]
        line.first = min(line.first, at)
        # Entries of one request are one look; without a request each counts.
        look = entry.request or str(entry.seq)
        line.times += look not in requests[key]
        requests[key].add(look)
        _name_person(line, entry, names)
    return tuple(made.values())


def _line(entry: Entry, at: datetime, accounts: Mapping[uuid.UUID, Account]) -> Line:
    account = accounts.get(entry.actor) if entry.actor else None
    who: Text = _GONE if entry.actor else _PROGRAM
    organisation: Text = {}
    if account:
        who = {"th": account.shown_name, "en": account.shown_name}
        of = account.organisation
        organisation = {"th": of.name_th, "en": of.name_en or of.name_th}
    what = words.of_action(entry.action)
    return Line(at.date(), at, at, who, organisation, what, entry.allowed)


def _name_person(line: Line, entry: Entry, names: Mapping[str, str]) -> None:
    if entry.kind != "person":
        return
    name = names.get(entry.subject)
    text: Text = {"th": name, "en": name} if name else _ERASED
    if text not in line.about:
        line.about.append(text)


def _accounts(entries: Iterable[Entry]) -> dict[uuid.UUID, Account]:
    ids = {entry.actor for entry in entries if entry.actor}
    rows = Account.objects.filter(id__in=ids).select_related("organisation")
    return {one.id: one for one in rows}
