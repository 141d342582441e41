"""Services: what they do, what they refuse, and that nothing is done by halves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import transaction
from tests.registry.house import House, consent, new_id, yesterday

from sathana.audit.models import Entry
from sathana.registry import errors, inside
from sathana.registry.given import NameGiven
from sathana.registry.models import Consent, Fact, Family, Household, Kinship, Person
from sathana.registry.selectors import families as list_of
from sathana.registry.selectors import persons as one
from sathana.registry.services import (
    consents,
    facts,
    families,
    households,
    kin,
    persons,
)


def test_a_family_is_opened_with_its_consent_and_told_to_the_chain(at: House) -> None:
    family = at.family("บ้านทดลองหนึ่ง", district="5706")
    assert (family.title, family.version, family.state) == ("บ้านทดลองหนึ่ง", 1, "open")
    [kept] = inside.consents(family)
    assert kept.purposes == ["record", "assess"]
    entry = Entry.objects.get(action="family.add")
    assert entry.subject == family.audit_name == entry.case
    assert entry.fields == "outline,consent"


def test_a_family_without_consent_to_record_is_refused(at: House) -> None:
    with pytest.raises(errors.ConsentMissingError) as caught:
        at.family(consent=consent(purposes=("share",)))
    assert set(caught.value.text) == {"th", "en"}
    assert not Family.rows.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"purposes": ()}, "purposes"),
        ({"witness": ""}, "witness"),
        ({"who": " "}, "who"),
        ({"given_on": yesterday() + timedelta(days=9)}, "given_on"),
        ({"until": yesterday() - timedelta(days=9)}, "until"),
        ({"how": "shouted"}, "how"),
    ],
)
def test_what_is_no_consent_is_refused(at: House, more: dict, field: str) -> None:
    family = at.family()
    with pytest.raises(errors.UnusableValueError) as caught:
        consents.give(reader=at.worker, family_id=family.id, consent=consent(**more))
    assert caught.value.field == field


def test_nobody_opens_a_family_in_a_team_of_others(at: House) -> None:
    with pytest.raises(errors.NotAllowedError):
        families.open_family(
            reader=at.steward, title="x", team_id=at.team.id, consent=consent()
        )


def test_a_stranger_does_not_see_that_a_family_is_there(at: House) -> None:
    family = at.family()
    person = at.person(family, "นามี จะหา")
    fact = facts.tell(reader=at.worker, person_id=person.id, path="sex", value="female")
    tries = (
        lambda: list_of.family(at.stranger, family.id),
        lambda: one.person(at.stranger, person.id),
        lambda: persons.add_person(
            reader=at.stranger, family_id=family.id, values={}, names=[]
        ),
        lambda: facts.withdraw(reader=at.stranger, fact_id=fact.id, version=1),
        lambda: families.close_family(
            reader=at.stranger, family_id=family.id, version=1
        ),
    )  # fmt: skip
    for attempt in tries:
        with pytest.raises(errors.NotVisibleError):
            attempt()


def test_a_person_has_names_number_and_a_label(at: House) -> None:
    family = at.family()
    person = persons.add_person(
        reader=at.worker,
        family_id=family.id,
        values={"group": "อาข่า", "languages": ["Akha", "Thai"], "contact": "ผ่านครู"},
        names=[
            NameGiven("thai", "อาผ่า  มาเยอะ"),
            NameGiven("romanised", "Apha Mayer", main=True),
        ],
        number="6-5701-00001-23-8".replace("-", ""),
    )
    shown = one.person(at.worker, person.id)
    assert shown.person.label == "P1"
    assert shown.person.called == "Apha Mayer"
    assert [name.text for name in shown.person.names or ()] == [
        "Apha Mayer", "อาผ่า มาเยอะ",
    ]  # fmt: skip
    assert shown.person.number == "6570100001238"
    assert shown.person.languages == ("Akha", "Thai")
    assert shown.hidden == frozenset()


def test_a_number_that_is_none_is_refused_and_nothing_is_kept(at: House) -> None:
    family = at.family()
    with pytest.raises(errors.UnusableValueError) as caught:
        at.person(family, "สมมติ", number="12")
    assert caught.value.field == "number"
    assert "12" not in str(caught.value)
    assert not Person.rows.exists()


def test_a_form_sent_twice_makes_one_record(at: House) -> None:
    ids = [new_id() for _ in range(6)]
    family = at.family(id=ids[0])
    assert at.family(id=ids[0]).id == family.id
    for _ in range(2):
        person = at.person(family, "นาโบ", id=ids[1])
        facts.tell(
            reader=at.worker, person_id=person.id, path="sex", value="male", id=ids[2]
        )
        consents.give(
            reader=at.worker, family_id=family.id, consent=consent(), id=ids[3]
        )
        mother = kin.add_relative(
            reader=at.worker, person_id=person.id, as_="mother", values={},
            names=[NameGiven("thai", "นาทอ")], id=ids[4],
        )  # fmt: skip
        households.keep_household(
            reader=at.worker, family_id=family.id, id=ids[5],
            values={"house": "12", "members": [{"person": mother.id}]},
        )  # fmt: skip
    counted = {
        model.__name__: model.rows.count()
        for model in (Family, Person, Fact, Consent, Kinship, Household)
    }
    assert counted == {
        "Family": 1, "Person": 2, "Fact": 1, "Consent": 2, "Kinship": 1, "Household": 1,
    }  # fmt: skip
    actions = list(Entry.objects.values_list("action", flat=True))
    assert len(actions) == len(set(actions)) + 1  # two persons were added


def test_an_id_of_another_family_gives_nothing_away(at: House) -> None:
    theirs = at.person(at.family(), "ใครสักคน")
    mine = at.family("อีกครอบครัว")
    with pytest.raises(errors.NotVisibleError):
        at.person(mine, "คนใหม่", id=theirs.id)


def test_two_editors_both_see_both_values(at: House) -> None:
    family = at.family("เดิม")
    families.change_family(
        reader=at.supervisor,
        family_id=family.id,
        version=1,
        values={"title": "ของหัวหน้า"},
    )
    with pytest.raises(errors.ConflictError) as caught:
        families.change_family(
            reader=at.worker, family_id=family.id, version=1, values={"title": "ของฉัน"}
        )
    clash = caught.value
    assert (clash.mine, clash.theirs) == ({"title": "ของฉัน"}, {"title": "ของหัวหน้า"})
    assert clash.version == 2
    assert "ของฉัน" not in str(clash)
    done = families.change_family(
        reader=at.worker, family_id=family.id, version=2, values={"title": "ของฉัน"}
    )
    assert done.version == 3


def test_the_same_change_twice_is_no_conflict(at: House) -> None:
    family = at.family("เดิม")
    for _ in range(2):
        changed = families.change_family(
            reader=at.worker, family_id=family.id, version=1, values={"title": "ใหม่"}
        )
    assert changed.version == 2


def test_names_are_replaced_and_conflict_as_a_whole(at: House) -> None:
    person = at.person(at.family(), "จะแฮ")
    persons.change_person(
        reader=at.worker, person_id=person.id, version=1, values={"group": "ลาหู่"},
        names=[NameGiven("thai", "จะแฮ"), NameGiven("school", "ธนา")],
    )  # fmt: skip
    shown = one.person(at.worker, person.id).person
    assert [name.text for name in shown.names or ()] == ["จะแฮ", "ธนา"]
    assert (shown.group, shown.version) == ("ลาหู่", 2)
    with pytest.raises(errors.ConflictError) as caught:
        persons.change_person(
            reader=at.worker, person_id=person.id, version=1, values={},
            names=[NameGiven("thai", "จะอือ")],
        )  # fmt: skip
    assert [n["text"] for n in caught.value.theirs["names"]] == ["จะแฮ", "ธนา"]
    assert [n["text"] for n in caught.value.mine["names"]] == ["จะอือ"]


def test_nothing_is_added_once_the_consent_is_taken_back(at: House) -> None:
    family = at.family()
    person = at.person(family, "นาสี")
    [agreed] = inside.consents(family)
    consents.withdraw(reader=at.worker, consent_id=agreed.id, version=1)
    with pytest.raises(errors.ConsentMissingError):
        at.person(family, "อีกคน")
    with pytest.raises(errors.ConsentMissingError):
        facts.tell(reader=at.worker, person_id=person.id, path="sex", value="male")
    consents.give(reader=at.worker, family_id=family.id, consent=consent())
    assert at.person(family, "อีกคน")


def test_who_took_back_their_own_consent_is_not_covered_by_the_family(
    at: House,
) -> None:
    family = at.family()
    person = at.person(family, "นาสี")
    own = consents.give(
        reader=at.worker, family_id=family.id, consent=consent(), person_id=person.id
    )
    consents.withdraw(reader=at.worker, consent_id=own.id, version=1)
    with pytest.raises(errors.ConsentMissingError):
        facts.tell(reader=at.worker, person_id=person.id, path="sex", value="male")


def test_a_fact_is_told_changed_and_withdrawn(at: House) -> None:
    person = at.person(at.family(), "นาสี")
    told = facts.tell(
        reader=at.worker, person_id=person.id, path="born.date", value="{be: 2518}",
        said_by="ย่า", said_on="2026-01-02",
    )  # fmt: skip
    assert told.value == "1975"
    changed = facts.change_fact(
        reader=at.worker, fact_id=told.id, version=1, value="1976", grade="witnessed"
    )
    assert (changed.value, changed.grade, changed.version) == ("1976", "witnessed", 2)
    with pytest.raises(errors.ConflictError) as caught:
        facts.change_fact(reader=at.worker, fact_id=told.id, version=1, value="1977")
    assert caught.value.theirs["value"] == "1976"
    facts.withdraw(reader=at.worker, fact_id=told.id, version=2)
    [shown] = one.person(at.worker, person.id).facts or ()
    assert shown.withdrawn_at is not None
    assert shown.text == "1976"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("born.date", "yesterday"),
        ("born.dat", "1975"),
        ("sex", "[a, b"),
        ("father", "P1"),
        ("stay", "[{kind: forever}]"),
        ("marriages", "[{to: Nobody, registered: 1999}]"),
        ("sex", "{value: male, grade: documented}"),
    ],
)
def test_a_value_that_is_none_says_why(at: House, path: str, value: str) -> None:
    person = at.person(at.family(), "นาสี")
    with pytest.raises(errors.UnusableValueError) as caught:
        facts.tell(reader=at.worker, person_id=person.id, path=path, value=value)
    assert caught.value.text["th"]
    assert caught.value.text["en"]
    assert value not in str(caught.value)
    assert caught.value.__cause__ is None


def test_nobody_becomes_their_own_ancestor(at: House) -> None:
    family = at.family()
    child, mother, elder = (at.person(family, n) for n in ("ลูก", "แม่", "ยาย"))
    relate = {"reader": at.worker, "role": "mother"}
    kin.relate(person_id=child.id, parent_id=mother.id, **relate)
    kin.relate(person_id=mother.id, parent_id=elder.id, **relate)
    for person, parent in ((elder, child), (elder, mother), (child, child)):
        with pytest.raises(errors.UnusableValueError):
            kin.relate(person_id=person.id, parent_id=parent.id, **relate)
    with pytest.raises(errors.UnusableValueError):
        kin.relate(person_id=child.id, parent_id=mother.id, **relate)


def test_a_relative_and_the_kinship_come_together_or_not_at_all(at: House) -> None:
    child = at.person(at.family(), "ลูก")
    with pytest.raises(errors.UnusableValueError):
        kin.add_relative(
            reader=at.worker, person_id=child.id, as_="father", values={},
            names=[NameGiven("thai", "พ่อ")], number="not a number",
        )  # fmt: skip
    assert Person.rows.count() == 1
    father = kin.add_relative(
        reader=at.worker, person_id=child.id, as_="father", values={},
        names=[NameGiven("thai", "พ่อ")],
    )  # fmt: skip
    grand = kin.add_relative(
        reader=at.worker, person_id=father.id, as_="child", role="father", values={},
        names=[NameGiven("thai", "ลูกอีกคน")],
    )  # fmt: skip
    with pytest.raises(errors.UnusableValueError):
        kin.add_relative(
            reader=at.worker, person_id=child.id, as_="father", values={}, names=[]
        )
    links = {
        (row.person_id, row.parent_id, row.role) for row in Kinship.rows.all()
    }  # fmt: skip
    assert links == {
        (child.id, father.id, "father"), (grand.id, father.id, "father"),
    }  # fmt: skip
    row = Kinship.rows.get(person=child)
    kin.change_kinship(
        reader=at.worker, kinship_id=row.id, version=1, values={"proof": "dna"}
    )
    kin.unrelate(reader=at.worker, kinship_id=row.id, version=2)
    assert Kinship.rows.count() == 1


def test_households_and_villages(at: House) -> None:
    family = at.family()
    person = at.person(family, "นาสี")
    village = households.add_village(
        reader=at.worker, name_th="บ้านสมมติ",
        earlier=[{"name": "บ้านเก่า", "until": "1967"}],
    )  # fmt: skip
    kept = households.keep_household(
        reader=at.worker, family_id=family.id,
        values={"village": str(village.id), "members": [{"person": str(person.id)}]},
    )  # fmt: skip
    households.keep_household(
        reader=at.worker, family_id=family.id, household_id=kept.id, version=1,
        values={"house": "7"},
    )  # fmt: skip
    [shown] = list_of.family(at.worker, family.id).households or ()
    assert (shown.house, shown.version) == ("7", 2)
    with pytest.raises(errors.UnusableValueError):
        households.keep_household(
            reader=at.worker, family_id=family.id,
            values={"members": [{"person": str(new_id())}]},
        )  # fmt: skip


def test_a_change_whose_entry_cannot_be_written_did_not_happen(
    at: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    family = at.family("เดิม")

    def broken(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    monkeypatch.setattr("sathana.audit.record.write_all", broken)
    with pytest.raises(OSError, match="full"), transaction.atomic():
        families.change_family(
            reader=at.worker, family_id=family.id, version=1, values={"title": "ใหม่"}
        )
    with pytest.raises(OSError, match="full"):
        at.person(family, "ใคร")
    assert Family.rows.get().title == "เดิม"
    assert not Person.rows.exists()


def test_nothing_personal_stands_in_the_chain(at: House) -> None:
    family = at.family("คำลับชื่อบ้าน")
    person = at.person(family, "คำลับชื่อคน", number="6570100001238")
    fact = facts.tell(
        reader=at.worker, person_id=person.id, path="born.place", value="คำลับที่เกิด"
    )
    facts.withdraw(reader=at.worker, fact_id=fact.id, version=1)
    list_of.page_of(at.worker, text="คำลับชื่อคน")
    list_of.family(at.worker, family.id)
    text = " ".join(map(str, Entry.objects.values_list()))
    for secret in ("คำลับ", "6570100001238", str(person.id), str(family.id)):
        assert secret not in text
    assert person.audit_name in text
