"""What rooms push is found at once, and what they take away is not found again."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction
from tests.search.shelves import readable

from sathana.law.load import pack
from sathana.search import selectors, services
from sathana.search.models import Entry, Teaching

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 26)
RULE = "7BIS-1"


def keys(text: str, language: str = "th") -> list[str]:
    """Return the keys of what is found."""
    return [hit.key for hit in selectors.find(text, language)]


def test_what_is_pushed_is_found_and_what_is_taken_away_is_not() -> None:
    services.put([readable("page:1", title="คลองเตย"), readable("page:2")])
    assert keys("คลองเตย") == ["page:1"]
    assert services.take_away("page:1") == 1
    assert keys("คลองเตย") == []
    assert services.take_away("page:1") == 0


def test_an_entry_pushed_again_replaces_the_one_before_and_only_if_it_differs() -> None:
    one = readable("page:1", title="คลองเตย")
    assert services.put([one]) == 1
    assert services.put([one]) == 0
    assert services.put([readable("page:1", title="แม่สาย")]) == 1
    assert Entry.objects.count() == 1
    assert keys("คลองเตย") == []
    assert keys("แม่สาย") == ["page:1"]


def test_of_two_entries_with_one_name_in_one_push_the_later_counts() -> None:
    services.put(
        [readable("page:1", title="คลองเตย"), readable("page:1", title="แม่สาย")]
    )
    assert Entry.objects.get().title == "แม่สาย"


def test_a_kind_is_replaced_as_a_whole_and_others_stay() -> None:
    services.put(
        [
            readable("lesson:1", kind="lesson", title="คลองเตย"),
            readable("lesson:2", kind="lesson", title="แม่สาย"),
            readable("page:1", title="แม่จัน"),
        ]
    )
    changed = services.replace_kind(
        "lesson", [readable("lesson:2", kind="lesson", title="แม่สาย")]
    )
    assert changed == 1
    assert {row.key for row in Entry.objects.all()} == {"lesson:2", "page:1"}


def test_a_kind_is_not_replaced_by_entries_of_another() -> None:
    services.put([readable("lesson:1", kind="lesson")])
    with pytest.raises(ValueError, match="page"):
        services.replace_kind("lesson", [readable("page:1")])
    assert Entry.objects.get().key == "lesson:1"


@pytest.mark.parametrize(
    "url",
    ["", "//elsewhere.example/", "https://elsewhere.example/", "/\\elsewhere", "a"],
)
def test_an_entry_never_leads_to_another_site(url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        readable("page:1", url=url)


@pytest.mark.parametrize("name", ["key", "language", "kind", "title"])
def test_an_entry_that_nobody_could_find_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        readable(**{"key": "page:1", name: "  "})


def test_a_text_with_signs_that_are_none_is_stored_clean() -> None:
    services.put([readable("page:1", title="คลอง\x00เตย\x07", text="ก\u200bข\tค")])
    row = Entry.objects.get()
    assert (row.title, row.text) == ("คลอง เตย", "กข ค")


def test_an_entry_of_a_change_that_was_taken_back_is_not_found() -> None:
    services.put([readable("page:1", title="แม่จัน")])
    with transaction.atomic():
        services.put([readable("page:2", title="คลองเตย")])
        assert keys("คลองเตย") == ["page:2"]
        transaction.set_rollback(True)
    assert keys("คลองเตย") == []
    services.put([readable("page:3", title="แม่ฟ้าหลวง")])
    assert keys("แม่ฟ้าหลวง") == ["page:3"]
    assert keys("คลองเตย") == []


# --- what teaches what ------------------------------------------------------------


def test_a_review_notes_what_is_taught_and_the_next_replaces_it() -> None:
    services.teach("lesson:1", [RULE, "point:C1", RULE], TODAY)
    assert selectors.taught_by("lesson:1") == [RULE, "point:C1"]
    services.teach("lesson:1", [f"rule:{RULE}"], TODAY)
    assert selectors.taught_by("lesson:1") == [RULE]
    row = Teaching.objects.get()
    assert row.reviewed_on == TODAY
    assert row.imprint
    services.unteach("lesson:1")
    assert selectors.taught_by("lesson:1") == []


def test_a_record_that_does_not_exist_cannot_be_taught() -> None:
    services.teach("lesson:1", [RULE], TODAY)
    with pytest.raises(LookupError, match="NO-SUCH"):
        services.teach("lesson:1", ["limit:NO-SUCH"], TODAY)
    assert selectors.taught_by("lesson:1") == [RULE]


def test_only_what_can_be_read_is_said_to_teach_and_in_the_readers_language() -> None:
    services.teach("lesson:1", [RULE], TODAY)
    services.teach("lesson:2", [RULE], TODAY)
    assert selectors.teaching(RULE) == []
    services.put(
        [
            readable("lesson:1", title="ก"),
            readable("lesson:1", language="en", title="A", url="/en/a/"),
            readable("lesson:2", title="ข"),
        ]
    )
    thai = selectors.teaching(f"rule:{RULE}", "th")
    assert [(one.key, one.title) for one in thai] == [
        ("lesson:1", "ก"),
        ("lesson:2", "ข"),
    ]
    english = selectors.teaching(RULE, "en")
    assert [(one.title, one.language) for one in english] == [("A", "en")]
    assert selectors.teaching("point:C1") == []
    assert pack().rules[RULE]
