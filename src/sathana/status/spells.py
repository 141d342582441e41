"""Entry into Thailand, and spells of stay, residence and care, as diagrams."""

from __future__ import annotations

from sathana.facts.model import Parent, Spell
from sathana.facts.values import PRECARIOUS, STAY_KINDS, Occurrence
from sathana.logic.truth import Truth
from sathana.status.diagram import NEVER, NO, YES, Diagram
from sathana.status.points import Point, When, day_key
from sathana.status.ties import name_of, ordered, person
from sathana.status.world import Context, World


def not_yet_entered(
    world: World, who: str, context: Context, link: str, when: When
) -> Diagram:
    """Return whether a person had not come in from outside by a day."""
    other = person(world, who, context, link)
    if isinstance(other, str):
        return world.shop.opposite(entered_by(world, other, when))
    name = (name_of(who, context, link), "entered", day_key(when))
    return world.shop.opposite(world.shop.fact(name))


def entered_by(world: World, who: str, when: When) -> Diagram:
    """Return whether a person had come in from outside by a day.

    A woman who gives birth in Thailand is in Thailand on that day: if she came in
    from outside at all, she did so not later (presumption of the contract, 4.8).
    """
    key = ("entered_by", who, when)
    found = world.answers.get(key)
    if found is None:
        entry = world.point(who, "entered")
        found = world.by(entry, when)
        if found is not YES and entry.first < NEVER:
            shop = world.shop
            from_abroad = shop.opposite(world.is_(who, "born.country", ("TH",)))
            came = shop.either(_happened(world, entry), from_abroad)
            there = shop.both(came, _gave_birth(world, who, when))
            found = shop.either(found, there)
        world.answers[key] = found
    return found


def _happened(world: World, point: Point) -> Diagram:
    return YES if point.last < NEVER else world.shop.below(point.level, NEVER)


def _gave_birth(world: World, who: str, when: When) -> Diagram:
    answer = NO
    for child in world.view.children.get(who, ()):
        if world.view.parent(child, "mother") != who:
            continue
        here = world.is_(child, "born.country", ("TH",))
        if here is NO:
            continue
        world.view.presumed.add((who, "entered.by_birth"))
        then = world.by(world.point(child, "born.date"), when)
        answer = world.shop.either(answer, world.shop.both(here, then))
    return answer


def holds(
    world: World,
    who: str,
    context: Context,
    link: str,
    key: str,
    kinds: tuple[str, ...],
    when: When,
) -> Diagram:
    """Return whether a spell of one of the kinds was running on a day.

    On a day that no told spell covers the kind is unknown, except that one who
    never came in from outside needs no permission unless one is told.
    """
    other = person(world, who, context, link)
    if other is Parent.UNIDENTIFIABLE:
        return NO
    if key != "stay":
        return _running(world, other, name_of(who, context, link), key, when)
    if not isinstance(other, str):
        return _unknown_kind(world, (name_of(who, context, link), key), kinds)
    name = ("holds", other, key, kinds, when)
    found = world.answers.get(name)
    if found is None:
        found = world.answers[name] = _holds(world, other, key, kinds, when)
    return found


def _running(
    world: World, who: str | Parent, name: str, key: str, when: When
) -> Diagram:
    """Return whether a spell of any kind was running on a day."""
    if not isinstance(who, str):
        return world.shop.fact((name, key))
    answer = NO
    for place, spell in enumerate(world.view.spells(who, key)):
        if key == "care" and spell.truth is Truth.NO:
            continue
        covers = covering(world, who, key, place, spell, when)
        answer = world.shop.either(answer, covers)
    rest = world.shop.fact((who, key, day_key(when)))
    return answer if answer is YES else world.shop.either(answer, rest)


def _holds(
    world: World, who: str, key: str, kinds: tuple[str, ...], when: When
) -> Diagram:
    shop = world.shop
    permanent = _permanent(world, who, when)
    answer = permanent if "permanent" in kinds else NO
    covered = permanent
    for place, spell in enumerate(world.view.spells(who, key)):
        covers = shop.both(
            covering(world, who, key, place, spell, when), shop.opposite(permanent)
        )
        covered = shop.either(covered, covers)
        fits = _kind_among(world, (who, key, str(place)), spell.kind, kinds)
        answer = shop.either(answer, shop.both(covers, fits))
    if covered is YES:
        return answer
    rest = _unknown_kind(world, (who, key, day_key(when)), kinds)
    never = shop.opposite(_happened(world, world.point(who, "entered")))
    if world.point(who, "entered").first >= NEVER:
        never = YES
    if world.view.leaves_out(who, key):  # a permission is told, though not shown
        never = NO
    if never is not NO:
        world.view.presumed.add((who, "stay.none"))
    rest = shop.choose(never, YES if "none" in kinds else NO, rest)
    return shop.either(answer, shop.both(shop.opposite(covered), rest))


def _permanent(world: World, who: str, when: When) -> Diagram:
    """Return whether an order of permanent residence was made by a day."""
    return ordered(world, who, Context(), "self", ("permanent_residence",), "", when)


def covering(
    world: World, who: str, key: str, place: int, spell: Spell, when: When
) -> Diagram:
    """Return whether a told spell covers a day."""
    begun = _begun(world, who, key, place, spell, when)
    if begun is NO:
        return NO
    end = _end(world, who, key, place, spell)
    return begun if end is None else world.shop.both(begun, world.before(when, end))


def _begun(
    world: World, who: str, key: str, place: int, spell: Spell, when: When
) -> Diagram:
    if spell.begin is not None:
        begin = world.view.spell_begin(who, spell)
        return world.by(world.place((who, key, str(place), "from"), begin), when)
    entry = world.point(who, "entered")
    if entry.first >= NEVER:
        return world.by(world.point(who, "born.date"), when)
    never = world.shop.opposite(_happened(world, entry))
    return world.shop.either(never, entered_by(world, who, when))


def _end(world: World, who: str, key: str, place: int, spell: Spell) -> Point | None:
    """Return the end of a spell; one without an end gives way to the next one.

    Where papers alone count, a later spell that is only claimed may have ended it.
    """
    mine = (who, key, str(place), "until")
    if spell.end is not None:
        return world.place(mine, Occurrence(spell.end.earliest, spell.end.latest))
    number, begin = _next_begin(world, who, key, place, spell)
    claimed = _claimed_end(world, who, key, spell)
    if claimed is not None and (begin is None or claimed < begin.latest):
        last = begin.latest if begin else world.view.as_of
        either = Occurrence(claimed, last, may_be_never=begin is None)
        return world.place(mine, either)
    if begin is None:
        return None
    return world.place((who, key, str(number), "from"), begin)


def _next_begin(
    world: World, who: str, key: str, place: int, spell: Spell
) -> tuple[int, Occurrence | None]:
    """Return which spell follows one and when it begins; ``None`` if none does."""
    spells = world.view.spells(who, key)
    for number, other in enumerate(spells[place + 1 :], place + 1):
        if other.begin is not None and other.begin != spell.begin:
            return number, world.view.spell_begin(who, other)
    return place, None


def _claimed_end(world: World, who: str, key: str, spell: Spell) -> int | None:
    """Return the first day on which a spell left out may have taken its place."""
    first = spell.begin.earliest if spell.begin else world.point(who, "born.date").first
    days = [
        max(other.begin.earliest, first)
        for other in world.view.left_out(who, key)
        if other.begin and other.begin != spell.begin and other.begin.latest > first
    ]
    return min(days, default=None)


def _kind_among(
    world: World, name: tuple[str, ...], kind: str, kinds: tuple[str, ...]
) -> Diagram:
    if kind == "precarious":
        level = world.shop.level((*name, "kind"), 0, 2, PRECARIOUS)
        return world.shop.among(
            level, (PRECARIOUS.index(k) for k in kinds if k in PRECARIOUS)
        )
    if kind == "unknown":
        return _unknown_kind(world, (*name, "kind"), kinds)
    return YES if kind in kinds else NO


def _unknown_kind(
    world: World, name: tuple[str, ...], kinds: tuple[str, ...]
) -> Diagram:
    """Return whether an unknown standing is of the kinds.

    A parent's standing as one of a foreign mission (s.8) is presumed not to be.
    """
    possible: tuple[str, ...] = STAY_KINDS
    if world.view.presumes_no_mission:
        world.view.presumed.add((name[0], "stay.diplomatic"))
        possible = tuple(kind for kind in STAY_KINDS if kind != "diplomatic")
    level = world.shop.level(name, 0, len(possible) - 1, possible)
    return world.shop.among(
        level, (possible.index(kind) for kind in kinds if kind in possible)
    )


def throughout(
    world: World,
    who: str,
    context: Context,
    link: str,
    key: str,
    begin: When,
    end: When,
) -> Diagram:
    """Return whether told spells cover every day of ``[begin, end)``.

    Days outside told spells are unknown, but nobody lives here before birth.
    """
    other = person(world, who, context, link)
    if not isinstance(other, str):
        return world.shop.fact((name_of(who, context, link), key))
    answer = NO
    for place, spell in enumerate(world.view.spells(other, key)):
        if key == "care" and spell.truth is Truth.NO:
            continue
        begun = _begun(world, other, key, place, spell, begin)
        last = _end(world, other, key, place, spell)
        lasts = YES if last is None else world.by(end, last)
        answer = world.shop.either(answer, world.shop.both(begun, lasts))
    if answer is YES:
        return YES
    alive = world.by(world.point(other, "born.date"), begin)
    rest = world.shop.fact((other, key, day_key(begin), day_key(end)))
    return world.shop.both(alive, world.shop.either(answer, rest))
