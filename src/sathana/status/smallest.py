"""The smallest sets of facts that open a pathway on documented facts.

Two questions, in this order. What is told already and only waits for papers: each set
is a smallest one, which means that no part of it opens the pathway. And what nobody
knows yet: each set is a smallest one of the answer's own diagram, for the values that
help. What is not known is never taken for a no.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from sathana.facts.model import CaseFile, Grade, Person, Told
from sathana.facts.questions import cost
from sathana.status import needs
from sathana.status.diagram import NO, YES, Diagram, Workshop
from sathana.status.pathways import Door
from sathana.status.run import Asked, Run, run

type Paths = tuple[tuple[str, str], ...]
"""Facts that are told: person and key of each."""

MOST_SETS = 4
"""More sets than this help nobody choose."""
_MOST_ASKED = 80
"""How often a pathway is asked at most in the search for other sets."""
_MOST_PATHS = 24
_STRICT = "administration"


@dataclass(frozen=True, slots=True)
class Smallest:
    """What opens one pathway of one person on documented facts.

    Attributes:
        documented, claimed: Status of the pathway on documented facts, on all facts.
        holds: Whether its conditions hold on documented facts.
        document: Sets of facts that are told and wait for papers, the smallest first.
        learn: Sets of facts that nobody knows yet, the smallest first; filled only
            where what is told does not open it.
        more: Whether the search stopped before it had found every set.
    """

    documented: str
    claimed: str
    holds: bool
    document: tuple[Paths, ...]
    learn: tuple[tuple[needs.Fact, ...], ...]
    more: bool


def smallest(case: CaseFile, who: str, pathway: str, asked: Asked) -> Smallest:
    """Return the smallest sets that open a pathway for a person.

    Args:
        case: The family.
        who: Id of the person.
        pathway: Id of the pathway.
        asked: Day, law and reforms.

    Raises:
        KeyError: The law pack has no such pathway.
        TimeLoopError: The status of persons hangs on itself.
    """
    documented = _door(case, who, pathway, asked, documented=True)[1]
    made, claimed = _door(case, who, pathway, asked)
    search = _Search(case, who, pathway, asked)
    document: tuple[Paths, ...] = ()
    learn: tuple[tuple[needs.Fact, ...], ...] = ()
    if not holds(documented) and holds(claimed):
        document = search.sets()
    elif not holds(documented):
        learn = tuple(_to_learn(made.shop, claimed))
    return Smallest(
        documented.status,
        claimed.status,
        holds(documented),
        document,
        learn,
        search.stopped,
    )


def holds(door: Door) -> bool:
    """Say whether the conditions of a pathway hold.

    A window of which nobody verified that it is open is told beside it: the conditions
    hold all the same.
    """
    if door.status == "window_unknown":
        return door.answers.get(_STRICT) is YES
    return door.status == "open"


def with_papers(case: CaseFile, paths: Iterable[tuple[str, str]]) -> CaseFile:
    """Return a family in which these told facts are documented."""
    keys: dict[str, set[str]] = {}
    for who, key in paths:
        keys.setdefault(who, set()).add(key)
    persons = {
        who: _shown(person, keys[who]) if who in keys else person
        for who, person in case.persons.items()
    }
    return replace(case, persons=persons)


def not_documented(case: CaseFile) -> Paths:
    """Return every fact that is told with a value and not documented."""
    return tuple(
        (who, key)
        for who, person in case.persons.items()
        for key, told in person.told.items()
        if told.value is not None and not _is_documented(told)
    )


def _is_documented(told: Told) -> bool:
    entries = told.value if isinstance(told.value, tuple) else ()
    if entries and hasattr(entries[0], "grade"):
        return all(getattr(e, "grade", None) is Grade.DOCUMENTED for e in entries)
    return told.grade is Grade.DOCUMENTED


def _shown(person: Person, keys: set[str]) -> Person:
    told = {
        key: _with_paper(value) if key in keys else value
        for key, value in person.told.items()
    }
    return replace(person, told=told)


def _with_paper(told: Told) -> Told:
    value: Any = told.value
    if isinstance(value, tuple) and value and hasattr(value[0], "grade"):
        value = tuple(replace(cast("Any", e), grade=Grade.DOCUMENTED) for e in value)
    return replace(told, value=value, grade=Grade.DOCUMENTED)


def _door(
    case: CaseFile, who: str, pathway: str, asked: Asked, *, documented: bool = False
) -> tuple[Run, Door]:
    made = run(case, [who], asked, documented=documented, brief=True, only=pathway)
    for door in made.doors[who]:
        return made, door
    raise KeyError(pathway)


# --- told, and waiting for papers -----------------------------------------------------


class _Search:
    """Asks the rules again and again, with more and fewer papers."""

    def __init__(self, case: CaseFile, who: str, pathway: str, asked: Asked) -> None:
        self._about = (who, pathway, asked)
        self._case = case
        self._told: dict[frozenset[tuple[str, str]], bool] = {}
        self.stopped = False

    def sets(self) -> tuple[Paths, ...]:
        """Return smallest sets: one, and those that do without a part of it."""
        every = _easy_last(not_documented(self._case))
        found: list[Paths] = []
        waiting, seen = [frozenset[tuple[str, str]]()], set[frozenset[Any]]()
        while waiting and len(found) < MOST_SETS and not self.stopped:
            without = waiting.pop(0)
            if without in seen:
                continue
            seen.add(without)
            one = self._one([path for path in every if path not in without])
            if one is None:
                continue
            if one not in found:
                found.append(one)
            waiting += [without | {path} for path in one]
        self.stopped = self.stopped or bool(waiting)
        return tuple(sorted(found, key=lambda one: (len(one), _hard(one), one)))

    def _one(self, among: Sequence[tuple[str, str]]) -> Paths | None:
        """Return one smallest set of these facts; ``None`` if all are too few."""
        if not self._opens(among):
            return None
        return tuple(sorted(least(list(among), self._opens)))

    def _opens(self, paths: Iterable[tuple[str, str]]) -> bool:
        wanted = frozenset(paths)
        if wanted not in self._told:
            # What was found so far stays true; it is said that the search stopped.
            self.stopped = self.stopped or len(self._told) >= _MOST_ASKED
            who, pathway, asked = self._about
            case = with_papers(self._case, wanted)
            door = _door(case, who, pathway, asked, documented=True)[1]
            self._told[wanted] = holds(door)
        return self._told[wanted]


def least[T](every: list[T], enough: Callable[[Iterable[T]], bool]) -> list[T]:
    """Return a smallest part of a list that is enough: no part of it is.

    More is never less than enough: papers make nothing unknown that was known. So
    halves are tried first, and few questions find it even among many facts.

    Args:
        every: All there is; enough together.
        enough: Says whether some are.
    """
    return _least([], every, enough, given=False)


def _least[T](
    base: list[T], some: list[T], enough: Callable[[Iterable[T]], bool], *, given: bool
) -> list[T]:
    if given and enough(base):
        return []
    if len(some) == 1:
        return [] if not given and enough(base) else some
    if not given and enough(base):
        return []
    middle = len(some) // 2
    first, second = some[:middle], some[middle:]
    late = _least([*base, *first], second, enough, given=bool(first))
    early = _least([*base, *late], first, enough, given=bool(late))
    return [*early, *late]


def _easy_last(paths: Paths) -> list[tuple[str, str]]:
    """Put what is hard to show first: it is what a smallest set does without first."""
    return sorted(paths, key=lambda path: (-_cost(path[1]), path))


def _hard(paths: Paths) -> int:
    return sum(_cost(key) for _, key in paths)


def _cost(key: str) -> int:
    try:
        return cost(key)
    except LookupError:
        return 5


# --- not known ------------------------------------------------------------------------


def _to_learn(shop: Workshop, door: Door) -> Iterator[tuple[needs.Fact, ...]]:
    answer = door.answers.get(_STRICT)
    if answer is None or answer in (YES, NO):
        return
    sets = {_facts(shop, chosen) for chosen in ways(answer)}
    small = [one for one in sets if not any(other < one for other in sets)]
    small.sort(key=lambda one: (len(one), sorted((f.person, f.key) for f in one)))
    for one in small[:MOST_SETS]:
        yield tuple(sorted(one, key=lambda f: (f.person, f.key, f.at or ())))


def _facts(shop: Workshop, levels: Iterable[int]) -> frozenset[needs.Fact]:
    found = {fact for level in levels for fact in needs.facts_of(shop, level)}
    return frozenset(replace(fact, at=None) for fact in found)


def ways(answer: Diagram) -> list[dict[int, int]]:
    """Return values of few unknown facts that make an answer yes, the fewest first.

    Each is smallest: without one of its values the answer is open again.
    """
    found: list[dict[int, int]] = []
    for way in _to_yes(answer, {}):
        small = _pruned(answer, way)
        if small not in found:
            found.append(small)
    return sorted(found, key=lambda way: (len(way), sorted(way.items())))


def _to_yes(
    node: Diagram, memo: dict[int, list[dict[int, int]]]
) -> list[dict[int, int]]:
    """Return the shortest ways down to yes, each as values by level."""
    if node is YES:
        return [{}]
    if node is NO:
        return []
    if node.uid not in memo:
        ends = [
            {node.level: value, **way}
            for value, kid in zip(_values(node), node.kids, strict=True)
            for way in _to_yes(kid, memo)
        ]
        memo[node.uid] = sorted(ends, key=len)[:_MOST_PATHS]
    return memo[node.uid]


def _values(node: Diagram) -> list[int]:
    """Return one value for each run that a node cuts its facts into."""
    return [node.cuts[0] - 1, *node.cuts]


def _pruned(answer: Diagram, way: dict[int, int]) -> dict[int, int]:
    kept = dict(way)
    for level in sorted(way, reverse=True):
        fewer = {key: value for key, value in kept.items() if key != level}
        if surely(answer, fewer, {}):
            kept = fewer
    return kept


def surely(answer: Diagram, values: dict[int, int], memo: dict[int, bool]) -> bool:
    """Say whether an answer is yes for these values, whatever the others are."""
    if not answer.kids:
        return answer is YES
    if answer.uid not in memo:
        if answer.level in values:
            place = sum(cut <= values[answer.level] for cut in answer.cuts)
            memo[answer.uid] = surely(answer.kids[place], values, memo)
        else:
            memo[answer.uid] = all(surely(kid, values, memo) for kid in answer.kids)
    return memo[answer.uid]
