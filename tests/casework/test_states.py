"""The table of stages: every stage, every move, every role; random walks."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.accounts.decide import FAMILY, Action, Actor, Context, Thing, what_may
from sathana.accounts.roles import Role
from sathana.casework import diagram
from sathana.casework.states import BACK, BEFORE, HEAD, MOVES, TITLES, State
from sathana.casework.tracks import (
    IllegalMoveError,
    ReasonMissingError,
    Track,
    after,
    legal,
    open_to,
    played,
)

DOC = Path(__file__).parents[2] / "docs" / "casework.md"
ME, TEAM, HOME = (uuid.uuid4() for _ in range(3))
RELATIONS = ("own", "assigned", "team", "named", "none")
WORKS = {
    Role.LEADER: {"own"},
    Role.CASEWORKER: {"own", "assigned"},
    Role.LAWYER: {"own", "assigned"},
    Role.SUPERVISOR: {"team"},
    Role.PROTECTION_OFFICER: {"named"},
}
HEADS = {Role.SUPERVISOR, Role.PROTECTION_OFFICER}
TO_OFFICE = (
    *("screen", "map_family", "choose_path", "list_gaps", "collect", "settle"),
    *("confirm_ready", "lodge"),
)


def may(role: Role, relation: str) -> frozenset[Action]:
    """Return what the decision lets a role do in a relation."""
    someone = Actor(ME, HOME, frozenset({(role, TEAM)}), True, True)
    thing = Thing(
        FAMILY, HOME, TEAM if relation == "team" else None,
        ME if relation == "own" else None,
        frozenset({ME} if relation == "assigned" else ()), False,
        frozenset({ME} if relation == "named" else ()),
    )  # fmt: skip
    return what_may(someone, thing, Context(datetime(2026, 1, 1, tzinfo=UTC)))


def at(state: State) -> Track:
    """Return a track at a stage, with something to go back to."""
    return Track(state, 1, frozenset(), (State.CARD,), Track(State.CONTACT), "screen")


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("relation", RELATIONS)
def test_every_state_action_and_role(role: Role, relation: str) -> None:
    allowed = may(role, relation)
    works = relation in WORKS.get(role, ())
    for state in State:
        track = at(state)
        found = {move.action for move in open_to(track, allowed)}
        for action, move in MOVES.items():
            head = role in HEADS or move.needs != HEAD
            assert (action in found) == (works and head and state in move.sources)


@pytest.mark.parametrize("state", State)
def test_a_move_that_is_not_there_is_refused_with_those_that_are(state: State) -> None:
    track = at(state)
    there = legal(track)
    for action in (*MOVES, "fly"):
        if action in {move.action for move in there}:
            assert after(track, action, "because").by or action == "take_back"
            continue
        with pytest.raises(IllegalMoveError) as refused:
            after(track, action, "because")
        assert refused.value.legal == tuple(move.action for move in there)
        for language in ("th", "en"):
            assert TITLES[state][language] in refused.value.text[language]
            for move in there:
                assert move.title[language] in refused.value.text[language]


@pytest.mark.parametrize("move", MOVES.values(), ids=lambda move: move.action)
def test_a_reason_is_asked_for_where_the_table_says_so(move: object) -> None:
    for state in move.sources:  # type: ignore[attr-defined]
        if move.reason:  # type: ignore[attr-defined]
            with pytest.raises(ReasonMissingError):
                after(at(state), move.action, "  ")  # type: ignore[attr-defined]
        else:
            after(at(state), move.action)  # type: ignore[attr-defined]


def test_every_state_is_reached_and_none_is_a_dead_end() -> None:
    goals = {move.goal for move in MOVES.values()} | {State.CONTACT}
    assert set(State) <= goals
    for state in State:
        assert {m.action for m in legal(at(state))} - {"take_back"}


def test_first_contact_to_the_card() -> None:
    track = played(
        (
            *TO_OFFICE, "start_check", "hear", "ask_dna", "to_committee", "to_central",
            "approve", "register", "hold_ceremony", "get_card", "check_rights",
        )
    )  # fmt: skip
    assert track.state is State.RIGHTS
    assert track.decided == {1}


def test_a_suspension_is_lifted_to_where_it_began() -> None:
    held = (*TO_OFFICE, "approve", "register", "get_card", "suspend")
    assert played((*held, "reinstate")).state is State.CARD
    assert played((*held, "close", "reopen")).state is State.SUSPENDED
    assert played((*held, "close", "reopen", "reinstate")).state is State.CARD
    assert played((*held, "object", "win")).aside == ()
    assert played((*held, "revoke", "object", "win", "register")).aside == ()


def test_death_is_corrected_to_where_it_stood() -> None:
    assert played((*TO_OFFICE, "die", "correct_death")).state is State.LODGED
    closed = played((*TO_OFFICE, "close", "die", "correct_death"))
    assert closed.state is State.CLOSED
    assert after(closed, "reopen", "came back").state is State.LODGED


def test_a_decision_taken_back_is_decided_in_a_round_of_its_own() -> None:
    track = played((*TO_OFFICE, "approve", "take_back"))
    assert (track.state, track.round, track.decided) == (State.LODGED, 2, {1})
    assert after(track, "refuse", "told so").decided == {1, 2}


@st.composite
def walks(draw: st.DrawFn) -> list[str]:
    """Any moves that exist, one after the other."""
    track, actions = Track(), []
    for _ in range(draw(st.integers(0, 40))):
        action = draw(st.sampled_from([move.action for move in legal(track)]))
        track = after(track, action, "because")
        actions.append(action)
    return actions


@given(walks())
def test_nothing_is_decided_twice(actions: list[str]) -> None:
    track, decided, number = Track(), [], 0
    for action in actions:
        track = after(track, action, "because")
        assert track.round >= number
        number = track.round
        if MOVES[action].decides:
            decided.append(number)
    assert len(decided) == len(set(decided))
    assert set(decided) == track.decided
    assert played(actions) == track


@given(walks())
def test_a_walk_always_goes_on_and_remembers_where_it_was(actions: list[str]) -> None:
    track = played(actions)
    assert legal(track) or not actions
    if track.state in (State.CLOSED, State.DIED, State.SUSPENDED):
        assert track.aside
    for move in legal(track):
        if move.goal == BACK:
            assert after(track, move.action, "because").state is track.aside[-1]
        if move.goal == BEFORE:
            assert track.before is not None
            assert after(track, move.action, "x").state is track.before.state


@given(st.lists(st.sampled_from([*MOVES, "nothing"]), max_size=60))
def test_whatever_is_tried_nothing_is_decided_twice(tried: list[str]) -> None:
    track, decided = Track(), []
    for action in tried:
        try:
            track = after(track, action, "because")
        except IllegalMoveError:
            continue
        if MOVES[action].decides:
            decided.append(track.round)
    assert len(decided) == len(set(decided))


def test_the_document_says_what_the_table_says() -> None:
    text = DOC.read_text("utf-8")
    written = text.partition(diagram.BEGIN)[2].partition(diagram.END)[0]
    assert written == diagram.generated(), (
        "write it anew: sathana.casework.diagram.write(Path('docs/casework.md'))"
    )


def test_the_diagram_shows_each_move_between_two_stages() -> None:
    text = diagram.generated()
    for move in MOVES.values():
        if move.goal in State and move.goal not in (State.CLOSED, State.DIED):
            for state in move.sources:
                assert f"  {state} --> {move.goal}: {move.action}\n" in text
        assert f"`{move.action}`" in text
