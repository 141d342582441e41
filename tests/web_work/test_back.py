"""The way back that a form is given leads nowhere but to a page of this site."""

from __future__ import annotations

import pytest
from django.test import RequestFactory

from sathana.registry.views.work import back_to

HOSTILE = [
    "",
    "https://evil.example/",
    "//evil.example/",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "http:evil.example",
    "work/requests/",
    "/ok\r\nSet-Cookie: a=b",
]


@pytest.mark.parametrize("told", HOSTILE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_site_is_no_way_back(told: str, method: str) -> None:
    request = getattr(RequestFactory(), method)("/evidence/new/", {"back": told})
    request.session = {}
    assert back_to(request, paper="1") == ""


@pytest.mark.parametrize(
    ("told", "back"),
    [
        ("/work/requests/1/", "/work/requests/1/?paper=ก%26b"),
        ("/en/work/?page=2", "/en/work/?page=2&paper=ก%26b"),
    ],
)
def test_a_page_of_this_site_is_told_what_was_saved(told: str, back: str) -> None:
    request = RequestFactory().get("/evidence/new/", {"back": told})
    request.session = {}
    assert back_to(request, paper="ก&b") == back.replace("ก", "%E0%B8%81")
