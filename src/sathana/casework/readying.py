"""How ready a person's pathway is: made of a case file and the law, stored nowhere.

Everything is plain values, so that it can be kept sealed and shown again. What is not
known stays not known: a paper that the registry has no kind for is neither held nor
missing, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from sathana.calendars.faults import DateError
from sathana.calendars.parse import parse_date
from sathana.calendars.spans import LATEST_DAY, DateSpan
from sathana.facts.model import CaseFile, Evidence, Grade, Person
from sathana.facts.questions import papers, question
from sathana.facts.view import View
from sathana.law.load import pack
from sathana.law.model import Pathway
from sathana.packs.papers_held import asked_for, paper_words
from sathana.status import practice
from sathana.status.authority import authority
from sathana.status.conditions import conditions
from sathana.status.deadlines import deadlines
from sathana.status.needs import Fact, described, name_of
from sathana.status.notices import contradictions
from sathana.status.run import Asked
from sathana.status.smallest import Paths, Smallest, smallest
from sathana.status.wording import Text, both
from sathana.vocabulary.papers import PAPERS

type Json = dict[str, Any]

ELDER = 60
"""Age from which somebody is told as old in the list of work."""


def readiness(case: CaseFile, who: str, pathway: str, day: int) -> Json:
    """Return how ready a pathway of a person is on a day (ordinal).

    Raises:
        TimeLoopError: The status of persons hangs on itself.
    """
    asked = Asked(day, day)
    called = labels(case)
    found = smallest(case, who, pathway, asked)
    return {
        "pathway": pathway,
        **_law(pathway, day),
        "documented": found.documented,
        "claimed": found.claimed,
        "holds": found.holds,
        "conditions": [
            {"text": one.text, "documented": one.documented, "claimed": one.claimed}
            for one in conditions(case, who, pathway, asked, called)
        ],
        "document": [_to_document(case, one, called) for one in found.document],
        "learn": [_to_learn(one, called) for one in found.learn],
        "more": found.more,
        "contradictions": list(
            _contradicted(case, _near(case, who, pathway, found), called)
        ),
        **_checklist(case, who, pathway, day),
        "deadline": _deadline(case, who, pathway, day),
        "age": _age(case.persons[who], day),
    }


def without_pathway() -> Json:
    """Return the same for somebody whose pathway is not chosen."""
    return {
        **dict.fromkeys(("pathway", "documented", "claimed"), ""),
        "holds": False,
        "window": None,
        "deadline": None,
        "age": None,
        **{key: [] for key in _LISTS},
    }


_LISTS = ("conditions", "document", "learn", "contradictions", "papers")


def labels(case: CaseFile) -> dict[str, Text]:
    """Return what to call each person of a family: the name, or the id."""
    found: dict[str, Text] = {}
    for who, person in case.persons.items():
        if "." not in who:
            th = person.name.get("th") or person.name.get("en") or who
            found[who] = {"th": th, "en": person.name.get("en") or th}
    for who in case.persons:
        if "." in who:
            found[who] = described(who, found)
    return found


# --- parts ----------------------------------------------------------------------------


def _law(pathway: str, day: int) -> Json:
    info = pack().rules[pathway]
    window = _window(cast("Pathway", info.pathway), day)
    return {
        "title": dict(info.title),
        **authority(info, day, day, day),
        "window": window,
        "warn": dict(info.warn) if info.warn else None,
    }


def _window(pathway: Pathway, day: int) -> Json | None:
    """Return the window in which a day lies, if it ends or nobody has verified it."""
    for window in pathway.windows:
        opens = window.opens.earliest if window.opens else 0
        closes = window.closes.earliest if window.closes else LATEST_DAY
        if opens <= day < closes and (window.closes or not window.known):
            ends = closes - 1 if window.closes else None
            return {"last": ends, "known": window.known}
    return None


def _to_document(
    case: CaseFile, paths: Paths, called: Mapping[str, Text]
) -> list[Json]:
    return [
        {
            "fact": f"{who}.{key}",
            "name": _name(key, who, called),
            "papers": _papers(key),
            "person": who,
        }
        for who, key in paths
    ]


def _to_learn(facts: Iterable[Fact], called: Mapping[str, Text]) -> list[Json]:
    return [_unknown(fact, called) for fact in facts]


def _unknown(fact: Fact, called: Mapping[str, Text]) -> Json:
    if fact.person == "law":
        return {
            "fact": f"law.{fact.key}",
            "person": "law",
            "name": both(
                f"ข้อกฎหมายที่ยังไม่มีใครอ่านตัวบท ({fact.key})",
                f"a point of law whose text nobody has read ({fact.key})",
            ),
            "question": None,
            "papers": [],
        }
    name = called.get(fact.person) or described(fact.person, called)
    return {
        "fact": f"{fact.person}.{fact.key}",
        "person": fact.person,
        "name": _name(fact.key, fact.person, called),
        "question": _asked(fact.key, name),
        "papers": _papers(fact.key),
    }


def _asked(key: str, name: Text) -> Text | None:
    try:
        return {
            "th": question(key, "th", person=name["th"]),
            "en": question(key, "en", person=name["en"]),
        }
    except LookupError:
        return None


def _name(key: str, who: str, called: Mapping[str, Text]) -> Text:
    try:
        return name_of(key, who, called)
    except LookupError:
        who_is = called.get(who) or described(who, called)
        return both(f"{key} ของ{who_is['th']}", f"{key} of {who_is['en']}")


def _papers(key: str) -> list[Text]:
    try:
        ids = papers(key)
    except LookupError:
        ids = ()
    return [PAPERS[one].name.both() for one in ids if one in PAPERS]


def _near(case: CaseFile, who: str, pathway: str, found: Smallest) -> list[str]:
    """Return whose contradictions stand in the way.

    Those of the person, of both parents, and of those whose facts open the pathway.
    Where an entry is to be corrected, what contradicts it is the very ground.
    """
    ground = who if pathway in practice.CORRECTIONS else None
    view = View(case, as_of=0)
    parents = [view.parent(who, link) for link in ("father", "mother")]
    beside = [one for some in found.document for one, _ in some]
    near = [who, *(str(one) for one in parents), *beside]
    return [one for one in dict.fromkeys(near) if one in case.persons and one != ground]


def _contradicted(
    case: CaseFile, near: Iterable[str], called: Mapping[str, Text]
) -> Iterator[Text]:
    for who in near:
        for one in contradictions(case, who):
            paths = cast("list[str]", one["facts"])
            names = [_name(path.removeprefix(f"{who}."), who, called) for path in paths]
            kinds = [
                paper_words(case.evidence[key])
                for key in cast("list[str]", one.get("sources", []))
                if key in case.evidence
            ]
            by = f" ({', '.join(kinds)})" if kinds else ""
            yield both(
                ", ".join(name["th"] for name in names) + by,
                ", ".join(name["en"] for name in names) + by,
            )


def _checklist(case: CaseFile, who: str, pathway: str, day: int) -> Json:
    """Return the official checklist with what is held, missing and not known."""
    rows = practice.procedures({pathway: "open"}, {}, (), day)
    if not rows:
        return {"procedure": None, "papers": []}
    row: Json = rows[0]
    held = list(_of_person(case, who))
    return {
        "procedure": {
            key: row[key] for key in ("id", "title", "cite", "verified", "file_with")
        },
        "papers": [_listed(paper, held) for paper in row["papers"]],
    }


def _of_person(case: CaseFile, who: str) -> Iterator[Evidence]:
    """Yield the papers that are about a person, or about nobody in particular."""
    for one in case.evidence.values():
        if not one.supports or any(p.startswith(f"{who}.") for p in one.supports):
            yield one


def _listed(paper: Json, held: Iterable[Evidence]) -> Json:
    kind = paper.get("paper") or ""
    mine = [paper_words(one) for one in held if asked_for(paper, one)]
    # Asked for only in some cases, or no kind of its own: nobody can say it is missing.
    state = "held" if mine else "missing" if kind and not paper["when"] else "unknown"
    return {
        "name": paper.get("name") or both(kind, kind),
        "kind": PAPERS[kind].name.both() if kind in PAPERS else None,
        "when": paper["when"],
        "form": paper["form"],
        "state": state,
        "held": mine,
    }


def _deadline(case: CaseFile, who: str, pathway: str, day: int) -> Json | None:
    """Return the next day by which the person must act, with its basis."""
    rows: list[Json] = deadlines(View(case, as_of=day), who, as_of=day, law_at=day)
    for row in rows:
        due = _day(row["due"])
        theirs = row["whose"] == "person" and row["pathway"] in (None, "", pathway)
        if theirs and due is not None and due >= day:
            return {"day": due, **{k: row[k] for k in ("title", "cite", "verified")}}
    return None


def _day(text: str | None) -> int | None:
    if text is None:
        return None
    try:
        return parse_date(text).earliest
    except DateError:
        return None


def _age(person: Person, day: int) -> Json | None:
    """Return the least age that the told birth allows; ``None``: it is not told."""
    born = person.told.get("born.date")
    died = person.told.get("died")
    if born is None or not isinstance(born.value, DateSpan) or died is not None:
        return None
    years = int((day - born.value.latest) / 365.2425)
    shown = born.grade is Grade.DOCUMENTED
    return {"years": years, "documented": shown} if years >= 0 else None
