"""What the properties once found, kept as the smallest family that showed it."""

from __future__ import annotations

import pytest
from tests.generative.families import Plain
from tests.generative.families_asked import answers, assessed

ALIEN = [{"is": "no", "from": "1916-06-26", "until": "1957-02-08"}]


def family(law_at: str = "2026-06-01", **persons: Plain) -> Plain:
    return {
        "sathana": 1,
        "case": "found",
        "as_of": "2026-06-01",
        "law_at": law_at,
        "persons": persons,
    }


def born(day: str, country: str = "TH", **facts: object) -> Plain:
    return {"born": {"date": day, "country": country}, **facts}


@pytest.mark.parametrize("marriage", [None, "unknown", "1958-04-24"])
@pytest.mark.parametrize("father", ["unknown", "F"])
def test_parents_who_may_have_married_are_not_taken_as_unmarried(
    father: str, marriage: str | None
) -> None:
    child = born("1957-02-10", father=father, mother="M")
    if marriage:
        child["parents_marriage"] = marriage
    mother = {"born": {"date": "1916-06-26"}, "thai": ALIEN}
    told = answers(family("1985-01-01", P=child, M=mother, F={"sex": "male"}))
    assert told["M", "court", 0] == told["M", "administration", 0] == "unknown"


def test_a_wedding_that_may_not_have_been_can_be_shown() -> None:
    wife = born("1972-12-14", "MM", sex="female")
    wife["marriages"] = [{"to": "TH", "registered": "unknown", "ended": "never"}]
    assert assessed(family(P=wife))["P"]["intervals"]


def test_a_mother_is_a_woman_without_being_told() -> None:
    child = born("1960-01-01", mother="M", father="F", parents_marriage="1959-01-01")
    father = born("1938-01-01", thai="yes")
    told = answers(family(P=child, M=born("1940-01-01", "MM"), F=father))
    assert told["M", "court", 0] == "yes"


@pytest.mark.parametrize("orders", [[{"kind": "renounced"}], "unknown"])
def test_a_loss_on_an_unknown_day_leaves_every_day_after_birth_unknown(
    orders: object,
) -> None:
    parents = {"father": {"thai": "no"}, "mother": {"thai": "no"}}
    person = born("1925-04-10", orders=orders, **parents)
    parts = assessed(family(P=person))["P"]["intervals"]
    ends = [part["until"] for part in parts if part["thai"] == "yes"]
    assert not [end for end in ends if end is None or "1926" < end < "2026"]
    assert parts[-1]["thai"] == "unknown"


def test_a_wedding_nobody_told_of_does_not_hide_the_day_of_the_announcement() -> None:
    told = family("1999-01-01", P={"mother": "M"}, M=born("1926-01-27"))
    first, *_ = assessed(told)["M"]["intervals"]
    assert (first["thai"], first["until"]) == ("yes", "1972-12-14")


def test_a_decided_interval_ends_where_a_marriage_may_have_taken_nationality() -> None:
    child = {"father": "F", "mother": "M", "parents_marriage": "1959-12-08"}
    persons = {"P": child, "M": {"marriages": "unknown"}, "F": born("1938-10-13")}
    told = family("2010-06-01", **persons)
    day = 717_241  # 27 September 1964
    assert answers(told, days=[day])["M", "court", day] == "unknown"
    spans = {
        (part["from"], part["until"])
        for part in assessed(told)["M"]["intervals"]
        if part["thai"] == "yes"
    }
    assert spans == {("1959-12-08", "unknown")}


def test_a_mark_before_which_one_may_not_be_born_cuts_no_life() -> None:
    person = assessed(family(M={"mother": "GM"}, GM={"thai": "yes"}))["M"]
    assert [part["thai"] for part in person["intervals"]] == ["yes"]
    assert person["thai"]["answer"] == "yes"


def shown(value: object, grade: str = "documented") -> Plain:
    return {"value": value, "grade": grade}


@pytest.mark.parametrize("kind", ["permanent", "unpermitted"])
@pytest.mark.parametrize("grade", ["documented", "claimed"])
def test_a_claimed_permission_is_not_taken_as_none_when_papers_alone_count(
    kind: str, grade: str
) -> None:
    stay = [{"kind": kind, "from": "1970-01-01", "grade": grade}]
    never = {"entered": shown("never"), "foreign_nationality": shown("no")}
    parent = {
        "born": {"date": shown("1970-01-01"), "country": shown("TH")},
        "thai": shown("no"),
        "stay": stay,
        **never,
    }
    child = {
        "born": {"date": shown("1995-01-01"), "country": shown("TH")},
        "father": shown("F"),
        "mother": shown("M"),
        "parents_marriage": shown("1990-01-01"),
        **never,
    }
    told = answers(family(P=child, M=parent, F=parent), documented=True)
    read = "yes" if kind == "permanent" else "no"
    expected = "unknown" if grade == "claimed" else read
    assert told["P", "administration", 0] == expected


@pytest.mark.parametrize("grade", ["documented", "witnessed"])
def test_a_claimed_diplomat_may_be_the_father_whom_no_paper_names(grade: str) -> None:
    facts = {"foreign_nationality": shown("no"), "entered": shown("never")}
    father = {
        "born": {"date": shown("1950-01-01"), "country": shown("TH")},
        "thai": shown("no"),
        "stay": [{"kind": "diplomatic", "from": "1950-01-01", "grade": "documented"}],
        **facts,
    }
    mother = {
        "born": {"date": shown("1955-01-01"), "country": shown("TH")},
        "thai": shown("no"),
        **facts,
    }
    child = {
        "born": {"date": shown("1992-02-25"), "country": shown("TH")},
        "father": shown("F", grade),
        "mother": shown("M"),
        "parents_marriage": shown("never"),
        "legitimation": shown("never"),
        "paternity_proved": shown("never"),
        **facts,
    }
    told = answers(family(P=child, M=mother, F=father), documented=True)
    assert told["P", "court", 0] == ("no" if grade == "documented" else "unknown")


def test_no_interval_begins_and_ends_on_the_same_unknown_day() -> None:
    gain = {"not_before": "1972-05-28", "not_after": "1973-01-31"}
    woman: Plain = {"born": {"date": "1972-02-12"}, "sex": "female", "entered": "never"}
    woman["orders"] = [{"kind": "marriage_s9", "on": gain, "by": "unknown"}]
    woman["foreign_nationality"] = "yes"
    woman["findings"] = [{"rule": "NS-1965", "is": "no", "final": "yes"}]
    parents = {"thai": "no", "born": {"date": "1940-07-12", "country": "MM"}}
    woman.update(mother="M", father="F", parents_marriage="never")
    woman.update(legitimation="never", paternity_proved="never")
    told = assessed(family(P=woman, M=parents, F=parents))["P"]["intervals"]
    assert [part["thai"] for part in told] == ["no", "yes"]
    assert told[0]["until"] == told[1]["from"] == "1972-05-28/1973-01-31"


@pytest.mark.parametrize(
    ("grade", "read"), [("documented", "no"), ("claimed", "unknown")]
)
def test_a_claimed_end_of_a_permission_leaves_it_open_when_papers_alone_count(
    grade: str, read: str
) -> None:
    stay = [
        {"kind": "permanent", "from": "1980-01-01", "grade": "documented"},
        {"kind": "unpermitted", "from": "1990-01-01", "grade": grade},
    ]
    alien = {"foreign_nationality": shown("no"), "thai": shown("no"), "stay": stay}
    alien["entered"] = shown("1980-01-01")
    alien["born"] = {"date": shown("1970-01-01"), "country": shown("MM")}
    child = {
        "born": {"date": shown("1995-01-01"), "country": shown("TH")},
        "father": shown("F"),
        "mother": shown("M"),
        "parents_marriage": shown("1990-01-01"),
        "foreign_nationality": shown("no"),
        "entered": shown("never"),
    }
    told = answers(family(P=child, M=alien, F=alien), documented=True)
    assert told["P", "court", 0] == told["P", "administration", 0] == read
