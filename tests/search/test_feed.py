"""Whoever follows the law is told of each change once, in the language of the feed."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree

import pytest
from django.test import Client

from sathana.law.load import pack, using
from sathana.law.model_update import Update

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(client: Client, prefix: str = "") -> ElementTree.Element:
    """Return the feed in a language."""
    response = client.get(f"{prefix}/law/changes/feed.xml")
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    assert not response.cookies
    return ElementTree.fromstring(response.content)


@pytest.mark.parametrize(("prefix", "language"), [("", "th"), ("/en", "en")])
def test_the_feed_tells_the_changes_of_the_law_in_its_language(
    client: Client, prefix: str, language: str
) -> None:
    found = feed(client, prefix)
    assert found.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    entries = found.findall(f"{ATOM}entry")
    newest = max(pack().events.values(), key=lambda event: event.date.earliest)
    assert entries[0].findtext(f"{ATOM}title") == newest.title[language]
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert f"{prefix}/law/" in link.get("href", "")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    days = [entry.findtext(f"{ATOM}updated") or "" for entry in entries]
    assert days == sorted(days, reverse=True)


def test_an_installed_update_is_told_of_with_who_signed_it(client: Client) -> None:
    update = Update(
        "U-2027-1",
        {"th": "ประกาศใหม่ <b>", "en": "A new announcement <b>"},
        740_500,
        ("Lawyer A", "Lawyer B"),
        "Royal Gazette",
        ("rule/ANN-2025",),
    )
    with using(replace(pack(), version="th@other", updates=(update,))):
        entry = feed(client, "/en").findall(f"{ATOM}entry")[0]
    assert entry.findtext(f"{ATOM}title") == "A new announcement <b>"
    said = entry.findtext(f"{ATOM}summary") or ""
    assert "Lawyer A, Lawyer B" in said
    assert "rule/ANN-2025" in said
    assert (entry.findtext(f"{ATOM}id") or "").endswith("update:U-2027-1")
