"""The shipped law data: complete, consistent, quick to load."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date

import pytest

from sathana.law import compile as law_compile
from sathana.law.audit import audit
from sathana.law.load import LawPack, pack, within
from sathana.law.model import RuleInfo, weakest
from sathana.logic.truth import Truth

REGISTRATION_IDS = [
    *("BR-1", "BR-2", "BR-3", "BR-4", "BR-5", "BR-6", "BR-7", "BR-ELSEWHERE", "BC"),
    *("HR-1", "HR-2", "HR-3", "HR-4", "HR-5"),
    *(f"HR-5-{clause}" for clause in (93, 95, 96, 97, 100, 103, 105, 107)),
    *("CO-1", "CO-1-NAT", "DL-1", "DL-2", "LOST-67", "COPY"),
    *("ID-THAI", "ID-NONTHAI", "ID-NOSTATUS", "ID-MIGRANT"),
]
POLICY_IDS = [
    *("PR-90S", "PR-90S-CHILD", "CAB-2000-PR", "CAB-2000-CHILD", "STR-2005"),
    *("CAB-2010", "CAB-2016-G1", "CAB-2016-G2", "CAB-2016-G2-STUDENT", "CAB-2016-G3"),
    *("CAB-2021", "ANN-2025", "PR-2024"),
    *("PR-41", "RESIDENCE-CERT", "ALIEN-CERT", "S12-MINOR", "REGAIN-24"),
]
RULE_IDS = [
    "NB-R0",
    "NB-1913-F",
    "NB-1913-M",
    "NB-1952-F",
    "NB-1952-M",
    "NB-1965-F",
    "NB-1965-M",
    "NB-1992-M",
    "NB-1992-F",
    "NB-2008-PF",
    "NS-1913",
    "NS-1952",
    "NS-1953",
    "NS-1957",
    "NS-1965",
    "NS-1992",
    "RG-2543",
    "DT",
    "S23",
    "7BIS-2",
    "S9",
    "S10",
    "S12-1",
    "NR-19-2",
    "REGAIN",
    "REGAIN-1956",
    "GRANTED",
    "ENTERED",
    "GAIN-WIFE",
    "A337-1",
    "LOSS-1953-16BIS",
    "LOSS-21",
    "LOSS-MARRIAGE",
    "LOSS-COURT",
    "LOSS-16",
    "LOSS-17",
    "LOSS-18",
    "LOSS-19",
    "LOSS-22",
    "RENOUNCED",
    "A337-2",
    "7BIS-1",
    "NS-8",
    "7BIS-3",
    "PR-ORDER",
    "LAWFUL-FATHER-AT-BIRTH",
    "LAWFUL-FATHER-BLOOD",
    "CLASS-337",
    "S23-AB",
    "S23-C",
    "DT-CERTIFIED",
    "BARRED-FROM-SOIL",
    *POLICY_IDS,
    *REGISTRATION_IDS,
]
PATHWAY_IDS = [
    "S23",
    "7BIS-2",
    "S9",
    "S10",
    "S12-1",
    "DT",
    "NR-19-2",
    "RG-2543",
    "NB-2008-PF",
    "REGAIN",
    *POLICY_IDS,
    *REGISTRATION_IDS,
]
POINT_IDS = [f"C{n}" for n in (*range(1, 23), *range(30, 36))] + ["C4b"]
RIGHT_IDS = [
    "BANK-ACCOUNT", "BIRTH-CERTIFICATE", "COMPLAIN", "DISABILITY", "DRIVING",
    "FAIR-HEARING", "HEALTH-FUND", "ID-CARD", "LAND", "LEAVE-AREA", "LEGAL-AID",
    "MARRIAGE", "OLD-AGE-ALLOWANCE", "REGISTER-COPY", "REMOVAL", "RETURN", "SCHOOL",
    "SCHOOL-15-YEARS", "SIM", "SOCIAL-SECURITY", "STUDY-ELSEWHERE", "TRAVEL-ABROAD",
    "VOTE", "WORK",
]  # fmt: skip


def day(text: str) -> int:
    """Return the ordinal of an ISO date."""
    return date.fromisoformat(text).toordinal()


@pytest.fixture(scope="module")
def law() -> LawPack:
    """Return the shipped pack."""
    return pack()


def test_the_shipped_law_data_has_no_fault() -> None:
    assert [str(fault) for fault in law_compile.check()] == []
    assert audit(pack()) == []


def test_the_compiled_file_is_built_the_same_twice() -> None:
    assert law_compile.build() == law_compile.build()


def test_every_rule_of_the_issue_is_there_and_no_other(law: LawPack) -> None:
    assert sorted(law.rules) == sorted([*RULE_IDS, *RIGHT_IDS])
    assert sorted(law.rights) == sorted(RIGHT_IDS)
    assert sorted(law.pathways) == sorted(PATHWAY_IDS)
    assert sorted(law.contested) == sorted(POINT_IDS)


def test_only_the_points_named_by_the_contract_change_nationality(law: LawPack) -> None:
    changing = {c.id for c in law.contested.values() if c.effect == "nationality"}
    assert changing == {"C1", "C2", "C5", "C6", "C7", "C19"}


def test_an_unknown_rule_is_named_in_the_error(law: LawPack) -> None:
    with pytest.raises(LookupError, match=r"'NB-1992-X'.*without a slash"):
        law.rule("NB-1992-X")


def test_a_rule_names_the_points_that_bear_on_it(law: LawPack) -> None:
    assert law.rule("7BIS-1").contested == ("C1", "C2")
    assert law.rule("S23").contested == ("C4", "C4b")


@pytest.mark.parametrize(
    ("rule", "text", "kind"),
    [("7BIS-1", 0, "bar"), ("7BIS-1", 1, "loss"), ("NS-1953", 1, "bar")],
)
def test_a_text_may_work_otherwise_than_its_rule(
    law: LawPack, rule: str, text: int, kind: str
) -> None:
    assert law.rule(rule).versions[text].kind == kind


def test_the_day_the_act_of_1913_began_stays_a_span(law: LawPack) -> None:
    begin = law.rule("NS-1913").versions[0].births_from
    assert begin is not None
    assert (begin.earliest, begin.latest) == (day("1913-03-30"), day("1913-04-10"))
    assert law.in_force("na-2456/3-3", day("1913-04-01")) is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("provision", "on", "expected"),
    [
        ("na-2508/7-1/1965", "1992-02-25", Truth.YES),
        ("na-2508/7-1/1965", "1992-02-26", Truth.NO),
        ("na-2508/7-1/1992", "1992-02-25", Truth.NO),
        ("na-2508/7-1/1992", "1992-02-26", Truth.YES),
        ("rp-337/1", "1972-12-13", Truth.NO),
        ("rp-337/1", "1972-12-14", Truth.YES),
        ("ann-2025/order", "2026-06-29", Truth.YES),
        ("ann-2025/order", "2026-06-30", Truth.UNKNOWN),
    ],
)
def test_a_wording_is_in_force_from_its_first_day_to_the_day_before_its_end(
    law: LawPack, provision: str, on: str, expected: Truth
) -> None:
    assert law.in_force(provision, day(on)) is expected


def test_open_ends_are_always_inside() -> None:
    assert within(1, None, None) is Truth.YES


def test_every_retroactive_rule_rests_on_a_clause_that_reaches_back(
    law: LawPack,
) -> None:
    for rule, clause in (
        ("NB-1992-M", "na-2-2535/10"),
        ("NB-1992-F", "na-2-2535/10"),
        ("NB-2008-PF", "na-4-2551/21"),
        ("S23", "na-4-2551/23"),
    ):
        assert clause in law.rule(rule).cites
        assert law.provisions[clause].retroactive


def test_the_order_of_2025_is_open_for_one_year_and_then_not_known(
    law: LawPack,
) -> None:
    path = law.rule("ANN-2025").pathway
    assert path is not None
    assert [(w.opens, w.known) for w in path.windows] == [
        (path.windows[0].opens, True),
        (path.windows[0].closes, False),
    ]
    assert path.windows[1].closes is None


def test_what_is_due_comes_in_order_and_cabinet_matters_first(law: LawPack) -> None:
    due = law.due(day("2026-12-20"))
    assert [d.recheck_on for d in due] == sorted(d.recheck_on for d in due)
    overdue = {d.id for d in due if d.overdue}
    assert {"ANN-2025", "PR-2024", "ann-2025", "NR-19-2"} <= overdue
    assert "na-2508" not in overdue


def test_nothing_is_overdue_on_the_day_the_study_was_written(law: LawPack) -> None:
    assert not any(d.overdue for d in law.due(day("2026-11-22")))


def test_a_rule_is_as_weak_as_its_weakest_text(law: LawPack) -> None:
    assert law.rule("S10").verified == "unverified"
    assert law.rule("S10").versions[3].checked.verified == "seen"
    assert weakest([]) == "unverified"


def test_every_wording_that_a_rule_cites_begins_or_ends_with_a_law_event(
    law: LawPack,
) -> None:
    touched = {key for event in law.events.values() for key in event.provisions}
    for rule in law.rules.values():
        if rule.kind != "right":  # events are those of status, which rights follow
            assert set(rule.cites) <= touched, rule.id


def test_law_events_come_for_every_day_on_which_a_window_of_births_begins(
    law: LawPack,
) -> None:
    days = {event.date.earliest for event in law.events.values()}
    for rule in law.rules.values():
        for version in rule.versions:
            begin = version.births_from
            if begin is not None and begin.is_exact and rule.id != "RG-2543":
                assert begin.earliest in days, rule.id


@pytest.mark.parametrize("line", ["soil", "blood"])
def test_each_day_of_birth_has_exactly_one_text_of_a_line(
    law: LawPack, line: str
) -> None:
    links = [r for r in law.rules.values() if line in r.line]
    dated = [r for r in links if r.id != "NB-1992-F"]
    for on in ("1900-01-01", "1930-01-01", "1953-02-03", "1953-02-04", "1980-05-05"):
        assert len(_governing(dated, day(on))) == 1, on


def _governing(rules: list[RuleInfo], on: int) -> list[str]:
    return [
        rule.id
        for rule in rules
        if within(on, rule.versions[0].births_from, rule.versions[0].births_until)
        is Truth.YES
    ]


def test_loading_needs_neither_yaml_nor_django() -> None:
    code = (
        "import sys; from sathana.law.load import pack; pack();"
        "print([m for m in ('yaml', 'django') if m in sys.modules])"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert out.stdout.strip() == "[]"


def test_the_compiled_file_holds_no_path_and_no_foreign_key() -> None:
    data = json.loads(law_compile.build())
    assert set(data) == {
        "version", "instruments", "provisions", "rules", "contested", "events",
        "fees", "limits", "procedures", "doors", "forms", "holidays", "id13",
    }  # fmt: skip
    assert "/work/" not in law_compile.build()
