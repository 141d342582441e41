"""What teaches a rule is told of when the rule changes, is due, or is no more."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sathana.law.load import pack, using
from sathana.law.references import reference
from sathana.search import selectors, services
from sathana.search.selectors import Stale

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
RULE, OTHER, POINT = "7BIS-1", "7BIS-2", "point:C1"


@pytest.fixture(autouse=True)
def _three_items() -> None:
    services.teach("lesson:1", [RULE, POINT], TODAY)
    services.teach("page:1", [RULE], TODAY)
    services.teach("page:2", [OTHER], TODAY)


def quiet_day() -> date:
    """Return a day on which nothing that is taught is due."""
    rechecks = [reference(key).recheck_on for key in (RULE, OTHER, POINT)]
    return date.fromordinal(min(day for day in rechecks if day) - 1)


def test_nothing_is_stale_on_the_day_after_its_review() -> None:
    assert selectors.stale(quiet_day()) == []


def test_exactly_the_items_that_teach_a_changed_rule_are_stale() -> None:
    law = pack()
    rule = law.rules[RULE]
    other = replace(rule, warn={"th": "ต่างไป", "en": "Something else"})
    with using(replace(law, version="th@other", rules={**law.rules, RULE: other})):
        found = selectors.stale(quiet_day())
    assert [(one.item, one.reference, one.why) for one in found] == [
        ("lesson:1", RULE, "changed"),
        ("page:1", RULE, "changed"),
    ]


def test_a_rule_that_was_only_read_again_makes_nothing_stale() -> None:
    law = pack()
    rule = law.rules[RULE]
    day = quiet_day()
    again = tuple(
        replace(
            version,
            checked=replace(
                version.checked, on=day.toordinal(), recheck=day.toordinal() + 400
            ),
        )
        for version in rule.versions
    )
    read = {**law.rules, RULE: replace(rule, versions=again)}
    with using(replace(law, version="th@other", rules=read)):
        assert selectors.stale(day) == []


def test_an_item_is_due_from_the_day_on_which_its_record_is_to_be_read() -> None:
    day = date.fromordinal(reference(OTHER).recheck_on)
    due = Stale("page:2", OTHER, "recheck", day.toordinal())
    assert due not in selectors.stale(day - timedelta(days=1))
    assert due in selectors.stale(day)


def test_an_item_whose_record_is_no_more_is_told_of() -> None:
    law = pack()
    day = quiet_day()
    without = {key: point for key, point in law.contested.items() if key != "C1"}
    with using(replace(law, version="th@other", contested=without)):
        assert Stale("lesson:1", POINT, "gone") in selectors.stale(day)
