"""A scenario file as YAML, and its values taken out one by one, each checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sathana.calendars.dates import DateError, parse_day
from sathana.population.scenario.faults import ScenarioError
from sathana.vocabulary.names import Name

MAX_BYTES = 200_000
"""A longer text is no scenario."""


def parsed(text: str, name: str) -> Mapping[str, Any]:
    """Return the mapping that a YAML text holds.

    Args:
        text: The text.
        name: What the file is called, for messages.

    Raises:
        ScenarioError: It is no YAML, no mapping, or a key stands in it twice.
    """
    import yaml

    class Strict(yaml.SafeLoader):
        """A loader that takes no key twice."""

        def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
            """Return a mapping, no key of which stands twice."""
            seen: set[object] = set()
            for key, _ in node.value:
                if key.value in seen:
                    line = key.start_mark.line + 1
                    raise ScenarioError.twice(name, str(key.value), line)
                seen.add(key.value)
            return super().construct_mapping(node, deep)

    try:
        found = yaml.load(text, Loader=Strict)  # noqa: S506  # a safe loader
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        why = getattr(fault, "problem", None) or "?"
        line = mark.line + 1 if mark else 0
        raise ScenarioError.not_yaml(name, line, str(why)) from None
    except ValueError as fault:  # a day such as 2026-02-30
        raise ScenarioError.not_yaml(name, 0, str(fault)) from None
    if not isinstance(found, dict):
        wanted = ("คู่ของคีย์กับค่า", "keys with values")
        raise ScenarioError.wrong(name, found, *wanted)
    return found


@dataclass(frozen=True, slots=True)
class Block:
    """A mapping of the file, and the path by which it is reached."""

    values: Mapping[str, Any]
    where: str = ""

    def at(self, key: str) -> str:
        """Return the path of a key."""
        return f"{self.where}{key}"

    def only(self, *known: str) -> Block:
        """Return itself if it has no other keys.

        Raises:
            ScenarioError: A key means nothing here.
        """
        for key in self.values:
            if key not in known:
                raise ScenarioError.unknown_key(self.where, str(key), known)
        return self

    def has(self, key: str) -> bool:
        """Return whether a key is there and holds something."""
        return self.values.get(key) is not None

    def need(self, key: str) -> Any:
        """Return the value of a key that must be there."""
        if not self.has(key):
            raise ScenarioError.missing(self.where, key)
        return self.values[key]

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text."""
        value = self.need(key) if default is None else self.values.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise ScenarioError.wrong(self.at(key), value, "ข้อความ", "a text")
        return value

    def among(self, key: str, known: Iterable[str], default: str | None = None) -> str:
        """Return one of several words."""
        value = self.need(key) if default is None else self.values.get(key, default)
        listed = tuple(known)
        if value not in listed:
            words = ", ".join(listed)
            raise ScenarioError.wrong(
                self.at(key), value, f"คำใดคำหนึ่งใน {words}", f"one of {words}"
            )
        return str(value)

    def number(self, key: str, least: int, most: int) -> int:
        """Return a whole number within a range."""
        value = self.need(key)
        is_whole = isinstance(value, int) and not isinstance(value, bool)
        if not is_whole or not least <= value <= most:
            raise ScenarioError.wrong(
                self.at(key),
                value,
                f"จำนวนเต็มตั้งแต่ {least} ถึง {most}",
                f"a whole number from {least} to {most}",
            )
        return int(value)

    def day(self, key: str) -> int:
        """Return one day, ordinal; either era may be written."""
        return day_of(self.need(key), self.at(key))

    def name(self, key: str) -> Name:
        """Return a text in both languages."""
        return name_of(self.need(key), self.at(key))

    def block(self, key: str, *known: str) -> Block:
        """Return a mapping, with no keys but those that are known."""
        value = self.need(key)
        if not isinstance(value, Mapping):
            wanted = ("คู่ของคีย์กับค่า", "keys with values")
            raise ScenarioError.wrong(self.at(key), value, *wanted)
        found = Block(value, f"{self.at(key)}.")
        return found.only(*known) if known else found

    def items(self, key: str) -> Iterator[tuple[str, Any]]:
        """Yield each entry of a list, with its path; nothing where there is no list."""
        value = self.values.get(key)
        if value is None:
            return
        if not isinstance(value, list):
            raise ScenarioError.wrong(self.at(key), value, "รายการ", "a list")
        for place, entry in enumerate(value, start=1):
            yield f"{self.at(key)}[{place}]", entry

    def blocks(self, key: str, *known: str) -> Iterator[Block]:
        """Yield each entry of a list of mappings."""
        for where, entry in self.items(key):
            if not isinstance(entry, Mapping):
                wanted = ("คู่ของคีย์กับค่า", "keys with values")
                raise ScenarioError.wrong(where, entry, *wanted)
            yield Block(entry, f"{where}.").only(*known)


def day_of(value: object, where: str) -> int:
    """Return one exact day, ordinal, from what stands in the file or an address."""
    if isinstance(value, date):
        return value.toordinal()
    try:
        return parse_day(value)
    except DateError as fault:
        raise ScenarioError.at(where, fault) from None


def name_of(value: object, where: str) -> Name:
    """Return a text in both languages."""
    if not isinstance(value, Mapping):
        wanted = ("ข้อความสองภาษา {th: …, en: …}", "a text in both languages {th, en}")
        raise ScenarioError.wrong(where, value, *wanted)
    both = Block(value, f"{where}.").only("th", "en")
    return Name(th=both.text("th"), en=both.text("en"))
