"""One process, two law packs: nothing worked out from the one is said of the other."""

from __future__ import annotations

import importlib
import pkgutil
from dataclasses import replace

import sathana
from sathana.law import kept, load
from sathana.law.book import book
from sathana.law.load import pack, shipped, using
from sathana.law.rules import COURT

REST_ON_NO_PACK = {
    "sathana.law.cases.case": "a case file",
    "sathana.law.cases.thai_titles": "titles of case files",
    "sathana.law.cases.thai_notes": "notes of case files",
    "sathana.learning.courses._read": "files of courses, as written",
    "sathana.media.converter.program": "where ffmpeg stands",
    "sathana.law.rules.texts": "the rules as written",
    "sathana.library.shelf.case": "a case file",
    "sathana.places.offices._listed": "the list of offices",
    "sathana.documents.glyphs.known": "signs of shipped fonts",
    "sathana.documents.pack_plain._hints": "types of fields",
    "sathana.documents.paper_pdf._compiler": "fonts and a template",
    "sathana.population.bounds._of_table": "a table of codes",
    "sathana.population.people.papers._periods": "published shares",
    "sathana.population.people.plan._yields": "villages made for a count",
    "sathana.population.people.shares.shares": "published shares",
    "sathana.population.people.targets.targets": "published totals",
    "sathana.population.steps._differing": "a table of codes",
    "sathana.population.years._table": "days of the calendar",
    "sathana.population.years.moved_day": "days of the calendar",
    "sathana.protection.keyfile.source": "the key file",
    "sathana.protection.recovery_words._list": "a list of words",
    "sathana.registry.namekeys._royal": "one word of a name",
    "sathana.registry.namekeys.consonants": "one word of a name",
    "sathana.registry.namescore._spoken": "one word of a name",
    "sathana.registry.namescore._word": "one word of a name",
    "sathana.registry.namescore.same": "two words of names",
    "sathana.status.leaves._asked": "one condition",
    "sathana.status.leaves._asks_for_mission": "one condition",
    "sathana.status.reader._compiled": "one condition",
    "sathana.status.reader.compile_day": "one day",
    "sathana.status.wording._shown": "a span",
}
"""What is kept and does not rest on the law pack in use, and on what it rests."""


def test_whatever_keeps_something_of_the_pack_forgets_it_with_the_pack() -> None:
    strangers = []
    for info in pkgutil.walk_packages(sathana.__path__, "sathana."):
        module = importlib.import_module(info.name)
        for name, thing in vars(module).items():
            own = f"{info.name}.{name}"
            if _keeps(thing, info.name) and own not in REST_ON_NO_PACK:
                strangers.append(own)
    assert strangers == [], (
        "say '@follows_pack' above '@cache', or add it to REST_ON_NO_PACK with why"
    )


def _keeps(thing: object, module: str) -> bool:
    """Say whether a module has a function with a memory that follows no pack."""
    return (
        callable(getattr(thing, "cache_clear", None))
        and not isinstance(thing, type)
        and getattr(thing, "__module__", "") == module
        and not any(thing is other for other in kept.followers())
    )


def test_a_pack_used_for_a_while_is_left_again() -> None:
    own = pack()
    other = replace(shipped(), version="th@other")
    kept_book = book(COURT)
    with using(other):
        assert pack() is other
        assert book(COURT) is not kept_book
    assert pack().version == own.version


def test_using_the_shipped_pack_again_forgets_nothing() -> None:
    kept_book = book(COURT)
    load.use(None)
    assert book(COURT) is kept_book
