"""Which procedures, fees, limits, offices and forms speak of what. Pure: no Django."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from sathana.law.kept import follows_pack
from sathana.law.load import pack
from sathana.law.model_practice import Procedure
from sathana.law.pack import LawPack
from sathana.library.lawrelations import turned

type Named = tuple[str, str]
"""Kind and id of a record."""


@dataclass(frozen=True, slots=True)
class Uses:
    """Which records of practice speak of which; by id.

    Attributes:
        provisions: What cites a provision, by its id.
        served: Procedures that serve a pathway or right, or touch a contested point.
        used: Procedures that use a fee, limit, door or form.
    """

    provisions: Mapping[str, tuple[Named, ...]]
    served: Mapping[str, tuple[Named, ...]]
    used: Mapping[str, tuple[Named, ...]]


def uses() -> Uses:
    """Return who speaks of whom in the law in use."""
    return _uses(pack().version)


@follows_pack
@lru_cache(maxsize=2)
def _uses(version: str) -> Uses:
    """Read who speaks of whom; the version is the key under which it is kept."""
    law = pack()
    procedures = law.procedures.values()
    return Uses(
        provisions=_by(_citing(law)),
        served=_by((("procedure", p.id), served(p)) for p in procedures),
        used=_by((("procedure", p.id), _used(p)) for p in procedures),
    )


def clear() -> None:
    """Forget who speaks of whom, as when the law is swapped."""
    _uses.cache_clear()


def _by(
    pairs: Iterable[tuple[Named, Iterable[str]]],
) -> Mapping[str, tuple[Named, ...]]:
    rows = list(pairs)
    names = {" ".join(name): name for name, _ in rows}
    found = turned((" ".join(name), others) for name, others in rows)
    return {key: tuple(names[name] for name in keys) for key, keys in found.items()}


def _citing(law: LawPack) -> Iterator[tuple[Named, Iterable[str]]]:
    for procedure in law.procedures.values():
        deciders = (cite for row in procedure.deciders for cite in row.cites)
        yield ("procedure", procedure.id), (*procedure.cites, *deciders)
    for fee in law.fees.values():
        yield ("fee", fee.id), [cite for value in fee.values for cite in value.cites]
    for limit in law.limits.values():
        yield (
            ("limit", limit.id),
            [c for version in limit.versions for c in version.cites],
        )
    yield from ((("door", door.id), door.cites) for door in law.doors.values())
    yield from ((("form", form.id), form.cites) for form in law.forms.values())


def served(procedure: Procedure) -> tuple[str, ...]:
    """Return ids of the rules and contested points of which a procedure speaks."""
    return (*procedure.pathways, *procedure.rights, *procedure.contested)


def _used(procedure: Procedure) -> tuple[str, ...]:
    forms = [paper.form for paper in procedure.papers if paper.form]
    steps = [step.limit for step in procedure.steps if step.limit]
    listed = (*procedure.fees, *procedure.limits, *procedure.remedies, *procedure.doors)
    return (*listed, *steps, *forms)


def citing(provision: str) -> tuple[Named, ...]:
    """Return the procedures, fees, limits, doors and forms that cite a provision."""
    return uses().provisions.get(provision, ())


def serving(key: str) -> tuple[Named, ...]:
    """Return the procedures that serve a pathway or right, or touch a point."""
    return uses().served.get(key, ())
