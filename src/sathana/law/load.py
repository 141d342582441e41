"""The law pack, read from the compiled file that ships with the package.

A cold start must not wait for the law, so only JSON is read here; the YAML under
``th/data`` is turned into that JSON by :mod:`sathana.law.compile`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.law.kept import forget
from sathana.law.load_id13 import from_rows
from sathana.law.load_practice import practice
from sathana.law.model import (
    ContestedPoint,
    Gazette,
    Instrument,
    LawEvent,
    Pathway,
    Provision,
    Reading,
    Right,
    RuleInfo,
    RuleVersion,
    Window,
)
from sathana.law.model_update import Update
from sathana.law.pack import Due, LawPack, within
from sathana.law.rows import Row, bound_of, checked_of

__all__ = [
    "COMPILED",
    "Due",
    "LawPack",
    "from_json",
    "pack",
    "shipped",
    "shipped_text",
    "use",
    "using",
    "within",
]

COMPILED = "compiled.json"
"""Name of the compiled file in the folder of the Thai law."""


@dataclass(slots=True)
class _Use:
    """The pack in use, and whether it is another one than ships."""

    law: LawPack | None = None
    other: bool = False


_IN_USE = _Use()


def pack() -> LawPack:
    """Return the law pack in use: the one that ships, unless another was set.

    Raises:
        FileNotFoundError: The compiled file is missing (run ``sathana law compile``).
    """
    law = _IN_USE.law
    if law is None:
        law = _IN_USE.law = shipped()
    return law


def shipped() -> LawPack:
    """Return the pack that ships with the program, read anew, without updates."""
    return from_json(shipped_text())


def shipped_text() -> str:
    """Return the compiled file that ships with the program."""
    return Path(__file__).with_name("th").joinpath(COMPILED).read_text("utf-8")


def use(law: LawPack | None) -> None:
    """Use another pack in this process, and forget what rested on the last one.

    Not for two threads at once: it is called when a program starts.

    Args:
        law: The pack; ``None`` is the one that ships.
    """
    if law is None and not _IN_USE.other:
        return
    _IN_USE.law, _IN_USE.other = law, law is not None
    forget()


@contextmanager
def using(law: LawPack) -> Iterator[LawPack]:
    """Use another pack for a while; the one before is used again afterwards."""
    before = _IN_USE.law if _IN_USE.other else None
    use(law)
    try:
        yield law
    finally:
        use(before)


def from_json(text: str) -> LawPack:
    """Build a pack from the text of a compiled file.

    Args:
        text: JSON as :func:`sathana.law.compile.build` writes it.

    Raises:
        ValueError: The text is not JSON.
        KeyError: A record lacks a key that it must have.
    """
    data: Row = json.loads(text)
    return LawPack(
        version=data["version"],
        instruments={k: _instrument(k, r) for k, r in data["instruments"].items()},
        provisions={k: _provision(k, r) for k, r in data["provisions"].items()},
        rules={k: _rule(k, r) for k, r in data["rules"].items()},
        contested={k: _contested(k, r) for k, r in data["contested"].items()},
        events={k: _event(k, r) for k, r in data["events"].items()},
        practice=practice(data),
        updates=tuple(_update(row) for row in data.get("updates", ())),
        updated_by={k: tuple(v) for k, v in data.get("updated_by", {}).items()},
        id13=from_rows(data["id13"]),
    )


def _span(value: int | list[int] | None) -> DateSpan:
    return bound_of(value) or DateSpan(EARLIEST_DAY, LATEST_DAY)


def _instrument(key: str, row: Row) -> Instrument:
    printed = row.get("gazette")
    return Instrument(
        id=key,
        kind=row["kind"],
        title=row["title"],
        gazette=printed
        and Gazette(
            printed.get("volume"),
            printed.get("part"),
            printed.get("page"),
            bound_of(printed.get("date")),
        ),
        in_force=bound_of(row.get("from")),
        until=bound_of(row.get("until")),
        source=row["source"],
        checked=checked_of(row),
        note=row.get("note"),
    )


def _provision(key: str, row: Row) -> Provision:
    return Provision(
        id=key,
        instrument=row["instrument"],
        section=row["section"],
        in_force_from=bound_of(row.get("from")),
        in_force_until=bound_of(row.get("until")),
        paraphrase=row["text"],
        source=row["source"],
        checked=checked_of(row),
        retroactive=row.get("retroactive", False),
        note=row.get("note"),
    )


def _rule(key: str, row: Row) -> RuleInfo:
    return RuleInfo(
        id=key,
        kind=row["kind"],
        title=row["title"],
        versions=tuple(_version(row["kind"], version) for version in row["versions"]),
        declaratory=row.get("declaratory", False),
        contested=tuple(row.get("contested", ())),
        warn=row.get("warn"),
        pathway=_pathway(row["pathway"]) if "pathway" in row else None,
        right=_right(row["right"]) if "right" in row else None,
        line=tuple(row.get("line", ())),
    )


def _version(kind: str, row: Row) -> RuleVersion:
    births, law, effect = (
        row.get(name, (None, None)) for name in ("births", "law", "effect")
    )
    return RuleVersion(
        kind=row.get("kind", kind),
        births_from=bound_of(births[0]),
        births_until=bound_of(births[1]),
        law_from=bound_of(law[0]),
        law_until=bound_of(law[1]),
        effect_from=bound_of(effect[0]),
        effect_until=bound_of(effect[1]),
        cites=tuple(row["cites"]),
        checked=checked_of(row),
        note=row.get("note"),
    )


def _pathway(row: Row) -> Pathway:
    return Pathway(
        group=row["group"],
        windows=tuple(
            Window(bound_of(opens), bound_of(closes), known)
            for opens, closes, known in row["windows"]
        ),
        file_with=row["file_with"],
        decider=row["decider"],
        granted_by=tuple(row.get("granted_by", ())),
        for_rule=row.get("for_rule"),
    )


def _right(row: Row) -> Right:
    return Right(
        office=row["office"],
        papers=tuple(row.get("papers", ())),
        fees=tuple(row.get("fees", ())),
        say=row["say"],
        procedure=row.get("procedure"),
        why_closed=row.get("why_closed"),
    )


def _contested(key: str, row: Row) -> ContestedPoint:
    return ContestedPoint(
        id=key,
        question=row["question"],
        a=Reading(row["a"]["text"], tuple(row["a"]["sources"])),
        b=Reading(row["b"]["text"], tuple(row["b"]["sources"])),
        effect=row["effect"],
        bears_on=tuple(row["bears_on"]),
        checked=checked_of(row),
        note=row.get("note"),
    )


def _event(key: str, row: Row) -> LawEvent:
    return LawEvent(
        id=key,
        date=_span(row["date"]),
        title=row["title"],
        instrument=row["instrument"],
        provisions=tuple(row["provisions"]),
        births=row.get("births"),
        verified=row["verified"],
    )


def _update(row: Row) -> Update:
    return Update(
        id=row["id"],
        title=row["title"],
        made_on=row["made_on"],
        names=tuple(row["names"]),
        source=row["source"],
        records=tuple(row["records"]),
    )
