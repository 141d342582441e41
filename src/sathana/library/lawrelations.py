"""What of the law speaks of what: read once for each edition. Pure: no Django."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sathana.calendars.spans import EARLIEST_DAY
from sathana.law.kept import follows_pack
from sathana.law.load import LawPack, pack
from sathana.law.model import Provision, Text

_YEAR = re.compile(r"(/(1[89]|2\d)\d\d|-old)$")
_WORDING = {
    "th": re.compile(r"\s*(ฉบับแรก|ฉบับ พ\.ศ\. \d+|แก้ไข พ\.ศ\. \d+|\(ยกเลิกแล้ว\))$"),
    "en": re.compile(r",? ?(first text|text of \d+|as amended \d+|\(repealed\))$"),
}

type Ids = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relations:
    """Which records speak of which; every mapping is by id, ids in pack order.

    Attributes:
        rules: Rules that cite a provision.
        events: Changes of the law in which a provision began or ended.
        wordings: All texts of one section, by the section, the oldest first.
        enacted: Provisions that an instrument made.
    """

    rules: Mapping[str, Ids]
    events: Mapping[str, Ids]
    wordings: Mapping[str, Ids]
    enacted: Mapping[str, Ids]


def relations() -> Relations:
    """Return the relations of the law in use."""
    return _relations(pack().version)


@follows_pack
@lru_cache(maxsize=2)
def _relations(version: str) -> Relations:
    """Read the relations; the version is the key under which they are kept."""
    law = pack()
    return Relations(
        rules=turned((key, rule.cites) for key, rule in law.rules.items()),
        events=turned((key, event.provisions) for key, event in law.events.items()),
        wordings=_wordings(law),
        enacted=turned((key, (p.instrument,)) for key, p in law.provisions.items()),
    )


def clear() -> None:
    """Forget the relations, as when the law is swapped under the same version."""
    _relations.cache_clear()


def turned(pairs: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, Ids]:
    """Turn "who cites what" into "what is cited by whom"."""
    found: dict[str, list[str]] = {}
    for key, others in pairs:
        for other in dict.fromkeys(others):
            found.setdefault(other, []).append(key)
    return {key: tuple(keys) for key, keys in found.items()}


def section_of(provision: str) -> str:
    """Return the section of which a provision is one wording.

    ``na-2508/7-1/1992`` and ``na-2508/7-1/1965`` are wordings of ``na-2508/7-1``.
    """
    return _YEAR.sub("", provision)


def section_title(provision: Provision) -> Text:
    """Return what a section is called, whatever its wording."""
    return {
        lang: _WORDING[lang].sub("", provision.section[lang]).strip()
        for lang in ("th", "en")
    }


def _wordings(law: LawPack) -> Mapping[str, Ids]:
    found: dict[str, list[Provision]] = {}
    for provision in law.provisions.values():
        found.setdefault(section_of(provision.id), []).append(provision)
    return {
        section: tuple(p.id for p in sorted(wordings, key=_begin))
        for section, wordings in found.items()
    }


def _begin(provision: Provision) -> int:
    begin = provision.in_force_from
    return begin.earliest if begin else EARLIEST_DAY


def sections_in(instrument: str) -> tuple[Ids, ...]:
    """Return the sections of an instrument, each with its wordings, in their order.

    They are those that the instrument itself made, and those of its own numbers that
    later instruments reworded.
    """
    wordings = relations().wordings
    own = [key for key in wordings if key.startswith(f"{instrument}/")]
    return tuple(wordings[key] for key in sorted(own, key=in_order))


def reworded_by(instrument: str) -> Iterator[str]:
    """Yield the provisions of other instruments that this one made or reworded."""
    for provision in relations().enacted.get(instrument, ()):
        if not provision.startswith(f"{instrument}/"):
            yield provision


def in_order(key: str) -> tuple[tuple[int, str], ...]:
    """Order ids as people count: section 9 comes before section 10."""
    return tuple(
        (int(part), "") if part.isdigit() else (0, part)
        for part in re.findall(r"\d+|\D+", key)
    )
