"""Who may do what, told a third time: slowly, in plain words, over plain values.

Written from what was agreed about the roles, and from nothing of the program: no table,
no query, no relation is shared with it. Only the names of roles and actions are.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

OUTLINE = ("outline", "names", "number", "contact", "facts", "kinship", "evidence")
EVERYTHING = frozenset((*OUTLINE, "consent", "notes"))
ROLES = (
    *("leader", "caseworker", "lawyer", "supervisor", "protection_officer"),
    *("data_steward", "organisation_admin", "system_admin", "auditor", "partner"),
    *("editor", "language_reviewer", "law_reviewer", "community_reviewer"),
    "learner",
)
OPEN_NO_FAMILY = ROLES[-5:]
"""Roles that open no family, whatever their holder stands to it."""


@dataclass(frozen=True)
class Someone:
    """An account: its organisation, and its roles with the team of each."""

    name: int
    organisation: int
    roles: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Opened:
    """A share: hours from now when it begins and ends.

    ``consent``: ``none`` under it, ``holds``, ``withdrawn``, ``over`` (its last day was
    yesterday), ``today`` (it is today).
    """

    to: int
    only: int | None
    groups: tuple[str, ...]
    begin: int
    until: int
    withdrawn: bool
    consent: str = "none"


@dataclass
class Case:
    """A family: who stands how to it. Pairs say whether that is over."""

    name: int
    organisation: int
    team: int | None
    owner: int | None
    sealed: bool
    assigned: list[tuple[int, bool]] = field(default_factory=list)
    officers: list[tuple[int, bool]] = field(default_factory=list)
    hidden_from: list[tuple[int, bool]] = field(default_factory=list)
    shares: list[Opened] = field(default_factory=list)
    glass: list[tuple[int, int]] = field(default_factory=list)


@dataclass
class World:
    """Everybody and everything there is."""

    teams: dict[int, int]
    people: list[Someone]
    cases: list[Case]


LEADERS_WORK = frozenset(
    (
        *("list", "view", "add", "change", "attach", "consent", "assess", "print"),
        "who_opened",
    )
)
WORKERS_WORK = LEADERS_WORK | {"export", "seal"}
HEADS_WORK = WORKERS_WORK | {"assign", "share", "block", "erase", "review"}
READING_A_SHARE = frozenset(("list", "view", "print"))
BEHIND_GLASS = frozenset(("view", "print", "who_opened"))
ONCE_MORE = frozenset(
    ("export", "share", "erase", "break_glass", "invite", "approve", "manage")
)


class Allowed(dict[str, set[str]]):
    """Actions, and the groups of fields of each."""

    def let(self, actions: frozenset[str], groups: frozenset[str] = EVERYTHING) -> None:
        for action in actions:
            self.setdefault(action, set()).update(groups)


def may(who: Someone, case: Case, *, fresh: bool = True) -> dict[str, set[str]]:
    """Return what somebody may do with a family, and with which groups of fields."""
    allowed = _may(who, case)
    return {a: groups for a, groups in allowed.items() if fresh or a not in ONCE_MORE}


def _may(who: Someone, case: Case) -> Allowed:
    allowed = Allowed()
    if (who.name, False) in case.hidden_from:
        return allowed
    colleague = who.organisation == case.organisation
    roles = {role for role, _ in who.roles}
    named = (who.name, False) in case.officers
    if colleague and named and "protection_officer" in roles:
        allowed.let(HEADS_WORK)
    if case.sealed:
        return allowed
    if colleague:
        _let_those_who_work_with_it(who, case, roles, allowed)
        _let_the_others_of_the_house(who, case, roles, allowed)
    for share in filter(lambda share: _is_for(share, who, roles), case.shares):
        allowed.let(READING_A_SHARE, frozenset(share.groups))
    return allowed


def _let_those_who_work_with_it(
    who: Someone, case: Case, roles: set[str], allowed: Allowed
) -> None:
    recorded = who.name == case.owner
    assigned = (who.name, False) in case.assigned
    if "leader" in roles and recorded:
        allowed.let(LEADERS_WORK)
    if ("caseworker" in roles or "lawyer" in roles) and (recorded or assigned):
        allowed.let(WORKERS_WORK)
    if ("supervisor", case.team) in who.roles and case.team is not None:
        allowed.let(HEADS_WORK)


def _let_the_others_of_the_house(
    who: Someone, case: Case, roles: set[str], allowed: Allowed
) -> None:
    if "protection_officer" in roles:
        allowed.let(frozenset(("review",)))
    if "data_steward" in roles:
        allowed.let(
            frozenset(("list", "view")), frozenset(("outline", "names", "kinship"))
        )
    if {"caseworker", "lawyer", "supervisor"} & roles:
        allowed.let(frozenset(("break_glass",)))
        if any(one == who.name and hours > 0 for one, hours in case.glass):
            allowed.let(BEHIND_GLASS)


def _is_for(share: Opened, who: Someone, roles: set[str]) -> bool:
    if share.to != who.organisation or share.withdrawn:
        return False
    if not share.begin <= 0 < share.until or share.consent in ("withdrawn", "over"):
        return False
    readers = {"partner", "caseworker", "lawyer", "supervisor"}
    if share.only is None:
        return bool(readers & roles)
    # Named in person: whoever works with people, but never an office role alone, and
    # not the steward, from whom numbers are kept.
    named = readers | {"leader", "protection_officer"}
    return share.only == who.name and bool(named & roles)


def random_world(seed: int) -> World:
    """Invent a world in which everything may be true of anybody."""
    dice = random.Random(seed)
    organisations = range(dice.randint(2, 3))
    teams = {n: dice.choice(organisations) for n in range(dice.randint(2, 4))}
    people = [
        _someone(dice, n, organisations, teams) for n in range(dice.randint(4, 7))
    ]
    names = [one.name for one in people]
    cases = [
        _case(dice, n, organisations, teams, names) for n in range(dice.randint(4, 9))
    ]
    return World(teams, people, cases)


def _someone(
    dice: random.Random, name: int, organisations: range, teams: dict[int, int]
) -> Someone:
    here = dice.choice(organisations)
    # Mostly teams at home; a grant gone wrong may name another one.
    near = [t for t, of in teams.items() if of == here or dice.random() < 0.1]
    roles = {
        (dice.choice(ROLES), dice.choice([None, *near]))
        for _ in range(dice.choice((0, 1, 1, 1, 2, 3)))
    }
    return Someone(name, here, tuple(sorted(roles, key=str)))


def _case(
    dice: random.Random,
    name: int,
    organisations: range,
    teams: dict[int, int],
    names: list[int],
) -> Case:
    def some(chance: float) -> list[tuple[int, bool]]:
        chosen = [one for one in names if dice.random() < chance]
        return [(one, dice.random() < 0.3) for one in chosen]

    here = dice.choice(organisations)
    return Case(
        name=name,
        organisation=here,
        team=dice.choice([None, *(t for t, of in teams.items() if of == here)]),
        owner=dice.choice([None, *names]),
        sealed=dice.random() < 0.25,
        assigned=some(0.3),
        officers=some(0.3),
        hidden_from=some(0.12),
        shares=[_share(dice, organisations, names) for _ in range(dice.randint(0, 3))],
        glass=[(one, dice.choice((-2, 1))) for one, _ in some(0.2)],
    )


def _share(dice: random.Random, organisations: range, names: list[int]) -> Opened:
    groups = tuple(g for g in sorted(EVERYTHING) if dice.random() < 0.4)
    only = dice.choice([None, None, *names])
    begin, until = dice.choice(((-5, 5), (-5, 5), (-5, -1), (1, 5), (-5, 0), (0, 5)))
    to = dice.choice(organisations)
    consent = dice.choice(("none", "none", "holds", "today", "withdrawn", "over"))
    return Opened(to, only, groups, begin, until, dice.random() < 0.15, consent)
