"""More facts never reverse an answer; what is presumed may be written out."""

from __future__ import annotations

from hypothesis import given, note
from hypothesis import strategies as st
from tests.generative.families import Plain, truths
from tests.generative.families_asked import answers, show, whole_run
from tests.generative.families_veiled import veiled

from sathana.status.points import LAW_CUTS

DAYS = (*LAW_CUTS[1:], *(cut - 1 for cut in LAW_CUTS[4:8]))
OF_THE_FILE = {"CO-1"}
"""Correcting an entry: what opens it is that the file contradicts itself."""
DECIDED = {"open", "closed"}


def pairs() -> st.SearchStrategy[tuple[Plain, Plain]]:
    """A family that tells less, and the truth behind it."""
    return truths().flatmap(lambda t: st.tuples(veiled(t), st.just(t)))


@given(pairs())
def test_a_fact_learned_never_reverses_an_answer(pair: tuple[Plain, Plain]) -> None:
    less, more = pair
    note(show(less, more))
    before, after = answers(less, days=DAYS), answers(more, days=DAYS)
    turned = {
        key: (answer, after[key])
        for key, answer in before.items()
        if answer != "unknown" and after[key] != answer
    }
    assert not turned


@given(pairs())
def test_a_fact_learned_never_reverses_a_pathway(pair: tuple[Plain, Plain]) -> None:
    less, more = pair
    note(show(less, more))
    before, after = whole_run(less), whole_run(more)
    for who, doors in before.doors.items():
        for less_door, more_door in zip(doors, after.doors[who], strict=True):
            if less_door.id in OF_THE_FILE:
                continue
            for reading, status in less_door.readings.items():
                now = more_door.readings[reading]
                if {status, now} <= DECIDED:
                    assert status == now, (who, less_door.id, reading)
                if status in DECIDED:
                    assert now != "needs_facts", (who, less_door.id, reading)


def test_a_parent_outside_the_file_was_born_before_the_child() -> None:
    """Found by the long run: an unnamed father seemed born after his child."""
    child: Plain = {
        "mother": "unidentifiable",
        "born": {"date": "2008-02-28", "country": "TH"},
        "foreign_nationality": "no",
    }
    father = {"born": {"date": "1991-03-04", "country": "TH"}, "thai": "no"}
    less = {"father": "unknown", **child}
    more = {"father": "F", **child}
    for persons in ({"P": less}, {"P": more, "F": father}):
        family = {"sathana": 1, "case": "found", "as_of": "2026-06-01"}
        doors = whole_run({**family, "persons": persons}).doors["P"]
        (door,) = (door for door in doors if door.id == "S12-MINOR")
        assert set(door.readings.values()) == {"needs_facts"}
