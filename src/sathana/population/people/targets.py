"""Published totals with definition, date and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from sathana.population.people.areas import AREAS
from sathana.population.people.measures import MEASURES
from sathana.population.people.shares import DataError

_FILE = Path(__file__).with_name("targets.yaml")
_USES = ("calibrate", "predict", "conflict")
_NEEDED = ("id", "th", "en", "areas", "measure", "value", "date", "use", "source")

type Use = Literal["calibrate", "predict", "conflict"]


@dataclass(frozen=True, slots=True)
class Target:
    """One published total, or one published share.

    Attributes:
        th: Definition in Thai.
        en: Definition in English.
        areas: Areas whose tables hold what it counts.
        provinces: Two digits as numbers; empty where the whole area is meant.
        measure: What it counts, a key of ``MEASURES``.
        per: Of what it is a share; empty for a total.
        value: Persons, or a share from 0 to 1.
        date: Of the figure: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.
        use: Whether shares were set from it, it was left out to be predicted, or it
            contradicts another.
        against: The target that it contradicts; empty otherwise.
    """

    id: str
    th: str
    en: str
    areas: tuple[str, ...]
    provinces: tuple[int, ...]
    measure: str
    per: str
    value: float
    date: str
    use: Use
    against: str
    source: str

    def defined(self, lang: Literal["th", "en"]) -> str:
        """Return the definition in a language."""
        return self.th if lang == "th" else self.en


def load(text: str) -> Mapping[str, Target]:
    """Read targets.

    Raises:
        DataError: A target lacks something or names what there is not.
    """
    import yaml

    entries = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - all is text
    found: dict[str, Target] = {}
    for entry in entries:
        target = _target(entry)
        if target.id in found:
            raise _wrong(target.id, "มีสองรายการ", "is there twice")
        found[target.id] = target
    for target in found.values():
        _check_against(target, found)
    return found


@cache
def targets() -> Mapping[str, Target]:
    """Return all targets by id."""
    return load(_FILE.read_text(encoding="utf-8"))


def of_area(area: str) -> tuple[Target, ...]:
    """Return the targets that a table of an area can be compared with."""
    return tuple(each for each in targets().values() if area in each.areas)


def _target(entry: Mapping[str, object]) -> Target:
    name = str(entry.get("id", "?"))
    for key in _NEEDED:
        if not entry.get(key):
            raise _wrong(name, f"ไม่มี {key}", f"has no '{key}'")
    found = Target(
        id=name,
        th=str(entry["th"]),
        en=str(entry["en"]),
        areas=_texts(entry["areas"]),
        provinces=tuple(map(int, _texts(entry.get("provinces", [])))),
        measure=str(entry["measure"]),
        per=str(entry.get("per", "")),
        value=float(str(entry["value"])),
        date=str(entry["date"]),
        use=str(entry["use"]),  # type: ignore[arg-type]
        against=str(entry.get("against", "")),
        source=str(entry["source"]),
    )
    _check_words(found)
    return found


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)


def _check_words(target: Target) -> None:
    unknown: dict[str, set[str]] = {
        "use": {str(target.use)} - set(_USES),
        "areas": set(target.areas) - set(AREAS),
        "measure": {target.measure} - set(MEASURES),
        "per": {target.per} - set(MEASURES) - {""},
    }
    for key, words in unknown.items():
        if words:
            word = min(words)
            raise _wrong(
                target.id,
                f"{key}: ไม่รู้จัก “{word}”",
                f"has '{word}' under '{key}', which there is not",
            )


def _check_against(target: Target, known: Mapping[str, Target]) -> None:
    if (target.use == "conflict") != (target.against in known):
        raise _wrong(
            target.id,
            "รายการที่ขัดแย้งต้องบอก against ว่าขัดกับรายการใด และรายการอื่นต้องไม่มี",
            "must name under 'against' the target it contradicts if and only if its "
            "use is 'conflict'",
        )


def _wrong(name: str, th: str, en: str) -> DataError:
    return DataError(
        f"targets.yaml: {name} {th} แก้ในแฟ้มแล้วลองใหม่",
        f"targets.yaml: {name} {en}. Correct the file and try again",
    )
