"""Practice families: full marks for the perfect, less for a guess, the law for all."""

from __future__ import annotations

from datetime import date

import pytest

from sathana.law import cases
from sathana.law.references import is_reference
from sathana.learning.practice import (
    evidence,
    families,
    interview,
    learners,
    library,
    marking,
    petition,
    verdicts,
    voice,
)
from sathana.learning.practice.model import Family, Work

DAY = date(2026, 11, 26).toordinal()
GENERATED = 200
SHORT = 10
EMPTY = Work()


def _generated(campaign: bool) -> list[Family]:
    return [families.family(f"g-{n}") for n in range(GENERATED if campaign else SHORT)]


def _library(campaign: bool) -> list[Family]:
    names = cases.names() if campaign else library.names()[::10]
    return [families.family(f"case-{name}") for name in names]


@pytest.fixture(scope="module")
def everyone(campaign: bool) -> list[Family]:
    course = [families.family(key) for key in families.names()]
    return [*course, *_generated(campaign), *_library(campaign)]


def test_the_course_has_twelve_families_of_every_level_and_many_topics() -> None:
    course = [families.family(key) for key in families.names()]
    assert len(course) >= 12
    assert {family.level for family in course} == {1, 2, 3, 4}
    assert len({family.topic for family in course}) >= 5
    assert [family.level for family in course] == sorted(f.level for f in course)


def test_what_people_of_the_course_say_stands_in_both_languages() -> None:
    for key in families.names():
        family = families.family(key)
        texts = [family.title, family.opening, family.speaker]
        for one in family.questions:
            texts += [one.ask, one.say, one.group]
        for text in texts:
            assert any("\u0e00" < letter < "\u0e7f" for letter in text["th"]), text
            assert not any("\u0e00" < letter < "\u0e7f" for letter in text["en"]), text


def test_a_family_of_the_course_has_a_petition_and_papers_to_plan() -> None:
    for key in families.names():
        family = families.family(key)
        assert petition.draft(family, DAY), key
        assert evidence.plan(family, DAY), key


def test_one_family_of_the_course_is_read_in_two_ways() -> None:
    family = families.family("history-two-readings")
    answer = verdicts.full(family, DAY)
    assert answer["thai"]["answer"] == "unknown" or answer["thai"]["contested"]
    assert verdicts.verdict(answer, "CO-1-NAT").contested


def test_a_perfect_learner_gets_full_marks(everyone: list[Family]) -> None:
    for family in everyone:
        marks = marking.mark(family, learners.perfect(family, DAY), DAY)
        lost = [
            (m.step, m.head["en"], m.text["en"]) for m in marks.marks if m.points < m.of
        ]
        assert lost == [], family.id
        assert marks.score == marks.of > 0


def test_one_who_guesses_gets_less(everyone: list[Family]) -> None:
    for family in everyone:
        marks = marking.mark(family, learners.random_learner(family, 1, DAY), DAY)
        assert 0 <= marks.score < marks.of, family.id


def test_one_who_does_nothing_gets_little(everyone: list[Family]) -> None:
    for family in everyone[::5]:
        marks = marking.mark(family, EMPTY, DAY)
        assert marks.score < marks.of / 2, family.id


def test_every_mark_cites_the_law(everyone: list[Family]) -> None:
    for family in everyone:
        for work in (EMPTY, learners.perfect(family, DAY)):
            for mark in marking.mark(family, work, DAY).marks:
                assert mark.cites, (family.id, mark.head)
                assert all(is_reference(key) for key in mark.cites), mark.cites
                assert mark.text["th"], mark.head
                assert mark.text["en"], mark.head


def test_all_marks_of_one_family_reach_the_same_sum(everyone: list[Family]) -> None:
    for family in everyone[::5]:
        works = (EMPTY, learners.perfect(family, DAY))
        assert len({marking.mark(family, work, DAY).of for work in works}) == 1


def test_all_that_can_be_asked_makes_the_family_s_own_file(
    everyone: list[Family],
) -> None:
    for family in everyone:
        heard = interview.asked(family, [one.id for one in family.questions])
        known = interview.revealed(family, heard.facts)
        assert known == family.case, family.id
        answer = verdicts.of(known, family.applicant, DAY)
        assert answer["pathways"] == verdicts.full(family, DAY)["pathways"], family.id


def test_nothing_is_known_that_was_not_asked(everyone: list[Family]) -> None:
    for family in everyone:
        start = interview.revealed(family, interview.asked(family, ()).facts)
        told = {f"{w}.{k}" for w, p in start.persons.items() for k in p.told}
        assert told == family.known, family.id
        one = family.questions[0]
        heard = interview.asked(family, (one.id,))
        assert heard.facts == family.known | set(one.reveals)


def test_a_question_that_helps_nobody_reveals_nothing(everyone: list[Family]) -> None:
    for family in everyone:
        asides = [one for one in family.questions if one.kind != "good"]
        assert len(asides) >= 3, family.id
        for one in asides:
            assert one.reveals == ()
            assert one.why["th"], one.id
            assert one.why["en"], one.id
            assert all(is_reference(key) for key in one.rules), one.rules


def test_a_harmful_question_costs_trust_and_points() -> None:
    family = families.family("g-3")
    harmful = [one.id for one in family.questions if one.kind == "harmful"]
    assert interview.asked(family, ()).trust == interview.TRUST
    assert interview.asked(family, harmful[:1]).trust == interview.TRUST - 1
    assert interview.asked(family, harmful * 4).trust == 0
    best = learners.perfect(family, DAY)
    worse = Work((*best.asked, harmful[0]), best.verdicts, best.papers, best.parts)
    assert (
        marking.mark(family, worse, DAY).score < marking.mark(family, best, DAY).score
    )


def test_a_right_verdict_without_the_questions_is_a_guess() -> None:
    family = families.family("g-16")
    best = learners.perfect(family, DAY)
    guess = Work((), best.verdicts)
    marks = marking.mark(family, guess, DAY).steps["pathways"]
    assert 0 < marks[0] < marks[1]


def test_open_under_one_reading_is_right_and_said_so() -> None:
    found = 0
    course = [families.family(key) for key in families.names()]
    for family in course:
        answer = verdicts.full(family, DAY)
        best = learners.perfect(family, DAY)
        marks = [
            m for m in marking.mark(family, best, DAY).marks if m.step == "pathways"
        ]
        for key, mark in zip(family.pathways, marks, strict=True):
            true = verdicts.verdict(answer, key)
            if true.contested and "open" in true.says:
                found += 1
                assert true.right == {"open", "unknown"}
                assert mark.points == mark.of
                assert "one reading" in mark.text["en"]
    readings = verdicts.Verdict({}, frozenset(("open", "closed")))
    assert readings.right == {"open", "unknown"}
    assert found > 0


@pytest.mark.parametrize(
    "text",
    [
        "เป็นคนไทยอยู่แล้ว ขอให้ลงรายการ",
        "She has already been determined to be a Thai national",
        "เกิดที่ประเทศลาว ขอให้พิจารณา",
    ],
)
def test_what_must_not_stand_in_a_petition_costs_a_point(text: str) -> None:
    family = families.family("g-16")
    best = learners.perfect(family, DAY)
    bad = Work(
        best.asked, best.verdicts, best.papers, best.parts, f"{best.text}\n{text}"
    )
    marks = marking.mark(family, bad, DAY)
    assert marks.score == marks.of - 1


def test_a_guessed_day_is_no_certain_day() -> None:
    rough = next(
        family
        for family in (families.family(f"g-{n}") for n in range(40))
        if petition.draft(family, DAY) and _birth_is_rough(family)
    )
    told = rough.case.persons[rough.applicant].told["born.date"].value
    year = voice.year_of(told.earliest)  # type: ignore[union-attr]
    best = learners.perfect(rough, DAY)
    for said in (f"เกิดวันที่ 1 มกราคม {year + 543}", f"born on 12 May {year}"):
        bad = Work(best.asked, best.verdicts, best.papers, best.parts, best.text + said)
        marks = marking.mark(rough, bad, DAY)
        assert marks.score == marks.of - 1, said


def _birth_is_rough(family: Family) -> bool:
    told = family.case.persons[family.applicant].told.get("born.date")
    span = getattr(told, "value", None)
    return bool(span) and not span.is_exact and not span.is_unknown


def test_a_fact_that_nobody_told_the_learner_cannot_be_stated() -> None:
    family = families.family("g-16")
    best = learners.perfect(family, DAY)
    silent = Work((), best.verdicts, best.papers, best.parts, best.text)
    made = petition.draft(family, DAY)
    assert made is not None
    lost = [
        mark.head
        for mark in marking.mark(family, silent, DAY).marks
        if mark.step == "petition" and mark.points < mark.of
    ]
    assert len(lost) == len(made.needed) > 0


def test_the_wrong_paper_beside_the_right_one_costs_half() -> None:
    family = families.family("g-16")
    best = learners.perfect(family, DAY)
    plan = evidence.plan(family, DAY)
    both = {one.path: tuple(paper.id for paper in one.papers) for one in plan}
    marks = marking.mark(family, Work(papers=both), DAY).steps["evidence"]
    assert marks == (len(plan), 2 * len(plan))
    assert marking.mark(family, best, DAY).steps["evidence"][0] == 2 * len(plan)


def test_ids_of_choices_do_not_tell_the_answer() -> None:
    made = petition.draft(families.family("g-16"), DAY)
    assert made is not None
    for part in made.parts:
        ids = [one.id for one in part.choices]
        assert len(set(ids)) == len(ids)
        assert ids == sorted(ids)


def test_the_same_seed_makes_the_same_family() -> None:
    from sathana.learning.practice import generate

    first = families.family("g-5")
    generate._family.cache_clear()
    assert families.family("g-5") == first
    assert families.family("g-15") != first


def test_there_is_no_family_of_an_unknown_name() -> None:
    for key in (
        "",
        "g-",
        "g--1",
        "g-1e9",
        "g-99999999",
        "case-",
        "case-x",
        "../x",
        "ก",
    ):
        with pytest.raises(LookupError):
            families.family(key)


def test_a_family_file_with_a_hole_is_refused_with_a_reason() -> None:
    with pytest.raises(families.FamilyError, match="a field is missing"):
        families.from_text("level: 1\ntopic: birth\n", "half")
