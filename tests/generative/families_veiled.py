"""What a file tells of a family: less than the truth, and nothing against it.

Single facts are veiled: left out where nothing is presumed, written as ``unknown``,
told as a span, or told twice with a contradiction. The truth is one completion of the
veiled family, so that an answer about one may not contradict that about the other.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st
from tests.generative.families import AS_OF, FIRST_ACT, MAYBE, RARELY, Draw, Plain
from tests.generative.families import day_of as _day

TELLING = ("orders", "findings", "marriages", "father", "mother", "displaced_thai")
TELLING_TOO = ("original_highlander", "country")
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
    for who, key in chosen:
        veil(draw, told["persons"][who], truth["persons"], who, key, spans=spans)
    return told


def veilable(truth: Plain) -> Iterable[tuple[str, str]]:
    """Yield the facts of which less can be told without presuming what is untrue."""
    for who, life in truth["persons"].items():
        for key in life:
            if key == "born":
                yield from ((who, f"born.{part}") for part in life["born"])
            elif key == "thai" and any(k in life for k in (*TELLING, *TELLING_TOO)):
                continue  # left out, it would be derived rather than unknown
            elif _presumed(key, life):
                continue
            elif key not in ("mother", "residence"):
                yield who, key
        if "father" in life:
            yield from ((who, key) for key in ACTS if key not in life)


def _can_veil_stay(life: Plain) -> bool:
    """A standing of one who never entered, or of a mission, is presumed not to be."""
    diplomatic = any(spell["kind"] == "diplomatic" for spell in life["stay"])
    return life["entered"] != "never" and not diplomatic


def veil(
    draw: Draw, life: Plain, truth: Plain, who: str, key: str, *, spans: bool = True
) -> None:
    """Tell less of one fact."""
    real = truth[who]
    if (key in ACTS and key not in real) or key == "father":
        life[key] = "unknown"
    elif key == "born.date":
        wide = ("unknown", None) if _day(real["born"]["date"]) >= FIRST_ACT else ()
        _put(life["born"], "date", draw(_vaguer(real["born"]["date"], wide, spans)))
    elif key == "born.country":
        _put(life["born"], "country", draw(st.sampled_from(("unknown", None))))
    elif key in ("orders", "marriages", "findings"):
        life[key] = draw(_vaguer_entries(key, real[key], spans))
    elif key == "alien_certificate":
        life[key] = draw(_vaguer_certificate(real[key], spans))
    elif key == "stay":
        life[key] = draw(_vaguer_stay(real[key]))
        _put(life, key, life[key])
    elif key == "entered":
        wide = ("unknown", None) if real[key] == "never" else ("unknown",)
        _put(life, key, draw(_vaguer(real[key], wide, spans)))
    elif key in ("parents_marriage", "legitimation", "paternity_proved"):
        birth = real["born"]["date"]
        wide = ("unknown", None, *_order(real[key], birth, key))
        _put(life, key, draw(_vaguer(real[key], wide, spans)))
    elif key in ("sex", "foreign_nationality", "conduct"):
        _put(life, key, draw(st.sampled_from(("unknown", None, _told_twice(key)))))
    else:
        _put(life, key, draw(st.sampled_from(("unknown", None))))


def _told_twice(key: str) -> list[Plain]:
    """Return two statements that contradict each other: unknown to the rules."""
    values = {"sex": ("female", "male"), "conduct": ("good", "bad")}
    return [{"value": value} for value in values.get(key, ("yes", "no"))]


def _put(life: Plain, key: str, value: Any) -> None:
    if value is None:
        life.pop(key, None)
    else:
        life[key] = value


def _order(event: str, birth: str, key: str) -> tuple[Plain, ...]:
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
def _vaguer_entries(draw: Draw, key: str, real: list[Plain], spans: bool) -> Any:
    if draw(RARELY):
        return "unknown"
    entries = copy.deepcopy(real)
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
def _vaguer_certificate(draw: Draw, real: Plain, spans: bool) -> Any:
    if draw(RARELY):
        return "unknown"
    told = dict(real)
    for part, wide in (("by", "unknown"), ("voluntary", "unknown")):
        if draw(MAYBE):
            told[part] = wide
    if draw(MAYBE):
        told["kept_until"] = "unknown"
    if draw(MAYBE):
        told["taken"] = draw(_vaguer(real["taken"], ("unknown",), spans))
    return told


@st.composite
def _vaguer_stay(draw: Draw, real: list[Plain]) -> Any:
    if draw(MAYBE):
        return None
    spells = copy.deepcopy(real)
    for spell in spells:
        kinds = ["unknown"] + ["precarious"] * (spell["kind"] != "permanent")
        spell["kind"] = draw(st.sampled_from(kinds))
    return spells
