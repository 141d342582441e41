"""Assessments: kept with their law and facts, stale when one of them changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.generative.case_files import SAMPLES
from tests.registry.house import House, consent

from sathana.audit.models import Entry
from sathana.law import load
from sathana.registry import contradictions, dossier, errors, inside
from sathana.registry.given import NameGiven
from sathana.registry.models import Assessment, Family, Person
from sathana.registry.selectors import families as list_of
from sathana.registry.services import (
    assessing,
    consents,
    facts,
    importing,
    kin,
    persons,
)

DAY = date(2007, 12, 31)


@pytest.fixture
def family(at: House) -> Family:
    return importing.family_from_case_file(
        reader=at.worker, data=SAMPLES[0].encode(), title="บ้านทดลอง",
        team_id=at.team.id, consent=consent(),
    )  # fmt: skip


def labelled(family: Family) -> dict[str, Person]:
    return {row.label: row for row in inside.persons(family)}


def assess(at: House, family: Family) -> Assessment:
    return assessing.assess(reader=at.worker, family_id=family.id, as_of=DAY)


def test_an_assessment_is_kept_with_its_law_and_its_facts(
    at: House, family: Family
) -> None:
    kept = assess(at, family)
    assert kept.law_version == load.pack().version
    assert (kept.as_of, kept.law_at) == (DAY, DAY)
    shown = assessing.latest(at.worker, family.id)
    assert shown is not None
    assert set(shown.answer["persons"]) == {"P", "M", "F", "GM", "GF"}
    assert shown.people["P"] == labelled(family)["P"].id
    view = list_of.family(at.worker, family.id)
    by_label = {person.label: person for person in view.persons}
    answer = shown.answer["persons"]["P"]["thai"]["answer"]
    assert by_label["P"].thai == answer
    assert view.staleness is not None
    assert not view.staleness
    [line] = list_of.page_of(at.worker).lines
    assert line.assessed
    actions = set(Entry.objects.values_list("action", flat=True))
    assert {"family.assess", "assessment.view"} <= actions


def test_nothing_is_assessed_without_consent_to_it(at: House) -> None:
    family = at.family(consent=consent(purposes=("record",)))
    at.person(family, "นาสี")
    with pytest.raises(errors.ConsentMissingError):
        assessing.assess(reader=at.worker, family_id=family.id)
    consents.give(reader=at.worker, family_id=family.id, consent=consent())
    assert assessing.assess(reader=at.worker, family_id=family.id)


def test_what_was_told_since_makes_it_stale_and_is_said(
    at: House, family: Family
) -> None:
    kept = assess(at, family)
    people = labelled(family)
    facts.tell(
        reader=at.worker, person_id=people["P"].id, path="registers",
        value="[{kind: TR13, from: 1999}]",
    )  # fmt: skip
    row = inside.facts(family).filter(person=people["M"])
    born = next(fact for fact in row if fact.path == "born.date")
    facts.change_fact(reader=at.worker, fact_id=born.id, version=1, value="1951")
    gone = next(fact for fact in row if fact.path == "legitimation")
    facts.withdraw(reader=at.worker, fact_id=gone.id, version=1)
    kin.add_relative(
        reader=at.worker, person_id=people["F"].id, as_="mother", values={},
        names=[NameGiven("thai", "ย่าใหม่")],
    )  # fmt: skip
    found = assessing.stale(at.worker, kept)
    assert found.facts_changed
    assert not found.law_changed
    english = " / ".join(text["en"] for text in found.changes)
    assert "ย่าใหม่ was added" in english
    assert "changed from 1950 to 1951" in english
    assert "was withdrawn" in english
    assert "TR13" in english
    assert all(text["th"] for text in found.changes)
    view = list_of.family(at.worker, family.id)
    assert view.staleness == found
    again = assess(at, family)
    assert not assessing.stale(at.worker, again)


def test_a_name_or_a_note_makes_nothing_stale(at: House, family: Family) -> None:
    kept = assess(at, family)
    person = labelled(family)["P"]
    persons.change_person(
        reader=at.worker, person_id=person.id, version=1, values={"notes": "โทรหาครู"},
        names=[NameGiven("thai", "มะลิใหม่")],
    )  # fmt: skip
    assert not assessing.stale(at.worker, kept)


def test_another_law_makes_it_stale_and_is_said(at: House, family: Family) -> None:
    kept = assess(at, family)
    with load.using(replace(load.pack(), version="th@2027.1")):
        found = assessing.stale(at.worker, kept)
    assert found.law_changed
    assert not found.facts_changed
    assert "th@2027.1" in found.changes[0]["en"]


def test_answers_that_turned_are_told(at: House, family: Family) -> None:
    assess(at, family)
    person = labelled(family)["GM"]
    row = next(
        f for f in inside.facts(family).filter(person=person) if f.path == "thai"
    )
    facts.change_fact(reader=at.worker, fact_id=row.id, version=1, value="yes")
    assess(at, family)
    shown = assessing.latest(at.worker, family.id)
    assert shown is not None
    turned = {(one["person"], one["key"]) for one in shown.turned}
    assert (str(person.id), "thai") in turned


def test_which_paper_helps_whom(at: House, family: Family) -> None:
    assess(at, family)
    helps = assessing.papers_that_help(list_of.family(at.worker, family.id))
    assert helps
    counts = [len(one.helps) for one in helps]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] >= 2
    ids = {person.id for person in labelled(family).values()}
    for one in helps:
        assert set(one.helps) <= ids
        assert one.papers
        assert one.text["th"]
        assert one.text["en"]


def test_what_cannot_be_true_together_is_listed_and_does_not_stop_the_law(
    at: House,
) -> None:
    family = at.family()
    child, mother = at.person(family, "ลูก"), at.person(family, "แม่")
    tell = {"reader": at.worker}
    facts.tell(person_id=child.id, path="born.date", value="1950", **tell)
    facts.tell(person_id=mother.id, path="born.date", value="1960", **tell)
    facts.tell(person_id=mother.id, path="sex", value="male", said_by="ลุง", **tell)
    facts.tell(person_id=mother.id, path="sex", value="female", said_by="ป้า", **tell)
    kin.relate(reader=at.worker, person_id=child.id, parent_id=mother.id, role="mother")
    view = list_of.family(at.worker, family.id)
    found = contradictions.of_family(view)
    paths = {(one.person_id, one.path) for one in found}
    assert paths == {(child.id, "born.date"), (mother.id, "sex")}
    [told] = [one for one in found if one.path == "sex"]
    assert set(told.values) == {("male", "ลุง"), ("female", "ป้า")}
    case = dossier.case_file(at.worker, family.id)
    assert case.persons["P1"].told["born.date"].value is None
    assert assessing.assess(reader=at.worker, family_id=family.id)
    # Who sees no facts is told of no contradiction between them.
    assert contradictions.of_family(list_of.family(at.steward, family.id)) == []


def test_the_better_proof_stands_when_two_values_clash(at: House) -> None:
    family = at.family()
    child, father = at.person(family, "ลูก"), at.person(family, "พ่อ")
    for person, value, grade in (
        (child, "1950", "claimed"),
        (father, "1960", "witnessed"),
    ):
        facts.tell(
            reader=at.worker, person_id=person.id, path="born.date", value=value,
            grade=grade,
        )  # fmt: skip
    kin.relate(reader=at.worker, person_id=child.id, parent_id=father.id, role="father")
    case = dossier.case_file(at.worker, family.id)
    assert case.persons["P1"].told["born.date"].value is None
    assert case.persons["P2"].told["born.date"].value is not None


def test_somebody_who_does_not_know_contradicts_nobody(at: House) -> None:
    person = at.person(at.family(), "นาสี")
    for value in ("unknown", "1975"):
        facts.tell(reader=at.worker, person_id=person.id, path="born.date", value=value)
    case = dossier.case_file(at.worker, person.family_id)
    assert case.persons["P1"].told["born.date"].value is not None
    assert not case.persons["P1"].told["born.date"].others


def test_lists_told_in_parts_are_put_together(at: House) -> None:
    person = at.person(at.family(), "นาสี")
    for value, grade in (
        ("[{kind: TR13, from: 1999}]", "witnessed"),
        ("[{kind: TR14, from: 2010}]", "claimed"),
    ):
        facts.tell(
            reader=at.worker, person_id=person.id, path="registers", value=value,
            grade=grade,
        )  # fmt: skip
    told = dossier.case_file(at.worker, person.family_id).persons["P1"].told
    kinds = [(one.kind, one.grade.name) for one in told["registers"].value]
    assert kinds == [("TR13", "WITNESSED"), ("TR14", "CLAIMED")]
