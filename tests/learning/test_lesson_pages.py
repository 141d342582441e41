"""Courses and lessons on the web: every page, its law, its quiz, its file."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import resolve, reverse
from django.utils import timezone, translation

from sathana.learning import quizgift
from sathana.learning.courses import MANY, MATCH, NUMBER, Lesson, courses
from sathana.learning.giftread import read
from sathana.media.models import Recording

pytestmark = pytest.mark.django_db
WHOLE = next(iter(courses().values()))
LESSONS = [(one.slug, part.slug) for one in courses().values() for part in one.lessons]
FIRST = WHOLE.lessons[3]
"""The lesson about birth registration: it has a question of nearly every kind."""


def address(name: str, language: str, *args: str) -> str:
    with translation.override(language):
        return reverse(name, args=args)


def lesson_page(language: str = "en", lesson: Lesson = FIRST) -> str:
    return address("lesson", language, WHOLE.slug, lesson.slug)


PAGES = [
    address(name, language, *args)
    for language in ("th", "en")
    for name, args in (
        ("learn", ()),
        ("practice", ()),
        *(("course", (slug,)) for slug in courses()),
        *(("lesson", place) for place in LESSONS),
    )
]


def perfect(lesson: Lesson) -> dict[str, list[str]]:
    """Return the form of somebody who knows everything."""
    told = {}
    for one in lesson.quiz:
        if one.kind == NUMBER:
            told[one.id] = [str(one.answer)]
        elif one.kind == MATCH:
            told[one.id] = [str(n) for n in range(len(one.pairs))]
        else:
            told[one.id] = [str(n) for n, it in enumerate(one.options) if it.right]
    return told


def links(page: HttpResponse) -> set[str]:
    return {unescape(found) for found in re.findall(r'href="(/[^"]*)"', page.text)}


@pytest.mark.parametrize("url", PAGES)
def test_every_page_opens_with_one_heading_and_in_its_language(
    client: Client, url: str
) -> None:
    page = client.get(url)
    assert page.status_code == 200
    assert page.text.count("<h1") == 1
    assert not page.cookies
    for link in links(page):
        path = link.partition("#")[0].partition("?")[0]
        if not path.startswith("/static/"):
            with translation.override("en" if path.startswith("/en/") else "th"):
                assert resolve(path)
    if url.startswith("/en/"):
        body = page.text.partition("<main")[2].partition("</main>")[0]
        outside = re.sub(r'<(\w+)[^>]* lang="th".*?</\1>', "", body, flags=re.DOTALL)
        assert not re.findall("[\u0e00-\u0e7f]{3,}", outside)


@pytest.mark.parametrize("language", ["th", "en"])
def test_every_link_into_the_law_leads_to_a_page(client: Client, language: str) -> None:
    found: set[str] = set()
    for course, slug in LESSONS:
        page = client.get(address("lesson", language, course, slug))
        found |= {link for link in links(page) if "/law/" in link}
    assert len(found) > 50
    for link in sorted({one.partition("#")[0] for one in found}):
        assert client.get(link).status_code == 200, link


@pytest.mark.parametrize("place", LESSONS)
def test_a_lesson_says_of_which_day_its_law_is_and_when_it_was_read(
    client: Client, place: tuple[str, str]
) -> None:
    page = client.get(address("lesson", "en", *place))
    assert "Written by the law of" in page.text
    assert "Its law was last read by" in page.text


@pytest.mark.parametrize("lesson", WHOLE.lessons, ids=lambda one: one.slug)
def test_whoever_knows_everything_gets_full_marks(
    client: Client, lesson: Lesson
) -> None:
    page = client.post(lesson_page("en", lesson), perfect(lesson))
    assert page.status_code == 200
    count = len(lesson.quiz)
    assert f"{count} of {count} right" in page.text
    assert "100 percent" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    assert not page.cookies


def test_what_is_not_answered_is_told_as_that_and_not_as_wrong(client: Client) -> None:
    page = client.post(lesson_page(), {})
    assert page.text.count("Not answered yet") == len(FIRST.quiz)
    assert f"0 of {len(FIRST.quiz)} answered" in page.text
    assert "percent" not in page.text
    assert "(right)" not in page.text


def test_a_wrong_answer_stays_and_is_explained_with_its_law(client: Client) -> None:
    question = FIRST.quiz[1]
    wrong = next(n for n, one in enumerate(question.options) if not one.right)
    before = client.get(lesson_page()).text.count('href="/en/law/')
    page = client.post(lesson_page(), {question.id: str(wrong)})
    assert "Not right yet" in page.text
    assert unescape(page.text).count(question.options[wrong].why["en"]) == 1
    assert f'name="{question.id}" value="{wrong}" checked' in page.text
    assert page.text.count('href="/en/law/') >= before + len(question.rules)


def test_before_an_answer_the_page_tells_no_right_one(client: Client) -> None:
    for lesson in WHOLE.lessons:
        page = unescape(client.get(lesson_page("en", lesson)).text)
        assert "(right)" not in page
        assert not any(one.why["en"] in page for one in lesson.quiz)


@pytest.mark.parametrize(
    "value",
    [
        "<script>",
        "-1",
        "99",
        "๒",
        "9" * 5_000,
        "NaN",
        "Infinity",
        "1e999999",
        "\x00",
        "?",
    ],
)
@pytest.mark.parametrize("lesson", [FIRST, WHOLE.lessons[0]], ids=lambda one: one.slug)
def test_hostile_answers_break_nothing(
    client: Client, value: str, lesson: Lesson
) -> None:
    told = {one.id: [value] * 3 for one in lesson.quiz}
    page = client.post(lesson_page("th", lesson), {**told, "nobody": "x"})
    assert page.status_code == 200
    assert "<script>" not in page.text.partition("<main")[2]


def test_a_form_of_another_site_is_refused(client: Client) -> None:
    page = client.post(
        lesson_page(), {}, headers={"origin": "https://elsewhere.example"}
    )
    assert page.status_code == 403


@pytest.mark.parametrize("rest", ["no-course/", "no-course/x/", f"{WHOLE.slug}/x/"])
def test_what_is_not_there_is_not_found(client: Client, rest: str) -> None:
    assert client.get(f"/en/learn/{rest}").status_code == 404
    assert client.get(f"/en/learn/{rest}quiz.gift").status_code == 404


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("lesson", WHOLE.lessons, ids=lambda one: one.slug)
def test_the_quiz_comes_as_gift_and_reads_back(
    client: Client, lesson: Lesson, language: str
) -> None:
    page = client.get(address("lesson-gift", language, WHOLE.slug, lesson.slug))
    assert page.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "attachment" in page.headers["Content-Disposition"]
    wanted = quizgift.of_lesson(WHOLE, lesson, language)
    back = read(page.content.decode())
    assert [one.text for one in back] == [one.text[language] for one in lesson.quiz]
    assert [(o.kind, o.pairs, o.feedback) for o in back] == [
        (o.kind, o.pairs, o.feedback) for o in wanted
    ]
    for one, question in zip(back, lesson.quiz, strict=True):
        if question.kind == MANY:
            assert 99 <= sum(a.weight for a in one.answers if a.weight > 0) <= 100
        assert all(key in one.feedback for key in question.rules)


def with_sound(monkeypatch: pytest.MonkeyPatch, sound: str) -> None:
    lessons = tuple(
        replace(one, sound=sound) if one is FIRST else one for one in WHOLE.lessons
    )
    changed = {WHOLE.slug: replace(WHOLE, lessons=lessons)}
    monkeypatch.setattr("sathana.learning.courses.courses", lambda: changed)


@pytest.mark.parametrize("sound", ["", "no-id", "5e0e3a51-9d4c-4a0e-8c44-2f1f0a7b9d10"])
def test_a_lesson_without_its_recording_still_has_its_words(
    client: Client, monkeypatch: pytest.MonkeyPatch, sound: str
) -> None:
    with_sound(monkeypatch, sound)
    page = client.get(lesson_page())
    assert page.status_code == 200
    assert "<audio" not in page.text
    assert FIRST.say is not None
    assert FIRST.say.value[0].right["en"] in unescape(page.text)


PLAYER = '<figure class="player">'


@pytest.mark.parametrize("published", [True, False])
def test_a_recording_is_heard_once_it_is_published(
    client: Client, monkeypatch: pytest.MonkeyPatch, published: bool
) -> None:
    row = Recording.objects.create(
        label="x",
        kind="sound",
        language="th",
        bytes=1,
        seconds=3,
        sha256="0" * 64,
        format="wav",
        taken_at=timezone.now(),
        published_at=timezone.now() if published else None,
    )
    with_sound(monkeypatch, str(row.pk))
    assert (PLAYER in client.get(lesson_page()).text) == published


def test_buttons_that_need_a_script_are_hidden_without_one(client: Client) -> None:
    page = client.get(lesson_page()).text
    boxes = re.findall(r"<p[^>]*data-aloud-box>", page)
    assert len(boxes) == len(FIRST.quiz) + 1
    assert all(" hidden " in box for box in boxes)
    assert "<script>" not in page
