"""The steps of the remedies: which comes next, and that nobody is told too late."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.casework import clocks, drafting, ladder
from sathana.law.load import pack

TODAY = date(2026, 6, 15)


def ago(days: int) -> str:
    return (TODAY - timedelta(days)).isoformat()


def of(result: str, pathway: str = "S23", **more: Any) -> ladder.Ladder:
    codes = more.pop("codes", ())
    told = {"pathway": pathway, "result": result, **more}
    running = clocks.running(told, TODAY)
    perhaps = clocks.running({**told, "told_remedy": "no"}, TODAY)
    return ladder.of_petition(
        told, running, if_silent=() if "told_remedy" in told else perhaps,
        office="อำเภอสมมติ", codes=codes,
    )  # fmt: skip


def states(found: ladder.Ladder) -> dict[str, str]:
    return {step.code: step.state for step in found.steps}


@pytest.mark.parametrize(
    ("found", "now", "until"),
    [
        (of("not_received"), "demand", ""),
        (of("received", on=ago(3)), "", ""),
        (of("received", complete=ago(3)), "", "2026-07-12"),
        (of("received", complete=ago(40)), "demand", ""),
        (of("silent", complete=ago(40)), "demand", ""),
        (of("silent", demanded=ago(10)), "", "2026-09-03"),
        (of("silent", demanded=ago(100)), "court", ""),
        (of("not_received", demanded=ago(100)), "court", ""),
        (of("refused", notified=ago(3)), "appeal", ""),
        (of("refused", notified="unknown"), "appeal", ""),
        (of("refused", notified=ago(400), told_remedy="yes"), "court", ""),
        (of("refused", notified=ago(60), told_remedy="no"), "appeal", ""),
        (of("refused", notified=ago(30), appealed=ago(20)), "", "2026-07-25"),
        (of("refused", notified=ago(100), appealed=ago(90)), "court", ""),
        (of("refused", "S9", notified=ago(3)), "court", ""),
        (of("refused", "CO-1", notified=ago(3)), "appeal", ""),
        (of("granted"), "", ""),
    ],
)
def test_what_comes_next(found: ladder.Ladder, now: str, until: str) -> None:
    assert (found.now, found.until) == (now, until)
    assert found.why["th"]
    assert found.why["en"]


def test_a_year_may_hold_where_nobody_knows_what_the_order_said() -> None:
    late = of("refused", notified=ago(60))
    assert late.now == "appeal"
    assert "หนึ่งปี" in late.why["th"]
    appeal = next(step for step in late.steps if step.code == "appeal")
    assert {row["id"] for row in appeal.clocks} == {"APA-44", "APA-40"}
    assert of("refused", notified=ago(400)).now == "court"


def test_a_demand_goes_to_the_office_and_a_correction_to_the_province() -> None:
    demand = next(s for s in of("not_received").steps if s.code == "demand")
    assert demand.to["th"] == "อำเภอสมมติ"
    appeal = next(
        s for s in of("refused", "CO-1", notified=ago(3)).steps if s.code == "appeal"
    )
    assert "จังหวัด" in appeal.to["th"]


def test_a_complaint_goes_elsewhere_and_money_to_those_against_corruption() -> None:
    def doors(found: ladder.Ladder) -> list[str]:
        step = next(s for s in found.steps if s.code == "complaint")
        return [body.phone for body in step.bodies]

    assert "1205" not in doors(of("not_received"))
    assert doors(of("not_received", codes=["R15"]))[:2] == ["1205", "1206"]
    near = [
        body
        for step in of("not_received").steps
        for body in step.bodies
        if body.caution
    ]
    assert len(near) == 2  # the superior, and the centre that can sit in the province


def test_both_readings_stand_where_authorities_differ() -> None:
    court = next(
        s for s in of("refused", "CO-1", notified=ago(3)).steps if s.code == "court"
    )
    (point,) = court.disputed
    assert point.a.sources
    assert point.b.sources
    assert point.a.text["th"] != point.b.text["th"]
    civil = states(of("refused", "CO-1", notified=ago(3)))["civil"]
    assert civil == "open"


def test_steps_out_of_practice_say_so() -> None:
    for step in of("silent").steps:
        assert step.practice == (step.code in ("superior", "complaint"))


def test_every_step_has_a_paper() -> None:
    assert set(drafting.PAPERS) == set(ladder.TITLES)


@given(
    st.sampled_from(sorted(pack().pathways)),
    st.sampled_from(["not_received", "received", "silent", "refused"]),
    st.fixed_dictionaries(
        {},
        optional={
            key: st.one_of(
                st.just("unknown"),
                st.integers(0, 900).map(ago),
            )
            for key in ("notified", "complete", "appealed", "demanded", "on")
        },
    ),
)
def test_there_is_always_a_way(pathway: str, result: str, more: dict[str, str]) -> None:
    found = of(result, pathway, **more)
    states_ = states(found)
    assert list(states_.values()).count("now") <= 1
    assert set(states_.values()) <= set(ladder.STATES)
    if found.now:
        assert states_[found.now] == "now"
    else:
        assert found.why  # the office has its time
    assert {"superior", "complaint"} <= {k for k, v in states_.items() if v == "open"}
    assert states_["court"] in ("now", "open", "later")
