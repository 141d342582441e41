"""Every fault of the law data, planted in a copy, is refused by name."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from sathana.calendars.spans import DateSpan
from sathana.law import compile as law_compile
from sathana.law.audit import Fault, audit
from sathana.law.load import LawPack, from_json, pack
from sathana.law.model import Checked, Mark, RuleInfo, RuleVersion

type Change = Callable[[RuleVersion], RuleVersion]


def span(text: str) -> DateSpan:
    """Return the span of an ISO date."""
    return DateSpan.of_day(date.fromisoformat(text))


def with_rule(rule: RuleInfo) -> LawPack:
    """Return the shipped pack with one rule replaced."""
    return replace(pack(), rules={**pack().rules, rule.id: rule})


def with_text(rule_id: str, change: Change) -> LawPack:
    """Return the shipped pack with the first text of a rule changed."""
    rule = pack().rule(rule_id)
    first = change(rule.versions[0])
    return with_rule(replace(rule, versions=(first, *rule.versions[1:])))


def refused(law: LawPack, code: str, subject: str) -> Fault:
    """Return the one kind of fault expected; it speaks Thai and English."""
    found = [f for f in audit(law) if (f.code, f.subject) == (code, subject)]
    assert found, [str(f) for f in audit(law)]
    assert found[0].message["th"]
    assert found[0].message["en"]
    return found[0]


def test_a_rule_without_a_citation_is_refused() -> None:
    law = with_text("NS-1992", lambda v: replace(v, cites=()))
    refused(law, "no-citation", "NS-1992")


def test_a_rule_without_a_mark_is_refused() -> None:
    def unmark(v: RuleVersion) -> RuleVersion:
        return replace(v, checked=replace(v.checked, verified=cast(Mark, "")))

    refused(with_text("S9", unmark), "mark", "S9")


def test_a_rule_without_any_window_is_refused() -> None:
    law = with_text("CLASS-337", lambda v: replace(v, law_from=None))
    refused(law, "no-dates", "CLASS-337")


def test_a_rule_without_dates_of_checking_is_refused() -> None:
    law = with_text("S9", lambda v: replace(v, checked=Checked("seen", 0, 0)))
    refused(law, "check-dates", "S9")


def test_a_rule_without_a_text_is_refused() -> None:
    law = with_rule(replace(pack().rule("S9"), versions=()))
    refused(law, "no-version", "S9")


def test_citing_a_provision_that_does_not_exist_is_refused() -> None:
    law = with_text("S9", lambda v: replace(v, cites=("na-2508/99",)))
    assert "na-2508/99" in refused(law, "unknown-provision", "S9").message["en"]


@pytest.mark.parametrize(
    ("rule", "cite"),
    [
        ("NS-1957", "na-2508/7-3/1965"),
        ("NS-1992", "na-2508/7-3/1965"),
        ("NB-1965-F", "na-2508/7-1/1992"),
        ("NB-1992-M", "na-2508/7-1/1965"),
        ("GAIN-WIFE", "na-2508/9"),
        ("LOSS-1953-16BIS", "na-2508/22"),
        ("BR-3", "na-2508/7-1/1965"),
    ],
)
def test_citing_a_provision_not_in_force_in_the_window_is_refused(
    rule: str, cite: str
) -> None:
    law = with_text(rule, lambda v: replace(v, cites=(*v.cites, cite)))
    assert cite in refused(law, "not-in-force", rule).message["en"]


def test_a_window_of_events_longer_than_its_provision_is_refused() -> None:
    law = with_text("GAIN-WIFE", lambda v: replace(v, effect_until=span("1960-01-01")))
    refused(law, "uncited-time", "GAIN-WIFE")


def test_a_recheck_that_is_not_after_the_check_is_refused() -> None:
    def swap(v: RuleVersion) -> RuleVersion:
        checked = Checked("seen", v.checked.recheck, v.checked.on)
        return replace(v, checked=checked)

    refused(with_text("S9", swap), "check-order", "S9")


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_text_without_thai_or_english_is_refused(language: str) -> None:
    rule = pack().rule("S23")
    title = {key: text for key, text in rule.title.items() if key != language}
    fault = refused(with_rule(replace(rule, title=title)), "language", "S23")
    assert language in fault.message["en"]


def test_an_empty_paraphrase_is_refused() -> None:
    provision = pack().provisions["na-2508/8"]
    empty = replace(provision, paraphrase={"th": " ", "en": "text"})
    law = replace(pack(), provisions={**pack().provisions, empty.id: empty})
    refused(law, "language", "na-2508/8")


def test_an_unknown_contested_point_is_refused() -> None:
    law = with_rule(replace(pack().rule("S9"), contested=("C99",)))
    refused(law, "unknown-contested point", "S9")


def test_a_contested_point_on_an_unknown_rule_is_refused() -> None:
    point = replace(pack().contested["C2"], bears_on=("7BIS-9",))
    law = replace(pack(), contested={**pack().contested, "C2": point})
    refused(law, "unknown-rule", "C2")


def test_a_hole_between_two_texts_of_a_rule_is_refused() -> None:
    law = with_text("LOSS-21", lambda v: replace(v, effect_until=span("2000-01-01")))
    assert "2000-01-01" in refused(law, "window-hole", "LOSS-21").message["en"]


def test_a_hole_between_the_soil_rules_is_refused() -> None:
    law = with_text("NS-1957", lambda v: replace(v, births_from=span("1957-06-01")))
    refused(law, "window-hole", "line:soil")


def test_a_line_of_rules_that_ends_is_refused() -> None:
    law = with_text("NS-1992", lambda v: replace(v, births_until=span("2030-01-01")))
    refused(law, "window-hole", "line:soil")


def test_a_hole_between_the_windows_of_a_pathway_is_refused() -> None:
    rule = pack().rule("ANN-2025")
    assert rule.pathway is not None
    first, second = rule.pathway.windows
    path = replace(
        rule.pathway, windows=(first, replace(second, opens=span("2026-09-01")))
    )
    refused(with_rule(replace(rule, pathway=path)), "window-hole", "ANN-2025")


def test_a_pathway_without_its_office_is_refused() -> None:
    law = with_rule(replace(pack().rule("BR-3"), pathway=None))
    refused(law, "no-pathway", "BR-3")


def test_a_mark_stronger_than_what_the_rule_rests_on_is_refused() -> None:
    def strengthen(v: RuleVersion) -> RuleVersion:
        return replace(v, checked=replace(v.checked, verified="seen"))

    law = with_text("NS-1953", strengthen)
    fault = refused(law, "mark-too-strong", "NS-1953")
    assert "na-2495/7-3/1953" in fault.message["en"]


@pytest.mark.parametrize(
    ("rule", "clause"),
    [("NB-1992-M", "na-2-2535/10"), ("NB-2008-PF", "na-4-2551/21")],
)
def test_reaching_earlier_births_without_a_retroactive_clause_is_refused(
    rule: str, clause: str
) -> None:
    law = with_text(
        rule, lambda v: replace(v, cites=tuple(c for c in v.cites if c != clause))
    )
    refused(law, "retroactive-without-clause", rule)


def test_two_ids_that_differ_only_by_case_are_refused() -> None:
    twin = replace(pack().provisions["na-2508/8"], id="NA-2508/8")
    law = replace(pack(), provisions={**pack().provisions, twin.id: twin})
    refused(law, "duplicate-id", "NA-2508/8")


def test_a_record_filed_under_another_id_is_refused() -> None:
    rule = replace(pack().rule("S9"), id="S10")
    law = replace(pack(), rules={**pack().rules, "S9": rule})
    refused(law, "duplicate-id", "S9")


def test_a_provision_that_ends_before_it_begins_is_refused() -> None:
    wrong = replace(pack().provisions["na-2508/8"], in_force_until=span("1950-01-01"))
    law = replace(pack(), provisions={**pack().provisions, wrong.id: wrong})
    refused(law, "window", "na-2508/8")


def test_an_event_of_an_unknown_instrument_is_refused() -> None:
    event = replace(pack().events["E-1972-A337"], instrument="rp-999")
    law = replace(pack(), events={**pack().events, event.id: event})
    refused(law, "unknown-instrument", "E-1972-A337")


# --- faults of the YAML itself ---------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the YAML that a test may spoil."""
    return Path(shutil.copytree(law_compile.DATA, tmp_path / "data"))


def spoil(folder: Path, name: str, old: str, new: str) -> list[Fault]:
    """Replace text once in a file and return what the check then says."""
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return law_compile.check(folder)


def codes(faults: list[Fault]) -> set[str]:
    """Return the codes of the faults."""
    return {fault.code for fault in faults}


def test_the_untouched_copy_has_no_fault(folder: Path) -> None:
    assert law_compile.check(folder) == []


def test_an_id_written_twice_in_a_file_is_refused_with_its_line(folder: Path) -> None:
    faults = spoil(folder, "rules-gains.yaml", "\nNB-1913-M:\n", "\nNB-1913-F:\n")
    assert codes(faults) == {"duplicate-id"}
    assert "line" in faults[0].message["en"]


def test_an_id_written_in_two_files_is_refused(folder: Path) -> None:
    faults = spoil(folder, "rules-losses.yaml", "\nNS-8:\n", "\nNS-1992:\n")
    assert codes(faults) == {"duplicate-id"}


def test_a_misspelt_key_is_refused_and_the_known_keys_are_named(folder: Path) -> None:
    faults = spoil(folder, "rules-losses.yaml", "cites:", "cite:")
    assert codes(faults) == {"unknown-key"}
    assert "cites" in faults[0].message["en"]


def test_a_missing_mark_is_refused(folder: Path) -> None:
    faults = spoil(folder, "rules-pathways.yaml", "      verified: partly\n", "")
    assert "mark" in codes(faults)


def test_a_date_that_is_no_date_is_refused(folder: Path) -> None:
    faults = spoil(
        folder, "instruments.yaml", "from: 1911-05-18", "from: in the spring"
    )
    assert codes(faults) == {"unreadable"}
    assert "na-ra130" in {fault.subject for fault in faults}


def test_a_file_that_is_no_yaml_is_refused(folder: Path) -> None:
    assert codes(spoil(folder, "events.yaml", "date:", "{date:")) == {"yaml"}


def test_yaml_newer_than_the_compiled_file_is_refused(folder: Path) -> None:
    faults = spoil(folder, "events.yaml", "Announcement 337", "Announcement no. 337")
    assert codes(faults) == {"stale"}


def test_a_record_without_mark_or_dates_loads_so_that_it_can_be_refused() -> None:
    text = law_compile.build().replace('"verified": "seen"', '"verified": ""')
    law = from_json(text)
    assert "mark" in codes(audit(law))
