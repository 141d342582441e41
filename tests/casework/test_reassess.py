"""After a change of law: whose answer can differ is assessed anew, and only they."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

import pytest

from sathana.audit import chain, stored
from sathana.casework.models import LawChange, LawRun
from sathana.casework.proving import Proved, Task
from sathana.casework.services import reassessing
from sathana.law.load import LawPack
from sathana.notices.models import Notice
from sathana.registry.models import Assessment, Consent, Family
from sathana.seeds import changing

pytestmark = pytest.mark.django_db(transaction=True)
DAY = date(2026, 11, 26)
MANY = 60


class BrokenOffError(Exception):
    """Somebody pressed Ctrl-C."""


@pytest.fixture
def crowd(db: None, monkeypatch: pytest.MonkeyPatch) -> changing.Changing:
    from sathana.protection import keys

    keys.forget_all()
    monkeypatch.setattr(reassessing, "AT_ONCE", 7)
    return changing.gather(MANY)


def laws(told: Any) -> LawPack | None:
    earlier = changing.earlier_law()
    return earlier if told.get("version") == earlier.version else None


def changes(run: LawRun) -> set[tuple[Any, ...]]:
    rows = LawChange.rows.filter(run=run)
    return {(r.family_id, r.person_id, str(r.answers), r.law_from) for r in rows}


def test_only_families_whose_answer_can_differ_are_proved(
    crowd: changing.Changing,
) -> None:
    asked: list[Task] = []

    def prove(tasks: Sequence[Task]) -> Iterable[Proved]:
        asked.extend(tasks)
        return reassessing.here(tasks)

    run = reassessing.go_on(reassessing.begin(DAY), laws, prove)
    assert run.seen == MANY
    assert run.taken == len(asked) == 4  # one of them in doubt
    assert run.turned == crowd.turned == 3
    assert run.failed == run.unasked == 0
    rows = LawChange.rows.filter(run=run)
    assert {row.law_from for row in rows} == {changing.earlier_law().version}
    told = [one for row in rows for one in row.answers]
    assert told
    assert all(before != after for _, before, after in told)
    assert Notice.objects.filter(kind="law_changed").count() == 1
    assert chain.verify(stored.entries()) is None


def test_all_of_them_are_proved_where_it_is_asked_for(
    crowd: changing.Changing,
) -> None:
    some = reassessing.go_on(reassessing.begin(DAY), laws, reassessing.here)
    found = changes(some)
    LawChange.rows.all().delete()
    Assessment.rows.filter(law_version=some.law).delete()
    run = reassessing.begin(DAY, everyone=True)
    run = reassessing.go_on(run, laws, reassessing.here)
    assert run.taken == MANY
    assert changes(run) == found


def test_a_law_that_is_not_known_any_more_takes_everybody(
    crowd: changing.Changing,
) -> None:
    run = reassessing.begin(DAY)
    run = reassessing.go_on(run, lambda told: None, reassessing.here)
    assert (run.taken, run.turned) == (MANY, crowd.turned)


@pytest.mark.parametrize("number", range(1))
def test_broken_off_anywhere_it_goes_on_to_the_same_end(
    crowd: changing.Changing, number: int
) -> None:
    whole = reassessing.go_on(reassessing.begin(DAY), laws, reassessing.here)
    wanted = changes(whole), whole.seen, whole.taken, whole.turned
    LawRun.objects.all().delete()
    Assessment.rows.filter(law_version=whole.law).delete()
    Notice.objects.all().delete()
    dice = random.Random(number)
    run: LawRun | None = reassessing.begin(DAY)
    broken = 0
    while run is not None:
        left = dice.randrange(1, 4)

        def prove(tasks: Sequence[Task]) -> Iterable[Proved]:
            nonlocal left
            left -= 1
            if not left:
                raise BrokenOffError
            return reassessing.here(tasks)

        try:
            done = reassessing.go_on(run, laws, prove)
            break
        except BrokenOffError:
            broken += 1
            if broken > 20:
                pytest.fail("it never comes to an end")
        run = reassessing.unfinished()
    assert broken
    assert (changes(done), done.seen, done.taken, done.turned) == wanted
    assert Assessment.rows.filter(law_version=done.law).count() == done.taken
    assert Notice.objects.filter(kind="law_changed").count() == 1


def test_nobody_is_assessed_without_consent(crowd: changing.Changing) -> None:
    Consent.rows.all().delete()
    run = reassessing.go_on(reassessing.begin(DAY), laws, reassessing.here)
    assert (run.taken, run.unasked) == (0, MANY)


def test_where_nothing_changed_nothing_is_opened(
    crowd: changing.Changing, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sathana.casework import lawrows

    reassessing.go_on(reassessing.begin(DAY, everyone=True), laws, reassessing.here)
    monkeypatch.setattr(lawrows, "cases", lambda some: pytest.fail("opened"))
    run = reassessing.go_on(reassessing.begin(DAY), laws, reassessing.here)
    assert (run.seen, run.taken) == (MANY, 0)
    assert Family.rows.count() == MANY
