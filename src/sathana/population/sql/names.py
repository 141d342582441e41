"""Names of columns for definitions, answers and what is fetched from relatives."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable

from sathana.population.program import Answer

LONGEST = 63
"""Letters that PostgreSQL keeps of a name."""


class Names:
    """Gives out names, each once."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Start with names that are not free."""
        self._taken = set(taken)
        self._count: dict[str, int] = {}

    def only(self, wanted: str) -> str:
        """Return a name as it is wanted, or the same with a number after it."""
        stem = plain_name(wanted)[: LONGEST - 6]
        name = stem
        while name in self._taken:
            self._count[stem] = self._count.get(stem, 1) + 1
            name = f"{stem}_{self._count[stem]}"
        self._taken.add(name)
        return name


def plain_name(text: str) -> str:
    """Return a text as small letters, digits and ``_``."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def of_definitions(keys: Iterable[Hashable], names: Names) -> dict[Hashable, str]:
    """Return the column of the table of what is done, for each definition."""
    return {key: names.only(_definition(key)) for key in keys}


def _definition(key: Hashable) -> str:
    """Return the stem of a name: a column's own, or what sort of thing it is."""
    parts = key if isinstance(key, tuple) else (key,)
    if parts[0] == "column":
        return str(parts[1])
    if parts[0] == "among":
        return f"{parts[1]}_is"
    sort = str(parts[1]) if len(parts) > 1 else str(parts[0])
    if sort == "rule":
        return f"rule_{parts[2]}"
    last = parts[-1]
    return f"{sort}_{last}" if isinstance(last, str) and len(parts) > 3 else sort


def of_answers(answers: Iterable[Answer], names: Names) -> dict[Answer, str]:
    """Return the column of each answer: what is asked, then by which rulebook."""
    return {
        answer: names.only(f"{plain_name(answer[1])}_{answer[0]}") for answer in answers
    }


def of_relative(link: str, definition: str) -> str:
    """Return the name of a relative's value: ``father_gain``, ``spouse1_gain``."""
    return f"{person(link)}_{definition}"


def person(link: str) -> str:
    """Return what the person at the end of a link is called."""
    match = re.fullmatch(r"marriage(\d+)_spouse", link)
    return f"spouse{match[1]}" if match else link
