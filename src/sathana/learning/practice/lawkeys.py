"""Which facts each rule asks for, and what a mark cites."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from sathana.facts.questions import told_key
from sathana.law.book import book
from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.references import is_reference
from sathana.law.rules import ADMINISTRATION, COURT
from sathana.logic.nodes import Identified, Ordered, Rule, ThaiAt, walk


@follows_pack
@cache
def facts_of_rules() -> Mapping[str, frozenset[str]]:
    """Return the keys of facts that each rule asks for, through other rules too."""
    own: dict[str, set[str]] = {}
    below: dict[str, set[str]] = {}
    for law in (COURT, ADMINISTRATION):
        for clause in book(law):
            for part in (*walk(clause.condition), *walk(clause.births)):
                own.setdefault(clause.rule, set()).update(_keys(part))
                if isinstance(part, Rule):
                    below.setdefault(clause.rule, set()).add(part.rule)
    return {rule: frozenset(_all(rule, own, below, set())) for rule in own}


def _keys(part: object) -> Iterable[str]:
    key = getattr(part, "key", "")
    if key:
        told = _told(key)
        yield from (key, told)
    if isinstance(part, ThaiAt):
        yield "thai"
    if isinstance(part, Ordered):
        yield "orders"
    if isinstance(part, Identified):
        yield from ("father", "mother")
    yield from getattr(getattr(part, "who", None), "links", ())


def _told(key: str) -> str:
    """Return the key under which a fact is told in a case file."""
    try:
        return (
            told_key(key).partition(".")[0]
            if key.startswith("alien")
            else told_key(key)
        )
    except LookupError:
        return key


def _all(
    rule: str, own: dict[str, set[str]], below: dict[str, set[str]], seen: set[str]
) -> set[str]:
    if rule in seen:
        return set()
    seen.add(rule)
    found = set(own.get(rule, ()))
    for other in below.get(rule, ()):
        found |= _all(other, own, below, seen)
    return found


def asking(keys: Iterable[str], among: Iterable[str]) -> tuple[str, ...]:
    """Return those of some rules that ask for one of the facts, in their order."""
    wanted = set(keys)
    known = facts_of_rules()
    return tuple(rule for rule in among if wanted & known.get(rule, frozenset()))


def provisions(cite: object) -> tuple[str, ...]:
    """Return the provisions of an answer's ``cite`` as references."""
    keys = (f"provision:{key}" for key in str(cite or "").split("; ") if key)
    return tuple(key for key in keys if is_reference(key))


def procedure(pathway: str) -> str | None:
    """Return the reference of the procedure by which a pathway is asked for."""
    for one in pack().procedures.values():
        if pathway in one.pathways:
            return f"procedure:{one.id}"
    return None
