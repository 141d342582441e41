"""All stored families after a change of law: only whose answer can differ is proved.

A run goes through the families in the order of their ids, some at a time. What a group
came to, and how far the run has come, are written in one transaction: wherever it is
broken off, it goes on there, and ends as if it had never been broken off.
"""

from __future__ import annotations

import uuid
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from multiprocessing import get_context
from typing import Any

from django.db import transaction
from django.utils import timezone

from sathana.accounts.decide import Group as Fields
from sathana.audit import record
from sathana.casework import lawrows, proving
from sathana.casework.lawrows import Held, Told
from sathana.casework.models import LawChange, LawRun
from sathana.casework.proving import Proved, Task
from sathana.law.load import LawPack, pack
from sathana.notices import telling
from sathana.population.differences import Days, Edition
from sathana.population.touched import Sieve
from sathana.protection import keys
from sathana.protection.models import RecordKey
from sathana.registry import changed, inside
from sathana.registry.models import Assessment, Family
from sathana.registry.services import assessing, common

AT_ONCE = 50
"""Families looked at together: so few that little is lost, and little memory held."""
AHEAD = 2
"""Groups looked at while others are being assessed."""
NOTICE = "law_changed"

type Prove = Callable[[Sequence[Task]], Iterable[Proved]]
type Laws = Callable[[Mapping[str, Any]], LawPack | None]
"""Finds the law that an answer was made by; ``None``: it is not known any more."""


@dataclass
class Work:
    """One run as it goes on.

    Attributes:
        laws: Earlier laws by their name, each with a paper that tells which it was.
        prove: Assesses families, here or in other processes.
    """

    run: LawRun
    laws: Laws
    prove: Prove
    now: Edition
    known: dict[str, Edition | None] = field(default_factory=dict)
    sieves: dict[tuple[str, Days], Sieve | None] = field(default_factory=dict)

    def sieve(self, one: Assessment) -> Sieve | None:
        """Return what takes families of an earlier law and day; ``None``: takes all."""
        key = one.law_version, self.days(one)
        if key not in self.sieves:
            before = self._edition(one)
            self.sieves[key] = Sieve(before, self.now, key[1]) if before else None
        return self.sieves[key]

    def days(self, one: Assessment) -> Days:
        """Return the days of an earlier answer and of this run."""
        days = (one.as_of, one.law_at, self.run.as_of)
        return Days(*(day.toordinal() for day in days))

    def _edition(self, one: Assessment) -> Edition | None:
        if one.law_version == self.run.law:
            return self.now
        if one.law_version not in self.known:
            full = Assessment.rows.get(id=one.id)
            law = self.laws(full.summary.get("law", {}))
            self.known[one.law_version] = Edition.of(law) if law else None
        return self.known[one.law_version]


# --- a run ----------------------------------------------------------------------------


def unfinished() -> LawRun | None:
    """Return the last run if it did not come to its end."""
    last = LawRun.objects.order_by("-begun_at").first()
    return last if last is not None and last.ended_at is None else None


def begin(as_of: date, *, everyone: bool = False) -> LawRun:
    """Begin a run by the law in use."""
    law = changed.law_name(changed.law_now())
    with transaction.atomic():
        return LawRun.objects.create(law=law, as_of=as_of, everyone=everyone)


def same_law(run: LawRun) -> bool:
    """Say whether a run that was broken off can go on: by the law it began with."""
    return run.law == changed.law_name(changed.law_now())


def go_on(
    run: LawRun, laws: Laws, prove: Prove, step: Callable[[int], None] = lambda n: None
) -> LawRun:
    """Go through the families that are left, then tell those who work on them.

    Args:
        run: The run.
        laws: Finds earlier laws.
        prove: Assesses families; :func:`here`, or :func:`beside` it.
        step: Called with the number of families that are done.
    """
    work = Work(run, laws, prove, edition_now())
    waiting: deque[Group] = deque()
    last, more = run.last, True
    while more or waiting:
        families = lawrows.after(last, AT_ONCE) if more else []
        more = bool(families)
        if more:
            last = families[-1].id
            waiting.append(asked(work, families))
        if waiting and (not more or len(waiting) > AHEAD):
            settle(work, waiting.popleft())
            keys.forget()
            step(run.seen)
    _end(run)
    return run


@dataclass(frozen=True, slots=True)
class Group:
    """Some families on their way: looked at, and being assessed.

    Attributes:
        willing: Of those whose answer may differ, how many consented.
        tasks: Those that are assessed, with what they were assessed from.
        proved: The answers, as they come.
    """

    families: Sequence[Family]
    touching: int
    willing: int
    tasks: Sequence[tuple[Held, Told, Task]]
    proved: Iterable[Proved]


def asked(work: Work, families: Sequence[Family]) -> Group:
    """Look at some families, and have those assessed whose answer can differ."""
    held = lawrows.assessed(families)
    touching = [one for one in held if _perhaps(work, one)]
    willing = lawrows.consenting(touching, work.run.as_of)
    tasks = _tasks(work, _taken(work, willing))
    proved = work.prove([task for _, _, task in tasks])
    return Group(families, len(touching), len(willing), tasks, proved)


def settle(work: Work, group: Group) -> None:
    """Store what some families came to, and how far the run has come: both or none."""
    run = work.run
    each = zip(group.tasks, list(group.proved), strict=True)
    pairs = [(*task, new) for task, new in each]
    good = [pair for pair in pairs if not pair[-1].fault]
    with transaction.atomic():
        turned = _keep(run, good)
        run.seen += len(group.families)
        run.taken += len(pairs)
        run.turned += turned
        run.unasked += group.touching - group.willing
        run.failed += len(pairs) - len(good)
        run.last = group.families[-1].id
        run.save()


def _perhaps(work: Work, one: Held) -> bool:
    """Say whether an answer may differ; nothing of the family is opened for it."""
    if work.run.everyone:
        return True
    sieve = work.sieve(one.assessment)
    return sieve is None or not sieve.nobody


def _taken(work: Work, held: Sequence[Held]) -> list[tuple[Held, Told]]:
    """Return the families that are to be assessed, with what is told of them."""
    opened = dict(zip(_ids(held), lawrows.told([h.family for h in held]), strict=True))
    by_sieve: dict[int, tuple[Sieve | None, list[Held]]] = {}
    for one in held:
        sieve = None if work.run.everyone else work.sieve(one.assessment)
        by_sieve.setdefault(id(sieve), (sieve, []))[1].append(one)
    names: set[str] = set()
    for sieve, some in by_sieve.values():
        cases = [opened[key].case for key in _ids(some)]
        names |= sieve.taken(cases) if sieve else {case.case for case in cases}
    return [(h, opened[h.family.id]) for h in held if str(h.family.id) in names]


def _ids(held: Sequence[Held]) -> list[uuid.UUID]:
    return [one.family.id for one in held]


def _tasks(
    work: Work, taken: Sequence[tuple[Held, Told]]
) -> list[tuple[Held, Told, Task]]:
    """Open names and earlier answers of the families that are to be assessed."""
    if not taken:
        return []
    full = lawrows.whole([held for held, _ in taken])
    cases = lawrows.whole_cases([told for _, told in taken])
    day = work.run.as_of.toordinal()
    found = []
    for (held, told), case in zip(taken, cases, strict=True):
        ids = {person.label: person.id for person in told.rows.persons}
        task = Task(case, ids, full[held.family.id].result, day)
        found.append((held, told, task))
    return found


# --- keeping --------------------------------------------------------------------------


def _keep(run: LawRun, done: Sequence[tuple[Held, Told, Task, Proved]]) -> int:
    """Store answers and what turned; return of how many families something did."""
    law = changed.law_now()
    made, answers, changes, tellings = [], [], [], []
    for held, told, task, new in done:
        family, persons = held.family, told.rows.persons
        inside.unlock([family], persons)
        key = uuid.uuid4()
        made.append(keys.wrapped_anew(key, family.organisation_id))
        row = _assessment(run, key, told, task, new)
        row.summary["law"] = law
        answers.append(row)
        changes += _changes(run, held, told, new, row)
        whole = [common.family_subject(family)]
        whole += [common.person_subject(person, family) for person in persons]
        tellings.append(common.telling("family.assess", whole, Fields.FACTS))
    RecordKey.objects.bulk_create(made)
    Assessment.rows.bulk_create(answers)
    LawChange.rows.bulk_create(changes)
    record.write_all(record.PROGRAM, tellings)
    return len({row.family_id for row in changes})


def _assessment(
    run: LawRun, key: uuid.UUID, told: Told, task: Task, new: Proved
) -> Assessment:
    """Return a new answer; its mark is of the rows that were read."""
    family = told.family
    return Assessment(
        family=family,
        organisation_id=family.organisation_id,
        key=key,
        as_of=run.as_of,
        law_at=run.as_of,
        law_version=run.law,
        facts_hash=assessing.facts_hash(family, task.case),
        rows_mark=assessing.mark(family, told.rows),
        answers=dict(new.answers or {}),
        summary={**(new.summary or {}), "turned": _flat(new)},
        result=new.result,
        facts=new.facts,
    )


def _flat(new: Proved) -> list[dict[str, str]]:
    return [
        {"person": who, "key": key, "before": before, "after": after}
        for who, some in (new.turned or {}).items()
        for key, before, after in some
    ][:200]


def _changes(
    run: LawRun, held: Held, told: Told, new: Proved, row: Assessment
) -> list[LawChange]:
    """Return which answers of which persons turned."""
    before, turned = held.assessment, new.turned or {}
    return [
        LawChange(
            run=run,
            family=told.family,
            organisation_id=told.family.organisation_id,
            person=person,
            key=person.key,
            law_from=before.law_version,
            law_to=run.law,
            as_of=run.as_of,
            facts_too=row.facts_hash != before.facts_hash,
            answers=turned[str(person.id)],
        )
        for person in told.rows.persons
        if str(person.id) in turned
    ]


@transaction.atomic
def _end(run: LawRun) -> None:
    """Tell those who work on the families, once, and write that the run is over."""
    if run.ended_at is None:
        telling.tell(sorted(lawrows.workers(run)), NOTICE)
        run.ended_at = timezone.now()
        run.save()
        subject = record.Subject("law", str(run.id))
        record.write(record.PROGRAM, "law.reassess", [subject])


# --- who proves -----------------------------------------------------------------------


def here(tasks: Sequence[Task]) -> Iterator[Proved]:
    """Assess families in this process."""
    return map(proving.prove, tasks)


@contextmanager
def beside(workers: int) -> Iterator[Prove]:
    """Assess families in other processes; they know neither database nor keys.

    Args:
        workers: How many; 1: this process does it itself.
    """
    if workers < 2:
        yield here
        return
    law = pack()
    with ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=proving.begin,
        initargs=(law,),
    ) as pool:
        try:
            yield lambda tasks: pool.map(proving.prove, tasks)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def edition_now() -> Edition:
    """Return what of the law in use answers hang on."""
    return Edition.in_use(pack())


def of_day(moment: datetime) -> date:
    """Return the day that a run begun now asks about."""
    return common.thai_day(moment)
