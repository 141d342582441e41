"""A paper is known by its kind however it was written, and agreement is no quarrel."""

from __future__ import annotations

import pytest

from sathana.casework.readying import readiness
from sathana.facts.casefile import read
from sathana.facts.model import CaseFile, Evidence
from sathana.packs.papers_held import asked_for, more_held, paper_words
from sathana.status.notices import contradictions
from sathana.vocabulary.papers import PAPERS, paper_kind

DAY = 739_581
PHOTOS = {
    "paper": "ID-PHOTOS",
    "name": {"th": "รูปถ่ายเด็กหรือผู้ร้องสองรูป", "en": "two photos of the applicant"},
}


def family(kind: str, conduct: str = "good") -> CaseFile:
    return read(
        f"""sathana: 1
case: X
persons:
  A:
    conduct: {conduct}
evidence:
  E1: {{kind: "{kind}"}}
""",
        name="x",
    )


@pytest.mark.parametrize("paper", PAPERS.values(), ids=lambda one: one.id)
def test_each_kind_is_known_by_id_thai_and_english_name(paper) -> None:
    for text in (paper.id, paper.name.th, f"  {paper.name.en.upper()} "):
        assert paper_kind(text) == paper.id


def test_words_that_name_no_kind_stay_as_they_were_written() -> None:
    assert paper_kind("กระดาษห่อยา") == "กระดาษห่อยา"
    assert paper_words(Evidence("E1", kind="กระดาษห่อยา")) == "กระดาษห่อยา"


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("ID-PHOTOS", True),
        ("รูปถ่ายหน้าตรง", True),
        ("รูปถ่ายเด็กหรือผู้ร้องสองรูป", True),
        ("สูติบัตร", False),
        ("", False),
    ],
)
def test_a_list_takes_a_paper_by_its_kind_or_by_the_words_of_the_list(
    kind: str, asked: bool
) -> None:
    assert asked_for(PHOTOS, Evidence("E1", kind=kind)) is asked


def test_a_line_without_a_kind_of_its_own_takes_nothing() -> None:
    line = {**PHOTOS, "paper": None}
    assert not asked_for(line, Evidence("E1", kind="รูปถ่ายเด็กหรือผู้ร้องสองรูป"))


@pytest.mark.parametrize("kind", ["ID-PHOTOS", "รูปถ่ายหน้าตรง"])
def test_a_paper_that_somebody_typed_is_no_longer_missing(kind: str) -> None:
    found = readiness(family(kind), "A", "BR-4", DAY)
    states = {one["name"]["en"]: one["state"] for one in found["papers"]}
    assert states["Two photos of the child or applicant"] == "held", states
    bare = readiness(family("สูติบัตร"), "A", "BR-4", DAY)
    assert "missing" in {one["state"] for one in bare["papers"]}


def test_a_passport_stays_back_by_its_thai_name_too() -> None:
    name = PAPERS["PASSPORT"].name.th
    told = family(name)
    assert more_held(told, (), ("foreign_documents",)) == ()
    assert more_held(told, ()) == (name,)


def test_two_tellings_that_agree_contradict_nothing() -> None:
    twice = "[{value: good, grade: documented, source: E1}, {value: good}]"
    differ = "[{value: good, grade: documented, source: E1}, {value: bad}]"
    assert contradictions(family("สูติบัตร", twice), "A") == []
    assert len(contradictions(family("สูติบัตร", differ), "A")) == 1


def test_what_contradicts_the_entry_is_the_ground_to_correct_it() -> None:
    case = read(
        """sathana: 1
case: X
persons:
  A:
    born: {date: 1970}
    mother: M
  M:
    born: {date: 1950}
evidence:
  E1: {kind: "สำเนารายการที่ผิด", contradicts: [A.born.date]}
  E2: {kind: "สูติบัตร", contradicts: [M.born.date]}
""",
        name="x",
    )
    for pathway, many in (("BR-4", 2), ("CO-1", 1), ("CO-1-NAT", 1)):
        found = readiness(case, "A", pathway, DAY)["contradictions"]
        assert len(found) == many, (pathway, found)
