"""``sathana law holidays``: write the dated file of days off, for maintainers.

The days come from the library ``holidays``, which is needed only here and is never
shipped. Days that the cabinet gave or took away and the library has otherwise are
written by hand in ``cabinet-days.yaml``.
"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Mapping
from datetime import date
from importlib import import_module
from typing import Any

from sathana.calendars.dates import day_text
from sathana.cli.days import today
from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Speaker, complain
from sathana.law.compile import DATA

FILE = "holidays.yaml"
"""Name of the file that is written, in the folder of the law's data."""
_PRIVATE = "แรงงาน"
"""Part of the name of Labour Day, on which government offices work."""
_PLOUGHING = "พืชมงคล"
"""Part of the name of the ploughing day, which the palace sets year by year."""
_FRIDAY = 4
_HEAD = """\
# Days off of government offices, besides Saturdays and Sundays. Made by
# 'sathana law holidays' on {made_on} from the library holidays {version} (TH: public
# and government days, without Labour Day, on which offices work). Do not edit: what
# the cabinet gave or took away otherwise stands in cabinet-days.yaml.
# announced: "unknown" = not announced when the library was made: lunar days are
# computed, the ploughing day and the cabinet's special days are missing.
_defaults: {{made_on: {made_on}, library: "holidays {version}", verified: partly}}
"""

type Named = Mapping[date, str]


def run(options: Namespace) -> int:
    """Write the file of days off; 1 if the library or the folder cannot be used."""
    say = Speaker(options.lang)
    made_on = today() if options.made_on is None else options.made_on
    text = written(_library(say), options.first, options.last, day_text(made_on))
    try:
        (DATA / FILE).write_text(text, "utf-8")
    except OSError as error:
        complain(
            say(
                f"เขียน {FILE} ไม่ได้ ({error}) ให้ทำในโฟลเดอร์ต้นฉบับ",
                f"{FILE} cannot be written ({error}): do this in a source tree",
            )
        )
        return 1
    years = f"{options.first}-{options.last}"
    print(
        say(
            f"เขียน {FILE} แล้ว ปี {years} ต่อไปให้รัน sathana law compile",
            f"{FILE} written for {years}; next: sathana law compile",
        )
    )
    return 0


def _library(say: Speaker) -> Any:
    """Return the library, which only maintainers have."""
    try:
        return import_module("holidays")
    except ModuleNotFoundError:
        raise UnusableError(
            (
                say(
                    "คำสั่งนี้ต้องใช้ไลบรารี holidays ซึ่งติดตั้งเฉพาะผู้ดูแลโปรแกรม: "
                    "ให้รัน make setup ในโฟลเดอร์ต้นฉบับแล้วลองใหม่",
                    "This command needs the library 'holidays', which only maintainers "
                    "have: run 'make setup' in a source tree and try again.",
                ),
            )
        ) from None


def written(library: Any, first: int, last: int, made_on: str) -> str:
    """Return the text of the file.

    Args:
        library: The module ``holidays``.
        first: First common-era year.
        last: Last common-era year, inclusive.
        made_on: Day on which it is made, ``YYYY-MM-DD``.
    """
    thai, english = (_days(library, first, last, lang) for lang in ("th", "en_US"))
    announced = max(
        (day.year for day, name in thai.items() if _PLOUGHING in name), default=0
    )
    text = _HEAD.format(made_on=made_on, version=library.__version__)
    for year in range(first, last + 1):
        known = "yes" if year <= announced else "unknown"
        text += f'"{year}":\n  announced: "{known}"\n  days:\n'
        text += "".join(_lines(year, thai, english))
    return text


def _days(library: Any, first: int, last: int, lang: str) -> Named:
    return dict(
        library.country_holidays(
            "TH",
            years=range(first, last + 1),
            categories=("public", "government"),
            language=lang,
        )
    )


def _lines(year: int, thai: Named, english: Named) -> Iterator[str]:
    """Yield a line for each day off of a year that is no weekend."""
    for day in sorted(thai):
        if day.year == year and day.weekday() <= _FRIDAY and _PRIVATE not in thai[day]:
            yield f'    {day}: {{th: "{thai[day]}", en: "{english[day]}"}}\n'
