"""All stored families after a change of law: only whose answer can differ is proved.

A run goes through the families in the order of their ids, some at a time. What a group
came to, and how far the run has come, are written in one transaction: wherever it is
broken off, it goes on there, and ends as if it had never been broken off.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from multiprocessing import get_context
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Group
from sathana.audit import record
from sathana.casework import lawrows, proving
from sathana.casework.lawrows import Held
from sathana.casework.models import LawChange, LawRun
from sathana.casework.proving import Proved, Task
from sathana.facts.model import CaseFile
from sathana.law.load import LawPack, pack
from sathana.notices import telling
from sathana.population.differences import Days, Edition
from sathana.population.touched import Sieve
from sathana.protection import keys
from sathana.registry import changed, dossier, inside
from sathana.registry.casebuilding import build
from sathana.registry.models import Assessment
from sathana.registry.services import assessing, common

AT_ONCE = 50
"""Families looked at together: so few that little is lost, and little memory held."""
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
    while families := lawrows.after(run.last, AT_ONCE):
        group(work, families)
        keys.forget()
        step(run.seen)
    _end(run)
    return run


def group(work: Work, families: Sequence[Any]) -> None:
    """Do some families, and write down how far the run has come, or do nothing."""
    run = work.run
    held = lawrows.assessed(families)
    touching = [one for one in held if _perhaps(work, one)]
    willing = lawrows.consenting(touching, run.as_of)
    taken = _taken(work, willing)
    tasks = _tasks(work, taken)
    proved = list(work.prove([task for _, task in tasks]))
    pairs = [(one, new) for (one, _), new in zip(tasks, proved, strict=True)]
    count = {
        "seen": len(families),
        "taken": len(taken),
        "unasked": len(touching) - len(willing),
        "failed": sum(bool(new.fault) for _, new in pairs),
    }
    with transaction.atomic():
        count["turned"] = _keep(run, [pair for pair in pairs if not pair[1].fault])
        for name, more in count.items():
            setattr(run, name, getattr(run, name) + more)
        run.last = families[-1].id
        run.save()


def _perhaps(work: Work, one: Held) -> bool:
    """Say whether an answer may differ; nothing of the family is opened for it."""
    if work.run.everyone:
        return True
    sieve = work.sieve(one.assessment)
    return sieve is None or not sieve.nobody


def _taken(work: Work, held: Sequence[Held]) -> list[Held]:
    """Return the families that are to be assessed."""
    if work.run.everyone:
        return list(held)
    by_sieve: dict[int, list[Held]] = {}
    sieves: dict[int, Sieve | None] = {}
    for one in held:
        sieve = work.sieve(one.assessment)
        sieves[id(sieve)] = sieve
        by_sieve.setdefault(id(sieve), []).append(one)
    names: set[str] = set()
    for key, some in by_sieve.items():
        names |= _through(sieves[key], some)
    return [one for one in held if str(one.family.id) in names]


def _through(sieve: Sieve | None, held: Sequence[Held]) -> set[str]:
    if sieve is None or sieve.everyone:
        return {str(one.family.id) for one in held}
    return sieve.taken(lawrows.cases([one.family for one in held]))


def _tasks(work: Work, held: Sequence[Held]) -> list[tuple[Held, Task]]:
    """Open the families that are to be assessed."""
    full = lawrows.whole(held)
    found = []
    for one in held:
        told = dossier.material(one.family)
        ids = {person.label: person.id for person in told.persons}
        before = full[one.family.id].result
        task = Task(build(told), ids, before, work.run.as_of.toordinal())
        found.append((one, task))
    return found


# --- keeping --------------------------------------------------------------------------


def _keep(run: LawRun, pairs: Sequence[tuple[Held, Proved]]) -> int:
    """Store answers and what turned; return of how many families something did."""
    tellings = []
    turned = 0
    for one, new in pairs:
        row = _assessment(run, one, new)
        turned += _changes(run, one, new, row) > 0
        persons = list(inside.persons(one.family))
        inside.unlock([one.family], persons)
        whole = [common.family_subject(one.family)]
        whole += [common.person_subject(person, one.family) for person in persons]
        tellings.append(common.telling("family.assess", whole, Group.FACTS))
    record.write_all(record.PROGRAM, tellings)
    return turned


def _assessment(run: LawRun, one: Held, new: Proved) -> Assessment:
    family = one.family
    case = casefile_of(new)
    row = Assessment(
        family=family,
        organisation_id=family.organisation_id,
        key=common.new_key(family),
        as_of=run.as_of,
        law_at=run.as_of,
        law_version=run.law,
        facts_hash=assessing.facts_hash(family, case),
        rows_mark=assessing.mark(family, assessing.rows_of(family)),
        answers=dict(new.answers or {}),
        summary={**(new.summary or {}), "law": changed.law_now(), "turned": _flat(new)},
        result=new.result,
        facts=new.facts,
    )
    row.save(force_insert=True)
    return row


def casefile_of(new: Proved) -> CaseFile:
    """Return the case file that an answer was made from."""
    from sathana.facts import casefile
    from sathana.registry import packing

    return casefile.read(packing.unpack(new.facts), name="assessed")


def _flat(new: Proved) -> list[dict[str, str]]:
    return [
        {"person": who, "key": key, "before": before, "after": after}
        for who, some in (new.turned or {}).items()
        for key, before, after in some
    ][:200]


def _changes(run: LawRun, one: Held, new: Proved, row: Assessment) -> int:
    """Store which answers of which persons turned; return of how many persons."""
    turned = new.turned or {}
    persons = [p for p in inside.persons(one.family) if str(p.id) in turned]
    inside.unlock(persons)
    for person in persons:
        LawChange(
            run=run,
            family=one.family,
            organisation_id=one.family.organisation_id,
            person=person,
            key=person.key,
            law_from=one.assessment.law_version,
            law_to=run.law,
            as_of=run.as_of,
            facts_too=row.facts_hash != one.assessment.facts_hash,
            answers=turned[str(person.id)],
        ).save(force_insert=True)
    return len(persons)


@transaction.atomic
def _end(run: LawRun) -> None:
    """Tell those who work on the families, once, and write that the run is over."""
    from django.utils import timezone

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
