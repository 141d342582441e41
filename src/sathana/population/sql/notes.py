"""What is written beside the steps: which rule, of which section, how well read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sathana.population.ops import Op
from sathana.population.program import Program
from sathana.population.sql.dialects import Dialect


@dataclass(frozen=True, slots=True)
class Notes:
    """Comments by step."""

    by_step: Mapping[int, str] = field(default_factory=dict)

    def head(self, dialect: Dialect, program: Program, tables: object) -> str:
        return ""

    def columns(self, program: Program) -> Mapping[int, str]:
        return {}

    def of(self, op: Op | None, name: str) -> str:
        return ""


NO_NOTES = Notes()
