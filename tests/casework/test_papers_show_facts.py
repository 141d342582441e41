"""A paper documents what it shows; preparing moves run on; names find their kind."""

from __future__ import annotations

import pytest
from tests.casework.conftest import Work
from tests.registry.house import new_id

from sathana.casework.models import CaseMove, CasePathway
from sathana.casework.services import tracks
from sathana.casework.tracks import IllegalMoveError
from sathana.registry import inside
from sathana.registry.evidence_form import grade_by
from sathana.registry.services import evidence, facts
from sathana.vocabulary.papers import paper_kind


@pytest.mark.parametrize(("shows", "grade"), [("", "claimed"), ("documented",) * 2])
def test_a_paper_documents_only_when_somebody_says_so(
    work: Work, shows: str, grade: str
) -> None:
    reader = work.at.worker
    told = facts.tell(
        reader=reader, person_id=work.person.id, path="born.country", value="TH"
    )
    paper = evidence.attach(
        reader=reader, family_id=work.family.id, shows=shows,
        values={"kind": "สูติบัตร", "supports": [(work.person.id, "born.country")]},
    )  # fmt: skip
    rows = list(inside.facts(work.family).filter(id=told.id))
    inside.unlock([work.family], rows)
    assert rows[0].grade == grade
    assert rows[0].source_id == (paper.id if shows else None)


def test_preparing_moves_take_those_before_along(work: Work) -> None:
    row = CasePathway.rows.get(id=work.track.id)
    ask = {"reader": work.at.worker, "track_id": row.id, "version": row.version}
    with pytest.raises(IllegalMoveError):
        tracks.move_on(**ask, action="lodge")
    given = new_id()
    assert tracks.move_on(**ask, action="settle", id=given).state == (
        "contradictions_fixed"
    )
    assert CaseMove.rows.filter(track=row).count() == 6
    tracks.move_on(**ask, action="settle", id=given)
    assert CaseMove.rows.filter(track=row).count() == 6


def test_a_kind_is_known_by_its_names() -> None:
    assert paper_kind("รูปถ่ายหน้าตรง") == paper_kind("ID-PHOTOS") == "ID-PHOTOS"
    assert paper_kind("กระดาษอื่น") == "กระดาษอื่น"
    assert grade_by("คำรับรองของผู้ใหญ่บ้านหรือกำนัน") == "witnessed"
    assert grade_by("รูปถ่ายหน้าตรง") == ""
