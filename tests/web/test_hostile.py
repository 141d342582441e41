"""Hostile addresses, names and files: a clear answer each, nothing kept or logged."""

from __future__ import annotations

import logging

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.web.pages import SMALL_FAMILY

from sathana.library import engine

SECRET = "ลับเฉพาะXYZZY"
TRY = "/en/try/"


@pytest.mark.parametrize(
    "name",
    [
        "..",
        "%2e%2e%2fetc%2fpasswd",
        "..%5c..%5cwindows",
        "<script>alert(1)</script>",
        "%00",
        "x" * 5000,
        "SC-4744-2533.yaml",
        "{{7*7}}",
        "ก" * 200,
    ],
)
@pytest.mark.parametrize("room", ["cases", "law"])
def test_an_address_that_names_nothing_is_not_found(
    client: Client, room: str, name: str
) -> None:
    response = client.get(f"/en/{room}/{name}/")
    assert response.status_code == 404
    assert "There is no such page" in response.text
    assert "<script>alert" not in response.text


@pytest.mark.parametrize(
    "query", ["'\"><img src=x onerror=alert(1)>", "%00", "(" * 400]
)
def test_a_hostile_search_is_only_text(client: Client, query: str) -> None:
    fields = {"q": query, "rule": query, "era": query, "page": query}
    response = client.get("/cases/", fields)
    assert response.status_code == 200
    assert "<img src=x" not in response.text


FILES = {
    "nothing": b"",
    "no yaml": b"\xff\xfe\x00binary",
    "a tag": b"!!python/object/apply:os.system ['true']",
    "a bomb": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "deep": b"[" * 3000,
    "long": b"sathana: 1\ncase: x\nnotes: " + b"x" * 700_000,
    "unknown key": SMALL_FAMILY.replace("sex: female\n", "sxe: female\n").encode(),
    "no parent": SMALL_FAMILY.replace("father: F", "father: Z").encode(),
    "markup": b"sathana: 1\ncase: <script>alert(1)</script>\n",
    "a date": SMALL_FAMILY.replace("1975-03-02", "1975-02-31").encode(),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_bad_file_gets_every_fault_with_its_line_and_is_given_back(
    client: Client, kind: str
) -> None:
    file = SimpleUploadedFile("x.yaml", FILES[kind])
    response = client.post(TRY, {"do": "load", "file": file})
    assert response.status_code == 422
    assert "The case file cannot be read" in response.text
    assert "<script>alert" not in response.text
    if kind in ("unknown key", "no parent", "a date"):
        assert "Line " in response.text
        assert "case: family" in response.text


def test_a_pasted_file_with_faults_is_not_lost(client: Client) -> None:
    text = SMALL_FAMILY.replace("sex: male", "sex: man")
    response = client.post("/try/", {"do": "load", "text": text})
    assert response.status_code == 422
    assert "sex: man" in response.text
    assert "บรรทัด 12" in response.text


def test_a_family_changed_on_the_way_is_a_bad_file_too(client: Client) -> None:
    response = client.post(TRY, {"do": "answer", "case": "persons: [", "asked": "P"})
    assert response.status_code == 422
    assert "persons: [" in response.text


def test_a_form_from_another_site_is_refused(client: Client) -> None:
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
    ):
        response = client.post(TRY, {"do": "start"}, headers=headers)
        assert response.status_code == 403, headers
        assert "not sent from one of our pages" in response.text


def test_our_own_form_is_taken(client: Client) -> None:
    headers = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver"}
    assert client.post(TRY, {"do": "start"}, headers=headers).status_code == 200


def test_a_body_larger_than_any_case_file_is_refused_unread(client: Client) -> None:
    file = SimpleUploadedFile("x.yaml", b"x" * 1_300_000)
    response = client.post(TRY, {"do": "load", "file": file})
    assert response.status_code == 413
    assert "too large" in response.text


def test_an_unknown_host_is_refused_with_a_page(client: Client) -> None:
    response = client.get("/", headers={"Host": "elsewhere.example"})
    assert response.status_code == 400
    assert "อ่านคำขอนี้ไม่ได้" in response.text


def test_a_length_that_is_no_number_is_refused(client: Client) -> None:
    response = client.post(TRY, {"do": "start"}, CONTENT_LENGTH="many")
    assert response.status_code == 400


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert getattr(client, method)(TRY).status_code == 405


def test_names_of_persons_are_only_text(client: Client) -> None:
    hostile = '"><svg onload=alert(1)>'
    response = client.post(TRY, {"do": "start", "p-name": hostile, "m-name": "{{ 7 }}"})
    assert response.status_code == 200
    assert "<svg onload" not in response.text


def test_nothing_posted_is_logged_put_in_an_address_or_kept(
    client: Client, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with_secret = SMALL_FAMILY.replace("th: น้อย", f"th: {SECRET}")
    bad = with_secret.replace("sex: male", f"{SECRET}: male")
    file = SimpleUploadedFile(f"{SECRET}.yaml", bad.encode())
    for fields in (
        {"do": "start", "p-name": SECRET},
        {"do": "load", "text": with_secret},
        {"do": "load", "text": bad},
        {"do": "load", "file": file},
        {
            "do": "answer",
            "case": with_secret,
            "fact": f"{SECRET}.thai",
            "choice": SECRET,
        },
        {"do": "save", "case": with_secret},
    ):
        response = client.post(TRY, fields)
        assert "Location" not in response.headers
        assert not response.cookies
    assert SECRET not in caplog.text
    out, err = capfd.readouterr()
    assert SECRET not in out + err


def test_a_fault_of_ours_shows_a_page_and_logs_only_its_place(
    client: Client,
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(*_: object) -> None:
        raise ValueError(f"could not read {SECRET}")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(engine, "assess", broken)
    response = client.post(TRY, {"do": "start", "p-name": SECRET})
    assert response.status_code == 500
    assert "Something broke on our side" in response.text
    assert SECRET not in response.text
    assert SECRET not in caplog.text
    assert "ValueError at " in caplog.text
    thai = client.post("/try/", {"do": "start"})
    assert "ระบบของเราผิดพลาด" in thai.text


def test_a_family_too_large_for_a_page_is_refused_and_nothing_is_lost(
    client: Client,
) -> None:
    persons = "\n".join(f"  P{n}: {{sex: unknown}}" for n in range(61))
    written = f"sathana: 1\ncase: big\npersons:\n{persons}\n"
    page = client.post("/en/try/", {"do": "load", "text": written})
    shown = page.content.decode()
    assert "at most 60" in shown
    assert "P60: {sex: unknown}" in shown
