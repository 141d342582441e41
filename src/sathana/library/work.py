"""What a person can do, as a page shows it: steps, deadlines, rights, how to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sathana.law.load import pack
from sathana.library import lawplaces
from sathana.library.lawcounting import money
from sathana.library.lawpractice import LimitPage, limit
from sathana.library.people import Names
from sathana.library.workparts import (
    Amount,
    Claim,
    Claims,
    Deadline,
    Fee,
    HowTo,
    Link,
    Paper,
    Row,
    Step,
    Work,
)
from sathana.vocabulary.codes import RIGHT_STATUSES
from sathana.web.languages import Text

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


def work(raw: Row, called: Names) -> Work:
    """Gather what a person can do; an answer without a part shows none of it.

    Args:
        raw: The answer of one person.
        called: What the persons of the family are called.
    """
    steps = raw.get("next", ())
    dues = raw.get("deadlines", ())
    near = {key for row in steps[:FIRST] for key in row["about"]}
    begun = {row["pathway"] for row in dues if row.get("pathway")}
    return Work(
        tuple(map(_step, steps[:FIRST])),
        tuple(map(_step, steps[FIRST:])),
        tuple(_deadline(row, called) for row in dues),
        _claims(raw.get("rights", ()), called),
        _hows(raw.get("procedures", ()), begun, near | begun),
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


def _hows(rows: Iterable[Row], begun: set[str], near: set[str]) -> tuple[HowTo, ...]:
    """Return how to ask: what is begun first, then what comes next, then the rest."""
    found = [_how(row, near) for row in rows]
    return tuple(
        sorted(found, key=lambda how: (not _named(how.raw, begun), not how.near))
    )


def _named(row: Row, ids: set[str]) -> bool:
    return not ids.isdisjoint({row["id"], *row.get("for", ())})


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
        near=_named(row, near),
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
