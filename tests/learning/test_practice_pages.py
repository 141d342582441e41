"""The walk through a practice family on the web: nothing kept, nothing breaks."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client

from sathana.learning.open import carried
from sathana.learning.practice import families, interview, learners, prose
from sathana.web import dates

LIST = "/en/learn/practice/"
ONE = "/en/learn/practice/g-16/"
STEPS = ("interview", "pathways", "evidence", "petition", "marks")


def fields(response: HttpResponse) -> dict[str, list[str]]:
    """Return the hidden fields of the last form of a page: the whole work."""
    form = response.text.rpartition("<form")[2]
    found: dict[str, list[str]] = {}
    for name, value in re.findall(r'name="([^"]*)" value="([^"]*)"', form):
        found.setdefault(unescape(name), []).append(unescape(value))
    found.pop("do", None)
    return found


def go(client: Client, step: str, **more: object) -> HttpResponse:
    return client.post(ONE, {"do": f"go:{step}", **more})


def perfect() -> dict[str, object]:
    family = families.family("g-16")
    work = learners.perfect(family, dates.today().toordinal())
    found: dict[str, list[str]] = {}
    for name, value in carried.fields_of(work):
        found.setdefault(name, []).append(value)
    return dict(found)


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_the_list_shows_families_by_level(client: Client, prefix: str) -> None:
    response = client.get(f"{prefix}/learn/practice/")
    assert response.status_code == 200
    assert response.text.count("<h1") == 1
    assert "g-" in response.text
    assert not response.cookies


def test_an_unknown_topic_shows_everything(client: Client) -> None:
    assert client.get(LIST, {"topic": "<x>"}).status_code == 200


@pytest.mark.parametrize("key", ["g-x", "nobody", "case-none", "..", "g-9999999999"])
def test_an_unknown_family_is_not_found(client: Client, key: str) -> None:
    assert client.get(f"/en/learn/practice/{key}/").status_code == 404


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_can_be_shown_with_nothing_done(
    client: Client, prefix: str, step: str
) -> None:
    path = f"{prefix}/learn/practice/g-16/"
    response = client.post(path, {"do": f"go:{step}"})
    assert response.status_code == 200
    assert response.text.count("<h1") == 1
    assert response.text.count("button--primary") == 1
    assert not response.cookies


def test_an_answer_appears_only_after_its_question(client: Client) -> None:
    family = families.family("g-16")
    for one in family.questions[:4]:
        before = unescape(client.get(ONE).text)
        assert one.say["en"] not in before
        after = unescape(client.post(ONE, {"do": f"ask:{one.id}"}).text)
        assert one.say["en"] in after


def test_what_was_asked_travels_in_the_form(client: Client) -> None:
    family = families.family("g-16")
    first, second = (one.id for one in family.questions[:2])
    response = client.post(ONE, {"do": f"ask:{first}"})
    response = client.post(ONE, {**fields(response), "do": f"ask:{second}"})
    assert fields(response)["asked"] == [first, second]
    response = client.post(ONE, {**fields(response), "do": "go:pathways"})
    assert fields(response)["asked"] == [first, second]


def test_the_petition_offers_no_fact_that_was_not_asked(client: Client) -> None:
    text = unescape(go(client, "petition").text)
    family = families.family("g-16")
    assert interview.asked(family, ()).facts == frozenset()
    assert "date of birth" not in text.partition("<textarea")[0]


def test_a_perfect_walk_ends_with_all_points(client: Client) -> None:
    response = go(client, "marks", **perfect())
    score = re.search(r'class="score">(\d+) of (\d+)', response.text)
    assert score
    assert score[1] == score[2]
    assert "/en/law/S23/" in response.text


def test_nothing_typed_is_lost_on_the_way_back(client: Client) -> None:
    typed = 'ขอ <b>"ทุกอย่าง"</b> & more'
    response = go(client, "marks", text=typed)
    assert fields(response)["text"] == [typed]
    response = client.post(ONE, {**fields(response), "do": "go:petition"})
    assert typed in unescape(response.text)
    assert "<b>" not in response.text.partition("<main")[2]


@pytest.mark.parametrize(
    "hostile",
    [
        {"do": "ask:"},
        {"do": "ask:../../etc"},
        {"do": "go:nowhere"},
        {"do": "\x00"},
        {"asked": ["q1"] * 5000},
        {"asked": "q1,q2", "v:S23": "maybe"},
        {"v:NOTHING": "open", "e:": "x", "d:": "y"},
        {"e:Nobody.key": "PAPER", "d:nothing": "1"},
        {"d:facts": ["ffffffff"] * 100, "text": "๑" * 100_000},
        {"text": "ก\u200b\ud7ff<script>alert(1)</script>"},
        {"text": "1 " * 2000},
    ],
)
@pytest.mark.parametrize("step", ["interview", "evidence", "petition", "marks"])
def test_a_form_changed_on_the_way_breaks_nothing(
    client: Client, hostile: dict[str, object], step: str
) -> None:
    response = client.post(ONE, {"do": f"go:{step}", **hostile})
    assert response.status_code in (200, 400)
    assert "<script>alert" not in response.text


def test_free_text_is_cut_where_it_is_too_long(client: Client) -> None:
    response = go(client, "marks", text="ก" * (prose.LONGEST + 50))
    assert len(fields(response)["text"][0]) == prose.LONGEST


def test_a_form_of_another_site_is_refused(client: Client) -> None:
    response = client.post(ONE, {"do": "go:marks"}, HTTP_ORIGIN="https://example.org")
    assert response.status_code == 403
