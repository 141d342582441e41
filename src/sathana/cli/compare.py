"""What a case file expects, held against an assessment (contract, sections 2 and 4)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sathana.calendars.dates import from_text, parse_date, to_text
from sathana.calendars.spans import DateSpan
from sathana.facts.model import CaseFile

type Row = Mapping[str, Any]

_DECIDED = ("yes", "no")
_WHERE_DECIDED = frozenset({"since", "until", "rule", "lost_by"})
"""Keys compared only where the answer is yes or no: else they have no meaning."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One expectation that the assessment does not meet.

    Attributes:
        key: What was expected: ``thai``, ``pathways.S23`` ...
        expected: As the file says it; several answers that all will do with commas.
        got: What the assessment says; ``none`` where it says nothing.
    """

    case: str
    person: str
    key: str
    expected: str
    got: str

    def __str__(self) -> str:
        """Return the line that ``sathana check`` prints."""
        return (
            f"{self.case} {self.person} {self.key}: "
            f"expected {self.expected}, got {self.got}"
        )


def compare(case: CaseFile, assessment: Row) -> list[Difference]:
    """Return where an assessment differs from what its case expects.

    Args:
        case: The case, with its ``expect``; persons and keys in the order written.
        assessment: Made under reading ``court``, on the facts claimed.
    """
    return [
        Difference(case.case, who, key, _said(expected), _said(got))
        for who, wanted in case.expect.items()
        for key, expected, got in _differences(wanted, assessment["persons"][who])
    ]


def _differences(wanted: Row, row: Row) -> Iterator[tuple[str, object, object]]:
    """Yield key, expectation and finding of each expectation that is not met."""
    decided = row["thai"]["answer"] in _DECIDED
    for key, expected in wanted.items():
        if key in _WHERE_DECIDED and not decided:
            continue
        match key:
            case "readings" | "pathways" | "rights":
                yield from _by_id(key, expected, _table(key, row))
            case "deadlines":
                yield from _deadlines(expected, row)
            case "procedures" | "cites":
                yield from _named(key, expected, row)
            case _:
                got = _finding(key, row)
                if not _met(key, expected, got):
                    yield key, expected, got


def _named(
    key: str, expected: object, row: Row
) -> Iterator[tuple[str, object, object]]:
    """Yield the ids that the answer should name and does not."""
    if key == "procedures":
        shown = frozenset(str(entry["id"]) for entry in row["procedures"])
    else:
        shown = mentioned(row["proof"]) | _used(row)
    absent = [name for name in _several(expected) if name not in shown]
    if absent:
        yield key, absent, sorted(shown)


def _deadlines(expected: Row, row: Row) -> Iterator[tuple[str, object, object]]:
    """Hold the first deadline of each id against the day expected."""
    for name, wanted in expected.items():
        found = [entry for entry in row["deadlines"] if entry["id"] == name]
        if wanted in ("none", "any_time", "unknown") or not found:
            got = _without_term(found)
            if got != wanted:
                yield f"deadlines.{name}", wanted, got
        elif not _within(wanted, found[0]["due"]):
            yield f"deadlines.{name}", wanted, found[0]["due"]


def _without_term(found: list[Row]) -> str:
    if not found:
        return "none"
    if found[0]["any_time"]:
        return "any_time"
    return str(found[0]["due"] or "unknown")


def _finding(key: str, row: Row) -> object:
    match key:
        case "thai":
            return row["thai"]["answer"]
        case "until":
            return row["intervals"][-1]["until"] if row["intervals"] else None
        case _:
            return row["thai"].get(key)


def _met(key: str, expected: object, got: object) -> bool:
    if key in ("since", "until"):
        return _within(expected, got)
    found = _several(got)
    return bool(found) and set(found) <= set(_several(expected))


def _within(expected: object, got: object) -> bool:
    """Tell whether the span found lies inside the span expected."""
    if not isinstance(got, str):
        return False
    wide, found = parse_date(expected), from_text(got)
    return wide.earliest <= found.earliest and found.latest <= wide.latest


def _table(key: str, row: Row) -> dict[str, object]:
    """Return what was found by id."""
    if key == "readings":
        return dict(row["thai"]["readings"])
    return {str(entry["id"]): entry["status"] for entry in row[key]}


def _by_id(
    key: str, expected: Row, found: Mapping[str, object]
) -> Iterator[tuple[str, object, object]]:
    for name, wanted in expected.items():
        if found.get(name) not in _several(wanted):
            yield f"{key}.{name}", wanted, found.get(name)


def mentioned(proof: Row) -> frozenset[str]:
    """Return every rule and provision that a proof names."""
    own = {str(proof["rule"])} if proof.get("rule") else set()
    own |= {cite for cite in str(proof.get("cite") or "").split("; ") if cite}
    below = (mentioned(child) for child in proof.get("because", ()))
    return frozenset(own.union(*below))


def _used(row: Row) -> frozenset[str]:
    """Return every provision that rights, procedures and deadlines of a person name."""
    parts = ("rights", "procedures", "deadlines")
    entries = (entry for part in parts for entry in row.get(part) or ())
    cites = (str(entry.get("cite") or "").split("; ") for entry in entries)
    return frozenset(cite for some in cites for cite in some if cite)


def _several(value: object) -> list[str]:
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)]


def _said(value: object) -> str:
    """Say an expectation or a finding in one line."""
    if value is None or value == []:
        return "none"
    if isinstance(value, Mapping):
        return to_text(_span(value))
    return " or ".join(_several(value))


def _span(value: Row) -> DateSpan:
    return parse_date(dict(value))
