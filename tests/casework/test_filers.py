"""Who files for a child; and what goes on when an applicant dies."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse
from tests.casework.conftest import Work, a_pathway
from tests.casework.test_encounters import attempts, clocks, told
from tests.casework.test_pages import browser, typed
from tests.registry.house import yesterday

from sathana.casework.models import Case, CasePathway
from sathana.casework.selectors import cases as selectors
from sathana.casework.selectors import filers
from sathana.casework.services import encounters, tracks
from sathana.registry.services import assessing, facts

pytestmark = pytest.mark.django_db
WHO_FILES = "ใครยื่น?"


def another(work: Work, filed_by: str = "unknown", **more: Any) -> CasePathway:
    """Give the other person of the family a pathway."""
    values = {"pathway": a_pathway(), "filed_by": filed_by, **more}
    return tracks.add_track(
        reader=work.at.worker, case_id=work.case.id, person_id=work.other.id,
        values=values,
    )  # fmt: skip


def born(work: Work, when: Any) -> None:
    facts.tell(
        reader=work.at.worker, person_id=work.other.id, path="born.date", value=when
    )


def lacks(work: Work, track: CasePathway) -> str:
    view = selectors.one(work.at.worker, work.case.id)
    return filers.lacking(work.at.worker, view).get(track.id, "")


def years_ago(years: int) -> str:
    return str(yesterday().year - years)


@pytest.mark.parametrize(
    ("birth", "expected"),
    [
        (years_ago(9), "child"),
        (years_ago(40), "adult"),
        (years_ago(20), "age_unknown"),
        (None, "age_unknown"),
        ({"be": int(years_ago(12)) + 543}, "child"),
    ],
)
def test_unknown_is_a_value_for_who_files(
    work: Work, birth: Any, expected: str
) -> None:
    track = another(work)
    if birth is not None:
        born(work, birth)
    assert lacks(work, track) == expected


def test_two_births_that_disagree_leave_the_age_open(work: Work) -> None:
    track = another(work)
    born(work, years_ago(9))
    born(work, years_ago(30))
    assert lacks(work, track) == "age_unknown"


def test_whoever_has_a_filer_lacks_none(work: Work) -> None:
    born(work, years_ago(9))
    track = another(work, "guardian", filer_name="ครูสมมติ", filer_basis="คำสั่งศาล")
    assert lacks(work, track) == ""
    assert work.track.id not in filers.lacking(
        work.at.worker, selectors.one(work.at.worker, work.case.id)
    )


def test_the_page_asks_who_files_until_it_is_told(work: Work) -> None:
    born(work, years_ago(9))
    track = another(work)
    client = browser(work.at.worker)
    address = reverse("case-page", args=[work.case.id])
    assert WHO_FILES in client.get(address).content.decode()
    answer = client.post(
        reverse("pathway-edit", args=[track.id]),
        typed(
            version=track.version, pathway=a_pathway(), filed_by="parent",
            filer_id=str(work.person.id),
        ),
    )  # fmt: skip
    assert answer.status_code == 302
    assert WHO_FILES not in client.get(address).content.decode()


def test_an_applicant_dies_and_the_others_go_on(work: Work) -> None:
    sibling = another(work, "self")
    work.walk("screen", "map_family", "choose_path", "list_gaps", "collect", "settle")
    work.walk("confirm_ready", "lodge")
    row = told(work, outcome="received", codes=[])
    client = browser(work.at.worker)
    now = CasePathway.rows.get(id=work.track.id)
    answer = client.post(
        reverse("pathway-move", args=[now.id]),
        typed(version=now.version, action="die", reason="เสียชีวิตที่บ้าน"),
    )
    assert answer.status_code == 302
    died = CasePathway.rows.get(id=work.track.id)
    case = Case.rows.get(id=work.case.id)
    assert (died.state, case.state) == ("died", "open")
    text = client.get(reverse("case-page", args=[case.id])).content.decode()
    assert "บันทึกการตายเป็นข้อเท็จจริง" in text
    assert "ช่องทางของคนอื่นเดินต่อได้" in text
    # The sibling goes on, and so does what was told to offices.
    moved = tracks.move(
        reader=work.at.worker, track_id=sibling.id, version=sibling.version,
        action="screen",
    )  # fmt: skip
    assert moved.state == "screened"
    assert len(attempts(work)) == 1
    assert clocks(work, row) is not None


def test_the_death_is_a_fact_and_the_family_is_assessed_with_it(work: Work) -> None:
    facts.tell(
        reader=work.at.worker, person_id=work.person.id, path="died", value="2026-10"
    )
    work.move("die", "เสียชีวิต")
    answer = assessing.assess(reader=work.at.worker, family_id=work.family.id)
    assert answer is not None
    # A contact after the death is recorded as any other: the letter may be owed still.
    row = told(work, outcome="told", codes=[])
    assert row.track_id == work.track.id
    encounters.take_back(reader=work.at.worker, encounter_id=row.id, version=1)


def test_a_death_recorded_wrongly_is_corrected_by_a_head(work: Work) -> None:
    work.walk("screen")
    work.move("die")
    view = selectors.one(work.at.worker, work.case.id)
    (track,) = [one for one in view.tracks if one.id == work.track.id]
    assert "correct_death" not in {move.action for move in track.moves}
    back = work.move("correct_death", "คนละคน", reader=work.at.supervisor)
    assert back.state == "screened"
