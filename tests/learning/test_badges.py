"""Badges and readiness accuracy: what each takes; what is unknown is never nought."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.accounts.roles import Role
from sathana.learning import badges, competence
from sathana.learning.badges import Shown
from sathana.learning.competence import Accuracy

NOTHING = Shown(False, 0, 0, Accuracy(0, 0, 0))
ALL = Shown(True, 2, 2, Accuracy(3, 3, 3))


@dataclass(frozen=True)
class Pack:
    outcome: str = "unknown"
    passed_review: bool | None = None


@pytest.mark.parametrize(
    ("pack", "right"),
    [
        (Pack(), None),
        (Pack("unknown", True), None),
        (Pack("unknown", False), None),
        (Pack("accepted", None), None),
        (Pack("accepted", True), True),
        (Pack("accepted", False), False),
        (Pack("sent_back", True), False),
        (Pack("sent_back", None), False),
    ],
)
def test_a_pack_is_right_only_if_both_are_known(pack: Pack, right: bool | None) -> None:
    assert competence.is_right(pack) is right


def test_accuracy_is_unknown_until_an_outcome_is_known() -> None:
    assert competence.accuracy([]).percent is None
    assert competence.accuracy([Pack(), Pack("unknown", True)]).percent is None
    assert competence.accuracy([Pack("sent_back"), Pack()]).percent == 0


def test_what_is_unknown_counts_neither_way() -> None:
    found = competence.accuracy([Pack("accepted", True), Pack(), Pack("sent_back")])
    assert (found.good, found.known, found.packs, found.percent) == (1, 2, 3, 50)


def test_nothing_shown_reaches_nothing_and_all_reaches_all() -> None:
    assert badges.reached(NOTHING) == ()
    assert badges.reached(ALL) == badges.KINDS


@pytest.mark.parametrize(
    ("shown", "last"),
    [
        (replace(ALL, families=1), "observer"),
        (replace(ALL, evidence=1), "intake"),
        (replace(ALL, accuracy=Accuracy(2, 2, 2)), "evidence"),
        (replace(ALL, accuracy=Accuracy(2, 3, 3)), "evidence"),
        (replace(ALL, accuracy=Accuracy(0, 0, 3)), "accompany"),
        (replace(ALL, accuracy=Accuracy(2, 2, 3)), "accompany"),
        (replace(ALL, accuracy=Accuracy(4, 5, 5)), "lead"),
    ],
)
def test_each_badge_takes_what_was_agreed(shown: Shown, last: str) -> None:
    assert badges.reached(shown)[-1] == last


def test_without_a_course_no_badge_is_reached() -> None:
    assert badges.reached(replace(ALL, passed=False)) == ()


@given(
    st.booleans(), st.integers(0, 4), st.integers(0, 4), st.integers(0, 5),
    st.integers(0, 5), st.integers(0, 5),
)  # fmt: skip
def test_badges_are_reached_in_their_order(
    passed: bool, families: int, evidence: int, a: int, b: int, c: int
) -> None:
    good, known, packs = sorted((a, b, c))
    found = badges.reached(
        Shown(passed, families, evidence, Accuracy(good, known, packs))
    )
    assert found == badges.KINDS[: len(found)]


def test_no_badge_before_three_packs_leads_to_a_role() -> None:
    assert not badges.roles(("observer", "intake", "evidence"))
    assert badges.roles(("accompany",)) == {Role.LEADER, Role.CASEWORKER}
    assert Role.SUPERVISOR in badges.roles(("lead",))


@pytest.mark.parametrize(
    "role", [Role.LAWYER, Role.PROTECTION_OFFICER, Role.ORGANISATION_ADMIN, Role.EDITOR]
)
def test_some_roles_no_badge_leads_to(role: Role) -> None:
    assert badges.first_for(role) is None


def test_needs_say_how_far_one_is_and_that_accuracy_is_not_known() -> None:
    text = badges.needs("lead", NOTHING)[1].text
    assert "not known yet" in text["en"]
    assert "ยังไม่รู้" in text["th"]
    with pytest.raises(LookupError):
        badges.needs("hero", NOTHING)


def test_the_next_badge_is_the_first_that_is_not_held() -> None:
    assert badges.following(()) == "observer"
    assert badges.following(("observer", "evidence")) == "intake"
    assert badges.following(badges.KINDS) is None
