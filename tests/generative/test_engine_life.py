"""Over a life: no gap, no overlap, law in force, and no rewriting of the past."""

from __future__ import annotations

import copy
import os
from datetime import date
from itertools import pairwise
from typing import Any

from hypothesis import Phase, assume, given, note, settings
from hypothesis import strategies as st
from tests.generative.families import AS_OF, Plain, truths
from tests.generative.families_asked import answers, assessed, days_of, show
from tests.generative.families_veiled import veiled

from sathana.law.load import pack, within
from sathana.law.model import RuleVersion
from sathana.logic.truth import Truth
from sathana.status.points import LAW_CUTS

CAMPAIGN = os.environ.get("SATHANA_CAMPAIGN", "") not in ("", "0")
FEWER = settings(
    max_examples=max(15, settings().max_examples // 3),
    phases=set(Phase) if CAMPAIGN else set(Phase) - {Phase.shrink, Phase.explain},
)
"""A whole assessment takes long: only the long run looks for the smallest family."""
DAYS = sorted({cut - back for cut in LAW_CUTS for back in (0, 1, 3000)})
GRADES = ("documented", "witnessed", "claimed")


def families() -> st.SearchStrategy[Plain]:
    """Families of which some facts are not told."""
    return truths().flatmap(lambda truth: veiled(truth))


@FEWER
@given(families())
def test_intervals_cover_a_life_without_gap_or_overlap(family: Plain) -> None:
    note(show(family))
    for who, person in assessed(family).items():
        parts = person["intervals"]
        born = family["persons"][who]["born"].get("date")
        if isinstance(born, str) and born != "unknown":
            assert parts[0]["from"] == born, who
        assert parts[-1]["until"] is None, who
        for before, after in pairwise(parts):
            assert before["until"] == after["from"], who
            vague = "/" in before["from"]  # two days in one span may be two days
            assert vague or before["from"] != before["until"], who
            same = ("thai", "rule")
            assert [before[k] for k in same] != [after[k] for k in same], who
        assert parts[-1]["thai"] == person["thai"]["readings"]["court"], who


@FEWER
@given(families())
def test_what_an_interval_says_holds_on_each_of_its_days(family: Plain) -> None:
    note(show(family))
    daily = answers(family, days=DAYS)
    for who, person in assessed(family).items():
        for part in person["intervals"]:
            for day in DAYS if part["thai"] != "unknown" else ():
                if _inside(date.fromordinal(day).isoformat(), part):
                    assert daily[who, "court", day] == part["thai"], (who, part, day)


def _inside(day: str, part: Plain) -> bool:
    """Say whether a day certainly lies in an interval; not so if an end is vague."""
    until = part["until"] or str(AS_OF)
    exact = len(part["from"]) == len(until) == len("2000-01-01")
    return exact and part["from"] <= day < until


@FEWER
@given(truths())
def test_intervals_of_a_known_life_run_forward_and_say_what_each_day_says(
    family: Plain,
) -> None:
    note(show(family))
    for who, person in assessed(family).items():
        parts = person["intervals"]
        if not _is_exact(parts):
            continue
        begins = [date.fromisoformat(part["from"]).toordinal() for part in parts]
        assert begins == sorted(set(begins)), who
        ends = [*(begin - 1 for begin in begins[1:]), days_of(family)[0]]
        daily = answers(family, days={*begins, *ends})
        for part, begin, end in zip(parts, begins, ends, strict=True):
            said = {daily[who, "court", begin], daily[who, "court", end]}
            assert said == {part["thai"]}, (who, part)


@FEWER
@given(truths())
def test_every_answer_with_a_rule_rests_on_a_provision_in_force(family: Plain) -> None:
    note(show(family))
    law_at = days_of(family)[1]
    for who, person in assessed(family).items():
        born = date.fromisoformat(family["persons"][who]["born"]["date"]).toordinal()
        entered = _entered(family["persons"][who])
        for part in person["intervals"]:
            rule = part["rule"]
            if isinstance(rule, str) and rule not in entered and _is_exact([part]):
                begin = date.fromisoformat(part["from"]).toordinal()
                versions = _working(rule, part["thai"], born, begin, law_at)
                assert any(_in_force(v, begin) for v in versions), (who, part)


def _entered(life: Plain) -> set[str]:
    """Return rules named by a registrar's entry, who may name one that fits ill."""
    orders = life.get("orders", [])
    return {o.get("under", "") for o in orders if isinstance(o, dict)}


def _is_exact(parts: list[Plain]) -> bool:
    """Say whether no part begins on a vague day, as an entry without a rule does."""
    return all(len(part["from"]) == len("2000-01-01") for part in parts)


def _working(
    rule: str, thai: str, born: int, begin: int, law_at: int
) -> list[RuleVersion]:
    """Return the texts of a rule that govern a birth, an effect, and the law read."""
    kinds = {"gain"} if thai == "yes" else {"loss", "bar"}
    found = []
    for text in pack().rule(rule).versions:
        governs = [within(born, text.births_from, text.births_until)]
        governs.append(within(law_at, text.law_from, text.law_until))
        if text.works_on_events:  # an event of an earlier day may carry the answer
            governs.append(within(begin, text.effect_from, None))
        if text.kind in kinds and Truth.NO not in governs:
            found.append(text)
    return found


def _in_force(text: RuleVersion, begin: int) -> bool:
    """Say whether a cited provision was in force when the text worked.

    A text that reaches back works from its own first day.
    """
    first = text.law_from.earliest if text.law_from else begin
    day = max(begin, first)
    if text.works_on_events:
        last = text.effect_until.latest - 1 if text.effect_until else begin
        day = min(begin, last)
    return any(pack().in_force(cite, day) is not Truth.NO for cite in text.cites)


@FEWER
@given(truths(), st.dates(date(1985, 1, 1), date(2026, 6, 1)))
def test_a_later_day_asked_about_does_not_change_the_past(
    family: Plain, earlier: date
) -> None:
    assume(earlier > _last_day(family["persons"]))
    note(show(family))
    law_at = {"law_at": min(family["law_at"], earlier.isoformat())}
    then = assessed({**family, **law_at, "as_of": earlier.isoformat()})
    now = assessed({**family, **law_at})
    for who, person in then.items():
        past = [
            {
                **part,
                "until": None
                if str(part["until"]) > earlier.isoformat()
                else part["until"],
            }
            for part in now[who]["intervals"]
            if part["from"] <= earlier.isoformat()
        ]
        assert past == person["intervals"], who


def _last_day(value: Any) -> date:
    """Return the latest day told anywhere in some plain values."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return max(map(_last_day, value), default=date.min)
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        return date.min


@st.composite
def graded(draw: Any, family: Plain) -> Plain:
    """Draw how well each fact of a family is shown."""
    told = copy.deepcopy(family)
    for life in told["persons"].values():
        for place, keys in ((life, list(life)), (life["born"], list(life["born"]))):
            for key in keys:
                if key == "thai":  # not told, it would be derived: no weaker fact
                    place[key] = {"value": place[key], "grade": "documented"}
                elif key != "born":
                    place[key] = _graded(draw, place[key])
    return told


def _graded(draw: Any, value: Any) -> Any:
    grade = draw(st.sampled_from(GRADES))
    if isinstance(value, list):
        return [{**entry, "grade": draw(st.sampled_from(GRADES))} for entry in value]
    return {"value": value, "grade": grade}


@FEWER
@given(families().flatmap(graded))
def test_what_is_documented_is_never_reversed_by_what_is_claimed(family: Plain) -> None:
    note(show(family))
    claimed = answers(family)
    for key, answer in answers(family, documented=True).items():
        if answer != "unknown":
            assert claimed[key] == answer, key


def _father_of_a_child_of_1915(born: Plain) -> Plain:
    shown = {"grade": "documented"}
    life = {
        "sex": {"value": "male", **shown},
        "born": {"country": {"value": "TH", **shown}, **born},
        "entered": {"value": "never", **shown},
        "foreign_nationality": {"value": "no", **shown},
    }
    child = {
        "born": {"date": {"value": "1915-03-11", **shown}},
        "father": {"value": "F", **shown},
    }
    return {
        "sathana": 1,
        "case": "found",
        "as_of": "2026-06-01",
        "law_at": "1971-01-01",
        "persons": {"F": life, "S": child},
    }


def test_a_claimed_birth_before_the_first_act_is_not_presumed_away() -> None:
    """Found by the long run: documents alone said yes where the claim left it open."""
    family = _father_of_a_child_of_1915(
        {"date": {"value": "1896-04", "grade": "witnessed"}}
    )
    assert answers(family)["F", "court", 0] == "unknown"
    assert answers(family, documented=True)["F", "court", 0] == "unknown"


def test_a_birth_of_which_nobody_tells_is_presumed_after_the_first_act() -> None:
    family = _father_of_a_child_of_1915({})
    assert answers(family, documented=True)["F", "court", 0] == "yes"


def test_an_entry_and_a_birth_of_unknown_days_do_not_make_an_empty_interval() -> None:
    """Found by the long run: both ends lie in one span, and are not one day."""
    family = {
        "sathana": 1,
        "case": "found",
        "as_of": "2026-06-01",
        "law_at": "1971-01-01",
        "persons": {
            "P": {
                "mother": "M",
                "born": {"date": "unknown", "country": "TH"},
                "orders": [
                    {"kind": "nationality_entered", "on": "unknown", "under": "S23"}
                ],
            },
            "M": {"born": {"date": "1996-01-06"}},
        },
    }
    parts = assessed(family)["P"]["intervals"]
    assert [part["thai"] for part in parts] == ["unknown", "yes"]
    assert parts[0]["from"] == parts[0]["until"] == "1996-01-07/2026-06-01"
