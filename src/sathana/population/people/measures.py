"""What each published total counts, as a filter over a table of people.

The same words mean the same rows everywhere; the four groups that are most often
mistaken for each other (registered stateless, target of the resolution of 2024, all
non-Thais of the register, those in no register) are four measures.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sathana.population.people.days import AS_OF
from sathana.population.schema import ORDERS, code

_NUMBER = {
    word: code("number_class", word)
    for word in (
        "recognised_group",
        "no_status_89",
        "no_status_00",
        "migrant",
        "shelter",
    )
}
_TH = code("born.country", "TH")
_NONE_NOTIFIED = code("born.notified", "none")
_YES = code("student", "yes")
_MALE = code("sex", "male")


def _day(year: int, month: int, day: int) -> int:
    return date(year, month, day).toordinal()


def _younger(years: int, on: date = AS_OF) -> str:
    """Younger than so many years on a day, by the middle of what is known."""
    limit = on.replace(year=on.year - years).toordinal()
    return f"(born_date_lo + born_date_hi) / 2 > {limit}"


def _made_thai(first: date, last: date) -> str:
    """An order that made or declared somebody Thai, within days."""
    kinds = [ORDERS.index(kind) + 1 for kind in ("grant_7bis2", "nationality_entered")]
    return (
        f"order1_kind IN ({kinds[0]}, {kinds[1]}) AND order1_on_lo "
        f"BETWEEN {first.toordinal()} AND {last.toordinal()}"
    )


_COUNTED = "counted = 1"
_NC = "number_class"
_STATELESS = (
    f"{_COUNTED} AND {_NC} IN ({_NUMBER['recognised_group']}, "
    f"{_NUMBER['no_status_89']}, {_NUMBER['no_status_00']})"
)
_BY_1999 = f"registered_hi <= {_day(1999, 12, 31)}"
_BY_2011 = f"registered_hi <= {_day(2011, 12, 31)}"
_HERE = f"born_country = {_TH}"
_IN_GROUP = f"{_COUNTED} AND {_NC} = {_NUMBER['recognised_group']}"
_WITH_89 = f"{_COUNTED} AND {_NC} = {_NUMBER['no_status_89']}"
_CLASS_1 = f"{_IN_GROUP} AND NOT {_HERE} AND {_BY_1999}"
_CLASS_2 = f"{_WITH_89} AND NOT {_HERE} AND {_BY_2011}"
_CLASS_3 = f"{_IN_GROUP} AND {_HERE}"
_CLASS_4 = f"{_WITH_89} AND {_HERE}"
_LONG = f"(({_CLASS_1}) OR ({_CLASS_2}))"
_BORN_HERE = f"(({_CLASS_3}) OR ({_CLASS_4}))"
_NON_THAI = f"{_COUNTED} AND {_NC} > 0 AND {_NC} <> {_NUMBER['shelter']}"
_SHELTER = f"{_COUNTED} AND {_NC} = {_NUMBER['shelter']}"
_END_2017 = date(2017, 12, 31)
_STATELESS_2017 = (
    f"(({_STATELESS}) OR ({_made_thai(date(2018, 1, 1), AS_OF)})) "
    f"AND born_date_lo <= {_END_2017.toordinal()} "
    f"AND registered_lo <= {_END_2017.toordinal()}"
)
_SMALL = f"{_COUNTED} AND {_HERE} AND {_NC} <> {_NUMBER['shelter']} AND {_younger(5)}"
_BORDER = (
    "province IN (50, 53, 55, 56, 57, 58, 63, 65, 70, 71, 76, 77, 85, 86, 23, 27, 34, "
    "42, 43, 48, 49)"
)
_GROUP = f"{_IN_GROUP} AND NOT {_HERE}"
_NOTIFIED = f"born_notified BETWEEN 1 AND {_NONE_NOTIFIED - 1}"

MEASURES: Mapping[str, str] = {
    "stateless": _STATELESS,
    "stateless_child": f"{_STATELESS} AND {_younger(18)}",
    "stateless_elder": f"{_STATELESS} AND NOT {_younger(60)}",
    "stateless_pupil": f"{_STATELESS} AND student = {_YES}",
    "stateless_border": f"{_STATELESS} AND {_BORDER}",
    "stateless_2017": _STATELESS_2017,
    "stateless_child_2017": f"{_STATELESS_2017} AND {_younger(18, _END_2017)}",
    "target": f"({_LONG} OR {_BORN_HERE})",
    "target_long": _LONG,
    "target_born_here": _BORN_HERE,
    "target_1": _CLASS_1,
    "target_2": _CLASS_2,
    "target_3": _CLASS_3,
    "target_4": _CLASS_4,
    "non_thai": _NON_THAI,
    "non_thai_man": f"{_NON_THAI} AND sex = {_MALE}",
    "shelter": _SHELTER,
    "shelter_child": f"{_SHELTER} AND {_younger(18)}",
    "shelter_man": f"{_SHELTER} AND sex = {_MALE}",
    "unregistered_child": f"{_COUNTED} AND {_NC} = 0 AND {_younger(18)}",
    "birth_here_told": f"{_SMALL} AND born_notified > 0",
    "birth_here_notified": f"{_SMALL} AND {_NOTIFIED}",
    "group": _GROUP,
    "group_50": f"{_GROUP} AND group_code = 50",
    "group_71": f"{_GROUP} AND group_code = 71",
    "group_72": f"{_GROUP} AND group_code = 72",
    "settled_1992_2023": _made_thai(date(1992, 1, 1), date(2023, 12, 31)),
    "settled_2012_2015": _made_thai(date(2012, 11, 1), date(2015, 10, 31)),
    "settled_2015_2023": _made_thai(date(2015, 11, 1), date(2023, 12, 31)),
    "settled_2017": _made_thai(date(2017, 1, 1), date(2017, 12, 31)),
    "settled_2018": _made_thai(date(2018, 1, 1), date(2018, 12, 31)),
    "settled_2020_2021": _made_thai(date(2020, 10, 1), date(2021, 9, 30)),
    "settled_2025": _made_thai(date(2025, 6, 30), date(2025, 8, 2)),
}
"""Filters by the name under which a target names them; DuckDB's SQL."""
