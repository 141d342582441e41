"""What must change nothing: names, order, strangers, presumptions written out."""

from __future__ import annotations

import copy
import os

import pytest
from hypothesis import Phase, given, note, settings
from hypothesis import strategies as st
from tests.generative.families import Plain, truths
from tests.generative.families_asked import show, summary
from tests.generative.families_veiled import veiled

CAMPAIGN = os.environ.get("SATHANA_CAMPAIGN", "") not in ("", "0")
FEWER = settings(
    max_examples=max(15, settings().max_examples // 3),
    phases=set(Phase) if CAMPAIGN else set(Phase) - {Phase.shrink, Phase.explain},
)
"""A whole assessment takes long: only the long run looks for the smallest family."""
PRESUMED = {
    "orders": [],
    "marriages": [],
    "findings": [],
    "adopted": [],
    "attempts": [],
    "alien_certificate": "never",
}
LISTS = ("orders", "marriages", "findings", "stay", "residence", "registers")
NAMES = ("Z", "a-1", "M", "P", "F", "Q9", "x_y", "GM2", "H", "B")


def families() -> st.SearchStrategy[Plain]:
    """Families of which some facts are not told."""
    return truths().flatmap(lambda truth: veiled(truth))


def renamed(family: Plain, names: dict[str, str], order: list[str]) -> Plain:
    """Return the family with other ids, and its persons in another order."""
    persons: Plain = {}
    for who in order:
        life = copy.deepcopy(family["persons"][who])
        for key in ("father", "mother"):
            if key in life:
                life[key] = names.get(life[key], life[key])
        for marriage in _list(life, "marriages"):
            marriage["to"] = names.get(marriage["to"], marriage["to"])
        persons[names[who]] = dict(reversed(life.items()))
    return {**family, "persons": persons}


def _list(life: Plain, key: str) -> list[Plain]:
    return life[key] if isinstance(life.get(key), list) else []


@FEWER
@given(families(), st.permutations(NAMES), st.randoms(use_true_random=False))
def test_names_and_order_of_persons_change_nothing(
    family: Plain, new: list[str], dice: object
) -> None:
    note(show(family))
    order = list(family["persons"])
    names = dict(zip(order, new, strict=False))
    dice.shuffle(order)  # type: ignore[attr-defined]
    after = summary(renamed(family, names, order))
    assert {w: after[names[w]] for w in family["persons"]} == summary(family)


@FEWER
@given(families(), truths())
def test_a_stranger_changes_nothing(family: Plain, other: Plain) -> None:
    note(show(family))
    names = {who: f"X{who}" for who in other["persons"]}
    strangers = renamed(other, names, list(names))["persons"]
    after = summary({**family, "persons": {**strangers, **family["persons"]}})
    assert {who: after[who] for who in family["persons"]} == summary(family)


@FEWER
@given(families(), st.sampled_from((*PRESUMED, "entered", "gives_nationality", "all")))
def test_a_presumption_written_out_changes_nothing(family: Plain, key: str) -> None:
    note(show(family))
    told = copy.deepcopy(family)
    for who, life in told["persons"].items():
        for name, value in PRESUMED.items():
            if key in (name, "all") and not (
                name == "marriages" and is_parent(family, who)
            ):
                life.setdefault(name, value)
        if key in ("entered", "all") and life["born"].get("country") == "TH":
            life.setdefault("entered", "never")
        if key in ("gives_nationality", "all"):
            for marriage in _list(life, "marriages"):
                marriage.setdefault("gives_nationality", "no")
    assert summary(told) == summary(family)


@FEWER
@given(families(), st.randoms(use_true_random=False))
def test_the_order_of_a_list_changes_nothing(family: Plain, dice: object) -> None:
    note(show(family))
    told = copy.deepcopy(family)
    for life in told["persons"].values():
        for key in LISTS:
            dice.shuffle(_list(life, key))  # type: ignore[attr-defined]
    assert summary(told) == summary(family)


def is_parent(family: Plain, who: str) -> bool:
    """Say whether a person is a parent: no marriages then says something of theirs."""
    lives = family["persons"].values()
    return any(who in (life.get("father"), life.get("mother")) for life in lives)


@pytest.mark.parametrize("key", sorted(set(PRESUMED) - {"marriages"}))
def test_a_presumption_written_out_of_one_of_whom_nothing_is_told(key: str) -> None:
    family: Plain = {
        "sathana": 1,
        "case": "bare",
        "as_of": "2020-01-01",
        "persons": {
            "P": {"born": {"date": "1980-01-01", "country": "TH"}, "mother": "M"},
            "M": {},
        },
    }
    told = copy.deepcopy(family)
    told["persons"]["M"][key] = PRESUMED[key]
    assert summary(told) == summary(family)


def test_no_orders_written_of_a_parent_of_whom_only_a_permit_is_told() -> None:
    """Found by the long run: an empty list says no more than silence."""
    native: Plain = {"born": {"date": "1913-04-10", "country": "TH"}, "father": "F"}
    family: Plain = {
        "sathana": 1,
        "case": "found",
        "as_of": "2026-06-01",
        "persons": {
            "P": {**native, "mother": "M", "entered": "never", "conduct": "good"},
            "M": {
                "born": {"date": "1896-04-13"},
                "thai": "unknown",
                "entered": "1956-01-01",
                "stay": [{"kind": "permanent", "from": "1956-01-01"}],
            },
            "F": {"born": {"date": "1896-04-13", "country": "TH"}, "thai": "yes"},
        },
    }
    told = copy.deepcopy(family)
    told["persons"]["M"]["orders"] = []
    assert summary(told) == summary(family)
