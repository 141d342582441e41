"""What a rule demands, in both languages, said from the expression tree itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from sathana.facts.wording import Line, outline
from sathana.law.book import Clause, book
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.rules import ADMINISTRATION, COURT
from sathana.vocabulary.names import Lang


@dataclass(slots=True)
class Branch:
    """One line of an outline with the lines below it."""

    text: str
    below: list[Branch] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Demand:
    """The condition of one text of a rule.

    Attributes:
        th: The condition in Thai.
        en: The condition in English.
        stricter: The condition as offices read it, in both languages; empty where
            they read it as the courts do.
    """

    number: int
    kind: str
    th: tuple[Branch, ...]
    en: tuple[Branch, ...]
    stricter: tuple[tuple[Branch, ...], ...] = ()


@follows_pack
@cache
def demands(rule: str) -> tuple[Demand, ...]:
    """Return the conditions of a rule, one for each of its texts.

    Empty for a rule that is data only (a form of another rule).
    """
    strict = {clause.place: clause for clause in book(ADMINISTRATION)}
    own = [clause for clause in book(COURT) if clause.rule == rule]
    return tuple(
        Demand(
            number,
            clause.kind,
            _said(clause, "th"),
            _said(clause, "en"),
            _stricter(clause, strict.get(clause.place)),
        )
        for number, clause in enumerate(own, start=1)
    )


def _stricter(clause: Clause, other: Clause | None) -> tuple[tuple[Branch, ...], ...]:
    if other is None or other.condition == clause.condition:
        return ()
    return _said(other, "th"), _said(other, "en")


def _said(clause: Clause, lang: Lang) -> tuple[Branch, ...]:
    return nested(outline(clause.condition, lang, rule_title=_title))


def _title(rule: str, lang: str) -> str:
    info = pack().rules.get(rule)
    return info.title[lang] if info else rule


def nested(lines: Sequence[Line]) -> tuple[Branch, ...]:
    """Turn indented lines into a tree, as lists of lists want it."""
    root = Branch("")
    path = [root]
    for line in lines:
        del path[line.depth + 1 :]
        branch = Branch(line.text)
        path[-1].below.append(branch)
        path.append(branch)
    return tuple(root.below)
