"""Update files: what is taken, what is refused, and where the fault is said to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from sathana.law.load import from_json, shipped
from sathana.law.update_apply import build
from sathana.law.update_diff import may_turn, touched
from sathana.law.update_file import MAX_BYTES, read, signed_bytes
from sathana.law.update_model import LawUpdate, UpdateError

ROOT = Path(__file__).parents[2]
DRILL = ROOT / "docs/examples/law-update-2025-window.yaml"
HEAD = """\
sathana_law_update: 1
id: a-test
title: {th: ทดสอบ, en: A test}
base: th@2026.11
made_on: 2026-11-23
source: nowhere
changes:
"""
WHY = "    why: {th: เพราะ, en: Because}\n"


def one(record: str, what: str, more: str = "") -> bytes:
    """Return a file with one change."""
    return f"{HEAD}  - record: {record}\n{more}    set: {what}\n{WHY}".encode()


def faults(data: bytes) -> list[str]:
    """Return what is wrong with a file, applied to the law that ships."""
    with pytest.raises(UpdateError) as caught:
        build([read(data, name="u.yaml")])
    thai, english = caught.value.lines("th"), caught.value.lines("en")
    assert all(any("\u0e00" <= c <= "\u0e7f" for c in line) for line in thai)
    assert not any("\u0e00" <= c <= "\u0e7f" for line in english for c in line)
    return english


def taken(data: bytes) -> LawUpdate:
    return read(data, name="u.yaml")


def test_the_example_is_read_with_all_it_says() -> None:
    update = taken(DRILL.read_bytes())
    assert update.records == ("rule/ANN-2025", "rule/PR-2024")
    assert update.base == shipped().version
    assert update.signatures == ()
    first = DRILL.read_text("utf-8").splitlines()[update.changes[0].line - 1]
    assert first.strip() == "- record: rule/ANN-2025"


def test_windows_are_set_and_the_rest_of_the_law_stays() -> None:
    before, after = shipped(), from_json(build([taken(DRILL.read_bytes())]))
    assert after.version == "th@2026.11+exercise-window-2025"
    assert after.updated_by == {
        "rule/ANN-2025": ("exercise-window-2025",),
        "rule/PR-2024": ("exercise-window-2025",),
    }
    changed = {k for k in before.rules if before.rules[k] != after.rules[k]}
    assert changed == {"ANN-2025", "PR-2024"}
    assert (before.provisions, before.events) == (after.provisions, after.events)
    old, new = (law.rules["ANN-2025"].pathway for law in (before, after))
    assert old is not None
    assert new is not None
    assert new.file_with == old.file_with
    closes = new.windows[0].closes
    assert closes is not None
    assert closes.latest == taken(DRILL.read_bytes()).made_on + 219


def test_a_day_of_checking_set_in_a_provision_reaches_the_rules_that_take_it() -> None:
    data = one("provision/na-2508/7bis-2/2008", "{recheck_on: 2026-12-01}")
    update = taken(data)
    law = from_json(build([update]))
    earlier = {
        key
        for key, rule in law.rules.items()
        if rule.versions != shipped().rules[key].versions
    }
    assert earlier
    assert earlier <= {key for ids in touched(update, law).values() for key in ids}


@pytest.mark.parametrize(
    ("record", "what", "said"),
    [
        ("rule/ANN-2025", "{births: [null, null]}", "'births' cannot be set"),
        ("rule/ANN-2025", "{kind: gain}", "'kind' cannot be set"),
        ("rule/ANN-2025", "{versions: []}", "'versions' cannot be set"),
        ("rule/ANN-2025", "{pathway: {granted_by: [x]}}", "'pathway.granted_by'"),
        ("rule/ANN-2025", "{pathway: {windows: never}}", "a list, each entry with"),
        ("rule/ANN-2025", "{pathway: {windows: []}}", "a list, each entry with"),
        ("rule/ANN-2025", "{pathway: open}", "'pathway' cannot be set"),
        ("rule/NB-1992-M", "{pathway: {decider: {th: ก, en: a}}}", "has no 'pathway'"),
        ("rule/ANN-2052", "{warn: null}", "did you mean rule/ANN-2025?"),
        ("rule/ANN-2025", "{verified: sen}", "one of unverified, partly, seen"),
        ("rule/ANN-2025", "{note: in one language}", "both languages"),
        ("rule/ANN-2025", "{note: {th: ก, en: ''}}", "both languages"),
        ("rule/ANN-2025", "{checked_on: soon}", "must be a day"),
        ("rule/ANN-2025", "{checked_on: 2026-11-23 10:00:00}", "must be a day"),
        ("provision/cra/18", "{text: {th: ก, en: a}}", "'text' cannot be set"),
        ("instrument/na-2508", "{from: 1965-01-01}", "'from' cannot be set"),
        ("contested/C8", "{bears_on: []}", "'bears_on' cannot be set"),
        ("event/X", "{date: 2026-01-01}", "of no kind"),
        ("ANN-2025", "{warn: null}", "of no kind"),
        ("rule/ANN-2025", "{}", "at least one new value"),
        ("rule/ANN-2025", "[]", "at least one new value"),
    ],
)
def test_what_may_not_be_set_is_refused_with_what_may(
    record: str, what: str, said: str
) -> None:
    lines = faults(one(record, what))
    assert any(said in line for line in lines), lines
    assert all(line.startswith(("u.yaml:", "a-test:")) for line in lines)


@pytest.mark.parametrize(
    ("window", "said"),
    [
        ("{from: 2025-06-30, known: yes}", "'until' is missing"),
        ("{from: 2025-06-30, until: 2026-06, known: yes}", "'until' must be a day"),
        ("{from: 2025-06-30, until: 2026-13-01, known: yes}", "u.yaml:9: there is no"),
        ("{from: 2025-06-30, until: null, known: perhaps}", "'known' must be one of"),
        ("{from: 2025-06-30, until: null, known: yes, x: 1}", "'x' must be one of"),
    ],
)
def test_a_window_is_whole_or_refused(window: str, said: str) -> None:
    data = one("rule/ANN-2025", f"{{pathway: {{windows: [{window}]}}}}")
    assert any(said in line for line in faults(data))


def test_what_the_data_check_refuses_is_refused_at_the_line_of_the_change() -> None:
    hole = (
        "{pathway: {windows: [{from: 2025-06-30, until: 2026-06-30, known: yes}, "
        "{from: 2027-01-01, until: null, known: unknown}]}}"
    )
    [line] = faults(one("rule/ANN-2025", hole))
    assert line.startswith("a-test:8: the law so changed does not pass the data check")
    [line] = faults(one("contested/C8", "{checked_on: 2030-01-01}"))
    assert "not after checked_on" in line


def test_a_rule_of_several_texts_must_be_told_which_one() -> None:
    rule = next(r for r in shipped().rules.values() if len(r.versions) > 1)
    [line] = faults(one(f"rule/{rule.id}", "{verified: seen}"))
    assert "say with 'version: N'" in line
    data = one(f"rule/{rule.id}", "{verified: unverified}", "    version: 2\n")
    law = from_json(build([taken(data)]))
    assert law.rules[rule.id].versions[1].checked.verified == "unverified"
    assert law.rules[rule.id].versions[0] == rule.versions[0]
    assert faults(one(f"rule/{rule.id}", "{verified: seen}", "    version: 99\n"))
    assert faults(one("contested/C8", "{verified: seen}", "    version: 1\n"))


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"[1, 2]", "must be lines of 'name: value'"),
        (b"a: [", "u.yaml:"),
        (b"\xff\xfe\x00", "byte order mark"),
        (HEAD.encode(), "'changes' must be a list"),
        (HEAD.encode() + b"  - 7\n", "record, set and why"),
        (HEAD.replace("A test}", "A test}\ntitle: x").encode(), "written twice"),
        (HEAD.replace("nowhere", "&a nowhere").encode(), "YAML reference"),
        (HEAD.replace("nowhere", "!!python/name:os.system x").encode(), "YAML tag"),
        (HEAD.encode() + b"---\na: 1\n", "one file holds one update"),
        (HEAD.replace("id: a-test", "id: A Test").encode(), "'id' must be"),
        (HEAD.replace("id: a-test\n", "").encode(), "'id' is missing"),
        (HEAD.replace("2026-11-23", "2569-11-23").encode(), "'made_on' must be"),
        (
            HEAD.replace("2026-11-23", "2026-02-31").encode(),
            "u.yaml:5: there is no day 2026-02-31",
        ),
        (HEAD.replace("update: 1", "update: 2").encode(), "the number 1"),
        (HEAD.replace("source:", "sauce:").encode(), "'sauce' is not known"),
        (b"a: " + b"[" * 3000, "nested deeper"),
        (b"x" * (MAX_BYTES + 1), "at most 200,000"),
        (one("rule/ANN-2025", "{<<: {warn: null}}"), "<< is not allowed"),
        (one("rule/ANN-2025", "{warn: null}").replace(WHY.encode(), b""), "'why' must"),
    ],
)
def test_a_bad_file_is_refused_in_words(data: bytes, said: str) -> None:
    lines = faults(data)
    assert any(said in line for line in lines), lines


def test_a_door_and_a_year_of_holidays_may_be_new() -> None:
    door = (
        '{title: {th: ก, en: A}, what: {th: ข, en: B}, phone: "021234567", '
        "cites: [cra/18], verified: partly}"
    )
    law = from_json(build([taken(one("door/NEW-DOOR", door))]))
    assert law.doors["NEW-DOOR"].phone == "021234567"
    number = door.replace('"021234567"', "021234567")
    assert any("in quotes" in line for line in faults(one("door/NEW-DOOR", number)))
    days = "{announced: yes, days: {2199-01-01: {th: ก, en: A}}}"
    law = from_json(build([taken(one("holiday/2199", days))]))
    assert list(law.holidays[2199].days.values()) == [{"th": "ก", "en": "A"}]


def test_days_off_are_added_to_a_year_and_removed_from_it() -> None:
    year = one("holiday/2199", "{announced: yes, days: {2199-01-01: {th: ก, en: A}}}")
    more = one(
        "holiday/2199",
        "{add: {2199-05-02: {th: ข, en: B}}, remove: [2199-01-01]}",
    ).replace(b"id: a-test", b"id: later")
    law = from_json(build([taken(year), taken(more)]))
    assert [day["en"] for day in law.holidays[2199].days.values()] == ["B"]
    with pytest.raises(UpdateError, match="is no holiday"):
        build([taken(year), taken(more), taken(more)])
    assert any("days with" in line for line in faults(one("holiday/2199", "{add: 7}")))


def test_a_value_set_twice_is_refused() -> None:
    data = one("rule/ANN-2025", "{warn: null}")
    twice = data + data.removeprefix(HEAD.encode())
    assert any("is set twice (first at line 8)" in line for line in faults(twice))


def test_line_ends_and_the_end_of_the_file_do_not_change_what_is_signed() -> None:
    data = DRILL.read_bytes()
    windows = data.replace(b"\n", b"\r\n") + b"\r\n\r\n"
    assert taken(windows).content == taken(data).content
    other = data.replace(b"An exercise:", b"An Exercise:", 1)
    assert taken(other).content != taken(data).content
    signed = signed_bytes("x\n", "Anong", "2026-11-25")
    assert signed == b"sathana law update 1\nname: Anong\nday: 2026-11-25\n\nx\n"


def test_text_cannot_be_moved_between_content_and_signatures() -> None:
    hidden = HEAD.replace("nowhere", '"no\nsignatures: where"').encode()
    assert faults(hidden + one("rule/ANN-2025", "{warn: null}")[len(HEAD) :])
    damaged = DRILL.read_bytes() + b"signatures:\n  - {name: A}\n"
    assert any("signatures are damaged" in line for line in faults(damaged))
    more = DRILL.read_bytes() + b"signatures: []\nsource: elsewhere\n"
    assert any("signatures are damaged" in line for line in faults(more))


def test_only_families_whose_day_changes_windows_can_be_reached() -> None:
    update = taken(DRILL.read_bytes())
    before, after = shipped(), from_json(build([update]))
    end = update.made_on - 146
    assert not may_turn(update, before, after, end - 1)
    assert may_turn(update, before, after, end)
    assert may_turn(update, before, after, end + 364)
    assert not may_turn(update, before, after, end + 365)
    shown_only = taken(one("rule/ANN-2025", "{warn: null, verified: seen}"))
    assert not may_turn(shown_only, before, after, end)
