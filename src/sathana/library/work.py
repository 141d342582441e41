"""What a person can do, as a page shows it: steps, deadlines, rights, how to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sathana.law.load import pack
from sathana.library import lawplaces
from sathana.library.lawcounting import money
from sathana.library.lawpractice import LimitPage, limit
from sathana.library.people import Names
from sathana.vocabulary.codes import RIGHT_STATUSES
from sathana.web.languages import Text

type Row = Mapping[str, Any]
"""A record of the answer (contract, section 3; JSON has no narrower type)."""

FIRST = 5
"""How many steps stand open; the rest is folded."""
IN_FORCE = {"th": "ตัวบทที่ยังไม่ยืนยันว่าใช้บังคับ", "en": "a text not verified to be in force"}
STEP_KINDS: Mapping[str, Text] = {
    "deadline": {"th": "มีกำหนดเวลา", "en": "By a day"},
    "remedy": {"th": "ทวงถาม", "en": "Demand"},
    "file": {"th": "ยื่นคำขอ", "en": "File"},
    "check": {"th": "ตรวจให้ตรงกัน", "en": "Settle first"},
    "document": {"th": "หาเอกสาร", "en": "Get a paper"},
    "ask": {"th": "ถามให้รู้", "en": "Find out"},
    "claim": {"th": "ใช้สิทธิ", "en": "Use a right"},
}


@dataclass(frozen=True, slots=True)
class Link:
    """A record of the law that a line speaks of."""

    url: str
    title: Text


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do next.

    Attributes:
        due: Day or span as the answer holds it; empty where no day is known.
        links: Law pages to look it up; none for a paper or a question.
    """

    kind: Text
    text: Text
    due: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """One deadline.

    Attributes:
        url: Its place among the time limits.
        about: The pathway or procedure it belongs to, if it follows from a petition.
        missing: The facts without which it cannot be counted.
        raw: The row of the answer.
    """

    url: str
    about: tuple[Link, ...]
    missing: tuple[Text, ...]
    raw: Row


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of a fee.

    Attributes:
        ceiling: Whether it is only the most that the law allows.
        in_force: False where nobody could verify that it is in force.
    """

    baht: Text
    ceiling: bool
    in_force: bool
    verified: str


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee with every amount that may be in force; none is chosen among them."""

    url: str
    title: Text
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """One right of a person.

    Attributes:
        say: What to say at the counter; none where the right cannot be claimed.
        missing: The facts an unknown right waits for.
        differ: Whether the readings of it differ.
    """

    url: str
    say: Text | None
    fees: tuple[Fee, ...]
    missing: tuple[Text, ...]
    procedure: tuple[Link, ...]
    contested: tuple[Link, ...]
    differ: bool
    raw: Row


@dataclass(frozen=True, slots=True)
class Claims:
    """The rights of one status.

    Attributes:
        usable: Whether they can be claimed, at once or on a permit.
    """

    status: str
    usable: bool
    rights: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper to bring; ``form`` is the page of its form and the printed code."""

    name: Text
    when: Text | None
    code: str
    form: str


@dataclass(frozen=True, slots=True)
class HowTo:
    """How one thing is asked for.

    Attributes:
        serves: Pathways and rights for which it is used.
        steps: What each does, with the time limit of the step.
        near: Whether a first step or a running deadline points here.
        raw: The row of the answer.
    """

    url: str
    serves: tuple[Link, ...]
    steps: tuple[tuple[Row, tuple[Link, ...]], ...]
    papers: tuple[Paper, ...]
    fees: tuple[Fee, ...]
    limits: tuple[LimitPage, ...]
    remedies: tuple[LimitPage, ...]
    contested: tuple[Link, ...]
    near: bool
    raw: Row


@dataclass(frozen=True, slots=True)
class Work:
    """Everything a person can do.

    Attributes:
        first: The steps that stand open.
        later: The steps that are folded.
        deadlines: Those with a day first.
        rights: By status, from open to closed.
    """

    first: tuple[Step, ...]
    later: tuple[Step, ...]
    deadlines: tuple[Deadline, ...]
    rights: tuple[Claims, ...]
    how: tuple[HowTo, ...]


def work(raw: Row, called: Names) -> Work:
    """Gather what a person can do; an answer without a part shows none of it.

    Args:
        raw: The answer of one person.
        called: What the persons of the family are called.
    """
    steps = raw.get("next", ())
    dues = raw.get("deadlines", ())
    near = {key for row in steps[:FIRST] for key in row["about"]}
    near |= {row["pathway"] for row in dues if row.get("pathway")}
    return Work(
        tuple(map(_step, steps[:FIRST])),
        tuple(map(_step, steps[FIRST:])),
        tuple(_deadline(row, called) for row in dues),
        _claims(raw.get("rights", ()), called),
        tuple(_how(row, near) for row in raw.get("procedures", ())),
    )


# --- links ----------------------------------------------------------------------------


def _kind(key: str) -> str | None:
    """Return the kind of record an id names; none for a fact or an unknown id."""
    law = pack()
    shelves = {
        "rule": law.rules,
        "procedure": law.procedures,
        "limit": law.limits,
        "contested": law.contested,
    }
    return next((kind for kind, records in shelves.items() if key in records), None)


def _links(ids: Iterable[str | None]) -> tuple[Link, ...]:
    return tuple(
        Link(lawplaces.address(kind, key), lawplaces.title(kind, key))
        for key in ids
        if key and (kind := _kind(key))
    )


# --- steps and deadlines --------------------------------------------------------------


def _step(row: Row) -> Step:
    kind = row["kind"]
    known = [key for key in row["about"] if _kind(key) in ("procedure", "limit")]
    linked = known if kind in ("deadline", "remedy", "file", "claim") else []
    return Step(
        STEP_KINDS.get(kind, {"th": kind, "en": kind}),
        row["text"],
        row.get("due") or "",
        _links(linked or (row["about"][:1] if kind in ("file", "claim") else ())),
    )


def _deadline(row: Row, called: Names) -> Deadline:
    return Deadline(
        lawplaces.address("limit", row["id"]),
        _links([row.get("pathway")]),
        _missing(row.get("missing", ()), called),
        row,
    )


def _missing(paths: Iterable[str], called: Names) -> tuple[Text, ...]:
    """Name missing facts, each once; of the law only that it is not verified."""
    found = [IN_FORCE if p.startswith("law.") else called.fact(p) for p in paths]
    return tuple({text["en"]: text for text in found}.values())


# --- rights and fees ------------------------------------------------------------------


def _claims(rows: Iterable[Row], called: Names) -> tuple[Claims, ...]:
    order = ("open", "permit_needed", "unknown", "closed")
    found: dict[str, list[Claim]] = {status: [] for status in order}
    for row in rows:
        found.setdefault(row["status"], []).append(_claim(row, called))
    return tuple(
        Claims(status, _usable(status), tuple(claims))
        for status, claims in found.items()
        if claims
    )


def _usable(status: str) -> bool:
    return status in RIGHT_STATUSES and status in ("open", "permit_needed")


def _claim(row: Row, called: Names) -> Claim:
    return Claim(
        url=lawplaces.address("rule", row["id"]),
        say=row.get("say") if _usable(row["status"]) else None,
        fees=_fees(row.get("fees", ())),
        missing=_missing(row.get("needs", ()), called),
        procedure=_links([row.get("procedure")]),
        contested=_links(row.get("contested", ())),
        differ=len(set(row.get("readings", {}).values())) > 1,
        raw=row,
    )


def _fees(rows: Iterable[Row]) -> tuple[Fee, ...]:
    return tuple(
        Fee(
            lawplaces.address("fee", row["id"]),
            row["title"],
            tuple(map(_amount, row["values"])),
        )
        for row in rows
        if row["values"]
    )


def _amount(value: Row) -> Amount:
    return Amount(
        money(value["baht"]),
        bool(value.get("ceiling")),
        value["in_force"] == "yes",
        value["verified"],
    )


# --- how to ask -----------------------------------------------------------------------


def _how(row: Row, near: set[str]) -> HowTo:
    return HowTo(
        url=lawplaces.address("procedure", row["id"]),
        serves=_links(row.get("for", ())),
        steps=tuple((step, _links([step.get("limit")])) for step in row["steps"]),
        papers=tuple(map(_paper, row.get("papers", ()))),
        fees=_fees(row.get("fees", ())),
        limits=_limits(row.get("limits", ())),
        remedies=_limits(row.get("remedies", ())),
        contested=_links(row.get("contested", ())),
        near=row["id"] in near or bool(near & set(row.get("for", ()))),
        raw=row,
    )


def _limits(ids: Iterable[str]) -> tuple[LimitPage, ...]:
    return tuple(limit(key) for key in ids if key in pack().limits)


def _paper(row: Row) -> Paper:
    code = row.get("form") or ""
    forms = (key for key, form in pack().forms.items() if form.code == code)
    key = next(forms, "")
    address = lawplaces.address("form", key) if key else ""
    return Paper(row["name"], row.get("when"), code, address)
