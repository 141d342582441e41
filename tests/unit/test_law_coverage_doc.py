"""docs/law-coverage.md names records that exist, and every record that counts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sathana.facts.keys import KEYS as KEYS_OF_A_PERSON
from sathana.law.load import LawPack, pack

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs/law-coverage.md"
CASES = ROOT / "src/sathana/law/th/cases"
NAMED = re.compile(r"`([^`\n]+)`")
# Words in backticks that are no record: keys of records, and commands.
WORDS = {"verified", "declaratory", "recheck_on", "checked_on", "pathway"} | {
    *("proves", "hint", "sathana law show", "sathana law due")
}


def _named() -> set[str]:
    return set(NAMED.findall(PAGE.read_text(encoding="utf-8")))


def _facts() -> set[str]:
    """Section 12 names keys of a person: ``born`` stands for ``born.date``."""
    return {name.split(".")[0] for name in KEYS_OF_A_PERSON}


def _records(law: LawPack) -> set[str]:
    kinds = (
        *(law.rules, law.provisions, law.instruments, law.contested, law.events),
        *(law.procedures, law.limits, law.fees, law.doors, law.forms),
        *(law.id13.categories, law.id13.groups),
    )
    return {one for kind in kinds for one in kind}


def test_every_name_in_backticks_is_a_record_a_case_or_a_key() -> None:
    cases = {path.stem for path in CASES.glob("*.yaml")}
    unknown = _named() - _records(pack()) - cases - WORDS - _facts()
    assert not unknown, f"docs/law-coverage.md names no record: {sorted(unknown)}"


@pytest.mark.parametrize(
    "kind", ["rules", "rights", "pathways", "procedures", "contested"]
)
def test_every_record_of_this_kind_is_accounted_for(kind: str) -> None:
    lacking = set(getattr(pack(), kind)) - _named()
    assert not lacking, f"add to docs/law-coverage.md: {sorted(lacking)}"


def test_every_group_of_the_number_fee_limit_door_and_form_is_accounted_for() -> None:
    law = pack()
    kinds = (law.id13.groups, law.fees, law.limits, law.doors, law.forms)
    lacking = {one for kind in kinds for one in kind} - _named()
    assert not lacking, f"add to docs/law-coverage.md: {sorted(lacking)}"


def test_no_line_is_left_without_a_place_or_a_reason() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    cells = [[c.strip() for c in row.strip("| ").split(" | ")] for row in rows]
    assert [row for row in cells if len(row) < 2 or not row[-1]] == []
    assert "**missing**" not in text
