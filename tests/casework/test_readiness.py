"""Readiness: the smallest sets, the gate, what grows stale, the list of work."""

from __future__ import annotations

import html
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests import worlds
from tests.casework.conftest import TO_READY, Work, a_pathway
from tests.registry.house import yesterday

from sathana.accounts.models import Account
from sathana.casework import inside
from sathana.casework.models import CaseMove, CasePathway, Readiness, ReadyCheck
from sathana.casework.planning import Plan
from sathana.casework.selectors import worklist
from sathana.casework.services import cases, readiness, tracks
from sathana.cli.terminal import Speaker
from sathana.cli.worklist_refresh import refresh
from sathana.registry.errors import NotAllowedError
from sathana.registry.services import assessing, facts

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(work: Work) -> Client:
    return worlds.strong_client(Account.objects.get(id=work.at.worker.actor.id))


WHY = "อำเภอนี้รับพยานบุคคล (สมมติ)"


def test_ready_is_refused_in_words_while_something_is_missing(work: Work) -> None:
    work.walk(*TO_READY)
    with pytest.raises(readiness.NotReadyError) as refused:
        work.move("confirm_ready", reader=work.at.supervisor)
    assert refused.value.gaps
    for lang in ("th", "en"):
        assert all(one[lang] in refused.value.text[lang] for one in refused.value.gaps)
    with pytest.raises(readiness.NotReadyError):
        work.move("confirm_ready", "เพราะ", reader=work.at.supervisor)
    assert CasePathway.rows.get(id=work.track.id).state == "contradictions_fixed"


def test_a_supervisor_confirms_despite_gaps_and_says_why(work: Work) -> None:
    work.walk(*TO_READY)
    with pytest.raises(NotAllowedError):
        work.move("confirm_ready", WHY)
    work.move("confirm_ready", WHY, reader=work.at.supervisor)
    check = ReadyCheck.rows.get(track=work.track)
    assert check.gaps
    assert check.law_version
    assert len(check.facts_hash) == 64
    assert CaseMove.rows.get(id=check.move_id).reason == WHY
    assert not readiness.is_stale(work.family, check)
    client = worlds.strong_client(Account.objects.get(id=work.at.worker.actor.id))
    page = reverse("case-page", args=[work.case.id])
    changed = "ข้อมูลหรือกฎหมายเปลี่ยนหลังยืนยัน"
    assert changed not in client.get(page).content.decode()
    facts.tell(
        reader=work.at.worker, person_id=work.person.id,
        path="born.country", value="TH",
    )  # fmt: skip
    assert readiness.is_stale(work.family, check)
    assert changed in client.get(page).content.decode()


def test_a_line_is_made_with_the_pathway_and_goes_stale(work: Work) -> None:
    line = Readiness.rows.get(track=work.track)
    assert line.stale
    assert line.looked_at is None
    made = readiness.recompute(family=work.family, now=work.at.worker.now)
    assert made == 1
    assert not Readiness.rows.get(track=work.track).stale
    facts.tell(
        reader=work.at.worker, person_id=work.person.id,
        path="born.country", value="TH",
    )  # fmt: skip
    assert Readiness.rows.get(track=work.track).stale
    work.move("close", "ย้ายไปแล้ว")
    assert not inside.has_lines(work.family.id)


# --- pages ----------------------------------------------------------------------------


def test_the_pages_name_what_is_missing_and_the_law(work: Work, client: Client) -> None:
    for name, key in (
        ("pathway-readiness", work.track.id),
        ("case-readiness", work.case.id),
    ):
        text = client.get(reverse(name, args=[key])).content.decode()
        assert "หมี่จู สมมติ" in text, name
    page = client.get(reverse("pathway-readiness", args=[work.track.id]))
    text = page.content.decode()
    found = page.context["found"]
    assert found["cite"] in text
    assert page.context["view"].gaps
    assert all(gap["th"] in html.unescape(text) for gap in page.context["view"].gaps)
    assert (
        reverse("case-readiness", args=[work.case.id])
        in client.get(reverse("case-page", args=[work.case.id])).content.decode()
    )


def test_the_list_of_work_says_why_in_words(work: Work, client: Client) -> None:
    facts.tell(
        reader=work.at.worker, person_id=work.person.id, path="born.date", value="1940",
    )  # fmt: skip
    client.get(reverse("pathway-readiness", args=[work.track.id]))
    text = client.get(reverse("worklist") + "?of=all").content.decode()
    assert "อายุอย่างน้อย" in text
    assert "ตามที่เล่า" in text
    assert "หมี่จู สมมติ" in text


def test_what_is_due_this_week_comes_first_then_what_helps_most(work: Work) -> None:
    at = work.at
    rows = [work.track]
    for days in (60, 3):
        family = at.family()
        person = at.person(family, "คนอื่น สมมติ")
        case = cases.open_case(reader=at.worker, family_id=family.id, title="อื่น")
        cases.plan(
            reader=at.worker, case_id=case.id, version=case.version,
            new=Plan("โทร", at.worker.actor.id, yesterday() + timedelta(days=days)),
        )  # fmt: skip
        rows.append(
            tracks.add_track(
                reader=at.worker, case_id=case.id, person_id=person.id,
                values={"pathway": a_pathway()},
            )
        )  # fmt: skip
    Readiness.rows.filter(track=rows[1]).update(rank=2)
    Readiness.rows.filter(track=rows[0]).update(rank=7)
    lines = worklist.listed(at.worker, mine=False).lines
    assert [one.track_id for one in lines] == [rows[2].id, rows[0].id, rows[1].id]
    assert not worklist.listed(at.stranger, mine=False).lines
    assert not worklist.listed(at.steward, mine=False).lines
    mine = worklist.listed(at.supervisor, mine=False, team=at.team.id)
    assert len(mine.lines) == 3


def test_a_case_is_made_anew_when_the_family_is_assessed(work: Work) -> None:
    assessing.assess(reader=work.at.worker, family_id=work.family.id)
    line = Readiness.rows.get(track=work.track)
    assert not line.stale
    assert line.law_version


def test_the_command_makes_anew_what_is_stale_and_nothing_else(work: Work) -> None:
    say = Speaker("th")
    assert refresh(say) == (1, [])
    assert not Readiness.rows.get(track=work.track).stale
    assert refresh(say) == (0, [])
    Readiness.rows.update(law_version="another")
    assert refresh(say) == (1, [])
    assert refresh(say, every=True) == (1, [])
