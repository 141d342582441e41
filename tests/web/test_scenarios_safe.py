"""Scenarios under attack: few at once, nothing but what ships, nothing grows."""

from __future__ import annotations

import logging
import threading
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from sathana.law import kept
from sathana.library import scenariodesk
from sathana.library.scenariodesk import BusyError, Desk, Kept
from sathana.population.scenario import ScenarioError, load, persons, running

ONE = "residence-years"
AT = f"/en/scenarios/{ONE}/"
FILES = ("", "figures.csv", "result.json", "brief.pdf")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Work every scenario out on few people, and note what was worked out."""
    made = persons.made("north", 1, 2_000)
    monkeypatch.setattr(running, "small", lambda area, seed: made)
    monkeypatch.setattr(persons, "small", lambda area="", seed=0: made)
    found: list[Any] = []
    work = scenariodesk._worked_out

    def noted(scenario: Any) -> Any:
        found.append(dict(scenario.values))
        return work(scenario)

    monkeypatch.setattr(scenariodesk, "_worked_out", noted)
    scenariodesk.KEPT.cache_clear()
    yield found
    scenariodesk.KEPT.cache_clear()


BAD = {
    "a huge number": "9" * 5000,
    "below the range": "4",
    "above the range": "21",
    "negative": "-10",
    "a fraction": "7.5",
    "an exponent": "1e1",
    "a sentence": "ten years, please",
    "a Thai sentence": "สิบปีครับ",
    "other digits": "١٠",
    "raised digits": "¹⁰",
    "markup": "<script>alert(1)</script>",
    "a template": "{{7*7}}",
    "nothing": "",
    "nul": "\0",
    "a parameter": "$years",
}


@pytest.mark.parametrize("kind", BAD)
@pytest.mark.parametrize("file", FILES)
def test_a_value_that_cannot_be_is_said_in_the_form_and_nothing_is_run(
    client: Client, asked: list[Any], kind: str, file: str
) -> None:
    page = client.get(AT + file, {"years": BAD[kind]})
    assert page.status_code == 422
    assert "Write a whole number of years, from 5 to 20." in page.text
    assert 'aria-invalid="true"' in page.text
    assert "<script>alert" not in page.text
    assert len(page.content) < 30_000
    assert asked == []


BAD_QUERIES = {
    "survey-cut-off": [
        "groups_until=1999-12-30",
        "groups_until=2026-01-01",
        "groups_until=2010-02-30",
        "groups_until=2010",
        "groups_until=tomorrow",
        "groups_until=99999999999999-01-01",
        "groups_until-day=31",
        "groups_until-day=31&groups_until-month=2&groups_until-year=2010",
        "groups_until=2010-01-01&groups_until=2011-01-01",
    ],
    "parents-classes": ["classes=", "classes=thai", "classes=migrant,no_such"],
    "court-and-office": ["entered=C", "entered=A&entered=B", "entered=", "entered=a"],
    ONE: ["years=7&years=8"],
}
PAIRS = [(name, query) for name, found in BAD_QUERIES.items() for query in found]


@pytest.mark.parametrize(("name", "query"), PAIRS)
@pytest.mark.parametrize("prefix", ["", "/en"])
def test_other_kinds_of_values_are_held_to_their_ranges_too(
    client: Client, asked: list[Any], name: str, query: str, prefix: str
) -> None:
    page = client.get(f"{prefix}/scenarios/{name}/?{query}")
    assert page.status_code == 422
    assert 'role="alert"' in page.text
    assert 'class="fault"' in page.text
    assert asked == []


def test_what_was_typed_is_given_back(client: Client, asked: list[Any]) -> None:
    page = client.get("/en/scenarios/survey-cut-off/?groups_until=1988-03-02")
    assert 'value="1988"' in page.text
    assert "Choose a day from 31 December 1999 to 31 December 2025." in page.text
    assert 'value="ten"' in client.get(AT + "?years=ten").text


@pytest.mark.parametrize(
    "name",
    [
        "nowhere",
        "..",
        "residence-years.yaml",
        "%2e%2e%2fscenarios%2fresidence-years",
        "/etc/hostname",
        "%00",
        "x" * 3000,
        "<script>alert(1)</script>",
    ],
)
@pytest.mark.parametrize("file", FILES)
def test_only_scenarios_that_ship_are_found(
    client: Client, asked: list[Any], name: str, file: str
) -> None:
    page = client.get(f"/en/scenarios/{name}/{file}")
    assert page.status_code == 404
    assert "<script>alert" not in page.text
    assert asked == []


def test_a_file_of_the_machine_is_never_read(
    client: Client, asked: list[Any], tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(str(load(ONE).source), "utf-8")
    for name in (str(own), urllib.parse.quote(str(own), safe="")):
        assert client.get(f"/scenarios/{name}/").status_code == 404
    for key in ("overlay", "population", "reform", "scenario", "file", "as_of"):
        assert client.get(AT, {key: str(own), "years": "9"}).status_code == 200
    assert asked == [{"years": 9}]


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize("file", ["", "figures.csv", "result.json", "brief.pdf"])
def test_scenarios_are_only_ever_looked_at(
    client: Client, asked: list[Any], method: str, file: str
) -> None:
    for address in ("/scenarios/", AT + file):
        assert getattr(client, method)(address).status_code == 405
    assert asked == []


def test_who_asks_only_whether_it_is_there_starts_no_work(
    client: Client, asked: list[Any]
) -> None:
    for file in FILES:
        assert client.head(AT + file).status_code == 200
    assert asked == []


def test_more_fields_than_any_form_has_are_refused(client: Client) -> None:
    query = "&".join(f"a{n}=1" for n in range(5100))
    assert client.get(f"{AT}?{query}").status_code == 400


def test_the_same_headers_guard_these_pages(client: Client, asked: list[Any]) -> None:
    usual = client.get("/en/law/").headers
    for file in FILES:
        found = client.get(AT + file).headers
        for header in (
            "Content-Security-Policy",
            "X-Frame-Options",
            "X-Content-Type-Options",
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Resource-Policy",
        ):
            assert found[header] == usual[header], header
    assert "style=" not in client.get(AT).text
    assert not client.cookies


def test_nothing_that_was_typed_is_logged(
    client: Client, asked: list[Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="sathana")
    client.get(AT, {"years": "ลับเฉพาะXYZZY"})
    assert "XYZZY" not in caplog.text


def test_a_reform_that_cannot_be_made_is_said_kindly(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(scenario: Any) -> Any:
        raise ScenarioError("ทำไม่ได้", "This reform cannot be made.")

    monkeypatch.setattr(scenariodesk, "answer", fails)
    page = client.get(AT + "?years=11")
    assert page.status_code == 422
    assert "This reform cannot be made." in page.text


# -- few at once, few kept -----------------------------------------------------------


def test_the_same_question_is_worked_out_once_however_it_is_written(
    client: Client, asked: list[Any]
) -> None:
    at = "/scenarios/survey-cut-off/"
    for query in (
        "groups_until=2010-12-31&no_status_until=2020-05-01",
        "no_status_until=2020-05-01&groups_until=2010-12-31",
        "no_status_until=2563-05-01&groups_until=2553-12-31&utm_source=x",
    ):
        assert client.get(f"{at}?{query}", follow=True).status_code == 200
        assert client.get(f"/en{at}figures.csv?{query}").status_code == 200
    assert len(asked) == 1


def test_only_the_last_results_are_kept() -> None:
    kept_here = Kept(3)
    for year in range(10):
        kept_here.put(year, {"year": year})
        assert kept_here.get(7) == ({"year": 7} if year >= 7 else None)
    assert len(kept_here) == 3
    assert kept_here.get(9) == {"year": 9}
    assert kept_here.get(0) is None


def test_nobody_can_change_what_is_kept() -> None:
    kept_here = Kept(2)
    kept_here.put("a", {"list": [1]})
    found = kept_here.get("a")
    assert found is not None
    found["list"].append(2)
    assert kept_here.get("a") == {"list": [1]}


def test_another_law_forgets_the_results() -> None:
    assert any(one is scenariodesk.KEPT for one in kept.followers())


def test_two_work_a_third_waits_and_a_fourth_is_sent_away() -> None:
    desk, go = Desk(at_once=2, waiting=1, patience=10), threading.Event()
    inside, done = threading.Semaphore(0), []

    def work(name: str) -> None:
        with desk.turn():
            inside.release()
            go.wait(10)
            done.append(name)

    first = [threading.Thread(target=work, args=(n,)) for n in ("one", "two")]
    for thread in first:
        thread.start()
        assert inside.acquire(timeout=10)
    third = threading.Thread(target=work, args=("three",))
    third.start()
    for _ in range(1000):  # until the third sits on the only chair
        if desk._chairs._value == 0:
            break
        threading.Event().wait(0.005)
    with pytest.raises(BusyError), desk.turn():
        pass
    go.set()
    for thread in (*first, third):
        thread.join(10)
    assert sorted(done) == ["one", "three", "two"]
    with desk.turn():
        pass


def test_who_waited_long_enough_is_asked_to_come_back(
    client: Client, asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = Desk(at_once=1, waiting=1, patience=0.05)
    monkeypatch.setattr(scenariodesk, "DESK", desk)
    with desk.turn():
        for file in FILES:
            page = client.get(AT + file + "?years=8")
            assert page.status_code == 503
            assert page.headers["Retry-After"] == "5"
            assert page.headers["Cache-Control"] == "no-store"
            assert "Try again in a moment" in page.text
            assert f"{AT}{file}?years=8" in page.text
    assert asked == []
    assert client.get(AT + "?years=8").status_code == 200


def test_two_at_once_find_what_one_alone_finds(asked: list[Any]) -> None:
    from sathana.population.scenario import with_values

    scenarios = [with_values(load(ONE), {"years": years}) for years in (6, 9)]
    found: dict[int, Any] = {}

    def work(place: int) -> None:
        found[place] = scenariodesk.answer(scenarios[place])

    threads = [threading.Thread(target=work, args=(n,)) for n in (0, 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for place, scenario in enumerate(scenarios):
        assert found[place] == running.run_small(scenario)
