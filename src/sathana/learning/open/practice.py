"""Practice families on the web: the work travels in the form, nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from typing import Any
from zlib import crc32

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_safe

from sathana.learning.open import carried, citing
from sathana.learning.practice import (
    evidence,
    families,
    interview,
    library,
    marking,
    petition,
    verdicts,
    voice,
)
from sathana.learning.practice.model import (
    LEVELS,
    TOPICS,
    Family,
    Marks,
    Question,
    Text,
    Work,
)
from sathana.web import dates
from sathana.web.languages import other

STEPS: Mapping[str, Text] = {
    "interview": {"th": "ฟังและถาม", "en": "Listen and ask"},
    "pathways": {"th": "เลือกช่องทาง", "en": "Judge the pathways"},
    "evidence": {"th": "วางแผนหลักฐาน", "en": "Plan the evidence"},
    "petition": {"th": "เขียนคำร้อง", "en": "Write the petition"},
    "marks": {"th": "ดูผลและเหตุผล", "en": "Marks and reasons"},
}
LEVEL_WORDS: Mapping[int, Text] = {
    1: {"th": "ระดับ 1 เริ่มต้น", "en": "Level 1: first steps"},
    2: {"th": "ระดับ 2 มีทางเลือก", "en": "Level 2: more than one way"},
    3: {"th": "ระดับ 3 กฎหมายหลายสมัย", "en": "Level 3: laws of several times"},
    4: {"th": "ระดับ 4 ข้อที่ยังตีความต่างกัน", "en": "Level 4: where readings differ"},
}
_MADE = 6
_FROM_LIBRARY = 8
_KEPT = "sathana.learning.kept"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Show all families by level; a topic may narrow them."""
    topic = request.GET.get("topic", "")
    course = [families.family(key) for key in families.names()]
    shown = [one for one in course if topic not in TOPICS or one.topic == topic]
    levels = [
        (LEVEL_WORDS[level], [one for one in shown if one.level == level])
        for level in LEVELS
    ]
    used = {one.topic for one in course}
    first = dates.today().toordinal() % 900
    values = {
        "levels": [(words, found) for words, found in levels if found],
        "topics": [(key, words) for key, words in TOPICS.items() if key in used],
        "topic": topic if topic in TOPICS else "",
        "names": TOPICS,
        "made": [families.family(f"g-{first + n}") for n in range(_MADE)],
        "library": [(f"case-{n}", library.title(n)) for n in _some_cases()],
        "section": "learn",
    }
    return render(request, "learning/practice_list.html", values)


def _some_cases() -> tuple[str, ...]:
    names = library.names()
    return names[:: max(1, len(names) // _FROM_LIBRARY)][:_FROM_LIBRARY]


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest, key: str) -> HttpResponse:
    """Show one family at the step that was asked for."""
    try:
        family = families.family(key)
    except LookupError as fault:
        raise Http404 from fault
    work = carried.work_of(request.POST, family)
    verb, _, of = request.POST.get("do", "").partition(":")
    if verb == "ask" and family.question(of):
        work = replace(work, asked=tuple(dict.fromkeys((*work.asked, of))))
        return _show(request, family, work, "interview")
    step = of if verb == "go" and of in STEPS else "interview"
    return _show(request, family, work, step)


def _show(request: HttpRequest, family: Family, work: Work, step: str) -> HttpResponse:
    as_of = dates.today().toordinal()
    values = {
        "family": family,
        "work": work,
        "step": step,
        "steps": _places(step),
        "heard": interview.asked(family, work.asked),
        "hidden": list(carried.fields_of(work, without=step)),
        "everything": list(carried.fields_of(work)),
        "level": LEVEL_WORDS[family.level],
        "topic": TOPICS[family.topic],
        "today": as_of,
        "other_url": _other_url(family),
        "section": "learn",
        **_OF_STEP[step](request, family, work, as_of),
    }
    return render(request, f"learning/practice_{step}.html", values)


def _places(step: str) -> list[tuple[str, Text, str]]:
    """Return the steps, each with whether it is ``done``, ``here`` or to ``come``."""
    order = list(STEPS)
    here = order.index(step)
    words = ["done" if n < here else "here" if n == here else "come" for n in range(5)]
    return [(key, STEPS[key], word) for key, word in zip(order, words, strict=True)]


def _other_url(family: Family) -> str:
    with translation.override(other()):
        return reverse("practice-family", args=(family.id,))


def _interview(_: HttpRequest, family: Family, work: Work, __: int) -> dict[str, Any]:
    groups: dict[str, list[Question]] = {}
    names: dict[str, Text] = {}
    for one in _spread(family):
        names.setdefault(one.group["en"], one.group)
        if one.id not in work.asked:
            groups.setdefault(one.group["en"], []).append(one)
    return {"groups": [(names[name], found) for name, found in groups.items()]}


def _spread(family: Family) -> list[Question]:
    """Return the questions mixed, so that no place tells the good from the bad."""
    subjects = list({one.group["en"]: one.group for one in _good(family)}.values())
    known = [subject["en"] for subject in subjects]
    found = [
        one
        if one.group["en"] in known
        else replace(one, group=subjects[crc32(one.id.encode()) % len(subjects)])
        for one in family.questions
    ]
    found.sort(key=lambda one: (known.index(one.group["en"]), crc32(one.id.encode())))
    return found


def _good(family: Family) -> list[Question]:
    return [one for one in family.questions if one.kind == "good"]


def _pathways(_: HttpRequest, family: Family, work: Work, as_of: int) -> dict[str, Any]:
    answer = verdicts.full(family, as_of)
    heard = interview.asked(family, work.asked)
    return {
        "words": verdicts.WORDS,
        "pathways": [
            (row, work.verdicts.get(key, ""))
            for key in verdicts.in_order(family.pathways)
            for row in [verdicts.verdict(answer, key).entry]
        ],
        "known": [voice.statement(family.case, path) for path in sorted(heard.facts)],
    }


def _evidence(_: HttpRequest, family: Family, work: Work, as_of: int) -> dict[str, Any]:
    made = petition.draft(family, as_of)
    heard = interview.asked(family, work.asked)
    return {
        "target": citing.cites([made.target])[0] if made else None,
        "plan": [
            (one, work.papers.get(one.path, ()), one.path in heard.facts)
            for one in evidence.plan(family, as_of)
        ],
    }


def _petition(_: HttpRequest, family: Family, work: Work, as_of: int) -> dict[str, Any]:
    made = petition.draft(family, as_of)
    facts = interview.asked(family, work.asked).facts
    parts = [
        (
            part,
            [one for one in part.choices if not one.path or one.path in facts],
            work.parts.get(part.name, ()),
        )
        for part in (made.parts if made else ())
    ]
    return {"target": citing.cites([made.target])[0] if made else None, "parts": parts}


def _marks(
    request: HttpRequest, family: Family, work: Work, as_of: int
) -> dict[str, Any]:
    marks = marking.mark(family, work, as_of)
    _note(request, family, marks)
    made = petition.draft(family, as_of)
    sums = marks.steps
    rows = [
        {
            "name": STEPS[step],
            "sum": sums[step],
            "lost": [
                _row(m) for m in marks.marks if m.step == step and m.points < m.of
            ],
            "kept": [
                _row(m) for m in marks.marks if m.step == step and m.points == m.of
            ],
        }
        for step in sums
    ]
    topics = [(TOPICS[key], points) for key, points in marks.topics.items()]
    return {
        "marks": marks,
        "rows": rows,
        "topics": topics,
        "model": made.model if made else None,
        "answer": verdicts.full(family, as_of),
        "again": _next(family),
    }


def _row(mark: Any) -> tuple[Any, tuple[citing.Cite, ...]]:
    return mark, citing.cites(mark.cites)


def _next(family: Family) -> str:
    """Return the id of the family to go on with."""
    if family.source == "generated":
        return f"g-{int(family.id[2:]) + 1}"
    if family.source == "library":
        names = library.names()
        name = family.id.removeprefix("case-")
        here = names.index(name) if name in names else -1
        return f"case-{names[(here + 1) % len(names)]}"
    names = families.names()
    return names[(names.index(family.id) + 1) % len(names)]


def _note(request: HttpRequest, family: Family, marks: Marks) -> None:
    """Tell the marks to where results of signed-in learners are kept, if it is."""
    if find_spec(_KEPT) is not None:
        kept = import_module(_KEPT)
        kept.note(request, kind="practice", key=family.id, marks=marks)


_OF_STEP: Mapping[str, Any] = {
    "interview": _interview,
    "pathways": _pathways,
    "evidence": _evidence,
    "petition": _petition,
    "marks": _marks,
}
