"""The marks of one learner's work on one family, each with why and by which law."""

from __future__ import annotations

from collections.abc import Iterator

from sathana.law.references import is_reference
from sathana.learning.practice import (
    evidence,
    interview,
    lawkeys,
    petition,
    prose,
    verdicts,
    voice,
)
from sathana.learning.practice.interview import Heard
from sathana.learning.practice.model import Family, Mark, Marks, Question, Text, Work
from sathana.learning.practice.petition import Choice, Draft, Part
from sathana.learning.practice.verdicts import WORDS, Row, Verdict

_HARM = 2
_CITED = 2
"""Most pathways that one mark of the interview cites."""
_COSTS = {"useless": 1, "harmful": _HARM}


def mark(family: Family, work: Work, as_of: int) -> Marks:
    """Return the marks of a work.

    Args:
        family: The family.
        work: What the learner did.
        as_of: Day asked about and of the law that is read, ordinal.
    """
    heard = interview.asked(family, work.asked)
    answer = verdicts.full(family, as_of)
    found = (
        *_interview(family, heard),
        *_pathways(family, work, heard, answer, as_of),
        *_evidence(family, work, as_of),
        *_petition(family, work, heard, as_of),
    )
    return Marks(family.id, found)


def _interview(family: Family, heard: Heard) -> Iterator[Mark]:
    for one in family.questions:
        was_asked = one in heard.asked
        if one.kind == "good":
            yield _good(family, one, was_asked)
        elif was_asked or one.kind == "harmful":
            yield _unhelpful(family, one, was_asked)
        else:
            yield _unhelpful(family, one, False)


def _good(family: Family, one: Question, was_asked: bool) -> Mark:
    keys = [voice.split(family.case, path)[1] for path in one.reveals]
    rules = lawkeys.asking(keys, family.pathways)[:_CITED] or family.pathways[:1]
    told = [path for path in one.reveals if not path.endswith(".sex")] or one.reveals
    about = _listed([voice.fact_words(family.case, path) for path in told])
    done = {
        "th": f"ได้รู้ {about['th']} ซึ่งช่องทางที่อ้างถึงต้องใช้",
        "en": f"You learned: {about['en']}. The pathways cited ask for it.",
    }
    missed = {
        "th": f"ยังไม่ได้ถาม จึงไม่รู้ {about['th']} ซึ่งช่องทางที่อ้างถึงต้องใช้",
        "en": f"Not asked, so you do not know: {about['en']}. The pathways cited "
        "ask for it.",
    }
    return Mark(
        "interview", one.ask, int(was_asked), 1, done if was_asked else missed,
        rules, family.topic,
    )  # fmt: skip


def _unhelpful(family: Family, one: Question, was_asked: bool) -> Mark:
    of = _COSTS[one.kind]
    spared = {
        "th": f"ดีแล้วที่ไม่ถาม {one.why['th']}",
        "en": f"Well left unasked. {one.why['en']}",
    }
    return Mark(
        "interview", one.ask, 0 if was_asked else of, of,
        one.why if was_asked else spared,
        _known(one.rules) or family.pathways[:1], "safety",
    )  # fmt: skip


def _pathways(
    family: Family, work: Work, heard: Heard, answer: Row, as_of: int
) -> Iterator[Mark]:
    known = answer
    if not heard.facts >= family.facts:
        seen = interview.revealed(family, heard.facts)
        known = verdicts.of(seen, family.applicant, as_of)
    for key in family.pathways:
        true, shown = verdicts.verdict(answer, key), verdicts.verdict(known, key)
        yield _judged(family, key, work.verdicts.get(key, ""), true, shown)


def _judged(family: Family, key: str, said: str, true: Verdict, shown: Verdict) -> Mark:
    points, text = _weighed(said, true, shown)
    cites = (key, *lawkeys.provisions(true.entry["cite"]))
    points_of_law = tuple(
        f"point:{need.partition('.')[2].partition('/')[0]}"
        for need in true.entry["needs"]
        if need.startswith("law.")
    )
    cites = (*cites, *_known(points_of_law))
    return Mark(
        "pathways", dict(true.entry["title"]), points, 2, text, cites, family.topic
    )


def _weighed(said: str, true: Verdict, shown: Verdict) -> tuple[int, Text]:
    """Return the points of one verdict, of two, and why."""
    why = _why(true)
    if said in true.right and said in shown.right:
        return 2, _both(_RIGHT, why)
    if said in true.right:
        return 1, _both(_GUESSED, why)
    if said in shown.right:
        return 1, _both(_TOO_LITTLE, why)
    if said not in WORDS:
        return 0, _both(_NOT_SAID, why)
    return 0, _both(_WRONG, why)


_RIGHT = {"th": "ถูก", "en": "Right."}
_WRONG = {"th": "ไม่ตรง", "en": "Not so."}
_NOT_SAID = {"th": "ยังไม่ได้เลือก", "en": "You did not say."}
_GUESSED = {
    "th": "ถูก แต่ข้อเท็จจริงที่ถามมายังไม่พอจะบอกเช่นนั้น",
    "en": "Right, but what you had asked does not carry it yet.",
}
_TOO_LITTLE = {
    "th": "ตามที่ถามมาตอบได้เช่นนั้น แต่ยังมีข้อเท็จจริงที่ไม่ได้ถาม",
    "en": "So it looks on what you asked; but there was more to ask.",
}


def _why(true: Verdict) -> Text:
    """Say what the engine says of a pathway, on all facts."""
    if true.contested:
        words = {name: WORDS[one] for name, one in _readings(true)}
        each = {
            lang: ", ".join(f"{_READERS[n][lang]}: {w[lang]}" for n, w in words.items())
            for lang in ("th", "en")
        }
        if "open" in true.says:
            return {
                "th": f"ช่องทางนี้เปิดตามแนวตีความเดียว ({each['th']}) ให้บอกครอบครัวทั้งสองแนว",
                "en": f"It is open under one reading ({each['en']}). "
                f"Tell the family both.",
            }
        return {
            "th": f"แนวตีความต่างกัน ({each['th']})",
            "en": f"The readings differ ({each['en']}).",
        }
    status = str(true.entry["status"])
    why = true.entry.get("why")
    if why and status in ("closed", "window_unknown"):
        return _both(_STATUS[status], {"th": why["th"], "en": f"{why['en']}."})
    return _STATUS[status]


def _readings(true: Verdict) -> Iterator[tuple[str, str]]:
    statuses = {"open": "open", "needs_facts": "unknown", "window_unknown": "unknown"}
    for name, status in true.entry["readings"].items():
        yield name, statuses.get(status, "closed")


_READERS = {
    "court": {"th": "แนวศาล", "en": "courts"},
    "administration": {"th": "แนวปฏิบัติ", "en": "administration"},
}
_STATUS: dict[str, Text] = {
    "open": {
        "th": "ตามข้อเท็จจริงทั้งหมด เงื่อนไขของช่องทางนี้ครบ",
        "en": "On all facts the conditions of this pathway are met.",
    },
    "closed": {"th": "ช่องทางนี้ปิด เพราะ", "en": "This pathway is closed:"},
    "granted": {
        "th": "แฟ้มบอกว่าได้รับตามช่องทางนี้แล้ว",
        "en": "The file says that it was granted already.",
    },
    "not_needed": {
        "th": "ไม่จำเป็น เพราะตามข้อเท็จจริงทั้งหมดมีข้อกฎหมายอื่นที่ให้สัญชาติอยู่แล้ว "
        "งานที่เหลือคือการพิสูจน์และการลงรายการ",
        "en": "It is not needed: on all facts another rule already gives nationality, "
        "and what is left is to prove it and have it entered.",
    },
    "needs_facts": {
        "th": "แม้รู้ทุกอย่างที่ครอบครัวเล่าได้ ก็ยังขาดข้อเท็จจริงหรือตัวบทที่จะบอกได้",
        "en": "Even with all that the family can tell, a fact or a text is missing.",
    },
    "window_unknown": {
        "th": "เงื่อนไขยังไม่ปิด แต่ยังไม่มีใครยืนยันว่าช่องทางนี้ยังเปิดรับ",
        "en": "Nobody has verified that it is in force on this day:",
    },
}


def _evidence(family: Family, work: Work, as_of: int) -> Iterator[Mark]:
    answer = verdicts.full(family, as_of)
    target = verdicts.target(family, answer)
    for one in evidence.plan(family, as_of):
        chosen = frozenset(work.papers.get(one.path, ()))
        chosen &= frozenset(paper.id for paper in one.papers)
        right, wrong = chosen & one.right, chosen - one.right
        cites = (
            str(target),
            *(c for p in sorted(right) for c in evidence.getting_cites(p)),
        )
        names = _listed([paper.name for paper in one.papers if paper.right])
        text = {
            "th": f"แสดงได้ด้วย {names['th']}",
            "en": f"It can be shown by: {names['en']}.",
        }
        points = _mixed(bool(right), bool(wrong))
        yield Mark("evidence", one.about, points, 2, text, cites, "evidence")


def _mixed(right: bool, wrong: bool) -> int:
    """Return the points, of two, of a choice of several things."""
    return int(right) * (1 if wrong else 2)


def _petition(family: Family, work: Work, heard: Heard, as_of: int) -> Iterator[Mark]:
    made = petition.draft(family, as_of)
    if made is None:
        return
    entry = verdicts.verdict(verdicts.full(family, as_of), made.target).entry
    cites = (made.target,)
    grounds = (made.target, *lawkeys.provisions(entry["cite"]))
    for part in made.parts:
        chosen = frozenset(work.parts.get(part.name, ()))
        if part.name == "facts":
            yield from _facts(part, chosen, heard, cites)
        else:
            yield _chosen(
                part, chosen, made, grounds if part.name == "grounds" else cites
            )
    for look in prose.looks(family, made, work.text):
        yield Mark(
            "petition", look.head, int(look.well), 1, look.why,
            (*cites, *_known(look.cites)), "evidence",
        )  # fmt: skip


def _chosen(
    part: Part, chosen: frozenset[str], made: Draft, cites: tuple[str, ...]
) -> Mark:
    """Return the mark of a part of which one thing or several can be right."""
    right = [one for one in part.choices if one.right]
    taken = [one for one in part.choices if one.id in chosen]
    wrong = [one for one in taken if not one.right]
    if not right:  # nothing is asked for: then nothing must be attached
        points = 0 if wrong else 2
    else:
        points = _mixed(any(one.right for one in taken), bool(wrong))
    if not part.many and len(taken) > 1:
        points = 0
    names = _listed([one.text for one in right])
    text: Text = {"th": f"ที่ตรงคือ {names['th']}", "en": f"What fits: {names['en']}."}
    for one in wrong:
        if one.why:
            text = _both(text, one.why)
    way = lawkeys.procedure(made.target)
    beside = (way,) if way and part.name in ("papers", "addressee") else ()
    return Mark("petition", part.head, points, 2, text, (*cites, *beside), "evidence")


def _facts(
    part: Part, chosen: frozenset[str], heard: Heard, cites: tuple[str, ...]
) -> Iterator[Mark]:
    for one in part.choices:
        taken = one.id in chosen
        if one.right:
            yield _true_fact(one, taken, heard, cites)
        else:
            why = one.why or {"th": "", "en": ""}
            beside = (*cites, petition.FALSEHOOD)
            yield Mark("petition", one.text, int(not taken), 1, why, beside, "safety")


def _true_fact(one: Choice, taken: bool, heard: Heard, cites: tuple[str, ...]) -> Mark:
    known = one.path in heard.facts
    text = {
        (True, True): {"th": "ช่องทางนี้ต้องใช้", "en": "The pathway asks for it."},
        (True, False): {
            "th": "ขาดไป ช่องทางนี้ต้องใช้",
            "en": "Left out; the pathway asks for it.",
        },
    }.get(
        (known, taken),
        {
            "th": "ยังไม่ได้ถามครอบครัวเรื่องนี้ จึงยังเขียนไม่ได้",
            "en": "You had not asked the family, so it cannot be stated.",
        },
    )
    return Mark("petition", one.text, int(known and taken), 1, text, cites, "evidence")


def _known(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in keys if is_reference(key))


def _listed(texts: list[Text]) -> Text:
    return {lang: "; ".join(one[lang] for one in texts) or "-" for lang in ("th", "en")}


def _both(first: Text, then: Text) -> Text:
    return {lang: f"{first[lang]} {then[lang]}".strip() for lang in ("th", "en")}
