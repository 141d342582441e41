#!/usr/bin/env python3
"""Writes the list of provinces and registration offices from a wheel of `geothai`.

Usage: scripts/places.py WHEEL        (a file geothai-*.whl; nothing is fetched)

A maintainer runs it when a new edition is out, reads the difference, and commits it.
Sub-districts and postal codes are left out: a thirteen-digit number names neither.
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/sathana/places/data/offices.csv"
HEAD = """\
# Provinces (two digits), districts and other registration offices (four digits).
# From geothai {version}, data of {edition}: administrative codes, names and days of
# ending of the Department of Provincial Administration (stat.bora.dopa.go.th), by
# Pongsakorn Thipayanate (github.com/GeoThai/data), licence CC BY 4.0
# (creativecommons.org/licenses/by/4.0). Changed here: sub-districts left out, one file.
# ended: day since which the department's list has the code no more; 2006-01-01 stands
# on every code that it dropped in 2006. successors: codes in its place, where known.
# Made by scripts/places.py.
"""
COLUMNS = ("code", "th", "en", "ended", "successors")


def main(argv: list[str]) -> int:
    """Write the list; return the exit status."""
    if len(argv) != 1:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    with zipfile.ZipFile(argv[0]) as wheel:
        text = listing(wheel)
    TARGET.write_text(text, "utf-8")
    print(f"{TARGET}: {len(text.encode())} bytes")
    return 0


def listing(wheel: zipfile.ZipFile) -> str:
    """Return the text of the list."""
    name = next(n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    version = _found(r"^Version: (.+)$", wheel.read(name).decode())
    schema = wheel.read("geothai/_schema.py").decode()
    edition = _found(r'^DATA_VERSION: str = "(.+)"$', schema)
    out = io.StringIO()
    out.write(HEAD.format(version=version, edition=edition))
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(sorted(rows(wheel), key=lambda row: (len(row[0]), row[0])))
    return out.getvalue()


def rows(wheel: zipfile.ZipFile) -> list[tuple[str, str, str, str, str]]:
    """Return code, names, day of ending and successors of each place."""
    found = [
        (code, th, en or "", "", "")
        for level in ("provinces", "districts")
        for code, th, en in _data(wheel, level)
    ]
    for code, th, en, ended, successors, *_ in _data(wheel, "abolished"):
        if len(code) == 4:
            found.append((code, th, en or "", ended, successors))
    return found


def _data(wheel: zipfile.ZipFile, name: str) -> list[Any]:
    rows: list[Any] = json.loads(wheel.read(f"geothai/_data/{name}.json"))
    return rows


def _found(pattern: str, text: str) -> str:
    match = re.search(pattern, text, re.MULTILINE)
    if match is None:
        raise SystemExit(f"this wheel is made differently: no {pattern!r} in it")
    return match[1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
