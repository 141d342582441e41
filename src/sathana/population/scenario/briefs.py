"""What the one-page brief of a scenario says, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sathana.calendars.dates import from_text, show
from sathana.pictures.bands import Band, bands
from sathana.pictures.theme import for_paper
from sathana.population.scenario import words
from sathana.population.scenario.results import Result
from sathana.vocabulary.names import Lang

_MOST_GAINS = 5
_MOST_REASONS = 2
_MOST_FACTS = 3
_MOST_LIMITS = 6
_CHART = 1_000
"""Pixels over the width of the page: its letters are then as large as the text."""


def brief_values(result: Result, lang: Lang) -> dict[str, Any]:
    """Return the values of ``documents.brief`` for a result.

    Args:
        result: What ``run`` gave.
        lang: ``th`` or ``en``; days are of the Buddhist era in Thai.
    """
    say = _Say(lang)
    return {
        "title": say.of(result["title"]),
        "question": say.of(result["question"]),
        "people": " ".join([_people(result, say), *_chosen(result, say)]),
        "mark": say.of(result["mark"]) if result["mark"] else "",
        "charts": [_chart(result, ask, say) for ask in result["ask"][-1:]],
        "tables": {
            "bands": _bands(result, say),
            "gains": _gains(result, say),
            "unreached": _unreached(result, say),
            "settle": _settle(result, say),
        },
        "lists": [
            {
                "heading": say("วิธีคำนวณและข้อสมมติ", "Method and assumptions"),
                "items": [say.of(line) for line in result["method"]]
                + list(_changes(result, say)),
            },
            {
                "heading": say("ข้อจำกัด", "Limits"),
                "items": [say.of(line) for line in result["limits"][:_MOST_LIMITS]],
            },
        ],
        "footer": _footer(result, say),
        "dated": result["as_of"],
    }


class _Say:
    """Says things in one language."""

    def __init__(self, lang: Lang) -> None:
        self.lang: Lang = lang

    def __call__(self, th: str, en: str) -> str:
        """Return the text of the language."""
        return th if self.lang == "th" else en

    def of(self, both: Mapping[str, str]) -> str:
        """Return one of a text in both languages."""
        return both[self.lang]

    def day(self, text: str) -> str:
        """Return a day as people say it."""
        return show(from_text(text), self.lang)

    def count(self, cell: Mapping[str, Any]) -> str:
        """Return a figure, or that it is hidden."""
        if cell["people"] is None:
            return self.of(words.FEW.both())
        return f"{cell['people']:,}"


def _people(result: Result, say: _Say) -> str:
    people, source = result["people"], result["people"]["source"]
    area = _AREAS.get(source.get("area", ""))
    where = f" {say(*area)}" if area else ""
    told = say(
        f"นับ {people['rows']:,} แถวที่ถามถึง แทนคนประมาณ {people['people']:,} คน{where}",
        f"{people['rows']:,} rows of people asked about, standing for about "
        f"{people['people']:,}{where}",
    )
    on = say(f"ณ วันที่ {say.day(result['as_of'])}", f"on {say.day(result['as_of'])}")
    return f"{told} {on}" if say.lang == "th" else f"{told}, {on}."


def _chosen(result: Result, say: _Say) -> Iterator[str]:
    """Yield each value that was chosen, with what it is called."""
    for each in result["chosen"]:
        yield f"{say.of(each['title'])}: {say.of(each['shown'])}{say('', '.')}"


_AREAS = {
    "chiang-rai": ("ในจังหวัดเชียงราย", "in Chiang Rai"),
    "north": ("ในภาคเหนือ", "in the north"),
    "thailand": ("ในประเทศไทย", "in Thailand"),
}


def _chart(result: Result, ask: Result, say: _Say) -> dict[str, str]:
    """Return the picture of one thing that is asked, under each law."""
    rows = [_band(name, law, ask["id"], say) for name, law in _numbered(result, say)]
    title = say.of(ask["title"])
    alt = f"{title}: " + "; ".join(f"{row.title}: {row.text}" for row in rows)
    svg = for_paper(bands(rows, say.lang, label=alt, prefix="brief", width=_CHART))
    return {"heading": title, "svg": svg, "alt": alt}


def _band(title: str, law: Result, ask: str, say: _Say) -> Band:
    states = law["states"][ask]
    yes, unknown, no = (states[key]["rows"] for key in ("yes", "unknown", "no"))
    some = None in (yes, unknown, no)
    text = say(
        f"อย่างน้อย {say.count(states['least'])} อย่างมาก {say.count(states['most'])} คน",
        f"at least {say.count(states['least'])}, at most {say.count(states['most'])}",
    )
    return Band(
        title=title,
        yes=None if some else yes,
        unknown=None if some else unknown,
        no=None if some else no,
        text=text,
    )


def _numbered(result: Result, say: _Say) -> list[tuple[str, Result]]:
    """Return what each law is called, the alternatives with their numbers."""
    others = enumerate(result["alternatives"], start=1)
    found = [(f"{n}. {say.of(law['title'])}", law) for n, law in others]
    return [(say.of(result["base"]["title"]), result["base"]), *found]


def _bands(result: Result, say: _Say) -> Result:
    """Return the least and the most of each law, a column for each question."""
    to = say("ถึง", "to")
    rows = []
    for title, law in _numbered(result, say):
        states = [law["states"][ask["id"]] for ask in result["ask"]]
        bands_of = [
            f"{say.count(each['least'])} {to} {say.count(each['most'])}"
            for each in states
        ]
        rows.append([title, *bands_of])
    return {
        "heading": say("อย่างน้อยและอย่างมาก", "At least and at most"),
        "head": ["", *(say.of(ask["title"]) for ask in result["ask"])],
        "rows": rows,
        "note": say(
            "ส่วนต่างคือผู้ที่ยังไม่ทราบคำตอบ เพราะยังขาดข้อเท็จจริง ตัวเลขคือจำนวนคนโดยประมาณ",
            "The difference is those of whom it is not known, since facts are missing. "
            "Figures are people, rounded.",
        ),
    }


def _gains(result: Result, say: _Say) -> Result:
    """Return who surely gains, a row for each rule, a column for each alternative."""
    found: dict[str, dict[int, Result]] = {}
    for place, law in enumerate(result["alternatives"]):
        for answer in law["answers"]:
            for gain in answer["gains"]:
                found.setdefault(say.of(gain["title"]), {})[place] = gain
    order = sorted(found, key=lambda rule: -_largest(found[rule].values()))
    many = range(len(result["alternatives"]))
    rows = [
        [rule, *(say.count(found[rule].get(place, _NONE)) for place in many)]
        for rule in order[:_MOST_GAINS]
    ]
    nobody = say("ไม่มีผู้ใดได้เพิ่มอย่างแน่นอน", "Nobody surely gains.")
    return {
        "heading": say("ใครได้ และตามกฎข้อใด", "Who gains, and under which rule"),
        "head": [
            say("กฎ (คน ตามทางเลือก)", "Rule (people, by alternative)"),
            *(str(place + 1) for place in many),
        ],
        "rows": rows,
        "note": "" if rows else nobody,
    }


_NONE = {"rows": 0, "people": 0}


def _largest(gains: Iterable[Result]) -> int:
    return max(gain["rows"] or 0 for gain in gains)


def _unreached(result: Result, say: _Say) -> Result:
    found = result["base"]["unreached"]
    reasons = found["reasons"][:_MOST_REASONS]
    closed, unread = say.count(found["closed"]), say.count(found["unread"])
    return {
        "heading": say(
            "ผู้ที่ไม่มีช่องทางใดเปิด และเพราะเหตุใด", "Whom no pathway reaches, and why"
        ),
        "head": [
            say("ข้อที่ขาดของช่องทางที่ใกล้ที่สุด", "What the nearest pathway asks for"),
            say("คน", "people"),
        ],
        "rows": [[say.of(reason["text"]), say.count(reason)] for reason in reasons],
        "note": say(
            f"ตามกฎหมายฐาน ช่องทางที่มีตัวบทให้อ่านปิดทั้งหมดสำหรับ {closed} คน "
            f"ในจำนวนนี้ {unread} คน อาจมีช่องทางที่ยังไม่มีใครได้อ่านตัวบท",
            f"Under the base law every pathway that can be read is closed to {closed} "
            f"people; to {unread} of them one may be open whose text nobody has read.",
        ),
    }


def _settle(result: Result, say: _Say) -> Result:
    found = result["settle"]
    facts = found["facts"][:_MOST_FACTS] if found else []
    return {
        "heading": say(
            "ข้อเท็จจริงข้อเดียวที่ให้คำตอบมากที่สุด", "Which single fact would settle most"
        ),
        "head": [
            say("ข้อเท็จจริง (คนที่ได้คำตอบ)", "Fact (people it settles)"),
            say("ทุกค่า", "whatever it is"),
            say("บางค่า", "if it is one value"),
        ],
        "rows": [
            [say.of(f["title"]), say.count(f["always"]), say.count(f["perhaps"])]
            for f in facts
        ],
        "note": say(
            "ประมาณจากตัวอย่างครอบครัว เมื่อทราบข้อเท็จจริงนี้ของทุกคนที่ยังไม่ทราบ รวมทั้งญาติ",
            "Estimated on a sample of families, if the fact became known of everybody "
            "of whom it is not, relatives included.",
        ),
    }


def _changes(result: Result, say: _Say) -> Iterator[str]:
    """Yield what each alternative changes."""
    for title, law in _numbered(result, say)[1:]:
        said = [say.of(change) for change in law["changes"]]
        if law["law_at"] != result["base"]["law_at"]:
            day = say.day(law["law_at"])
            said.append(say(f"อ่านกฎหมายของวันที่ {day}", f"the law of {day} is read"))
        if law["points"]:
            points = ", ".join(f"{k} {v}" for k, v in law["points"].items())
            said.append(say(f"ข้อโต้แย้ง {points}", f"contested points {points}"))
        if said:
            yield f"{title}: {'; '.join(said)}"


def _footer(result: Result, say: _Say) -> str:
    law, day = result["law"], say.day(result["base"]["law_at"])
    made = say(
        f"สถานะ · กฎหมายชุด {law} อ่านตามวันที่ {day}",
        f"Sathana · law {law}, read as of {day}",
    )
    return f"{made} · {say.of(result['mark'])}" if result["mark"] else made
