"""The figures of a result as one long table, a figure a line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from sathana.population.scenario.results import STATES, Result

FIELDS = (
    "table",
    "alternative",
    "ask",
    "dimension",
    "code",
    "title_th",
    "title_en",
    "before",
    "after",
    "rows",
    "people",
    "hidden",
    "mark",
)
"""Columns; ``hidden`` is yes where a figure about real people is too small to show."""
_FORMULAS = tuple("=+-@\t\r")

type Row = dict[str, Any]


def csv_text(result: Result) -> str:
    """Return a result as CSV, with a heading; every line bears the mark of made people.

    Tables: ``moves`` (from the base to an alternative, in all and by each dimension),
    ``under`` and ``gains`` (by rule), ``unreached``, ``reasons`` and ``settle``.

    Args:
        result: What ``run`` gave.
    """
    mark = result["mark"]
    shown = f"{mark['en']} / {mark['th']}" if mark else ""
    made = io.StringIO()
    writer = csv.DictWriter(made, FIELDS, restval="", lineterminator="\n")
    writer.writeheader()
    for row in _rows(result):
        plain = {key: _harmless(value) for key, value in row.items()}
        writer.writerow({**plain, "mark": shown})
    return made.getvalue()


def _harmless(value: Any) -> Any:
    """Return a text that no spreadsheet takes for a formula."""
    if isinstance(value, str) and value.startswith(_FORMULAS):
        return f"'{value}"
    return value


def _rows(result: Result) -> Iterator[Row]:
    for law in (result["base"], *result["alternatives"]):
        yield from _of_law(law)
        for answer in law.get("answers", ()):
            yield from _moves(law["name"], answer)
    yield from _settle(result)


def _figure(cell: Mapping[str, Any]) -> Row:
    hidden = cell["rows"] is None
    return {
        "rows": "" if hidden else cell["rows"],
        "people": "" if hidden else cell["people"],
        "hidden": "yes" if hidden else "",
    }


def _titled(code: str, title: Mapping[str, str]) -> Row:
    return {"code": code, "title_th": title["th"], "title_en": title["en"]}


def _of_law(law: Result) -> Iterator[Row]:
    name = law["name"]
    for rule in law["under"]:
        row = {"table": "under", "alternative": name, "ask": "thai"}
        yield {**row, **_titled(rule["rule"], rule["title"]), **_figure(rule)}
    found = law["unreached"]
    for key in ("not_thai", "open", "perhaps", "closed", "unread"):
        row = {"table": "unreached", "alternative": name, "code": key}
        yield {**row, **_figure(found[key])}
    for reason in found["reasons"]:
        code = f"{reason['rule']}:{reason['part']}"
        row = {"table": "reasons", "alternative": name}
        yield {**row, **_titled(code, reason["text"]), **_figure(reason)}


def _moves(name: str, answer: Result) -> Iterator[Row]:
    head = {"table": "moves", "alternative": name, "ask": answer["ask"]}
    yield from _cells({**head, "dimension": "all"}, answer["table"])
    for dimension, values in answer["by"].items():
        for value in values["values"]:
            titled = _titled(value["code"], value["title"])
            row = {**head, "dimension": dimension, **titled}
            yield from _cells(row, value["table"])
    for gain in answer["gains"]:
        row = {**head, "table": "gains", **_titled(gain["rule"], gain["title"])}
        yield {**row, **_figure(gain)}


def _cells(head: Row, table: list[list[Mapping[str, Any]]]) -> Iterator[Row]:
    for before, line in zip(STATES, table, strict=True):
        for after, cell in zip(STATES, line, strict=True):
            yield {**head, "before": before, "after": after, **_figure(cell)}


def _settle(result: Result) -> Iterator[Row]:
    found = result["settle"]
    for fact in found["facts"] if found else ():
        head = {"table": "settle", "alternative": result["base"]["name"]}
        titled = _titled(fact["key"], fact["title"])
        for key in ("always", "perhaps"):
            yield {**head, **titled, "after": key, **_figure(fact[key])}
        for value in fact["values"]:
            code = f"{fact['key']}={'|'.join(value['values'])}"
            for after in ("yes", "no"):
                row = {**head, **_titled(code, value["title"]), "after": after}
                yield {**row, **_figure(value[after])}
