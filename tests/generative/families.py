"""Random small families: a true life first, then what a file tells of it.

A family is drawn fully known (the *truth*), as the plain values of a case file. Then
single facts of it are veiled: left out where nothing is presumed, written as
``unknown``, or told as a span. What an engine says of the veiled family must agree
with what it says of the truth, since the truth is one of its completions.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from sathana.facts.casefile import read
from sathana.facts.model import CaseFile
from sathana.facts.view import View
from sathana.law.rules import READINGS
from sathana.status import assess
from sathana.status.answer import word
from sathana.status.diagram import Workshop
from sathana.status.points import LAW_CUTS, exact
from sathana.status.reader import open_world
from sathana.status.run import Asked, Run, run
from sathana.status.timeline import thai_at

type Plain = dict[str, Any]
"""A case file, or a part of one, as plain values (JSON is YAML)."""
type Draw = Callable[[st.SearchStrategy[Any]], Any]
type Answers = dict[tuple[str, str], str]
"""Answer by person and reading."""

FIRST_ACT = date(1913, 4, 10)
AS_OF = date(2026, 6, 1)
LAW_DAYS = (
    AS_OF,
    date(1971, 1, 1),
    date(1985, 1, 1),
    date(1999, 1, 1),
    date(2010, 6, 1),
)
TELLING = ("orders", "findings", "marriages", "father", "mother", "displaced_thai")
TELLING_TOO = ("original_highlander", "country")
ORDERS = (
    "grant_7bis2", "spared_337", "naturalised", "marriage_s9", "displaced_thai_s9_6",
    "roofless_s19_2", "permanent_residence", "revoked", "renounced", "regained",
    "granted", "nationality_entered",
)  # fmt: skip
FOUND = (
    ("NS-1913", "1913-04-10", "1952-02-12"),
    ("NS-1965", "1965-08-05", "1992-02-25"),
    ("A337-1", "1913-04-10", "1972-12-13"),
    ("A337-2", "1972-12-14", "1992-02-25"),
    ("7BIS-1", "1992-02-26", "2026-06-01"),
    ("LAWFUL-FATHER-AT-BIRTH", "1800-01-01", "2026-06-01"),
)
"""What a court may find, with the first and the last birth it can be found of."""
ACTS = ("orders", "marriages", "findings", "alien_certificate")
"""What is presumed not to be where a file is silent, and unknown where it says so."""
UNDER = ("S23", "RG-2543", "NB-1992-M")
STAYS = ("permanent", "temporary", "lenient", "unpermitted", "diplomatic")
MAYBE = st.booleans()
_RARELY = st.sampled_from([False] * 5 + [True])
_OFTEN = st.sampled_from([True] * 4 + [False])
_CUTS = tuple(date.fromordinal(cut) for cut in LAW_CUTS)

# -- the truth ---------------------------------------------------------------------


@st.composite
def truths(draw: Draw, *, orders: bool = True) -> Plain:
    """Draw a family of two to six persons of whom every fact asked is known."""
    born = {"P": draw(births())}
    born["M"], born["F"] = _parent(draw, born["P"]), _parent(draw, born["P"])
    shape = draw(st.sampled_from(("", "", "M", "F", "MF", "MS", "H", "MH")))
    persons: Plain = {"P": {"father": "F", "mother": "M"}, "M": {}, "F": {}}
    for child, mother, father in (("M", "GM", "GF"), ("F", "FM", "FF")):
        if child in shape:
            born[mother] = _parent(draw, born[child])
            born[father] = _parent(draw, born[child])
            persons[child] = {"father": father, "mother": mother}
            persons |= {mother: {}, father: {}}
    if "S" in shape:
        born["S"] = max(born["P"], born["M"], born["F"]) + timedelta(days=700)
        persons["S"] = {"father": "F", "mother": "M"}
    if "H" in shape:
        born["H"] = born["P"] - timedelta(days=draw(st.integers(-900, 3000)))
        persons["H"] = {}
    if draw(_RARELY):
        persons["P"][draw(st.sampled_from(("father", "mother")))] = "unidentifiable"
    for who in persons:
        persons[who] |= _life(draw, who, persons[who], born, orders=orders)
    law_at = draw(st.sampled_from((AS_OF, AS_OF, *LAW_DAYS)))
    return {
        "sathana": 1,
        "case": "drawn",
        "as_of": AS_OF.isoformat(),
        "law_at": law_at.isoformat(),
        "persons": persons,
    }


@st.composite
def births(draw: Draw) -> date:
    """Draw a day of birth, often near a day on which the law changed."""
    if draw(MAYBE):
        cut = draw(st.sampled_from(_CUTS))
        return min(cut + timedelta(days=draw(st.integers(-3, 3))), date(2024, 1, 1))
    return draw(st.dates(date(1925, 1, 1), date(2024, 1, 1)))


def _parent(draw: Draw, child: date) -> date:
    return child - timedelta(days=draw(st.integers(17 * 365, 44 * 365)))


def _life(
    draw: Draw, who: str, links: Plain, born: dict[str, date], *, orders: bool
) -> Plain:
    """Draw the facts of one person."""
    birth = born[who]
    founder = not links
    country = draw(st.sampled_from(("TH", "TH", "TH", "MM", "CN")))
    life: Plain = {
        "sex": "male" if who.endswith("F") or who == "H" else "female",
        "born": {"date": birth.isoformat(), "country": country},
        "foreign_nationality": draw(st.sampled_from(("no", "yes"))),
        "original_highlander": draw(st.sampled_from(("no", "no", "no", "yes"))),
        "conduct": draw(st.sampled_from(("good", "bad"))),
        "service": "no",
        "could_hold_parents_nationality": draw(st.sampled_from(("no", "yes"))),
    }
    if founder and draw(_OFTEN):
        life["thai"] = draw(st.sampled_from(("yes", "no", "no")))
        if draw(_RARELY):
            ended = {"is": life["thai"], "until": _after(draw, birth)}
            life["thai"] = [{**ended, "from": birth.isoformat()}]
        elif draw(MAYBE):
            del life["born"]["country"], life["original_highlander"]
    _entry(draw, life, birth)
    if not founder:
        _fatherhood(draw, life, birth)
        life["residence"] = [{"from": birth.isoformat()}]
        if draw(MAYBE):
            life["registers"] = [{"kind": "TR13", "from": _after(draw, birth)}]
    if orders and not founder:
        _acts(draw, life, who, born)
    return life


def _entry(draw: Draw, life: Plain, birth: date) -> None:
    """Draw whether the person came from outside, and the standing from then on."""
    highlander = life.get("original_highlander") == "yes"
    if life["born"].get("country") == "TH" and (highlander or draw(_OFTEN)):
        life["entered"] = "never"
        if draw(MAYBE):
            return
        since = _after(draw, birth)
    elif highlander:
        life["entered"] = "never"
        return
    else:
        since = life["entered"] = _after(draw, birth)
    kinds = draw(st.lists(st.sampled_from(STAYS), min_size=1, max_size=2))
    life["stay"] = [{"kind": kinds[0], "from": since}]
    if len(kinds) > 1 and _day(since) < AS_OF:
        later = _after(draw, _day(since) + timedelta(days=1))
        life["stay"].append({"kind": kinds[1], "from": later})


def _fatherhood(draw: Draw, life: Plain, birth: date) -> None:
    """Draw the parents' marriage, legitimation and proof of fatherhood."""
    around = st.integers(-3000, 3000).map(
        lambda n: min(birth + timedelta(days=n), AS_OF).isoformat()
    )
    event = st.sampled_from(("never",)) | around | st.just(birth.isoformat())
    life["parents_marriage"] = draw(event)
    life["legitimation"] = _after(draw, birth) if draw(_RARELY) else "never"
    life["paternity_proved"] = _after(draw, birth) if draw(_RARELY) else "never"


def _acts(draw: Draw, life: Plain, who: str, born: dict[str, date]) -> None:
    """Draw acts of loss, orders, marriages and findings: mostly none."""
    birth = born[who]
    if draw(_RARELY):
        taken = _after(draw, birth)
        life["alien_certificate"] = {
            "taken": taken,
            "by": draw(st.sampled_from(("self", "parent"))),
            "voluntary": draw(st.sampled_from(("yes", "no"))),
            "kept_until": draw(st.sampled_from(("never", _after(draw, _day(taken))))),
        }
    if draw(_RARELY):
        kinds = draw(st.lists(st.sampled_from(ORDERS), min_size=1, max_size=2))
        life["orders"] = [
            {
                "kind": kind,
                "on": _after(draw, birth),
                "by": draw(st.sampled_from(("minister", "court"))),
                **_under(draw, kind),
            }
            for kind in kinds
        ]
    if "H" in born and who == "P":
        registered = _after(draw, max(birth, born["H"]))
        ended = st.sampled_from(("never", _after(draw, _day(registered))))
        gives = st.sampled_from(("yes", "no"))
        life["marriages"] = [
            {
                "to": draw(st.sampled_from(("H", "H", "MM", "TH"))),
                "registered": registered,
                "ended": draw(ended),
                "gives_nationality": draw(gives),
            }
        ]
    if draw(_RARELY):
        born_on = birth.isoformat()
        fitting = [rule for rule, first, last in FOUND if first <= born_on <= last]
        rule = draw(st.sampled_from(fitting))
        value = draw(st.sampled_from(("yes", "no")))
        life["findings"] = [{"rule": rule, "is": value, "final": "yes"}]


def _under(draw: Draw, kind: str) -> Plain:
    """Return the rule that a registrar's entry names: without it its day is unknown."""
    if kind != "nationality_entered":
        return {}
    return {"under": draw(st.sampled_from(UNDER))}


def _after(draw: Draw, day: date) -> str:
    """Draw a day not earlier than another, often near a change of the law."""
    later = [cut for cut in _CUTS if cut >= day]
    if later and draw(MAYBE):
        return draw(st.sampled_from(later)).isoformat()
    last = min(day + timedelta(days=60 * 365), AS_OF)
    return draw(st.dates(min(day, last), last)).isoformat()


def _day(text: str) -> date:
    return date.fromisoformat(text)


# -- what the file tells -------------------------------------------------------------


@st.composite
def veiled(
    draw: Draw, truth: Plain, *, most: int = 8, least: int = 1, spans: bool = True
) -> Plain:
    """Draw a family that tells less than the truth, contradicting none of it."""
    told = copy.deepcopy(truth)
    places = sorted(veilable(truth))
    chosen = draw(
        st.lists(st.sampled_from(places), min_size=least, max_size=most, unique=True)
    )
    for who, key in chosen:
        veil(draw, told["persons"][who], truth["persons"], who, key, spans=spans)
    return told


def veilable(truth: Plain) -> Iterable[tuple[str, str]]:
    """Yield the facts of which less can be told without presuming what is untrue."""
    for who, life in truth["persons"].items():
        for key in life:
            if key == "born":
                yield from ((who, f"born.{part}") for part in life["born"])
            elif key == "thai" and any(k in life for k in (*TELLING, *TELLING_TOO)):
                continue  # left out, it would be derived rather than unknown
            elif (key == "thai" and "country" in life["born"]) or (key == "stay" and not _can_veil_stay(life)):
                continue
            elif key not in ("mother", "residence"):
                yield who, key
        if "father" in life:
            yield from ((who, key) for key in ACTS if key not in life)


def _can_veil_stay(life: Plain) -> bool:
    """A standing of one who never entered, or of a mission, is presumed not to be."""
    diplomatic = any(spell["kind"] == "diplomatic" for spell in life["stay"])
    return life["entered"] != "never" and not diplomatic


def veil(
    draw: Draw, life: Plain, truth: Plain, who: str, key: str, *, spans: bool = True
) -> None:
    """Tell less of one fact."""
    real = truth[who]
    if (key in ACTS and key not in real) or key == "father":
        life[key] = "unknown"
    elif key == "born.date":
        wide = ("unknown", None) if _day(real["born"]["date"]) >= FIRST_ACT else ()
        _put(life["born"], "date", draw(_vaguer(real["born"]["date"], wide, spans)))
    elif key == "born.country":
        _put(life["born"], "country", draw(st.sampled_from(("unknown", None))))
    elif key in ("orders", "marriages", "findings"):
        life[key] = draw(_vaguer_entries(key, real[key], spans))
    elif key == "alien_certificate":
        life[key] = draw(_vaguer_certificate(real[key], spans))
    elif key == "stay":
        life[key] = draw(_vaguer_stay(real[key]))
        _put(life, key, life[key])
    elif key == "entered":
        wide = ("unknown", None) if real[key] == "never" else ("unknown",)
        _put(life, key, draw(_vaguer(real[key], wide, spans)))
    elif key in ("parents_marriage", "legitimation", "paternity_proved"):
        birth = real["born"]["date"]
        wide = ("unknown", None, *_order(real[key], birth, key))
        _put(life, key, draw(_vaguer(real[key], wide, spans)))
    elif key in ("sex", "foreign_nationality", "conduct"):
        _put(life, key, draw(st.sampled_from(("unknown", None, _told_twice(key)))))
    else:
        _put(life, key, draw(st.sampled_from(("unknown", None))))


def _told_twice(key: str) -> list[Plain]:
    """Return two statements that contradict each other: unknown to the rules."""
    values = {"sex": ("female", "male"), "conduct": ("good", "bad")}
    return [{"value": value} for value in values.get(key, ("yes", "no"))]


def _put(life: Plain, key: str, value: Any) -> None:
    if value is None:
        life.pop(key, None)
    else:
        life[key] = value


def _order(event: str, birth: str, key: str) -> tuple[Plain, ...]:
    """Return the event told only by its order to the birth."""
    if event == "never":
        return ()
    order = ("at_birth", "after_birth", "before_birth")[
        0 if event == birth else 1 if event > birth else 2
    ]
    return ({"on": "unknown", "relative": order},)


@st.composite
def _vaguer(draw: Draw, day: str, wide: tuple[Any, ...], spans: bool) -> Any:
    """Draw a vaguer form of a day: a month, a year, a span, or one of ``wide``."""
    if day == "never" or (wide and (not spans or draw(MAYBE))):
        return draw(st.sampled_from(wide or (day,)))
    known = _day(day)
    form = draw(st.integers(0, 2))
    if form == 0:
        return day[:7]
    if form == 1:
        return day[:4]
    back, on = draw(st.integers(0, 9000)), draw(st.integers(0, 9000))
    return {
        "not_before": (known - timedelta(days=back)).isoformat(),
        "not_after": min(known + timedelta(days=on), AS_OF).isoformat(),
    }


@st.composite
def _vaguer_entries(draw: Draw, key: str, real: list[Plain], spans: bool) -> Any:
    if draw(_RARELY):
        return "unknown"
    entries = copy.deepcopy(real)
    for entry in entries:
        if key == "findings":
            entry["final"] = "unknown"
        elif key == "orders":
            entry["on"] = draw(_vaguer(entry["on"], ("unknown",), spans))
            if draw(MAYBE):
                entry["by"] = "unknown"
        else:
            entry["registered"] = draw(
                _vaguer(entry["registered"], ("unknown",), spans)
            )
            if draw(MAYBE):
                entry["gives_nationality"] = "unknown"
    return entries


@st.composite
def _vaguer_certificate(draw: Draw, real: Plain, spans: bool) -> Any:
    if draw(_RARELY):
        return "unknown"
    told = dict(real)
    for part, wide in (("by", "unknown"), ("voluntary", "unknown")):
        if draw(MAYBE):
            told[part] = wide
    if draw(MAYBE):
        told["kept_until"] = "unknown"
    if draw(MAYBE):
        told["taken"] = draw(_vaguer(real["taken"], ("unknown",), spans))
    return told


@st.composite
def _vaguer_stay(draw: Draw, real: list[Plain]) -> Any:
    if draw(MAYBE):
        return None
    spells = copy.deepcopy(real)
    for spell in spells:
        kinds = ["unknown"] + ["precarious"] * (spell["kind"] != "permanent")
        spell["kind"] = draw(st.sampled_from(kinds))
    return spells


# -- asking ------------------------------------------------------------------------


def case_of(family: Plain) -> CaseFile:
    """Return the case file that tells a family."""
    return read(json.dumps(family, ensure_ascii=False), name="drawn")


def days_of(family: Plain) -> tuple[int, int]:
    """Return the day asked about and the day whose texts are read, ordinals."""
    as_of, law_at = family["as_of"], family.get("law_at", family["as_of"])
    return _day(as_of).toordinal(), _day(law_at).toordinal()


def answers(
    family: Plain, *, documented: bool = False, days: Iterable[int] = ()
) -> dict[tuple[str, str, int], str]:
    """Return nationality by person, reading and day; day 0 is the day asked."""
    case = case_of(family)
    as_of, law_at = days_of(family)
    view, shop = View(case, as_of=as_of, documented=documented), Workshop()
    found = {}
    for name, law in READINGS.items():
        world = open_world(view, shop, name=name, law=law, as_of=as_of, law_at=law_at)
        for who in case.persons:
            if "." in who:
                continue
            found[who, name, 0] = word(thai_at(world, who, world.asked(who)))
            for day in days:
                found[who, name, day] = word(thai_at(world, who, exact(day)))
    return found


def whole_run(family: Plain, *, documented: bool = False) -> Run:
    """Evaluate a family as an assessment does, pathways included."""
    case = case_of(family)
    as_of, law_at = days_of(family)
    persons = [who for who in case.persons if "." not in who]
    return run(case, persons, Asked(as_of, law_at), documented=documented)


def assessed(family: Plain, **options: Any) -> Plain:
    """Return the whole assessment of a family, by person."""
    as_of, law_at = days_of(family)
    return assess(case_of(family), as_of=as_of, law_at=law_at, **options)["persons"]


def summary(family: Plain) -> Plain:
    """Return the parts of an assessment that must not hang on how a file is written."""
    return {who: _gist(person) for who, person in assessed(family).items()}


def _gist(person: Plain) -> Plain:
    thai = {k: v for k, v in person["thai"].items() if k != "by_reading"}
    for key in ("rule", "lost_by"):
        thai[key] = _unordered(thai[key])
    return {
        "thai": thai,
        "intervals": [
            {**part, "rule": _unordered(part["rule"])} for part in person["intervals"]
        ],
        "pathways": {
            p["id"]: (p["status"], p.get("readings")) for p in person["pathways"]
        },
        "stay": sorted(person["stay"], key=str),
    }


def _unordered(rules: Any) -> Any:
    return sorted(rules) if isinstance(rules, list) else rules


def show(*families: Plain) -> str:
    """Return families as text short enough to read in a failure."""
    return "\n".join(
        "\n".join(
            [
                f"as_of {family['as_of']} law_at {family.get('law_at')}",
                *(f"  {who}: {json.dumps(p)}" for who, p in family["persons"].items()),
            ]
        )
        for family in families
    )
