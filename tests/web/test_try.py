"""Try a family: begin, answer, see the change, save, load, and lose nothing."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from tests.web.pages import SMALL_FAMILY

from sathana.facts.casefile import read
from sathana.facts.model import CaseFile, Event, Happened, Parent
from sathana.logic.truth import Truth

TRY = "/en/try/"


def hidden(response: HttpResponse, name: str) -> str:
    """Return what a hidden field of the page carries."""
    found = re.search(rf'name="{name}" value="([^"]*)"', response.text)
    assert found, f"no field {name}"
    return unescape(found[1])


def family(response: HttpResponse) -> CaseFile:
    """Return the family that travels in the page."""
    return read(hidden(response, "case"), name="")


def step(client: Client, case: str = SMALL_FAMILY, **fields: str) -> HttpResponse:
    """Press one button with a family."""
    return client.post(TRY, {"case": case, "asked": "P", **fields})


def test_the_first_form_makes_a_family_of_three(client: Client) -> None:
    response = client.post(
        TRY,
        {
            "do": "start",
            "p-name": "น้อย",
            "p-born-year": "2518",
            "p-born-month": "3",
            "p-born-day": "2",
            "p-country": "TH",
            "m-born-year": "๒๔๙๓",
            "m-country": "TH",
            "f-thai": "no",
            "p-parents_marriage": "never",
        },
    )
    case = family(response)
    assert set(case.persons) == {"P", "M", "F"}
    assert case.persons["P"].name["th"] == "น้อย"
    assert case.persons["F"].told["thai"].value is Truth.NO
    marriage = case.persons["P"].told["parents_marriage"].value
    assert isinstance(marriage, Event)
    assert marriage.happened is Happened.NEVER
    assert "answer__sentence" in response.text


def test_an_empty_first_form_is_an_answer_too(client: Client) -> None:
    response = client.post(TRY, {"do": "start"})
    assert response.status_code == 200
    assert "Not known yet" in response.text
    assert "The next question" in response.text


def test_a_parent_nobody_can_find_is_no_person(client: Client) -> None:
    response = client.post(TRY, {"do": "start", "f-known": "unidentifiable"})
    case = family(response)
    assert set(case.persons) == {"P", "M"}
    assert case.persons["P"].told["father"].value is Parent.UNIDENTIFIABLE


def test_a_bad_date_keeps_everything_that_was_typed(client: Client) -> None:
    fields = {"do": "start", "p-name": "Noi", "p-born-day": "31", "p-born-month": "2"}
    response = client.post(TRY, {**fields, "p-born-year": "2518", "m-country": "TH"})
    assert response.status_code == 422
    assert 'value="Noi"' in response.text
    assert 'value="31"' in response.text
    assert "there is no day 31" in response.text


def test_an_answer_changes_the_answer_and_both_are_shown(client: Client) -> None:
    response = step(client, do="answer", fact="M.thai", at="1975-03-02", choice="yes")
    assert response.status_code == 200
    assert "The answer has changed" in response.text
    change = response.text.partition('class="change"')[2].partition("</div>")[0]
    assert "<span>Thai</span>" in change


def test_dont_know_is_kept_and_not_asked_again(client: Client) -> None:
    first = client.post(TRY, {"do": "start"})
    fact = hidden(first, "fact")
    again = client.post(
        TRY,
        {
            "case": hidden(first, "case"),
            "asked": "P",
            "do": "answer",
            "fact": fact,
            "choice": "unknown",
        },
    )
    assert 'name="fact"' not in again.text or hidden(again, "fact") != fact


def test_no_question_comes_twice_when_nobody_knows(client: Client) -> None:
    response, asked = client.post(TRY, {"do": "start"}), []
    for _ in range(10):
        asked.append(hidden(response, "fact"))
        fields = {name: hidden(response, name) for name in ("case", "fact", "at")}
        fields |= {"asked": "P", "do": "answer", "choice": "unknown"}
        response = client.post(TRY, fields)
        assert response.status_code == 200
    assert len(set(asked)) == len(asked)
    assert set(family(response).persons) == {"P", "M", "F"}


def test_undo_brings_the_family_back(client: Client) -> None:
    told = step(client, do="answer", fact="M.thai", at="", choice="no")
    fields = {name: hidden(told, name) for name in ("case", "before", "asked")}
    undone = client.post(TRY, {**fields, "do": "undo"})
    assert family(undone) == read(SMALL_FAMILY, name="")


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        ("P.sex", {"choice": "male"}),
        ("P.born.country", {"choice": "abroad"}),
        ("P.born.date", {"choice": "given", "on-year": "2519"}),
        ("P.parents_marriage", {"choice": "yes", "relative": "after_birth"}),
        ("M.entered", {"choice": "yes", "on-year": "1945"}),
        ("M.stay", {"choice": "unpermitted"}),
        ("M.stay", {"choice": "permanent", "from-year": "1945", "until-year": "1990"}),
        ("P.registers", {"choice": "TR38K", "from-year": "2548"}),
        ("P.registers", {"choice": "none"}),
        ("P.residence", {"choice": "yes", "always": "1"}),
        ("P.alien_certificate", {"choice": "yes", "by": "self", "voluntary": "yes"}),
        ("P.alien_certificate", {"choice": "never"}),
        ("P.orders", {"choice": "given", "kind": "revoked", "on-year": "1974"}),
        ("P.orders", {"choice": "none"}),
        ("P.marriages", {"choice": "none"}),
        ("P.convictions", {"choice": "none"}),
        ("M.father", {"choice": "new"}),
        ("M.mother", {"choice": "unidentifiable"}),
        ("M.father.thai", {"choice": "yes"}),
        ("P.education", {"choice": "bachelor"}),
        ("P.group", {"choice": "given", "typed": "50"}),
    ],
)
def test_every_kind_of_question_can_be_answered(
    client: Client, fact: str, fields: dict[str, str]
) -> None:
    response = step(client, do="answer", fact=fact, at="1975-03-02", **fields)
    assert response.status_code == 200, response.text
    assert family(response) != read(SMALL_FAMILY, name="")


@pytest.mark.parametrize(
    ("fact", "fields"),
    [
        ("M.thai", {}),
        ("M.thai", {"choice": "perhaps"}),
        ("P.born.date", {"choice": "given"}),
        ("P.born.date", {"choice": "given", "on-year": "abcd"}),
        ("P.group", {"choice": "given"}),
        ("P.orders", {"choice": "given", "kind": "nonsense"}),
        ("X.thai", {"choice": "yes"}),
        ("", {"choice": "yes"}),
    ],
)
def test_an_answer_that_cannot_be_taken_says_why_and_keeps_the_family(
    client: Client, fact: str, fields: dict[str, str]
) -> None:
    response = step(client, do="answer", fact=fact, **fields)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert family(response) == read(SMALL_FAMILY, name="")


def test_persons_can_be_added_changed_and_taken_out(client: Client) -> None:
    added = step(client, do="add:mother:M")
    assert "MM" in family(added).persons
    changed = step(
        client, hidden(added, "case"), do="person:MM", name="อาหมี่", thai="no"
    )
    told = family(changed).persons["MM"]
    assert told.name["th"] == "อาหมี่"
    assert told.told["thai"].value is Truth.NO
    assert family(step(client, do="add:child:P")).persons["C1"]
    assert family(step(client, do="add:sibling:P")).persons["S1"].told["mother"]
    gone = family(step(client, do="remove:F"))
    assert "F" not in gone.persons
    assert "father" not in gone.persons["P"].told


def test_a_person_who_becomes_an_own_ancestor_is_refused(client: Client) -> None:
    fields = {"sex": "female", "father": "", "mother": "P"}
    response = step(client, do="person:M", **fields)
    assert response.status_code == 422
    assert 'role="alert"' in response.text
    assert family(response) == read(SMALL_FAMILY, name="")


def test_saving_a_form_untouched_changes_nothing(client: Client) -> None:
    from sathana.library import personform

    case = read(SMALL_FAMILY, name="")
    for key, person in case.persons.items():
        assert personform.save(case, key, personform.shown(person)) == case


def test_another_day_can_be_asked_about(client: Client) -> None:
    fields = {"as_of-year": "2535", "as_of-month": "2", "as_of-day": "25"}
    response = step(client, do="date", **fields)
    assert "25 February 1992" in response.text


def test_another_person_can_be_asked_about(client: Client) -> None:
    response = step(client, do="about:M")
    assert hidden(response, "asked") == "M"


def test_saving_gives_a_case_file_whose_name_tells_nothing(client: Client) -> None:
    response = step(client, do="save")
    assert (
        response.headers["Content-Disposition"] == 'attachment; filename="family.yaml"'
    )
    assert response.headers["Cache-Control"] == "no-store"
    assert read(response.content, name="") == read(SMALL_FAMILY, name="")


def test_a_saved_file_opens_again(client: Client) -> None:
    file = SimpleUploadedFile("family.yaml", SMALL_FAMILY.encode())
    response = client.post(TRY, {"do": "load", "file": file})
    assert family(response) == read(SMALL_FAMILY, name="")


def test_a_family_goes_on_in_the_other_language(client: Client) -> None:
    response = step(client, do="about:M")
    assert 'action="/try/"' in response.text
    thai = client.post("/try/", {"case": hidden(response, "case"), "asked": "M"})
    assert '<html lang="th">' in thai.text
    assert hidden(thai, "asked") == "M"


def test_a_case_of_the_library_can_be_tried_with_other_facts(client: Client) -> None:
    page = client.get("/en/cases/SC-4744-2533/")
    response = client.post(TRY, {"do": "load", "text": hidden(page, "text")})
    assert response.status_code == 200
    assert family(response).case == "SC-4744-2533"
