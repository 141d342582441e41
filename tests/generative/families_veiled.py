"""What a file tells of a family: less than the truth, and nothing against it.

Single facts are veiled: left out where nothing is presumed, written as ``unknown``,
told as a span, or told twice with a contradiction. The truth is one completion of the
veiled family, so that an answer about one may not contradict that about the other.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from tests.generative.families import AS_OF, FIRST_ACT, MAYBE, RARELY, Draw, Plain
from tests.generative.families import day_of as _day

TELLING = (
    "orders", "findings", "marriages", "father", "mother", "displaced_thai",
    "original_highlander",
)  # fmt: skip
"""What nationality would be derived from where it is not told."""
TWICE = {
    "sex": ("female", "male"),
    "conduct": ("good", "bad"),
    "foreign_nationality": ("yes", "no"),
}
"""Facts that a file may tell twice with a contradiction."""
ACTS = ("orders", "marriages", "findings", "alien_certificate")
"""What is presumed not to be where a file is silent, and unknown where it says so."""


@st.composite
def veiled(
    draw: Draw, truth: Plain, *, most: int = 8, least: int = 1, spans: bool = True
) -> Plain:
    """Draw a family that tells less than the truth, contradicting none of it."""
    told = copy.deepcopy(truth)
    places = sorted(veilable(truth))
    chosen = draw(
        st.lists(st.sampled_from(places), min_size=least, max_size=most, unique=True)
    )
    for who, key in sorted(chosen, key=lambda place: place[1] == "father"):
        if key == "father":  # of a father nobody names, nothing is told
            told["persons"].pop(truth["persons"][who][key], None)
        if who in told["persons"]:
            veil(draw, told["persons"][who], truth["persons"], who, key, spans=spans)
    return told


def veilable(truth: Plain) -> Iterable[tuple[str, str]]:
    """Yield the facts of which less can be told without presuming what is untrue."""
    for who, life in truth["persons"].items():
        for key in life:
            if key == "born":
                yield from ((who, f"born.{part}") for part in life["born"])
            elif key == "father":
                if _is_known_by_child_alone(truth, who, life[key]):
                    yield who, key
            elif key not in ("mother", "residence") and not _presumed(key, life):
                yield who, key
        if "father" in life:
            yield from ((who, key) for key in ACTS if key not in life)


def _is_known_by_child_alone(truth: Plain, child: str, father: str) -> bool:
    """Say whether nobody else of the family is told of through a father."""
    persons = truth["persons"]
    children = [who for who, life in persons.items() if life.get("father") == father]
    return children == [child] and "father" not in persons.get(father, {})


def _presumed(key: str, life: Plain) -> bool:
    """Say whether a fact, once left out, would be presumed or derived, not unknown."""
    if key == "thai":
        return "country" in life["born"] or any(told in life for told in TELLING)
    if key == "stay":
        diplomatic = any(spell["kind"] == "diplomatic" for spell in life["stay"])
        return life["entered"] == "never" or diplomatic
    return False


def veil(
    draw: Draw, life: Plain, truth: Plain, who: str, key: str, *, spans: bool = True
) -> None:
    """Tell less of one fact."""
    real = truth[who]
    if key.startswith("born."):
        _put(life["born"], key[5:], draw(_vaguer_birth(key[5:], real["born"], spans)))
    elif key == "father" or (key in ACTS and key not in real):
        life[key] = "unknown"
    elif key in VAGUER:
        _put(life, key, draw(VAGUER[key](key, real, spans)))
    else:
        twice = [_told_twice(key)] if key in TWICE else []
        _put(life, key, draw(st.sampled_from(("unknown", None, *twice))))


def _vaguer_birth(part: str, born: Plain, spans: bool) -> st.SearchStrategy[Any]:
    """Return vaguer forms of a birth; one before the first Act keeps a lower end."""
    if part == "country":
        return st.sampled_from(("unknown", None))
    wide = ("unknown", None) if _day(born["date"]) >= FIRST_ACT else ()
    return _vaguer(born["date"], wide, spans)


def _vaguer_entry(key: str, real: Plain, spans: bool) -> st.SearchStrategy[Any]:
    """Return vaguer forms of an entry; left out, it may be presumed not to be."""
    wide = ("unknown", None) if real[key] == "never" else ("unknown",)
    return _vaguer(real[key], wide, spans)


def _vaguer_event(key: str, real: Plain, spans: bool) -> st.SearchStrategy[Any]:
    wide = ("unknown", None, *_order(real[key], real["born"]["date"]))
    return _vaguer(real[key], wide, spans)


def _told_twice(key: str) -> list[Plain]:
    """Return two statements that contradict each other: unknown to the rules."""
    return [{"value": value} for value in TWICE[key]]


def _put(life: Plain, key: str, value: Any) -> None:
    if value is None:
        life.pop(key, None)
    else:
        life[key] = value


def _order(event: str, birth: str) -> tuple[Plain, ...]:
    """Return the event told only by its order to the birth."""
    if event == "never":
        return ()
    order = ("at_birth", "after_birth", "before_birth")[
        0 if event == birth else 1 if event > birth else 2
    ]
    return ({"on": "unknown", "relative": order},)


@st.composite
def _vaguer(draw: Draw, day: str, wide: tuple[Any, ...], spans: bool) -> Any:
    """Draw a vaguer form of a day: a month, a year, a span, or one of ``wide``."""
    if day == "never" or (wide and (not spans or draw(MAYBE))):
        return draw(st.sampled_from(wide or (day,)))
    known = _day(day)
    form = draw(st.integers(0, 2))
    if form == 0:
        return day[:7]
    if form == 1:
        return day[:4]
    back, on = draw(st.integers(0, 9000)), draw(st.integers(0, 9000))
    return {
        "not_before": (known - timedelta(days=back)).isoformat(),
        "not_after": min(known + timedelta(days=on), AS_OF).isoformat(),
    }


@st.composite
def _vaguer_entries(draw: Draw, key: str, real: Plain, spans: bool) -> Any:
    if draw(RARELY):
        return "unknown"
    entries = copy.deepcopy(real[key])
    for entry in entries:
        if key == "findings":
            entry["final"] = "unknown"
        elif key == "orders":
            entry["on"] = draw(_vaguer(entry["on"], ("unknown",), spans))
            if draw(MAYBE):
                entry["by"] = "unknown"
        else:
            entry["registered"] = draw(
                _vaguer(entry["registered"], ("unknown",), spans)
            )
            if draw(MAYBE):
                entry["gives_nationality"] = "unknown"
    return entries


@st.composite
def _vaguer_certificate(draw: Draw, key: str, real: Plain, spans: bool) -> Any:
    if draw(RARELY):
        return "unknown"
    told = dict(real[key])
    for part in ("by", "voluntary", "kept_until"):
        if draw(MAYBE):
            told[part] = "unknown"
    if draw(MAYBE):
        told["taken"] = draw(_vaguer(told["taken"], ("unknown",), spans))
    return told


@st.composite
def _vaguer_stay(draw: Draw, key: str, real: Plain, spans: bool) -> Any:
    if draw(MAYBE):
        return None
    spells = copy.deepcopy(real[key])
    for spell in spells:
        kinds = ["unknown"] + ["precarious"] * (spell["kind"] != "permanent")
        spell["kind"] = draw(st.sampled_from(kinds))
    return spells


VAGUER: Mapping[str, Callable[[str, Plain, bool], st.SearchStrategy[Any]]] = {
    **dict.fromkeys(("orders", "marriages", "findings"), _vaguer_entries),
    **dict.fromkeys(
        ("parents_marriage", "legitimation", "paternity_proved"), _vaguer_event
    ),
    "alien_certificate": _vaguer_certificate,
    "stay": _vaguer_stay,
    "entered": _vaguer_entry,
}
"""How less is told of a fact; of any other it is unknown or left out."""
