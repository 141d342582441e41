"""Erasing: who may, what goes, what stays, what the chain says."""

from __future__ import annotations

import uuid
from typing import Any

import pytest
from django.http import QueryDict
from tests import worlds
from tests.registry.house import House, house

from sathana.accounts import kept
from sathana.accounts.models import Account, KeptForm
from sathana.audit.models import Entry
from sathana.files import store
from sathana.protection import keys
from sathana.protection.models import RecordKey, Tombstone
from sathana.registry import drafts
from sathana.registry.errors import (
    NotAllowedError,
    NotVisibleError,
    StepUpError,
    UnusableValueError,
)
from sathana.registry.models import (
    Assessment,
    Draft,
    Event,
    Evidence,
    Fact,
    Family,
    Household,
    Kinship,
    Name,
    NameKey,
    Person,
    StoredFile,
)
from sathana.registry.reader import Reader
from sathana.registry.services import (
    assessing,
    erasing,
    evidence,
    facts,
    households,
    kin,
)

ROWS = (Person, Name, Fact, Event, Kinship, Evidence, StoredFile, Household, Assessment)


@pytest.fixture
def at(db: None, tmp_path: Any, settings: Any) -> House:
    settings.SATHANA_DATA = tmp_path
    return house()


class Stored:
    """A family of two, with something of each kind."""

    def __init__(self, at: House) -> None:
        self.at, reader = at, at.worker
        self.family = at.family("บ้านสมมติ", notes="จด")
        self.child = at.person(self.family, "น้อย สมมติ", number="6973515000014")
        self.mother = at.person(self.family, "แม่ สมมติ")
        facts.tell(
            reader=reader, person_id=self.child.id, path="born.place", value="ที่นา"
        )
        kin.relate(
            reader=reader,
            person_id=self.child.id,
            parent_id=self.mother.id,
            role="mother",
            said_by="แม่ สมมติ",
        )
        households.keep_household(
            reader=reader,
            family_id=self.family.id,
            values={
                "members": [
                    {"person": str(one.id), "from": "", "until": ""}
                    for one in (self.child, self.mother)
                ]
            },
        )
        self.own = self.paper(self.child.id)
        self.shared = self.paper(None)
        assessing.assess(reader=reader, family_id=self.family.id)
        typed = QueryDict("name=น้อย")
        drafts.keep(reader, "person-edit", str(self.child.id), typed)
        kept.keep(reader.actor.id, f"/persons/{self.child.id}/edit/", typed)

    def paper(self, person: uuid.UUID | None) -> Evidence:
        pairs = [[str(one.id), "born.place"] for one in (self.child, self.mother)]
        return evidence.attach(
            reader=self.at.worker,
            family_id=self.family.id,
            values={"person_id": person, "kind": "photo", "supports": pairs},
            upload=photo(),
            file_name="a.png",
        )


def photo() -> bytes:
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (9, 9), "navy").save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def stored(at: House) -> Stored:
    return Stored(at)


def blobs() -> set[str]:
    return {one.name for one in store.root().glob("??/*")}


def test_a_family_goes_whole(
    stored: Stored, django_capture_on_commit_callbacks: Any
) -> None:
    before = {row.key for model in ROWS for row in model.rows.all()}
    assert len(blobs()) == 4
    with django_capture_on_commit_callbacks(execute=True):
        told = erasing.erase_family(
            reader=stored.at.supervisor, family_id=stored.family.id, reason="asked"
        )
    assert (told.persons, told.files, told.drafts) == (2, 4, 2)
    for model in (Family, *ROWS):
        assert not model.rows.exists()
    assert not NameKey.objects.exists()
    assert not Draft.objects.exists()
    assert not KeptForm.objects.exists()
    assert not RecordKey.objects.filter(id__in=before).exists()
    assert not RecordKey.objects.exists()
    assert blobs() == set()
    buried = {stored.family.id, stored.child.id, stored.mother.id}
    assert set(Tombstone.objects.values_list("id", flat=True)) == buried


def test_a_person_goes_and_the_others_stay(
    stored: Stored, django_capture_on_commit_callbacks: Any
) -> None:
    family_key = Family.rows.get().key
    with django_capture_on_commit_callbacks(execute=True):
        told = erasing.erase_person(
            reader=stored.at.supervisor, person_id=stored.child.id, reason="withdrawn"
        )
    keys.forget_all()
    assert (told.kind, told.persons, told.files) == ("person", 1, 2)
    assert [one.id for one in Person.rows.all()] == [stored.mother.id]
    assert [one.text for one in Name.rows.all()] == ["แม่ สมมติ"]
    assert not Fact.rows.exists()
    assert not Kinship.rows.exists()
    assert not Assessment.rows.exists()
    assert not NameKey.objects.filter(person=stored.child.id).exists()
    home, paper, family = Household.rows.get(), Evidence.rows.get(), Family.rows.get()
    assert [one["person"] for one in home.members] == [str(stored.mother.id)]
    assert paper.supports == [[str(stored.mother.id), "born.place"]]
    assert (family.title, family.notes) == ("บ้านสมมติ", "จด")
    assert family.key == family_key
    alive = set(RecordKey.objects.values_list("id", flat=True))
    assert alive == {family_key, stored.mother.key, stored.shared.key}
    assert len(blobs()) == 2


def test_a_mother_goes_and_her_child_stays_as_it_was(
    stored: Stored,
) -> None:
    erasing.erase_person(
        reader=stored.at.supervisor, person_id=stored.mother.id, reason="safety"
    )
    keys.forget_all()
    child = Person.rows.get()
    assert child.key == stored.child.key
    assert not Kinship.rows.exists()
    assert {one.path: one.value for one in Fact.rows.all()}["born.place"] == "ที่นา"
    assert Name.rows.get().text == "น้อย สมมติ"


def test_the_chain_says_so_and_keeps_only_pseudonyms(stored: Stored) -> None:
    name, of = stored.child.audit_name, stored.family.audit_name
    erasing.erase_person(
        reader=stored.at.supervisor, person_id=stored.child.id, reason="mistake"
    )
    entry = Entry.objects.order_by("seq").last()
    assert (entry.action, entry.purpose) == ("person.erase", "mistake")
    assert (entry.subject, entry.case) == (name, of)


def test_who_may_not_erase_erases_nothing(stored: Stored) -> None:
    at, count = stored.at, RecordKey.objects.count()
    tired = worlds.reader_of(
        Account.objects.get(id=at.supervisor.actor.id), fresh=False
    )
    tries: list[tuple[Reader, type[Exception]]] = [
        (at.worker, NotAllowedError),
        (at.stranger, NotVisibleError),
        (tired, StepUpError),
    ]
    for reader, refused in tries:
        with pytest.raises(refused):
            erasing.erase_family(
                reader=reader, family_id=stored.family.id, reason="asked"
            )
        with pytest.raises(refused):
            erasing.erase_person(
                reader=reader, person_id=stored.child.id, reason="asked"
            )
    assert RecordKey.objects.count() == count
    assert not Tombstone.objects.exists()


def test_a_reason_is_a_code(stored: Stored) -> None:
    with pytest.raises(UnusableValueError):
        erasing.erase_family(
            reader=stored.at.supervisor,
            family_id=stored.family.id,
            reason="because of Mr. Somchai",
        )


def test_what_is_not_there_is_not_visible(at: House) -> None:
    for erase in (
        lambda one: erasing.erase_family(
            reader=at.supervisor, family_id=one, reason="asked"
        ),
        lambda one: erasing.erase_person(
            reader=at.supervisor, person_id=one, reason="asked"
        ),
    ):
        with pytest.raises(NotVisibleError):
            erase(uuid.uuid4())


def test_other_families_are_left_alone(stored: Stored) -> None:
    other = stored.at.family("อีกบ้าน")
    person = stored.at.person(other, "อีกคน")
    erasing.erase_family(
        reader=stored.at.supervisor, family_id=stored.family.id, reason="retention"
    )
    keys.forget_all()
    assert Family.rows.get().title == "อีกบ้าน"
    assert Name.rows.get(person=person).text == "อีกคน"
