"""A class is screened by numbers: no name comes in, nobody else looks in."""

from __future__ import annotations

import re
import uuid
from datetime import date
from typing import Any

import pypdfium2
import pytest
from django.urls import reverse
from tests import worlds
from tests.casework.test_pages import browser, typed
from tests.registry.house import House, new_id

from sathana.accounts.decide import Action
from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.casework import schooling
from sathana.casework.models import ClassPupil, ClassSheet
from sathana.casework.selectors import school as selectors
from sathana.casework.services import school
from sathana.protection.models import RecordKey
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    NotAllowedError,
    NotVisibleError,
    UnusableValueError,
)
from sathana.registry.models import Consent, Draft
from sathana.registry.services import erasing

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 25)
NAME = "หมี่จู สมมติ"


def a_sheet(at: House, **more: Any) -> ClassSheet:
    values = {"title": "ป.4 สมมติ", "size": 12, "youngest": 9, "oldest": 11, **more}
    return school.open_sheet(reader=at.worker, values=values, id=new_id())


def note(at: House, sheet: ClassSheet, number: str = "7", **more: Any) -> ClassPupil:
    reader, version = more.pop("reader", at.worker), more.pop("version", 0)
    told = {"born": "thailand", "mother": "thai", "certificate": "no", **more}
    return school.note(
        reader=reader, sheet_id=sheet.id, number=number, version=version, told=told
    )


def text_of(made: bytes) -> str:
    document = pypdfium2.PdfDocument(made)
    return "".join(page.get_textpage().get_text_bounded() for page in document)


def test_there_is_no_field_for_words_about_a_pupil(at: House) -> None:
    plain = {field.name for field in ClassPupil._meta.local_fields}
    assert plain == {
        *("id", "organisation", "key", "made_by", "made_at", "changed_by"),
        *("changed_at", "version", "sheet", "number", "family", "told"),
    }
    for _, choices in schooling.QUESTIONS.values():
        assert "unknown" in choices
    sheet = a_sheet(at)
    with pytest.raises(UnusableValueError):
        note(at, sheet, born=NAME)
    row = note(at, sheet, notes=NAME)
    assert set(row.told) == set(schooling.QUESTIONS)


@pytest.mark.parametrize("typed_", [NAME, "7 หมี่จู", "Mi", "", "-1", "0", "13", "๑๓"])
def test_only_numbers_of_the_list_are_taken(at: House, typed_: str) -> None:
    sheet = a_sheet(at)
    with pytest.raises(UnusableValueError) as refused:
        note(at, sheet, typed_)
    assert refused.value.field == "number"
    assert "หมี่" not in str(refused.value.text)
    assert not ClassPupil.rows.exists()


def test_a_name_that_was_typed_is_kept_nowhere(at: House) -> None:
    sheet = a_sheet(at)
    client = browser(at.worker)
    address = reverse("case-class-note", args=[sheet.id])
    page = client.post(address, typed(number=NAME, born="thailand"))
    assert page.status_code == 422
    assert not Draft.objects.exists()
    assert not ClassPupil.rows.exists()
    text = client.get(address).content.decode()
    assert "หมี่จู" not in text
    assert "data-draft" not in text


def test_thai_digits_are_numbers(at: House) -> None:
    assert note(at, a_sheet(at), "๗").number == 7


def test_a_number_is_noted_once_and_changed_with_its_version(at: House) -> None:
    sheet = a_sheet(at)
    row = note(at, sheet)
    assert note(at, sheet).id == row.id
    with pytest.raises(ConflictError):
        note(at, sheet, mother="none")
    changed = note(at, sheet, mother="none", version=1)
    assert (changed.id, changed.version, changed.told["mother"]) == (row.id, 2, "none")
    with pytest.raises(ConflictError):
        note(at, sheet, mother="6", version=1)


def test_the_law_pack_says_what_may_open_and_what_to_ask(at: House) -> None:
    thai = schooling.screened({"born": "thailand", "mother": "thai"}, [9, 11], DAY)
    assert "Thai" in thai.sentence["en"]
    nothing = schooling.screened({}, [], DAY)
    assert nothing.sentence != thai.sentence
    assert len(nothing.missing) == len(schooling.QUESTIONS)
    assert {title["en"] for title in thai.missing} == {
        "Birth certificate", "The father’s card", "G code",
        "First digit of the number",
    }  # fmt: skip
    for found in (thai, nothing):
        assert found.opens
        assert 1 <= len(found.asks) <= 2
        marks = {one.verified for one in found.opens}
        assert marks <= {"seen", "partly", "unverified"}
    held = schooling.screened(
        {"born": "thailand", "mother": "thai", "certificate": "yes"}, [9, 11], DAY
    )
    assert not any(one.id.startswith("BR-") for one in held.opens)
    assert "lawyer" in schooling.warning()["en"]


@pytest.mark.parametrize("card", list(schooling.QUESTIONS["mother"][1]))
@pytest.mark.parametrize("born", list(schooling.QUESTIONS["born"][1]))
def test_every_answer_can_be_read_by_the_engine(card: str, born: str) -> None:
    digit = card if card.isdecimal() else "none"
    told = {"born": born, "mother": card, "father": card, "digit": digit}
    found = schooling.screened(told, [], DAY)
    assert found.sentence["th"]


def test_the_sheet_shows_each_number_and_the_next_one(at: House) -> None:
    sheet = a_sheet(at)
    note(at, sheet, "1")
    note(at, sheet, "3")
    view = selectors.one(at.worker, sheet.id)
    assert view.following == 2
    assert [one.number for one in view.pupils if one.found] == [1, 3]
    assert len(view.pupils) == 12


def test_nobody_else_looks_in(at: House) -> None:
    sheet = a_sheet(at)
    row = note(at, sheet)
    colleague = worlds.account(at.organisation, Role.CASEWORKER, team=at.team)
    others = [at.stranger, at.steward, worlds.reader_of(colleague)]
    for reader in others:
        with pytest.raises(NotVisibleError):
            selectors.one(reader, sheet.id)
        with pytest.raises(NotVisibleError):
            selectors.pupil_of(reader, row.id, Action.CHANGE)
        with pytest.raises(NotVisibleError):
            note(at, sheet, "5", reader=reader)
        with pytest.raises(NotVisibleError):
            school.end(reader=reader, sheet_id=sheet.id)
    assert selectors.one(at.supervisor, sheet.id).title == "ป.4 สมมติ"
    assert selectors.listed(at.stranger) == ()
    assert [line.id for line in selectors.listed(at.supervisor)] == [sheet.id]
    with pytest.raises(NotVisibleError):
        selectors.listed(at.steward)
    with pytest.raises(NotAllowedError):
        school.open_sheet(reader=at.steward, values={"title": "x", "size": 2})


def test_a_number_becomes_a_family_by_consent_and_by_whoever_may(at: House) -> None:
    sheet = a_sheet(at)
    row = note(at, sheet)
    family = at.family()
    asked: dict[str, Any] = {
        "pupil_id": row.id,
        "version": row.version,
        "family_id": family.id,
    }
    for reader in (at.stranger, at.steward):
        with pytest.raises(NotVisibleError):
            school.link(reader=reader, **asked)
    silent = at.family()
    Consent.rows.filter(family=silent).update(withdrawn_at=at.worker.now)
    with pytest.raises(ConsentMissingError):
        school.link(reader=at.worker, **{**asked, "family_id": silent.id})
    school.link(reader=at.worker, **asked)
    now = ClassPupil.rows.get(id=row.id)
    assert (now.family_id, now.told) == (family.id, {})
    with pytest.raises(UnusableValueError):
        note(at, sheet)
    line = selectors.one(at.worker, sheet.id).pupils[6]
    assert (line.taken_up, line.family_id, line.found) == (True, family.id, None)
    assert Entry.objects.filter(action="class.link", kind="family").exists()


def test_whoever_does_not_see_the_family_does_not_learn_which(at: House) -> None:
    sheet = a_sheet(at)
    row = note(at, sheet)
    chief = at.supervisor
    elsewhere = worlds.team(at.organisation, "ทีมอื่น")
    family = at.family()
    type(family).rows.filter(id=family.id).update(team=elsewhere)
    school.link(
        reader=at.worker, pupil_id=row.id, version=row.version, family_id=family.id
    )
    line = selectors.one(chief, sheet.id).pupils[6]
    assert (line.taken_up, line.family_id) == (True, None)


def test_erasing_the_family_takes_its_number(at: House) -> None:
    sheet = a_sheet(at)
    row, other = note(at, sheet), note(at, sheet, "8")
    family = at.family()
    school.link(
        reader=at.worker, pupil_id=row.id, version=row.version, family_id=family.id
    )
    erasing.erase_family(reader=at.supervisor, family_id=family.id, reason="asked")
    assert [one.id for one in ClassPupil.rows.all()] == [other.id]


def test_ending_a_sheet_destroys_it(at: House) -> None:
    sheet = a_sheet(at)
    note(at, sheet)
    school.end(reader=at.worker, sheet_id=sheet.id)
    assert not ClassSheet.rows.exists()
    assert not ClassPupil.rows.exists()
    assert not RecordKey.objects.filter(id=sheet.key).exists()
    assert Entry.objects.filter(action="class.erase").exists()


def test_the_chain_knows_neither_numbers_nor_counts(at: House) -> None:
    sheet = a_sheet(at)
    note(at, sheet)
    selectors.one(at.worker, sheet.id)
    rows = Entry.objects.filter(action__startswith="class.")
    assert rows.count() >= 3
    for entry in rows:
        assert (entry.kind, entry.subject) == ("class", sheet.audit_name)
        assert entry.purpose == ""


def test_the_papers_hold_numbers_only(at: House) -> None:
    sheet = a_sheet(at, title="โรงเรียนบ้านสมมติ")
    note(at, sheet, "7", mother="6")
    client = browser(at.worker)
    for name in ("blank", "result"):
        page = client.get(reverse(f"case-class-{name}", args=[sheet.id]))
        assert page.headers["Content-Type"] == "application/pdf"
        text = text_of(page.content)
        assert sheet.code in text
        assert "โรงเรียนบ้านสมมติ" not in re.sub(r"\s", "", text)
        assert page.headers["Content-Disposition"].count(sheet.code) == 1


def test_a_number_that_became_a_family_is_not_on_the_sheet_back(at: House) -> None:
    sheet = a_sheet(at)
    row = note(at, sheet, "11")
    note(at, sheet, "12")
    family = at.family()
    school.link(
        reader=at.worker, pupil_id=row.id, version=row.version, family_id=family.id
    )
    page = browser(at.worker).get(reverse("case-class-result", args=[sheet.id]))
    lines = text_of(page.content).split()
    assert "12" in lines
    assert "11" not in lines


def test_a_class_is_screened_by_forms_alone(at: House) -> None:
    client = browser(at.worker)
    answer = client.post(
        reverse("case-class-new"), typed(title="ป.4", size="3", stays="on")
    )
    sheet = ClassSheet.rows.get()
    home = reverse("case-class", args=[sheet.id])
    assert answer.headers["Location"].endswith(home)
    address = reverse("case-class-note", args=[sheet.id])
    for number in ("1", "2", "3"):
        page = client.post(address, typed(number=number, born="thailand", mother="6"))
        assert page.status_code == 302
    family = at.family()
    pupil = ClassPupil.rows.get(number=2)
    page = client.post(
        reverse("case-class-link", args=[pupil.id]),
        typed(version=pupil.version, family=str(family.id), consents="on"),
    )
    assert page.status_code == 302
    for language in ("", "/en"):
        for at_ in (home, reverse("case-classes"), reverse("case-class-new"), address):
            text = client.get(language + at_).content.decode()
            assert text.count("button--primary") == 1, at_
            assert "style=" not in text
    text = client.get(home).content.decode()
    assert reverse("family", args=[family.id]) in text
    assert "button--primary" in client.get(home + "end/").content.decode()
    assert client.post(reverse("case-class-end", args=[sheet.id])).status_code == 302
    assert client.get(home).status_code == 404


def test_the_same_form_twice_is_one_sheet(at: House) -> None:
    id_ = new_id()
    values = {"title": "ป.4", "size": 3}
    for _ in range(2):
        school.open_sheet(reader=at.worker, values=values, id=id_)
    assert ClassSheet.rows.count() == 1
    with pytest.raises(NotVisibleError):
        school.open_sheet(reader=at.stranger, values=values, id=id_)


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": " "}, "title"),
        ({"size": 0}, "size"),
        ({"size": 81}, "size"),
        ({"size": "ป.4"}, "size"),
        ({"oldest": 90}, "youngest"),
    ],
)
def test_a_sheet_that_cannot_be_kept_says_why(
    at: House, values: dict[str, Any], field: str
) -> None:
    with pytest.raises(UnusableValueError) as refused:
        a_sheet(at, **values)
    assert refused.value.field == field


def test_a_line_that_is_not_there_is_not_there(at: House) -> None:
    with pytest.raises(NotVisibleError):
        selectors.pupil_of(at.worker, uuid.uuid4(), Action.CHANGE)
