"""Random small families of which everything is known: the *truth*.

They are drawn as the plain values of a case file; ``families_veiled`` tells less of
them, ``families_asked`` asks the engine about them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from sathana.status.points import LAW_CUTS

type Plain = dict[str, Any]
"""A case file, or a part of one, as plain values (JSON is YAML)."""
type Draw = Callable[[st.SearchStrategy[Any]], Any]

FIRST_ACT = date(1913, 4, 10)
AS_OF = date(2026, 6, 1)
LAW_DAYS = (
    AS_OF,
    date(1971, 1, 1),
    date(1985, 1, 1),
    date(1999, 1, 1),
    date(2010, 6, 1),
)
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
UNDER = ("S23", "RG-2543", "NB-1992-M")
STAYS = ("permanent", "temporary", "lenient", "unpermitted", "diplomatic")
MAYBE = st.booleans()
RARELY = st.sampled_from([False] * 5 + [True])
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
    if draw(RARELY):
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
        if draw(RARELY):
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
    if len(kinds) > 1 and day_of(since) < AS_OF:
        later = _after(draw, day_of(since) + timedelta(days=1))
        life["stay"].append({"kind": kinds[1], "from": later})


def _fatherhood(draw: Draw, life: Plain, birth: date) -> None:
    """Draw the parents' marriage, legitimation and proof of fatherhood."""
    around = st.integers(-3000, 3000).map(
        lambda n: min(birth + timedelta(days=n), AS_OF).isoformat()
    )
    event = st.sampled_from(("never",)) | around | st.just(birth.isoformat())
    life["parents_marriage"] = draw(event)
    life["legitimation"] = _after(draw, birth) if draw(RARELY) else "never"
    life["paternity_proved"] = _after(draw, birth) if draw(RARELY) else "never"


def _acts(draw: Draw, life: Plain, who: str, born: dict[str, date]) -> None:
    """Draw acts of loss, orders, marriages and findings: mostly none."""
    birth = born[who]
    if draw(RARELY):
        taken = _after(draw, birth)
        life["alien_certificate"] = {
            "taken": taken,
            "by": draw(st.sampled_from(("self", "parent"))),
            "voluntary": draw(st.sampled_from(("yes", "no"))),
            "kept_until": draw(st.sampled_from(("never", _after(draw, day_of(taken))))),
        }
    if draw(RARELY):
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
        ended = st.sampled_from(("never", _after(draw, day_of(registered))))
        gives = st.sampled_from(("yes", "no"))
        life["marriages"] = [
            {
                "to": draw(st.sampled_from(("H", "H", "MM", "TH"))),
                "registered": registered,
                "ended": draw(ended),
                "gives_nationality": draw(gives),
            }
        ]
    if draw(RARELY):
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


def day_of(text: str) -> date:
    """Return the day that a text says."""
    return date.fromisoformat(text)
