"""Scenarios read from files: what is asked, of whom, and under which laws."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

from sathana.law.load import pack
from sathana.law.reform import nearest_rules
from sathana.law.rules import READINGS
from sathana.population.scenario.faults import ScenarioError
from sathana.population.scenario.model import (
    THAI,
    Alternative,
    Scenario,
    Synthetic,
)
from sathana.population.scenario.reforms import changes
from sathana.population.scenario.reforms import points as points_of
from sathana.population.scenario.source import MAX_BYTES, Block, parsed
from sathana.population.scenario.values import chosen, filled, parameters
from sathana.vocabulary.names import Name

AREAS = ("chiang-rai", "north", "thailand")
MOST_PERSONS = 70_000_000
_TOP = (
    "scenario", "title", "question", "population", "as_of", "base", "alternatives",
    "ask", "parameters", "note", "limits",
)  # fmt: skip
_LAW = ("name", "title", "law_at", "reading", "points", "reform", "overlay")
_SHIPPED = "scenarios"
_BASE = Name(th="กฎหมายปัจจุบัน", en="The law as it stands")


def shipped() -> tuple[str, ...]:
    """Return the names of the scenarios that ship, in alphabetical order."""
    folder = files("sathana.population") / _SHIPPED
    names = (entry.name for entry in folder.iterdir())
    return tuple(sorted(n.removesuffix(".yaml") for n in names if n.endswith(".yaml")))


def load(
    name: str | Path,
    values: Mapping[str, object] | None = None,
    *,
    overlays: bool = False,
) -> Scenario:
    """Return a scenario that ships, by its name, or one of a file, by its path.

    Args:
        name: Name or path.
        values: Values of parameters; those left out keep their own.
        overlays: Whether files of Python may be named; only ever on a command line.

    Raises:
        ScenarioError: There is none, or it cannot be read; the text names the key.
    """
    if str(name) in shipped():
        entry = files("sathana.population") / _SHIPPED / f"{name}.yaml"
        text = entry.read_text(encoding="utf-8")
        return read(text, f"{name}.yaml", values=values or {})
    path = Path(name)
    if not path.is_file():
        raise ScenarioError.no_file(str(name))
    data = path.read_bytes()[: MAX_BYTES + 1]
    if len(data) > MAX_BYTES:
        why = f"> {MAX_BYTES} bytes"
        raise ScenarioError.not_yaml(str(name), 0, why)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as fault:
        raise ScenarioError.not_yaml(str(name), 0, str(fault)) from None
    folder = path.resolve().parent
    return read(text, path.name, values=values or {}, folder=folder, overlays=overlays)


def with_values(scenario: Scenario, values: Mapping[str, object]) -> Scenario:
    """Return a scenario with other values of its parameters.

    Args:
        scenario: The scenario.
        values: By name; texts from an address are understood. Those left out keep the
            value that the parameter has by itself.

    Raises:
        ScenarioError: There is no such parameter, or a value lies outside its range.
    """
    overlays = any(book.overlay for book in scenario.books)
    return _scenario(scenario.source, values, scenario.folder, overlays)


def read(
    text: str,
    name: str,
    *,
    values: Mapping[str, object],
    folder: Path | None = None,
    overlays: bool = False,
) -> Scenario:
    """Return the scenario that a YAML text describes.

    Args:
        text: The text.
        name: What the file is called, for messages.
        values: Values of parameters.
        folder: Folder against which files are named; ``None``: none may be named.
        overlays: Whether files of Python may be named.

    Raises:
        ScenarioError: As :func:`load`.
    """
    return _scenario(parsed(text, name), values, folder, overlays)


def _scenario(
    source: Mapping[str, Any],
    given: Mapping[str, object],
    folder: Path | None,
    overlays: bool,
) -> Scenario:
    declared = parameters(Block(source).only(*_TOP))
    values = chosen(declared, given)
    rest = {key: value for key, value in source.items() if key != "parameters"}
    document = Block(filled(rest, values))
    as_of = document.day("as_of")
    laws = _Laws(as_of, folder if overlays else None)
    base = laws.base(document)
    return Scenario(
        name=document.text("scenario"),
        title=document.name("title"),
        question=document.name("question"),
        population=_population(document, folder),
        as_of=as_of,
        base=base,
        alternatives=laws.alternatives(document, base),
        ask=_asked(document),
        parameters=declared,
        values=values,
        note=document.name("note") if document.has("note") else None,
        limits=tuple(_names(document, "limits")),
        source=source,
        folder=folder,
    )


def _names(document: Block, key: str) -> Iterator[Name]:
    for entry in document.blocks(key, "th", "en"):
        yield Name(th=entry.text("th"), en=entry.text("en"))


def _population(document: Block, folder: Path | None) -> Path | Synthetic | None:
    if not document.has("population"):
        return None
    value = document.need("population")
    if isinstance(value, str):
        if folder is None:
            wanted = (
                "{synthetic: …} เพราะที่นี่อ่านไฟล์ไม่ได้",
                "{synthetic: …}: no file here",
            )
            raise ScenarioError.wrong("population", value, *wanted)
        return folder / value
    made = document.block("population", "synthetic").block(
        "synthetic", "persons", "seed", "area"
    )
    return Synthetic(
        made.number("persons", 1_000, MOST_PERSONS),
        made.number("seed", 0, 2**31 - 1),
        made.among("area", AREAS),
    )


def _asked(document: Block) -> tuple[str, ...]:
    """Return what is asked: nationality unless something else is named."""
    rules = pack().rules
    found = []
    for where, entry in document.items("ask"):
        name = str(entry)
        if name != THAI and name not in rules:
            known = [rule.id for rule in rules.values() if rule.pathway]
            raise ScenarioError.unknown_rule(where, name, nearest_rules(name, known))
        if name != THAI and rules[name].pathway is None:
            raise ScenarioError.wrong(
                where, name, "thai หรือรหัสของช่องทาง", "thai or the id of a pathway"
            )
        found.append(name)
    return tuple(dict.fromkeys(found)) or (THAI,)


class _Laws:
    """Reads the ways of reading the law that a scenario compares."""

    def __init__(self, as_of: int, folder: Path | None) -> None:
        """Remember the day asked about and where overlays may lie."""
        self.as_of, self.folder = as_of, folder

    def base(self, document: Block) -> Alternative:
        """Return the base; without one, the law of the day asked about."""
        if not document.has("base"):
            return Alternative("base", _BASE, self.as_of)
        return self._law(document.block("base", *_LAW), None)

    def alternatives(
        self, document: Block, base: Alternative
    ) -> tuple[Alternative, ...]:
        """Return the alternatives; what one leaves out is as in the base."""
        found = tuple(
            self._law(block, base) for block in document.blocks("alternatives", *_LAW)
        )
        if not found:
            raise ScenarioError.missing("", "alternatives")
        names = [base.name, *(law.name for law in found)]
        for name in names:
            if names.count(name) > 1:
                wanted = ("ชื่อที่ไม่ซ้ำกัน", "a name that no other has")
                raise ScenarioError.wrong("alternatives.name", name, *wanted)
        return found

    def _law(self, block: Block, base: Alternative | None) -> Alternative:
        """Return one law; ``base`` is missing while the base itself is read."""
        name = block.text("name", None if base else "base")
        reading, points = (base.reading, base.points) if base else ("court", ())
        law_at = base.law_at if base else self.as_of
        if block.has("reading"):
            reading, points = block.among("reading", READINGS), ()
        if block.has("points"):
            points = tuple(sorted({**dict(points), **points_of(block)}.items()))
        return Alternative(
            name=name,
            title=block.name("title") if base or block.has("title") else _BASE,
            law_at=block.day("law_at") if block.has("law_at") else law_at,
            reading=reading,
            points=points,
            reform=tuple(changes(block)),
            overlay=self._overlay(block),
        )

    def _overlay(self, block: Block) -> Path | None:
        if not block.has("overlay"):
            return None
        name = block.text("overlay")
        if self.folder is None:
            raise ScenarioError.wrong(
                block.at("overlay"),
                name,
                "ไม่มี เพราะไฟล์ Python ใช้ได้จากบรรทัดคำสั่งเท่านั้น",
                "left out: a Python file is read from the command line only",
            )
        return self.folder / name
