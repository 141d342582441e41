"""Procedures, fees, limits, offices, forms and holidays out of the compiled file."""

from __future__ import annotations

from sathana.law.marks import Bound
from sathana.law.model_practice import (
    Decider,
    Fee,
    FeeValue,
    Form,
    HolidayYear,
    LimitVersion,
    NeededPaper,
    OfficeDoor,
    Practice,
    Procedure,
    Step,
    TimeLimit,
)
from sathana.law.rows import Row, bound_of, checked_of


def practice(data: Row) -> Practice:
    """Build the records of practice of a compiled law.

    Raises:
        KeyError: A record lacks a key that it must have.
    """
    return Practice(
        fees={k: _fee(k, r) for k, r in data["fees"].items()},
        limits={k: _limit(k, r) for k, r in data["limits"].items()},
        procedures={k: _procedure(k, r) for k, r in data["procedures"].items()},
        doors={k: _door(k, r) for k, r in data["doors"].items()},
        forms={k: _form(k, r) for k, r in data["forms"].items()},
        holidays={int(k): _year(int(k), r) for k, r in data["holidays"].items()},
    )


def _window(row: Row) -> tuple[Bound, Bound]:
    opens, closes = row.get("window", (None, None))
    return bound_of(opens), bound_of(closes)


def _fee(key: str, row: Row) -> Fee:
    return Fee(key, row["title"], tuple(_amount(value) for value in row["values"]))


def _amount(row: Row) -> FeeValue:
    opens, closes = _window(row)
    return FeeValue(
        opens,
        closes,
        row.get("baht"),
        row["in_force"],
        row.get("ceiling", False),
        tuple(row["cites"]),
        checked_of(row),
        row.get("note"),
    )


def _limit(key: str, row: Row) -> TimeLimit:
    return TimeLimit(
        id=key,
        title=row["title"],
        whose=row["whose"],
        trigger=row["trigger"],
        results=tuple(row.get("results", ())),
        told_remedy=row.get("told_remedy"),
        what=row["for"],
        birthday=row.get("birthday"),
        orders=tuple(row.get("orders", ())),
        versions=tuple(_limit_version(version) for version in row["versions"]),
        warn=row.get("warn"),
        after=row.get("after"),
        instead_of=tuple(row.get("instead_of", ())),
    )


def _limit_version(row: Row) -> LimitVersion:
    opens, closes = _window(row)
    return LimitVersion(
        opens,
        closes,
        row.get("amount"),
        row.get("unit", "day"),
        row["moves"],
        row["in_force"],
        tuple(row["cites"]),
        checked_of(row),
        row.get("note"),
    )


def _procedure(key: str, row: Row) -> Procedure:
    return Procedure(
        id=key,
        title=row["title"],
        steps=tuple(Step(s["who"], s["do"], s.get("limit")) for s in row["steps"]),
        file_with=row["file_with"],
        deciders=tuple(_decider(decider) for decider in row["deciders"]),
        papers=tuple(_paper(paper) for paper in row["papers"]),
        checked=checked_of(row),
        note=row.get("note"),
        warn=row.get("warn"),
        **{
            name: tuple(row.get(name, ()))
            for name in (
                *("pathways", "rights", "fees", "limits", "remedies"),
                *("doors", "contested", "cites"),
            )
        },
    )


def _decider(row: Row) -> Decider:
    opens, closes = _window(row)
    return Decider(opens, closes, row["who"], tuple(row["cites"]), checked_of(row))


def _paper(row: Row) -> NeededPaper:
    return NeededPaper(
        row.get("paper"), row.get("name"), row.get("when"), row.get("form")
    )


def _door(key: str, row: Row) -> OfficeDoor:
    return OfficeDoor(
        key,
        row["title"],
        row["what"],
        row.get("phone"),
        row.get("address"),
        tuple(row["cites"]),
        checked_of(row),
        row.get("note"),
    )


def _form(key: str, row: Row) -> Form:
    cites = tuple(row["cites"])
    return Form(key, row["code"], row["title"], cites, checked_of(row), row.get("note"))


def _year(year: int, row: Row) -> HolidayYear:
    days = {int(day): name for day, name in row["days"].items()}
    return HolidayYear(year, row["announced"], days)
