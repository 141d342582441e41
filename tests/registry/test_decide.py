"""The decision: line by line as the roles were agreed, and what always holds."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sathana.accounts.decide import (
    EVERY_GROUP,
    Action,
    Actor,
    Context,
    Group,
    Relation,
    Share,
    Thing,
    can,
    every_relation,
    new_family,
    what_may,
)
from sathana.accounts.decide_table import STEP_UP
from sathana.accounts.roles import EDITORIAL, Role

HERE, THERE = uuid.UUID(int=1), uuid.UUID(int=2)
TEAM, OTHER_TEAM = uuid.UUID(int=11), uuid.UUID(int=12)
ME, SHE = uuid.UUID(int=21), uuid.UUID(int=22)
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
HOUR = timedelta(hours=1)
A = Action
READ = {A.LIST, A.VIEW}
LEADER = READ | {
    *(A.ADD, A.CHANGE, A.ATTACH, A.CONSENT, A.ASSESS, A.PRINT, A.WHO_OPENED)
}
WORKER = LEADER | {A.EXPORT, A.SEAL}
HEAD = WORKER | {A.ASSIGN, A.SHARE, A.BLOCK, A.ERASE, A.REVIEW}
GLASS = {A.VIEW, A.PRINT, A.WHO_OPENED}
ONLY_GLASS = frozenset((A.BREAK_GLASS,))
NOWHERE: frozenset[Action] = frozenset()
SHARED = {A.LIST, A.VIEW, A.PRINT}
R = Role
EXPECTED: dict[Role, dict[str, set[Action]]] = {
    R.LEADER: {"own": LEADER, "shared_me": SHARED},
    R.CASEWORKER: {
        "own": WORKER | {A.BREAK_GLASS},
        "assigned": WORKER | {A.BREAK_GLASS},
        "shared": SHARED,
        "shared_me": SHARED,
        "glass": GLASS | {A.BREAK_GLASS},
        **dict.fromkeys(("home", "team", "named"), ONLY_GLASS),
    },
    R.LAWYER: {
        "own": WORKER | {A.BREAK_GLASS},
        "assigned": WORKER | {A.BREAK_GLASS},
        "shared": SHARED,
        "shared_me": SHARED,
        "glass": GLASS | {A.BREAK_GLASS},
        **dict.fromkeys(("home", "team", "named"), ONLY_GLASS),
    },
    R.SUPERVISOR: {
        "own": {A.BREAK_GLASS},
        "assigned": {A.BREAK_GLASS},
        "team": HEAD | {A.BREAK_GLASS},
        "shared": SHARED,
        "shared_me": SHARED,
        "glass": GLASS | {A.BREAK_GLASS},
        **dict.fromkeys(("home", "named"), ONLY_GLASS),
    },
    R.PROTECTION_OFFICER: {
        "named": HEAD,
        "sealed_named": HEAD,
        "shared_me": SHARED,
        **{key: {A.REVIEW} for key in ("own", "assigned", "team", "glass", "home")},
    },
    R.DATA_STEWARD: dict.fromkeys(
        ("own", "assigned", "team", "named", "glass", "home"), READ
    ),
    R.ORGANISATION_ADMIN: {},
    R.SYSTEM_ADMIN: {},
    R.AUDITOR: {},
    R.PARTNER: {"shared": SHARED, "shared_me": SHARED},
    **{role: {} for role in (*EDITORIAL, R.LEARNER)},
}
"""What a role may do in one relation, the second factor being fresh."""


def actor(*roles: Role, team: uuid.UUID | None = TEAM, **more: bool) -> Actor:
    grants = frozenset((role, team) for role in roles)
    return Actor(ME, HERE, grants, **{"strong": True, "fresh": True, **more})


def share(account: uuid.UUID | None = None, **more: object) -> Share:
    plain = Share(HERE, account, frozenset((Group.NAMES,)), NOW - HOUR, NOW + HOUR)
    return replace(plain, **more)  # type: ignore[arg-type]


HOME = Thing("family", HERE, OTHER_TEAM, SHE)
AWAY = Thing("family", THERE, TEAM, SHE)
CALM = Context(NOW)
SITUATIONS: dict[str, tuple[Thing, Context]] = {
    "own": (replace(HOME, owner=ME), CALM),
    "assigned": (replace(HOME, assigned=frozenset((ME, SHE))), CALM),
    "team": (replace(HOME, team=TEAM), CALM),
    "named": (replace(HOME, named=frozenset((ME,))), CALM),
    "glass": (HOME, replace(CALM, glass_until=NOW + HOUR)),
    "home": (HOME, CALM),
    "sealed_named": (replace(HOME, sealed=True, named=frozenset((ME,))), CALM),
    "shared": (AWAY, replace(CALM, shares=(share(),))),
    "shared_me": (AWAY, replace(CALM, shares=(share(ME),))),
    # From here on nobody may do anything.
    "away": (AWAY, CALM),
    "away_own": (replace(AWAY, owner=ME), CALM),
    "away_assigned": (replace(AWAY, assigned=frozenset((ME,))), CALM),
    "away_named": (replace(AWAY, named=frozenset((ME,))), CALM),
    "away_glass": (AWAY, replace(CALM, glass_until=NOW + HOUR)),
    "shared_over": (AWAY, replace(CALM, shares=(share(until=NOW),))),
    "shared_later": (AWAY, replace(CALM, shares=(share(begin=NOW + HOUR / 2),))),
    "shared_withdrawn": (AWAY, replace(CALM, shares=(share(withdrawn=True),))),
    "shared_her": (AWAY, replace(CALM, shares=(share(SHE),))),
    "shared_elsewhere": (AWAY, replace(CALM, shares=(share(organisation=THERE),))),
    "sealed_shared": (replace(AWAY, sealed=True), replace(CALM, shares=(share(),))),
    "sealed_own": (replace(HOME, sealed=True, owner=ME, team=TEAM), CALM),
    "sealed_glass": (
        replace(HOME, sealed=True, assigned=frozenset((ME,))),
        replace(CALM, glass_until=NOW + HOUR),
    ),
    "blocked": (
        replace(HOME, owner=ME, team=TEAM, named=frozenset((ME,))),
        replace(CALM, blocked=frozenset((ME,)), shares=(share(),)),
    ),
}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", list(SITUATIONS))
def test_each_role_may_do_in_each_relation_what_was_agreed(
    role: Role, name: str
) -> None:
    thing, context = SITUATIONS[name]
    expected = EXPECTED[role].get(name, NOWHERE)
    may = {a for a in Action if can(actor(role), a, thing, None, context)}
    assert may == expected
    assert may == what_may(actor(role), thing, context)


def test_over_glass_is_closed_again() -> None:
    over = replace(CALM, glass_until=NOW)
    assert not can(actor(R.CASEWORKER), A.VIEW, HOME, None, over)


def test_supervisor_heads_only_the_team_of_that_grant() -> None:
    other = Actor(
        ME, HERE, frozenset(((R.SUPERVISOR, TEAM), (R.CASEWORKER, OTHER_TEAM)))
    )
    assert not can(other, A.VIEW, HOME, None, CALM)
    no_team = Actor(ME, HERE, frozenset(((R.SUPERVISOR, None),)))
    assert not can(no_team, A.VIEW, replace(HOME, team=None), None, CALM)


def test_steward_never_sees_a_number() -> None:
    steward = actor(R.DATA_STEWARD)
    seen = {g for g in Group if can(steward, A.VIEW, HOME, g, CALM)}
    assert seen == {Group.OUTLINE, Group.NAMES, Group.KINSHIP}


def test_share_opens_its_groups_only() -> None:
    two = (share(), share(groups=frozenset((Group.KINSHIP,))), share(SHE))
    context = replace(CALM, shares=two)
    decision = can(actor(R.PARTNER), A.VIEW, AWAY, Group.KINSHIP, context)
    assert decision.groups == {Group.NAMES, Group.KINSHIP}
    assert not can(actor(R.PARTNER), A.VIEW, AWAY, Group.FACTS, context)


@pytest.mark.parametrize("action", sorted(STEP_UP))
def test_grave_actions_need_the_second_factor_again(action: Action) -> None:
    everybody = actor(*Role, fresh=False)
    for thing in (
        replace(HOME, owner=ME, team=TEAM),
        Thing("account", HERE),
        Thing("system"),
    ):
        fresh = can(replace(everybody, fresh=True), action, thing, None, CALM)
        stale = can(everybody, action, thing, None, CALM)
        assert not stale
        assert (stale.why == "step_up") == bool(fresh)


def test_admins_work_with_offices_and_never_with_persons() -> None:
    admin, system, auditor = map(
        actor, (R.ORGANISATION_ADMIN, R.SYSTEM_ADMIN, R.AUDITOR)
    )
    office = READ | {A.INVITE, A.APPROVE, A.MANAGE}
    for kind in ("account", "invitation", "role", "team"):
        assert what_may(admin, Thing(kind, HERE), CALM) == office
        assert not what_may(admin, Thing(kind, THERE), CALM)
        assert not what_may(system, Thing(kind, HERE), CALM)
    for kind in ("organisation", "system"):
        assert what_may(system, Thing(kind, THERE), CALM) == READ | {A.MANAGE}
        assert not what_may(admin, Thing(kind, HERE), CALM)
    assert what_may(auditor, Thing("audit", HERE), CALM) == {A.AUDIT}
    assert not what_may(auditor, Thing("audit", THERE), CALM)
    assert not what_may(auditor, Thing("audit"), CALM)


def test_new_families_are_opened_at_home_by_those_who_work_with_them() -> None:
    may = {r for r in Role if can(actor(r), A.ADD, new_family(HERE), None, CALM)}
    assert may == {R.LEADER, R.CASEWORKER, R.LAWYER, R.SUPERVISOR}
    assert not any(can(actor(r), A.ADD, new_family(THERE), None, CALM) for r in Role)
    # A stored family which nobody owns is not a new one.
    orphan = Thing("family", HERE, OTHER_TEAM)
    assert not any(can(actor(r), A.ADD, orphan, None, CALM) for r in Role)


def test_unknown_kinds_are_refused() -> None:
    assert not what_may(actor(*Role), Thing("dream", HERE), CALM)


# --- what always holds ------------------------------------------------------------

ids = st.sampled_from([ME, SHE, uuid.UUID(int=23)])
organisations = st.sampled_from([HERE, THERE])
teams = st.sampled_from([None, TEAM, OTHER_TEAM])
moments = st.integers(-3, 3).map(lambda hours: NOW + hours * HOUR)
groups = st.frozensets(st.sampled_from(Group), max_size=4)
shares = st.builds(
    Share,
    *(organisations, st.none() | ids, groups, moments, moments, st.booleans()),
)
actors = st.builds(
    Actor,
    ids,
    organisations,
    st.frozensets(st.tuples(st.sampled_from(Role), teams), max_size=4),
    st.booleans(),
    st.booleans(),
)
things = st.builds(
    Thing,
    st.sampled_from(["family", "family", "family", "new_family", "account", "system"]),
    organisations,
    teams,
    st.none() | ids,
    st.frozensets(ids, max_size=2),
    st.booleans(),
    st.frozensets(ids, max_size=2),
)
contexts = st.builds(
    Context,
    st.just(NOW),
    st.lists(shares, max_size=3).map(tuple),
    st.frozensets(ids, max_size=1),
    st.none() | moments,
)
actions = st.sampled_from(Action)


@given(actors, actions, things, st.none() | st.sampled_from(Group), contexts)
def test_blocked_weak_or_without_role_gets_nothing(
    who: Actor, action: Action, thing: Thing, group: Group | None, context: Context
) -> None:
    blocked = replace(context, blocked=context.blocked | {who.id})
    assert not can(who, action, thing, group, blocked)
    assert not can(replace(who, strong=False), action, thing, group, context)
    assert not can(replace(who, roles=frozenset()), action, thing, group, context)


@given(actors, actors, actions, things, contexts, shares)
def test_more_standing_never_takes_away(
    who: Actor, other: Actor, action: Action, thing: Thing, context: Context, one: Share
) -> None:
    before = can(who, action, thing, None, context)
    richer = (
        can(replace(who, roles=who.roles | other.roles), action, thing, None, context),
        can(replace(who, strong=True, fresh=True), action, thing, None, context),
        can(who, action, thing, None, replace(context, shares=(*context.shares, one))),
        can(
            who,
            action,
            replace(thing, assigned=thing.assigned | {who.id}),
            None,
            context,
        ),
        can(who, action, replace(thing, sealed=False), None, context),
        can(who, action, thing, None, replace(context, blocked=frozenset())),
    )
    for after in richer:
        assert after or not before
        assert after.groups >= before.groups


@given(actors, actions, things, contexts)
def test_groups_are_those_that_are_answered_one_by_one(
    who: Actor, action: Action, thing: Thing, context: Context
) -> None:
    opened = {g for g in EVERY_GROUP if can(who, action, thing, g, context)}
    whole = can(who, action, thing, None, context)
    assert opened == whole.groups
    assert whole or not opened


@given(actors, things, contexts)
def test_the_strange_organisation_reads_only_by_a_share(
    who: Actor, thing: Thing, context: Context
) -> None:
    away = replace(thing, kind="family", organisation=uuid.UUID(int=9))
    for action in Action:
        decision = can(who, action, away, None, context)
        if decision:
            assert action in SHARED
            named = [
                s.groups for s in context.shares if s.organisation == who.organisation
            ]
            assert decision.groups <= frozenset().union(*named)
    if thing.sealed:
        assert not every_relation(who, away, context)


@given(actors, things, contexts)
def test_a_leader_alone_never_reads_what_is_not_theirs(
    who: Actor, thing: Thing, context: Context
) -> None:
    leader = replace(who, roles=frozenset(((R.LEADER, TEAM),)))
    village = replace(thing, kind="family", owner=SHE if who.id != SHE else ME)
    alone = replace(context, shares=())
    assert not any(can(leader, a, village, None, alone) for a in Action)
    assert (R.LEADER, Relation.OWN) not in every_relation(leader, village, alone)
