"""Procedures, fees, limits, offices, forms and holidays: from YAML to JSON.

What is written once is filled in: the days of checking come from what a record cites,
unless it names its own.
"""

from __future__ import annotations

from datetime import date
from functools import partial

from sathana.law.convert import bound, kept, marked
from sathana.law.faults import fault
from sathana.law.holidays import merged
from sathana.law.source import Row, Rows, SourceError, each

KINDS = ("fee", "limit", "procedure", "door", "form", "holiday")
"""Kinds of record of practice, each in files of its own name in the plural."""


def build_practice(written: dict[str, Rows], provisions: Rows) -> Row:
    """Return the compiled records of practice.

    Args:
        written: Records as YAML gives them, by kind.
        provisions: Compiled provisions, from which the days of checking come.

    Raises:
        SourceError: A record cannot be read.
    """
    rows = dict(written)
    try:
        rows["holiday"] = merged(written["holiday"], written.get("cabinet", {}))
    except ValueError as error:
        said = str(error)
        raise SourceError([fault("unreadable", "cabinet-days", said, said)]) from error
    return {
        f"{kind}s": each(rows[kind], partial(convert, kind, provisions=provisions))
        for kind in KINDS
    }


def convert(kind: str, key: str, row: Row, provisions: Rows) -> Row:
    """Return one record of practice as the compiled file holds it.

    Args:
        kind: One of :data:`KINDS`.
        key: Id of the record.
        row: As written in YAML.
        provisions: Compiled provisions.

    Raises:
        KeyError: A key that the record must have is missing.
        ValueError: A date or a number cannot be read.
    """
    match kind:
        case "fee":
            values = [_amount(value, row, provisions) for value in row["values"]]
            return kept(row, "title") | {"values": values}
        case "limit":
            return _limit(row, provisions)
        case "procedure":
            return _procedure(row, provisions)
        case "holiday":
            return _year(key, row)
        case _:
            names = ("title", "what", "phone", "address", "code", "cites", "note")
            return kept(row, *names) | _checked(row, {}, provisions)


def _window(row: Row) -> Row:
    window = [bound(row.get("from")), bound(row.get("until"))]
    return {} if window == [None, None] else {"window": window}


def _yes(row: Row, name: str, usual: str) -> bool:
    """Read a yes or no that has a usual answer; anything else is refused."""
    said = row.get(name, usual)
    words = {True: "yes", False: "no"}.get(said, said)
    if words not in ("yes", "no", "unknown"):
        raise ValueError(f"{name} is '{said}'; write yes, no or unknown")
    return bool(words == "yes")


def _checked(row: Row, parent: Row, provisions: Rows) -> Row:
    """Return mark and days of checking, the weakest days of what is cited."""
    cited: list[str] = row.get("cites") or parent.get("cites") or []
    checks = [provisions[c]["checked"] for c in cited if c in provisions]
    on = min((c[1] for c in checks if c[1]), default=None)
    recheck = min((c[2] for c in checks if c[2]), default=None)
    own = {k: parent[k] for k in ("checked_on", "recheck_on") if k in parent} | row
    return {"cites": list(cited), "checked": marked(own, on, recheck)}


def _whole(row: Row, name: str) -> int | None:
    """Return a whole number that is not negative, or nothing where it is unknown."""
    value = row.get(name)
    if value is None or value == "unknown":
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise ValueError(f"{name} is '{value}'; write a whole number, or unknown")
    return value


def _amount(row: Row, parent: Row, provisions: Rows) -> Row:
    return {
        **_window(row),
        "baht": _whole(row, "baht"),
        "in_force": _yes(row, "in_force", "yes"),
        "ceiling": _yes(row, "ceiling", "no"),
        **kept(row, "note"),
        **_checked(row, parent, provisions),
    }


def _limit(row: Row, provisions: Rows) -> Row:
    names = ("title", "whose", "trigger", "results", "for", "birthday", "orders")
    done = kept(row, *names, "after", "instead_of", "warn")
    told = row.get("told_remedy")
    if told is not None:
        done["told_remedy"] = "yes" if _yes(row, "told_remedy", "no") else "no"
    versions = [_limit_version(v, row, provisions) for v in row["versions"]]
    return done | {"versions": versions}


def _limit_version(row: Row, parent: Row, provisions: Rows) -> Row:
    holiday = row.get("holiday", "moves")
    if holiday not in ("moves", "stays"):
        raise ValueError(f"holiday is '{holiday}'; write moves or stays")
    return {
        **_window(row),
        "amount": _whole(row, "amount"),
        "moves": holiday == "moves",
        "in_force": _yes(row, "in_force", "yes"),
        **kept(row, "unit", "note"),
        **_checked(row, parent, provisions),
    }


def _procedure(row: Row, provisions: Rows) -> Row:
    lists = ("pathways", "rights", "fees", "limits", "remedies", "doors", "contested")
    done = kept(row, "title", "file_with", "note", "warn", *lists)
    done |= _checked(row, {}, provisions)
    done["steps"] = [kept(step, "who", "do", "limit") for step in row["steps"]]
    done["papers"] = [
        kept(paper, "paper", "name", "when", "form") for paper in row["papers"]
    ]
    done["deciders"] = [
        {**_window(d), **kept(d, "who"), **_checked(d, row, provisions)}
        for d in row["deciders"]
    ]
    return done


def _year(key: str, row: Row) -> Row:
    days = {str(_day(day, int(key))): name for day, name in row["days"].items()}
    return {"announced": _yes(row, "announced", "unknown"), "days": days}


def _day(text: str, year: int) -> int:
    day = date.fromisoformat(str(text))
    if day.year != year:
        raise ValueError(f"{text} does not lie in {year}")
    return day.toordinal()
