"""The case file: what is read, what is refused and how that is said."""
# ruff: noqa: E501 -- one case, one line.

from __future__ import annotations

import pytest

from sathana.calendars.dates import parse_date
from sathana.facts.casefile import CaseFileError, Fault, read
from sathana.facts.model import (
    CaseFile,
    Certificate,
    Event,
    Grade,
    Happened,
    Marriage,
    Order,
    Parent,
    Spell,
    Told,
    Value,
)
from sathana.logic.truth import Truth

UNKNOWN_EVENT = Event(Happened.UNKNOWN)


def case(facts: str, rest: str = "") -> CaseFile:
    """Read a file in which P has the facts of one flow map."""
    return read(f"sathana: 1\ncase: t\npersons:\n  P: {facts}\n{rest}", name="t.yaml")


def told(facts: str, key: str, rest: str = "") -> Told:
    """Return one told fact of P."""
    return case(facts, rest).persons["P"].told[key]


def faults(facts: str, rest: str = "") -> tuple[Fault, ...]:
    """Return the faults of a file in which P has the facts of one flow map."""
    with pytest.raises(CaseFileError) as refused:
        case(facts, rest)
    for fault in refused.value.faults:
        assert fault.th
        assert fault.en
        assert fault.line >= 1
    return refused.value.faults


def codes(facts: str, rest: str = "") -> list[str]:
    """Return the kinds of faults."""
    return [fault.code for fault in faults(facts, rest)]


def day(text: object) -> Event:
    """Return the event of a written date."""
    return Event(Happened.YES, parse_date(text))


@pytest.mark.parametrize(
    ("facts", "key", "value"),
    [
        ("{sex: female}", "sex", "female"),
        ("{sex: unknown}", "sex", None),
        ("{born: {date: 1975-03-02}}", "born.date", parse_date("1975-03-02")),
        ("{born: {date: {be: 2518}}}", "born.date", parse_date("1975")),
        ("{born: {country: NO}}", "born.country", "NO"),
        ("{born: {country: abroad}}", "born.country", "abroad"),
        ("{born: {notified: none}}", "born.notified", "none"),
        ("{born: unknown}", "born.country", None),
        ("{died: 2018-10-05}", "died", day("2018-10-05")),
        ("{entered: never}", "entered", Event(Happened.NEVER)),
        ("{entered: unknown}", "entered", None),
        (
            "{parents_marriage: {on: unknown, relative: before_birth}}",
            "parents_marriage",
            Event(Happened.YES, relative="before_birth"),
        ),
        ("{father: unknown}", "father", Parent.UNKNOWN),
        ("{mother: unidentifiable}", "mother", Parent.UNIDENTIFIABLE),
        ("{thai: no}", "thai", Truth.NO),
        ("{thai: unknown}", "thai", None),
        (
            "{thai: [{is: yes, until: 1972-12-14}]}",
            "thai",
            (Spell(end=parse_date("1972-12-14"), truth=Truth.YES),),
        ),
        ("{foreign_nationality: [MM, abroad]}", "foreign_nationality", ("MM", "abroad")),
        ("{foreign_nationality: no}", "foreign_nationality", Truth.NO),
        ("{foreign_documents: none}", "foreign_documents", ()),
        ("{foreign_documents: [passport]}", "foreign_documents", ("passport",)),
        (
            "{stay: [{kind: unpermitted, from: 1946}]}",
            "stay",
            (Spell("unpermitted", parse_date("1946")),),
        ),
        ("{stay: [unknown]}", "stay", (Spell("unknown"),)),
        (
            '{registers: [{kind: TR38, group: "50"}]}',
            "registers",
            (Spell("TR38", group="50"),),
        ),
        ("{care: [{certified: yes}]}", "care", (Spell(truth=Truth.YES),)),
        ('{id13: "0-xxxx-xxxxx-xx-x"}', "id13", "0xxxxxxxxxxxx"),
        ('{group: "50"}', "group", "50"),
        ("{alien_certificate: never}", "alien_certificate", Certificate(Event(Happened.NEVER))),
        (
            "{alien_certificate: {taken: 1948, by: parent, voluntary: no, kept_until: never}}",
            "alien_certificate",
            Certificate(day("1948"), "parent", Truth.NO, Event(Happened.NEVER)),
        ),
        (
            "{orders: [{kind: nationality_entered, under: S23, by: registrar}]}",
            "orders",
            (Order("nationality_entered", by="registrar", under="S23"),),
        ),
        ("{orders: [unknown]}", "orders", (Order("unknown"),)),
        (
            "{marriages: [{to: MM, registered: 1940-05-05, gives_nationality: unknown}]}",
            "marriages",
            (Marriage("MM", day("1940-05-05"), gives_nationality=Truth.UNKNOWN),),
        ),
        ("{marriages: [{to: MM}]}", "marriages", (Marriage("MM", UNKNOWN_EVENT),)),
        ("{convictions: none}", "convictions", ()),
        ("{education: none}", "education", "none"),
        ("{service: yes}", "service", Truth.YES),
    ],
)  # fmt: skip
def test_each_key_is_read_as_the_contract_says(
    facts: str, key: str, value: Value
) -> None:
    found = told(facts, key)
    assert found.value == value
    assert found.grade is Grade.CLAIMED


def test_a_fact_left_out_is_not_told_and_an_unknown_fact_is() -> None:
    assert "thai" not in case("{sex: male}").persons["P"].told
    assert told("{thai: unknown}", "thai").value is None


def test_a_parent_given_only_as_facts_is_a_person_with_the_sex_of_their_place() -> None:
    family = case("{father: {thai: yes}, mother: {father: {thai: no}}}")
    assert set(family.persons) == {"P", "P.father", "P.mother", "P.mother.father"}
    assert family.persons["P"].told["father"].value == "P.father"
    assert family.persons["P.father"].told["sex"].value == "male"
    assert family.persons["P.mother"].told["sex"].value == "female"
    assert (
        case("{father: {sex: unknown}}").persons["P.father"].told["sex"].value is None
    )


EVIDENCE = (
    "evidence:\n  E1: {kind: paper, date: 2009, supports: [P.born.country]}\n  E2: {}\n"
)


def test_grade_and_source_are_kept_with_the_value() -> None:
    found = told(
        "{born: {country: {value: TH, source: E1, grade: documented}}}",
        "born.country",
        EVIDENCE,
    )
    assert (found.value, found.grade, found.source) == ("TH", Grade.DOCUMENTED, "E1")


def test_an_event_names_its_source_itself() -> None:
    assert told("{entered: {on: 2004, source: E1}}", "entered", EVIDENCE).source == "E1"


def test_a_grade_of_the_birth_is_the_grade_of_its_parts() -> None:
    facts = "{born: {value: {date: 1975, country: TH}, source: E1, grade: witnessed}}"
    found = told(facts, "born.country", EVIDENCE)
    assert (found.grade, found.source) == (Grade.WITNESSED, "E1")


def test_an_entry_of_a_list_has_a_grade_of_its_own() -> None:
    facts = (
        "{stay: [{kind: permanent, source: E1, grade: documented}, {kind: lenient}]}"
    )
    found = told(facts, "stay", EVIDENCE)
    assert isinstance(found.value, tuple)
    assert found.value[0] == Spell("permanent", grade=Grade.DOCUMENTED, source="E1")
    assert found.value[1] == Spell("lenient")


def test_a_grade_of_a_whole_list_is_the_grade_of_its_entries() -> None:
    found = told("{stay: {value: [{kind: permanent}], grade: documented}}", "stay")
    assert found.grade is Grade.DOCUMENTED
    assert found.value == (Spell("permanent", grade=Grade.DOCUMENTED),)


def test_a_contradicted_value_is_unknown_but_kept() -> None:
    found = told("{born: {country: {value: TH, grade: contradicted}}}", "born.country")
    assert (found.value, found.grade) == (None, Grade.CONTRADICTED)
    assert [other.value for other in found.others] == ["TH"]


def test_two_different_values_contradict_each_other() -> None:
    facts = "{born: {country: [{value: TH, source: E1}, {value: MM, source: E2}]}}"
    found = told(facts, "born.country", EVIDENCE)
    assert (found.value, found.grade) == (None, Grade.CONTRADICTED)
    assert [(o.value, o.source) for o in found.others] == [("TH", "E1"), ("MM", "E2")]


def test_two_equal_values_support_each_other() -> None:
    facts = "{sex: [{value: male, source: E1}, {value: male, source: E2, grade: documented}]}"
    found = told(facts, "sex", EVIDENCE)
    assert (found.value, found.grade, len(found.others)) == (
        "male",
        Grade.DOCUMENTED,
        2,
    )


def test_nationality_can_be_told_twice_or_by_spells() -> None:
    assert (
        told("{thai: [{value: yes}, {value: no}]}", "thai").grade is Grade.CONTRADICTED
    )
    spells = told("{thai: [{value: {is: yes}, grade: documented}]}", "thai").value
    assert spells == (Spell(truth=Truth.YES, grade=Grade.DOCUMENTED),)


def test_no_word_is_turned_into_a_number_a_date_or_a_truth() -> None:
    family = read(
        "sathana: 1\ncase: 007\ntitle: no\nas_of: 2007-12-31\npersons:\n"
        "  on: {group: 010, born: {place: 2519-02-29}}\n",
        name="t",
    )
    assert (family.case, family.title) == ("007", "no")
    assert family.persons["on"].told["group"].value == "010"
    assert family.persons["on"].told["born.place"].value == "2519-02-29"


def test_expectations_are_kept_as_written() -> None:
    rest = "expect:\n  P: {thai: [yes, unknown], pathways: {S23: open}}\n"
    assert case("{}", rest).expect == {
        "P": {"thai": ["yes", "unknown"], "pathways": {"S23": "open"}}
    }


@pytest.mark.parametrize(
    ("facts", "rest", "code", "hint"),
    [
        ("{fahter: F}", "", "key.unknown", "'father'"),
        ("{date: 1975}", "", "key.unknown", "born"),
        ("{x: 1}", "", "key.unknown", "the nearest known key is 'sex'"),
        ("{born: {dat: 1975}}", "", "key.unknown", "'date'"),
        ("{}", "evidense: {}\n", "key.unknown", "'evidence'"),
        ("{stay: [{kind: permanent, form: 1975}]}", "", "key.unknown", "'from'"),
        ("{thai: Yes}", "", "value.wrong", "'yes'"),
        ("{thai: true}", "", "value.wrong", "'yes'"),
        ("{thai: }", "", "value.missing", "unknown"),
        ("{sex: femal}", "", "value.wrong", "'female'"),
        ("{born: 1975}", "", "value.wrong", "date:"),
        ("{born: {country: th}}", "", "value.wrong", "'TH'"),
        ("{born: {country: Myanmar}}", "", "value.wrong", "two capital letters"),
        ("{born: {date: 2518}}", "", "date.wrong", "{be: 2518}"),
        ("{born: {date: 1975-02-30}}", "", "date.wrong", "28 days"),
        ("{died: yes}", "", "value.wrong", "{on: unknown}"),
        ("{entered: {on: 1990, grade: documented}}", "", "key.unknown", "value:"),
        ("{entered: {on: never}}", "", "date.wrong", "not a date"),
        ("{foreign_nationality: MM}", "", "value.wrong", "[MM]"),
        ("{foreign_nationality: [TH]}", "", "value.wrong", "another country"),
        ("{stay: permanent}", "", "value.wrong", "a list"),
        ("{stay: [{from: 1975}]}", "", "entry.missing", "'kind'"),
        ("{stay: [{kind: {value: permanent}}]}", "", "entry.graded_field", "whole entry"),
        ("{residence: [unknown]}", "", "entry.unknown", "residence: unknown"),
        ("{residence: [{from: 1990, until: 1980}]}", "", "spell.order", "wrong way"),
        ("{id13: 123}", "", "id13.wrong", "thirteen"),
        ("{father: X}", "", "person.missing", "'X'"),
        ("{father: Dad}", "  Dad1: {}\n", "person.missing", "'Dad1'"),
        ("{adopted: [{by: MM}]}", "", "person.missing", "'MM'"),
        ("{marriages: [{to: Q}]}", "", "person.missing", "capital letters"),
        ("{mother: {}, marriages: [{to: P.mother}]}", "", "person.missing", "id of their own"),
        ("{sex: {value: male, source: E9}}", "", "source.missing", "'E9'"),
        ("{sex: {value: male, grade: sure}}", "", "value.wrong", "documented"),
        ("{entered: {value: {on: 1990, source: E1}, source: E2}}", EVIDENCE, "source.two", "one"),
        ("{alien_certificate: {taken: never}}", "", "value.wrong", "never"),
        ("{name: {thai: x}}", "", "key.unknown", "th, en"),
        ("{}", "evidence: {E1: {supports: [P.borne]}}\n", "evidence.path", "P.born"),
        ("{}", "evidence: {E1: {supports: [Q.born]}}\n", "evidence.path", "PERSON.key"),
        ("{}", "expect: {Q: {thai: yes}}\n", "person.missing", "persons"),
        ("{}", "expect: {P: {thai: maybe}}\n", "value.wrong", "contested"),
        ("{}", "expect: {P: {tai: yes}}\n", "key.unknown", "'thai'"),
        ("{}", "as_of: 2007\n", "date.wrong", "full day"),
        ("{}", "sources: here\n", "value.wrong", "list"),
        ("{}", "case: twice\n", "key.duplicate", "line 2"),
        ("{sex: male, sex: female}", "", "key.duplicate", "twice"),
        ("{sex: &a male}", "", "yaml.alias", "reference"),
        ("{sex: !!str male}", "", "yaml.tag", "tag"),
        ("{}", "---\ncase: b\n", "yaml.several_documents", "one case"),
        ("[sex: male", "", "yaml.syntax", "not closed"),
        ('{group: "a\\0b"}', "", "file.control_character", "U+0000"),
    ],
)  # fmt: skip
def test_a_fault_says_what_is_wrong_and_what_would_be_right(
    facts: str, rest: str, code: str, hint: str
) -> None:
    found = faults(facts, rest)
    assert code in [fault.code for fault in found]
    assert any(hint in fault.en for fault in found if fault.code == code)


def test_all_faults_are_told_at_once_each_with_its_line() -> None:
    text = (
        "sathana: 2\ncase: a b\npersons:\n  P:\n    sex: f\n    thai: y\n  Q: {x: 1}\n"
    )
    with pytest.raises(CaseFileError) as refused:
        read(text, name="my.yaml")
    assert [fault.line for fault in refused.value.faults] == [1, 2, 5, 6, 7]
    assert refused.value.lines("th")[2].startswith("my.yaml:5: P.sex: ")
    assert str(refused.value).startswith("my.yaml:1: this program reads 'sathana: 1'")


@pytest.mark.parametrize("key", ["sathana", "case", "persons"])
def test_what_every_file_must_have_is_named_when_it_is_missing(key: str) -> None:
    keys = {"sathana": "1", "case": "t", "persons": "{P: {}}"}
    del keys[key]
    with pytest.raises(CaseFileError, match=f"'{key}' is missing"):
        read("\n".join(f"{k}: {v}" for k, v in keys.items()), name="t")


@pytest.mark.parametrize("person", ["P.father", "a b", "unknown", "x" * 65, ""])
def test_what_is_no_id_is_refused(person: str) -> None:
    with pytest.raises(CaseFileError, match="cannot be an id"):
        read(f'sathana: 1\ncase: t\npersons: {{"{person}": {{}}}}', name="t")


def test_a_thai_id_is_an_id() -> None:
    family = read("sathana: 1\ncase: t\npersons: {พ่อ: {}, แม่_1: {}}", name="t")
    assert set(family.persons) == {"พ่อ", "แม่_1"}


def test_nobody_is_their_own_ancestor_and_the_loop_is_named() -> None:
    rest = "  Q: {father: R}\n  R: {mother: P}\n"
    loop = [f for f in faults("{father: Q}", rest) if f.code == "family.own_ancestor"]
    assert len(loop) == 1
    assert "P → Q → R → P" in loop[0].en
    assert codes("{father: P}") == ["family.own_ancestor"]


@pytest.mark.parametrize(
    ("child", "parent", "refused"),
    [
        ("1975-03-02", "1975-03-02", True),
        ("1975", "1980", True),
        ("1975", "1975", False),
        ("1975-03-02", "1975", False),
        ("1975", "1950", False),
        ("unknown", "2000", False),
    ],
)
def test_a_parent_is_born_before_the_child(
    child: str, parent: str, refused: bool
) -> None:
    facts = f"{{born: {{date: {child}}}, mother: M}}"
    rest = f"  M: {{born: {{date: {parent}}}}}\n"
    if refused:
        (fault,) = faults(facts, rest)
        assert "M (mother" in fault.en
        assert " P " in fault.en
    else:
        case(facts, rest)


def test_a_father_is_no_woman_and_a_mother_no_man() -> None:
    rest = "  F: {sex: female}\n  M: {sex: male}\n"
    found = codes("{father: F, mother: M}", rest)
    assert found == ["family.sex_of_parent"] * 2
    assert codes("{father: {sex: female}}") == ["family.sex_of_parent"]


def test_nobody_dies_before_birth_but_a_posthumous_fact_may_stand() -> None:
    assert codes("{born: {date: 1975}, died: 1970}") == ["family.order_of_life"]
    case("{born: {date: 1975}, died: 1975}")


def test_an_order_of_events_that_dates_disprove_is_refused() -> None:
    facts = "{born: {date: 1975}, parents_marriage: {on: 1980, relative: before_birth}}"
    assert codes(facts) == ["family.order_of_life"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"# only a remark\n", "file.empty"),
        (b"just text", "value.wrong"),
        (b"\xef\xbb\xbfsathana: 1", "file.byte_order_mark"),
        ("sathana: 1".encode("utf-16"), "file.byte_order_mark"),
        ("case: กรณี".encode("cp874"), "file.not_utf8"),
        (b"case: a\x00b", "file.control_character"),
        (b"a: " + b"x" * 1_000_001, "file.too_large"),
        (b"[" * 500_000, "yaml.too_deep"),
        (b"{a: " * 100_000, "yaml.too_deep"),
        (b"[" + b"a," * 400_000 + b"]", "yaml.too_many_values"),
        (b"? [a]\n: b\n", "yaml.key_not_text"),
        (b"a: *x\n", "yaml.alias"),
        (b"a: &x b\nc: *x\n", "yaml.alias"),
        (b"!!python/object/apply:os.system ['true']", "yaml.tag"),
        (b"a:\n\t- b\n", "yaml.syntax"),
        (b'a: "\\ud800"', "yaml.syntax"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_hostile_bytes_are_refused_with_a_word_of_explanation(
    data: bytes, code: str
) -> None:
    with pytest.raises(CaseFileError) as refused:
        read(data, name="t")
    assert code in [fault.code for fault in refused.value.faults]


def test_half_a_surrogate_pair_in_text_is_refused() -> None:
    with pytest.raises(CaseFileError, match="control character U\\+D800"):
        read("case: \ud800", name="t")


def test_too_many_persons_and_too_many_faults_end_the_reading() -> None:
    many = "".join(f"  P{i}: {{}}\n" for i in range(2001))
    with pytest.raises(CaseFileError, match=r"more than 2,000 persons"):
        read(f"sathana: 1\ncase: t\npersons:\n{many}", name="t")
    wrong = "".join(f"  P{i}: {{x: 1}}\n" for i in range(500))
    with pytest.raises(CaseFileError, match="stopped after 100 faults"):
        read(f"sathana: 1\ncase: t\npersons:\n{wrong}", name="t")


def test_a_line_of_descent_longer_than_history_is_refused() -> None:
    chain = "".join(f"  P{i}: {{father: P{i + 1}}}\n" for i in range(1900))
    text = f"sathana: 1\ncase: t\npersons:\n{chain}  P1900: {{}}\n"
    with pytest.raises(CaseFileError, match="more than 40 generations"):
        read(text, name="t")
