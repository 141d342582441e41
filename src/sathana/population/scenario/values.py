"""Parameters of a scenario: their ranges, their values, and where values stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from sathana.calendars.dates import day_text
from sathana.facts.values import DOMAINS
from sathana.population.scenario.faults import ScenarioError
from sathana.population.scenario.model import Chosen, Option, Parameter, ParameterKind
from sathana.population.scenario.source import Block, day_of
from sathana.vocabulary.codes import CODE_LISTS
from sathana.vocabulary.names import Name

_KINDS = ("years", "day", "choice", "classes")
_KEYS = ("kind", "title", "default", "least", "most", "options", "of")
MOST_YEARS = 120
_MARK = "$"
"""A value that begins with it is that of the parameter named after it."""


def parameters(document: Block) -> tuple[Parameter, ...]:
    """Return the parameters that a scenario declares.

    Raises:
        ScenarioError: One is not declared as it must be.
    """
    if not document.has("parameters"):
        return ()
    declared = document.block("parameters")
    return tuple(
        _parameter(str(name), declared.block(name, *_KEYS)) for name in declared.values
    )


def _parameter(name: str, block: Block) -> Parameter:
    kind = cast("ParameterKind", block.among("kind", _KINDS))
    title = block.name("title")
    least = most = ""
    options: tuple[Option, ...] = ()
    if kind == "years":
        least = str(block.number("least", 0, MOST_YEARS))
        most = str(block.number("most", int(least), MOST_YEARS))
    elif kind == "day":
        least, most = (day_text(block.day(key)) for key in ("least", "most"))
    else:
        options = _options(block)
    empty = Parameter(name, kind, title, "", least, most, options)
    default = checked(empty, block.need("default"), block.at("default"))
    return Parameter(name, kind, title, default, least, most, options)


def _options(block: Block) -> tuple[Option, ...]:
    """Return the options: listed with titles, or the values of a fact."""
    if block.has("of"):
        key = block.among("of", DOMAINS)
        allowed = [str(value) for _, value in block.items("options")] or DOMAINS[key]
        for value in allowed:
            if value not in DOMAINS[key]:
                words = ", ".join(DOMAINS[key])
                where = block.at("options")
                raise ScenarioError.wrong(
                    where, value, f"ค่าของ {key}: {words}", f"a value of {key}: {words}"
                )
        return tuple(Option(value, _value_name(key, value)) for value in allowed)
    found = [
        Option(entry.text("value"), entry.name("title"))
        for entry in block.blocks("options", "value", "title")
    ]
    if not found:
        raise ScenarioError.missing(block.where, "options")
    return tuple(found)


def _value_name(key: str, value: str) -> Name:
    return CODE_LISTS.get(key, {}).get(value) or Name(th=value, en=value)


# -- values --------------------------------------------------------------------------


def chosen(
    declared: tuple[Parameter, ...], given: Mapping[str, object]
) -> dict[str, Chosen]:
    """Return the value of each parameter: the one given, or the one it has by itself.

    Args:
        declared: The parameters.
        given: Values by name, also as texts from an address (several classes joined
            by commas).

    Raises:
        ScenarioError: There is no such parameter, or a value lies outside its range.
    """
    known = {parameter.name: parameter for parameter in declared}
    for name in given:
        if name not in known:
            raise ScenarioError.unknown_parameter(str(name), known)
    return {
        name: checked(parameter, given[name], name)
        if name in given
        else parameter.default
        for name, parameter in known.items()
    }


def checked(parameter: Parameter, value: object, where: str) -> Chosen:
    """Return a value as its parameter holds it.

    Raises:
        ScenarioError: It lies outside the range, or is of another kind.
    """
    check = {"years": _years, "day": _day, "choice": _choice, "classes": _classes}
    return check[parameter.kind](parameter, value, where)


def _years(parameter: Parameter, value: object, where: str) -> Chosen:
    text = str(value).strip()
    least, most = int(parameter.least), int(parameter.most)
    fits = text.isascii() and text.isdigit() and len(text) < len(str(MOST_YEARS)) + 1
    if isinstance(value, bool) or not fits or not least <= int(text) <= most:
        raise ScenarioError.out_of_range(where, value, str(least), str(most))
    return int(text)


def _day(parameter: Parameter, value: object, where: str) -> Chosen:
    day = day_text(day_of(value, where))
    if not parameter.least <= day <= parameter.most:
        raise ScenarioError.out_of_range(where, day, parameter.least, parameter.most)
    return day


def _choice(parameter: Parameter, value: object, where: str) -> Chosen:
    known = [option.value for option in parameter.options]
    if value not in known:
        words = ", ".join(known)
        raise ScenarioError.wrong(
            where, value, f"คำใดคำหนึ่งใน {words}", f"one of {words}"
        )
    return str(value)


def _classes(parameter: Parameter, value: object, where: str) -> Chosen:
    if isinstance(value, str):
        value = [part.strip() for part in value.split(",") if part.strip()]
    if not isinstance(value, list | tuple) or not value:
        raise ScenarioError.wrong(
            where, value, "รายการอย่างน้อยหนึ่งค่า", "a list of at least one value"
        )
    found = {str(_choice(parameter, entry, where)) for entry in value}
    return tuple(o.value for o in parameter.options if o.value in found)


# -- where they stand ----------------------------------------------------------------


def filled(value: Any, values: Mapping[str, Chosen], where: str = "") -> Any:
    """Return a part of a document with the values of parameters in their places.

    Raises:
        ScenarioError: A place names a parameter that is not declared.
    """
    if isinstance(value, str) and value.startswith(_MARK):
        if value[1:] not in values:
            fault = ScenarioError.unknown_parameter(value, values)
            raise ScenarioError.at(where, fault)
        found = values[value[1:]]
        return list(found) if isinstance(found, tuple) else found
    if isinstance(value, Mapping):
        return {
            key: filled(entry, values, f"{where}.{key}" if where else str(key))
            for key, entry in value.items()
        }
    if isinstance(value, list):
        return [
            filled(entry, values, f"{where}[{place}]")
            for place, entry in enumerate(value, start=1)
        ]
    return value
