"""From the YAML that lawyers write to the JSON that the program reads.

``build`` is deterministic: the same YAML gives the same text, byte for byte, so that
``check`` can tell whether the compiled file is the one the YAML describes. What is
written once is filled in here: the address behind a short source name, the window,
source and dates of checking a provision takes from its instrument, the dates a rule
takes from what it cites, and the contested points that bear on a rule.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import yaml

from sathana.law.audit import audit
from sathana.law.compile_id13 import compile_id13
from sathana.law.compile_practice import KINDS as PRACTICE
from sathana.law.compile_practice import build_practice
from sathana.law.convert import bound, kept, marked
from sathana.law.faults import Fault, fault
from sathana.law.load import COMPILED, from_json
from sathana.law.source import Row, Rows, SourceError, each, read, unknown_keys

EDITION = "th@2026.11"
HERE = Path(__file__).with_name("th")
DATA = HERE / "data"
_FILES = {
    "instrument": "instruments",
    "provision": "provisions",
    "rule": "rules",
    "contested": "contested",
    "event": "events",
    **{kind: f"{kind}s" for kind in PRACTICE},
    "cabinet": "cabinet-days",
}
"""How the files of each kind of record begin."""


def build(
    folder: Path = DATA, amend: Callable[[dict[str, Rows]], None] | None = None
) -> str:
    """Return the compiled law as JSON text, sorted, with a newline at the end.

    Args:
        folder: Folder of the YAML files.
        amend: Changes the records as they are written, by kind, before they are
            compiled: an update of the law works on what lawyers read.

    Raises:
        SourceError: A file is no YAML, an id is used twice, a key is unknown, or a
            date or name cannot be read; it holds every such fault found.
    """
    sources = {k: str(v) for k, v in read(folder, "sources*.yaml", parse).items()}
    written: dict[str, Rows] = {
        kind: read(folder, f"{files}*.yaml", parse) for kind, files in _FILES.items()
    }
    if amend is not None:
        amend(written)
    faults = [f for kind, rows in written.items() for f in unknown_keys(kind, rows)]
    if faults:
        raise SourceError(faults)
    instruments, contested = written["instrument"], written["contested"]
    done_instruments = each(instruments, lambda _, r: _instrument(r, sources))
    done_provisions = each(
        written["provision"],
        lambda _, r: _provision(r, sources, instruments, done_instruments),
    )
    data = {
        "version": EDITION,
        "instruments": done_instruments,
        "provisions": done_provisions,
        "rules": each(
            written["rule"], lambda k, r: _rule(k, r, done_provisions, contested)
        ),
        "contested": each(contested, lambda _, r: _contested(r)),
        "events": each(written["event"], lambda _, r: _event(r, done_provisions)),
        **build_practice(written, done_provisions),
        "id13": compile_id13(folder, parse),
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0) + "\n"


def check(folder: Path = DATA, compiled: Path = HERE / COMPILED) -> list[Fault]:
    """Return the faults of the law data: YAML, compiled file and the data check.

    Args:
        folder: Folder of the YAML files.
        compiled: The file that must be what the YAML gives.
    """
    try:
        text = build(folder)
    except SourceError as error:
        return error.faults
    faults = audit(from_json(text))
    if not compiled.exists() or compiled.read_text("utf-8") != text:
        faults.append(
            fault(
                "stale",
                compiled.name,
                "ไฟล์ที่แปลงแล้วไม่ตรงกับ YAML ให้รัน sathana law compile",
                "is not what the YAML gives; run 'sathana law compile'",
            )
        )
    return faults


def main(check_only: bool = False) -> int:
    """Write the compiled file, or only check it; print faults on standard error.

    Args:
        check_only: Write nothing.

    Returns:
        Exit status: 0 without faults, otherwise 1.
    """
    if not check_only:
        try:
            (HERE / COMPILED).write_text(build(), "utf-8")
        except SourceError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    faults = check()
    for found in faults:
        sys.stderr.write(f"{found}\n")
    return 1 if faults else 0


# --- YAML ---------------------------------------------------------------------------


class _UniqueKeys(yaml.SafeLoader):
    """Safe YAML in which a key written twice is an error, not the last one's win."""


def _mapping(loader: _UniqueKeys, node: yaml.MappingNode) -> Row:
    loader.flatten_mapping(node)
    row: Row = {}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node, deep=True))
        if key in row:
            line = key_node.start_mark.line + 1
            raise SourceError(
                [
                    fault(
                        "duplicate-id",
                        key,
                        f"รหัส {key} เขียนซ้ำที่บรรทัด {line}",
                        f"'{key}' is written twice (again on line {line}); an id or "
                        "key is used once",
                    )
                ]
            )
        row[key] = loader.construct_object(value_node, deep=True)
    return row


_UniqueKeys.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def parse(text: str, name: str) -> Row:
    """Return the records of one YAML text; a key written twice is a fault."""
    try:
        rows: Row = _UniqueKeys(text).get_single_data() or {}
    except yaml.YAMLError as error:
        raise SourceError(
            [fault("yaml", name, f"อ่านไม่ได้: {error}", f"no YAML: {error}")]
        ) from error
    return rows


def _window(pair: list[object] | None) -> list[int | list[int] | None]:
    begin, end = pair if pair is not None else (None, None)
    return [bound(begin), bound(end)]


# --- records --------------------------------------------------------------------------


def _instrument(row: Row, sources: dict[str, str]) -> Row:
    done = kept(row, "kind", "title", "note")
    if "gazette" in row:
        printed = kept(row["gazette"], "volume", "part", "page")
        done["gazette"] = printed | {"date": bound(row["gazette"].get("date"))}
    return done | {
        "from": bound(row.get("from")),
        "until": bound(row.get("until")),
        "source": sources.get(row["source"], row["source"]),
        "checked": marked(row, None, None),
    }


def _provision(
    row: Row, sources: dict[str, str], instruments: Rows, done_instruments: Rows
) -> Row:
    parent = instruments.get(row["instrument"], {})
    compiled = done_instruments.get(row["instrument"], {"checked": ["", None, None]})
    source = str(row.get("source") or parent.get("source") or "")
    return {
        **kept(row, "instrument", "section", "text", "retroactive", "note"),
        "from": bound(row["from"] if "from" in row else parent.get("from")),
        "until": bound(row["until"] if "until" in row else parent.get("until")),
        "source": sources.get(source, source),
        "checked": marked(row, compiled["checked"][1], compiled["checked"][2]),
    }


def _rule(key: str, row: Row, provisions: Rows, contested: Rows) -> Row:
    done = kept(row, "kind", "title", "declaratory", "warn")
    if "line" in row:
        line = row["line"]
        done["line"] = [line] if isinstance(line, str) else line
    points = [p for p, point in contested.items() if key in point["bears_on"]]
    if points:
        done["contested"] = sorted(points, key=lambda p: (len(p.rstrip("b")), p))
    if "pathway" in row:
        done["pathway"] = _pathway(row["pathway"])
    if "right" in row:
        names = ("office", "papers", "fees", "say", "procedure", "why_closed")
        done["right"] = kept(row["right"], *names)
    return done | {"versions": [_version(v, provisions) for v in row["versions"]]}


def _version(row: Row, provisions: Rows) -> Row:
    checks = [provisions[c]["checked"] for c in row["cites"] if c in provisions]
    on = min((c[1] for c in checks if c[1]), default=None)
    recheck = min((c[2] for c in checks if c[2]), default=None)
    done = kept(row, "kind", "cites", "note")
    for name in ("births", "law", "effect"):
        window = _window(row.get(name))
        if window != [None, None]:
            done[name] = window
    return done | {"checked": marked(row, on, recheck)}


def _pathway(row: Row) -> Row:
    windows = [
        [bound(w.get("from")), bound(w.get("until")), w["known"] in (True, "yes")]
        for w in row["windows"]
    ]
    own = kept(row, "group", "file_with", "decider", "granted_by", "for_rule")
    return own | {"windows": windows}


def _contested(row: Row) -> Row:
    own = kept(row, "question", "a", "b", "effect", "bears_on", "note")
    return own | {"checked": marked(row, None, None)}


def _event(row: Row, provisions: Rows) -> Row:
    """Convert an event; what begins or ends on its day is added to its provisions."""
    day = bound(row["date"])
    moved = [k for k, p in provisions.items() if day in (p["from"], p["until"])]
    own = kept(row, "title", "instrument", "births", "verified")
    touched = list(dict.fromkeys([*row["provisions"], *sorted(moved)]))
    return own | {"date": day, "provisions": touched}
