"""The law pack, read from the compiled file that ships with the package.

A cold start must not wait for the law, so only JSON is read here; the YAML under
``th/data`` is turned into that JSON by :mod:`sathana.law.compile`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from sathana.calendars.spans import EARLIEST_DAY, LATEST_DAY, DateSpan
from sathana.law.model import (
    Bound,
    Checked,
    ContestedPoint,
    Gazette,
    Instrument,
    LawEvent,
    Mark,
    Pathway,
    Provision,
    Reading,
    RuleInfo,
    RuleVersion,
    Text,
    Window,
)
from sathana.logic.truth import Truth

type Row = dict[str, Any]
"""One record of the compiled file (JSON has no narrower type)."""

COMPILED = "compiled.json"
"""Name of the compiled file in the folder of the Thai law."""


@dataclass(frozen=True, slots=True)
class Due:
    """Something of the law that must be read again.

    Attributes:
        kind: ``instrument``, ``provision``, ``rule`` or ``contested``.
        recheck_on: Day by which it must be read again, ordinal.
        overdue: Whether that day has come.
    """

    kind: str
    id: str
    title: Text
    verified: Mark
    recheck_on: int
    overdue: bool


@dataclass(frozen=True, slots=True)
class LawPack:
    """The whole law of one edition; every mapping is keyed by id.

    Attributes:
        version: Name and edition as answers print it, ``th@2026.11``.
    """

    version: str
    instruments: Mapping[str, Instrument]
    provisions: Mapping[str, Provision]
    rules: Mapping[str, RuleInfo]
    contested: Mapping[str, ContestedPoint]
    events: Mapping[str, LawEvent]

    def rule(self, rule_id: str) -> RuleInfo:
        """Return the rule with this id.

        Raises:
            LookupError: No such rule; the message names the id and the edition.
        """
        if rule_id not in self.rules:
            raise LookupError(
                f"The law pack {self.version} has no rule '{rule_id}'. "
                "Ids are written without a slash, as in 'NB-1992-M'; "
                "'sathana law list' shows them all."
            )
        return self.rules[rule_id]

    @property
    def pathways(self) -> Mapping[str, RuleInfo]:
        """The rules for which something can be applied for, by id."""
        return {key: rule for key, rule in self.rules.items() if rule.pathway}

    def in_force(self, provision_id: str, day: int) -> Truth:
        """Tell whether a provision's wording was in force on a day.

        Args:
            provision_id: Id of the provision.
            day: Ordinal.

        Returns:
            Unknown where the day lies within the span of a bound of which only two
            outer days are known, or where no first day is known at all.
        """
        provision = self.provisions[provision_id]
        return within(day, provision.in_force_from, provision.in_force_until)

    def due(self, on: int) -> list[Due]:
        """List what must be read again, and when, earliest first.

        Args:
            on: The day asked about, ordinal; what is due by then is ``overdue``.
        """
        found = [
            *(
                (("instrument"), i.id, i.title, i.checked)
                for i in self.instruments.values()
            ),
            *(
                ("provision", p.id, p.section, p.checked)
                for p in self.provisions.values()
            ),
            *(
                ("contested", c.id, c.question, c.checked)
                for c in self.contested.values()
            ),
            *(
                ("rule", r.id, r.title, v.checked)
                for r in self.rules.values()
                for v in r.versions
            ),
        ]
        unique = {
            (kind, key): Due(
                kind, key, title, chk.verified, chk.recheck, chk.recheck <= on
            )
            for kind, key, title, chk in sorted(
                found, key=lambda row: row[3].recheck, reverse=True
            )
        }
        return sorted(unique.values(), key=lambda d: (d.recheck_on, d.kind, d.id))


def within(day: int, start: Bound, end: Bound) -> Truth:
    """Tell whether a day lies in a half-open window whose bounds may be spans.

    Args:
        day: Ordinal.
        start: First day inside; ``None`` is an open end.
        end: First day outside; ``None`` is an open end.
    """
    return _on_or_after(day, start) & ~_on_or_after(day, end, open_end=Truth.NO)


def _on_or_after(day: int, bound: Bound, open_end: Truth = Truth.YES) -> Truth:
    if bound is None:
        return open_end
    if day >= bound.latest:
        return Truth.YES
    return Truth.NO if day < bound.earliest else Truth.UNKNOWN


@cache
def pack() -> LawPack:
    """Return the law pack, read once per process.

    Raises:
        FileNotFoundError: The compiled file is missing (run ``sathana law compile``).
    """
    return from_json(
        Path(__file__).with_name("th").joinpath(COMPILED).read_text("utf-8")
    )


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
    )


def _bound(value: int | list[int] | None) -> Bound:
    if value is None:
        return None
    if isinstance(value, int):
        return DateSpan(value, value)
    return DateSpan(value[0], value[1])


def _span(value: int | list[int] | None) -> DateSpan:
    return _bound(value) or DateSpan(EARLIEST_DAY, LATEST_DAY)


def _checked(row: Row) -> Checked:
    """Read mark and dates; an empty mark or day 0 stands for one that is missing.

    The data check refuses both: a loader that raised here could not show the rest.
    """
    mark, on, recheck = row.get("checked", (None, None, None))
    return Checked(cast(Mark, mark or ""), on or 0, recheck or 0)


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
            _bound(printed.get("date")),
        ),
        in_force=_bound(row.get("from")),
        until=_bound(row.get("until")),
        source=row["source"],
        checked=_checked(row),
        note=row.get("note"),
    )


def _provision(key: str, row: Row) -> Provision:
    return Provision(
        id=key,
        instrument=row["instrument"],
        section=row["section"],
        in_force_from=_bound(row.get("from")),
        in_force_until=_bound(row.get("until")),
        paraphrase=row["text"],
        source=row["source"],
        checked=_checked(row),
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
        line=tuple(row.get("line", ())),
    )


def _version(kind: str, row: Row) -> RuleVersion:
    births, law, effect = (
        row.get(name, (None, None)) for name in ("births", "law", "effect")
    )
    return RuleVersion(
        kind=row.get("kind", kind),
        births_from=_bound(births[0]),
        births_until=_bound(births[1]),
        law_from=_bound(law[0]),
        law_until=_bound(law[1]),
        effect_from=_bound(effect[0]),
        effect_until=_bound(effect[1]),
        cites=tuple(row["cites"]),
        checked=_checked(row),
        note=row.get("note"),
    )


def _pathway(row: Row) -> Pathway:
    return Pathway(
        group=row["group"],
        windows=tuple(
            Window(_bound(opens), _bound(closes), known)
            for opens, closes, known in row["windows"]
        ),
        file_with=row["file_with"],
        decider=row["decider"],
        granted_by=tuple(row.get("granted_by", ())),
        for_rule=row.get("for_rule"),
    )


def _contested(key: str, row: Row) -> ContestedPoint:
    return ContestedPoint(
        id=key,
        question=row["question"],
        a=Reading(row["a"]["text"], tuple(row["a"]["sources"])),
        b=Reading(row["b"]["text"], tuple(row["b"]["sources"])),
        effect=row["effect"],
        bears_on=tuple(row["bears_on"]),
        checked=_checked(row),
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
