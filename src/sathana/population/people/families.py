"""Families out of a table of synthetic people, as case files.

The same families serve tests, exercises and pages to try: none is of a real person.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from sathana.population.people.casetext import Plain, Row, person_plain, word
from sathana.population.people.days import AS_OF
from sathana.population.people.family_kinds import KINDS, counted
from sathana.population.people.shares import DataError
from sathana.population.people.synth import Block, make

MOST = 12
"""Most persons of a family in a case file."""
_MADE = 4_000
_TRIES = 20


class FamilyError(DataError):
    """There is no such row, or no family of such a kind."""


@dataclass(frozen=True)
class Village:
    """The rows of one village, by row number."""

    rows: Mapping[int, Row]

    def children(self, row: int) -> list[int]:
        """Return the rows of somebody's children, in order."""
        return [
            child
            for child, found in self.rows.items()
            if row in (found["father"], found["mother"])
        ]

    def parents(self, row: int) -> list[int]:
        """Return the rows of somebody's parents, as far as they are rows."""
        found = self.rows[row]
        return [found[link] for link in ("father", "mother") if found[link] >= 0]


def family(people: str | Path | Iterable[Block], row: int, most: int = MOST) -> str:
    """Return the family of one person as a case file.

    It holds the person, then ancestors, husband or wife, children, brothers and
    sisters, the nearest first, up to ``most`` persons. Parents who no longer fit are
    told as unknown.

    Args:
        people: Parquet file of synthetic people, or its blocks from the first on.
        row: Row number of the person, from 0.
        most: Most persons.

    Returns:
        YAML in the case-file format, dated as the table.

    Raises:
        FamilyError: There is no such row.
    """
    if isinstance(people, str | Path):
        village = _read(people, row)
    else:
        village = _of_blocks(people, row)
    return _text(village, row, most, f"synthetic-{row}")


def family_of(seed: int, kind: str | None = None, most: int = MOST) -> str:
    """Return a family made for the occasion, as a case file.

    Args:
        seed: The same seed gives the same family.
        kind: A key of :data:`KINDS`; any family of those asked about if not given.
        most: Most persons.

    Raises:
        FamilyError: There is no such kind.
    """
    if kind is not None and kind not in KINDS:
        known = ", ".join(KINDS)
        raise FamilyError(
            f"ไม่มีครอบครัวแบบ “{kind}” เลือกได้: {known}",
            f"there is no kind of family '{kind}'; choose one of: {known}",
        )
    fits = KINDS[kind] if kind else counted
    for turn in range(_TRIES):
        block = next(make(_MADE, seed + turn * 1_000_003, "north"))
        found = [int(row) for row in np.flatnonzero(fits(block))]
        if found:
            chosen = found[seed % len(found)]
            name = f"synthetic-{kind or 'family'}-{seed}"
            return _text(_village_in(block, chosen, 0), chosen, most, name)
    raise FamilyError(
        f"สร้างครอบครัวแบบ “{kind}” ไม่ได้ใน {_TRIES} ครั้ง ลองเลขตั้งต้นอื่น",
        f"no family of the kind '{kind}' came up in {_TRIES} tries; try another seed",
    )


def _read(path: str | Path, row: int) -> Village:
    """Read the village of a row from a file."""
    import duckdb

    numbered = "read_parquet(?, file_row_number = true)"
    with duckdb.connect() as connection:
        found = connection.execute(
            f"SELECT village FROM {numbered} WHERE file_row_number = ?",  # noqa: S608
            [str(path), row],
        ).fetchone()
        if found is None:
            raise _no_row(row)
        block = connection.execute(
            f"SELECT * FROM {numbered} WHERE village = ? "  # noqa: S608
            "ORDER BY file_row_number",
            [str(path), found[0]],
        ).fetchnumpy()
    first = int(block.pop("file_row_number")[0])
    return _village(block, 0, len(block["sex"]), first)


def _of_blocks(blocks: Iterable[Block], row: int) -> Village:
    first = 0
    for block in blocks:
        if first <= row < first + len(block["sex"]):
            return _village_in(block, row, first)
        first += len(block["sex"])
    raise _no_row(row)


def _no_row(row: int) -> FamilyError:
    return FamilyError(
        f"ไม่มีแถวที่ {row} ในตาราง แถวแรกคือ 0 เลือกแถวอื่น",
        f"there is no row {row} in the table, whose first is 0; choose another",
    )


def _village_in(block: Block, row: int, first: int) -> Village:
    """Return the village of a row of a block that begins at row ``first``."""
    villages = block["village"]
    here = villages[row - first]
    begin = int(np.searchsorted(villages, here, side="left"))
    end = int(np.searchsorted(villages, here, side="right"))
    return _village(block, begin, end, first + begin)


def _village(block: Block, begin: int, end: int, first: int) -> Village:
    names = list(block)
    columns = [block[name][begin:end].tolist() for name in names]
    rows = zip(*columns, strict=True)
    return Village(
        {first + k: dict(zip(names, row, strict=True)) for k, row in enumerate(rows)}
    )


def _chosen(village: Village, row: int, most: int) -> list[int]:
    """Choose the nearest relatives; both parents of a person or none of them."""
    if row not in village.rows:
        raise _no_row(row)
    found = {row}
    for group in _circles(village, row):
        if len(found | set(group)) <= most:
            found.update(group)
    return sorted(found)


def _circles(village: Village, row: int) -> Iterator[list[int]]:
    """Yield relatives in groups that belong together, the nearest first."""
    waiting = deque([row])
    above = []
    while waiting:
        parents = village.parents(waiting.popleft())
        waiting.extend(parents)
        above.append(parents)
    yield from above[:1]
    children = village.children(row)
    if children:
        yield [*children, *(p for child in children for p in village.parents(child))]
    yield from above[1:]
    for parent in village.parents(row):
        yield village.children(parent)


def _text(village: Village, row: int, most: int, name: str) -> str:
    """Write a case file."""
    import yaml

    rows = _chosen(village, row, most)
    ids = {number: f"P{place}" for place, number in enumerate(rows, 1)}
    persons: dict[str, Plain] = {
        ids[number]: {
            "name": _name(number, village.rows[number]),
            **person_plain(village.rows[number], ids),
        }
        for number in rows
    }
    case = {
        "sathana": "1",
        "case": name,
        "title": f"Synthetic family; asked about: {ids[row]}",
        "as_of": AS_OF.isoformat(),
        "notes": "ผู้คนสมมติ ไม่ใช่บุคคลจริง / Synthetic people, nobody real.",
        "persons": persons,
    }
    return yaml.safe_dump(case, allow_unicode=True, sort_keys=False, width=88)


def _name(number: int, row: Row) -> Plain:
    """Give a made-up name, which no rule reads."""
    names = _NAMES[word(row, "sex")]
    th, en = names[number % len(names)]
    return {"th": th, "en": en}


_NAMES = {
    "female": (
        ("นาหล้า", "Nala"), ("มะลิ", "Mali"), ("หมี่จู", "Miju"), ("แสงดาว", "Saengdao"),
        ("นาโพ", "Napho"), ("บุผา", "Bupha"), ("อาหมี่", "Ami"), ("คำแปง", "Khampaeng"),
    ),
    "male": (
        ("จะแล", "Jalae"), ("ศรีวัน", "Siwan"), ("อาซู", "Asu"), ("ทูแฮ", "Thuhae"),
        ("ลุงคำ", "Lungkham"), ("ไซหลู่", "Sailu"), ("พะโด", "Phado"), ("แสนดี", "Saendi"),
    ),
}  # fmt: skip
