"""The shipped texts as files, and what is wrong with one. Pure: no database.

A text that reached the site with half a translation, an unknown citation or a term
that the law does not hold would be believed. So every file is checked before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from sathana.law.load import pack
from sathana.law.references import is_reference
from sathana.publishing import content_numbers

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ("th", "en")
TOPICS = frozenset(
    (
        *("cards", "birth", "history", "section-23", "seven-bis", "refusal"),
        *("evidence", "rights", "safety", "programme", "other-paths"),
    )
)
AUDIENCES = frozenset(
    ("villagers", "children", "leaders", "students", "officials", "public")
)
_HEAD = frozenset(
    (
        *("kind", "slug", "topic", "pathways", "audience", "title", "summary"),
        *("law_date", "body", "rules"),
    )
)
_PRINTED = frozenset(("size", "foot", "link", "points"))
MORE: dict[str, frozenset[str]] = {
    **dict.fromkeys(("handbook", "chapter", "article", "radio", "audio"), frozenset()),
    **dict.fromkeys(("home", "page", "text", "about", "helpers"), frozenset()),
    "poster": _PRINTED,
    "card": _PRINTED,
    "comic": frozenset(("panels", "foot", "link")),
    "news": frozenset(("day",)),
    "story": frozenset(("consent",)),
    "list": frozenset(("shows",)),
}
"""Kinds of files, and what each may say beside what all may."""
_BLOCKS = ("heading", "text", "list", "steps", "table", "caution", "question", "lines")
_SIDE = frozenset(("rules", "not_law"))
_TOLD = ("title", "summary", "points", "foot", "panels")
"""Parts of a head that say something, beside the blocks of the body."""
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMES_A_SECTION = re.compile(r"มาตรา \d|\bsections? \d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One shipped text, read and not yet believed."""

    path: Path
    values: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a file: where, and what to do, in both languages."""

    where: str
    th: str
    en: str


def load(folder: Path = CONTENT) -> list[ContentFile]:
    """Return every text below a folder, in order of path.

    Raises:
        yaml.YAMLError: A file is no YAML.
    """
    paths = sorted(folder.rglob("*.yaml"))
    return [
        ContentFile(path, yaml.safe_load(path.read_text("utf-8"))) for path in paths
    ]


def faults(values: Any) -> list[Fault]:
    """Return what is wrong with a text; nothing, where it can be published."""
    if not isinstance(values, Mapping):
        return [Fault("", "แฟ้มต้องมีหัวข้อและเนื้อหา", "the file must be a mapping")]
    body = values.get("body", ())
    found = [*_head(values), *_codes(values)]
    if not isinstance(body, (list, tuple)):
        return [*found, Fault("body", "ต้องเป็นรายการ", "must be a list of blocks")]
    found += _told(values, body)
    for number, block in enumerate(body, 1):
        found += [
            Fault(f"body {number}: {one.where}", one.th, one.en)
            for one in _block(block)
        ]
    return found


def _head(values: Mapping[str, Any]) -> Iterator[Fault]:
    kind = values.get("kind")
    if kind not in MORE:
        yield Fault("kind", f"ไม่รู้จักชนิด {kind!r}", f"unknown kind {kind!r}")
        return
    yield from _unknown(values, _HEAD | MORE[kind])
    yield from _both(values.get("title"), "title")
    if values.get("summary") is not None:
        yield from _both(values["summary"], "summary")
    if not _SLUG.fullmatch(str(values.get("slug", ""))) and kind != "home":
        yield Fault(
            "slug", "ต้องเป็นอักษรอังกฤษตัวเล็กกับขีด", "must be small ASCII with hyphens"
        )
    for name in ("law_date", "day"):
        if values.get(name) is not None and not isinstance(values[name], date):
            yield Fault(name, "ต้องเป็นวันที่ ปี-เดือน-วัน", "must be a day, YYYY-MM-DD")
    if kind == "story" and not (values.get("consent") or {}).get("kind"):
        yield Fault(
            "consent", "ต้องบอกความยินยอม หรือ made-up", "say the consent, or made-up"
        )


def _codes(values: Mapping[str, Any]) -> Iterator[Fault]:
    topic = values.get("topic")
    if topic and topic not in TOPICS:
        yield Fault("topic", f"ไม่มีหัวเรื่อง {topic!r}", f"no topic {topic!r}")
    for one in values.get("audience") or ():
        if one not in AUDIENCES:
            yield Fault("audience", f"ไม่มีผู้อ่าน {one!r}", f"no audience {one!r}")
    for one in values.get("pathways") or ():
        rule = pack().rules.get(one)
        if rule is None or rule.pathway is None:
            yield Fault(
                "pathways", f"{one!r} ไม่ใช่ช่องทาง", f"{one!r} is no pathway of the law"
            )
    yield from _references(values.get("rules"))


def _told(values: Mapping[str, Any], body: Iterable[Any]) -> Iterator[Fault]:
    """Yield what title, summary, points or panels state that nothing cited holds."""
    told = {name: values[name] for name in _TOLD if name in values}
    blocks = (block for block in body if isinstance(block, Mapping))
    cited = {key for one in (values, *blocks) for key in _keys(one)}
    points = values.get("points")
    if points is not None:
        yield from _both(points, "points")
        yield from _alike(points, "points") if isinstance(points, Mapping) else ()
    yield from _law(told, cited)


def _block(block: Any) -> Iterator[Fault]:
    """Yield the faults of one block: its form first, then what it states as law."""
    kinds = [one for one in _BLOCKS if isinstance(block, Mapping) and one in block]
    if len(kinds) != 1:
        yield Fault("", "ต้องเป็นชนิดเดียวที่รู้จัก", f"must be one of: {', '.join(_BLOCKS)}")
        return
    kind = kinds[0]
    yield from _unknown(block, _SIDE | _own(kind))
    formed = [one for name in sorted(_own(kind)) for one in _part(block, name)]
    yield from formed
    rules = _keys(block)
    yield from _references(block.get("rules"))
    if not formed and kind != "heading" and not block.get("not_law"):
        yield from _law(block, rules)


def _own(kind: str) -> frozenset[str]:
    return frozenset((kind, "answer")) if kind == "question" else frozenset((kind,))


def _part(block: Mapping[str, Any], name: str) -> Iterator[Fault]:
    part = block.get(name)
    if name == "lines":
        yield from _lines(part)
        return
    yield from _both(part, name)
    if isinstance(part, Mapping) and name in ("list", "steps", "table"):
        yield from _alike(part, name)
    if name != "text" and any("**" in one for one in _texts(part)):
        yield Fault(name, "ตัวหนาใช้ได้ใน text เท่านั้น", "bold stands in text only")


def _lines(lines: Any) -> Iterator[Fault]:
    if not isinstance(lines, list) or not lines:
        yield Fault("lines", "ไม่มีบรรทัด", "there are no lines")
        return
    for number, line in enumerate(lines, 1):
        if not isinstance(line, Mapping):
            yield Fault(f"line {number}", "ต้องมี who และ says", "must say who and says")
            continue
        yield from _unknown(line, frozenset(("who", "says")))
        for side in ("who", "says"):
            yield from _both(line.get(side), f"line {number} {side}")


def _alike(part: Mapping[str, Any], name: str) -> Iterator[Fault]:
    """Yield where the languages do not have the same rows, or a row is broken."""
    shapes = [_shape(part.get(code), name) for code in LANGUAGES]
    if not all(shapes):
        yield Fault(name, "ต้องเป็นรายการ", "must be a list in each language")
        return
    if shapes[0] != shapes[1]:
        yield Fault(
            name, "สองภาษามีจำนวนข้อไม่เท่ากัน", "the languages differ in number of items"
        )
    if name == "table" and (
        any(len(set(shape)) > 1 for shape in shapes)
        or any("|" in one for one in _texts(part))
    ):
        yield Fault(
            name,
            "แถวต้องมีช่องเท่ากัน และห้ามมีเครื่องหมาย |",
            "rows must be equally long, without the sign |",
        )


def _shape(rows: Any, name: str) -> list[int]:
    if not isinstance(rows, list):
        return []
    if name != "table":
        return [1 for _ in rows]
    return [len(row) if isinstance(row, list) else 0 for row in rows]


def _law(block: Mapping[str, Any], rules: Iterable[str]) -> Iterator[Fault]:
    """Yield what a block states as law without a record that holds it."""
    texts = [
        one for name, part in block.items() if name not in _SIDE for one in _texts(part)
    ]
    stated = {one for text in texts for one in content_numbers.stated(text)}
    if not rules and (stated or any(_NAMES_A_SECTION.search(one) for one in texts)):
        yield Fault("rules", "กล่าวถึงกฎหมายแต่ไม่อ้างกฎ", "it states law and cites none")
        return
    for number, unit in sorted(stated - content_numbers.held(rules)):
        yield Fault(
            "rules",
            f"กฎที่อ้างไม่มี {number} {unit}",
            f"no cited record holds {number} {unit}; look it up, or cite its record",
        )


def _keys(block: Mapping[str, Any]) -> list[str]:
    rules = block.get("rules")
    return [str(key) for key in rules] if isinstance(rules, list) else []


def _references(keys: Any) -> Iterator[Fault]:
    if keys is not None and not isinstance(keys, list):
        yield Fault("rules", "ต้องเป็นรายการ", "must be a list of references")
        return
    for key in keys or ():
        if not is_reference(str(key)):
            yield Fault(
                "rules", f"ไม่มีกฎ {key!r} ในข้อมูลกฎหมาย", f"the law has no record {key!r}"
            )


def _unknown(values: Mapping[str, Any], known: frozenset[str]) -> Iterator[Fault]:
    for name in values:
        if name not in known:
            yield Fault(str(name), "ไม่รู้จักหัวข้อนี้", "unknown key")


def _both(part: Any, name: str) -> Iterator[Fault]:
    """Yield the languages that a part lacks, or has more than it may."""
    if not isinstance(part, Mapping):
        yield Fault(name, "ต้องมีภาษาไทยและอังกฤษ", "must have th and en")
        return
    for code in LANGUAGES:
        texts = list(_texts(part.get(code)))
        if not texts or not all(text.strip() for text in texts):
            yield Fault(f"{name} {code}", "ไม่มีข้อความ", "there is no text")
    yield from _unknown(part, frozenset(LANGUAGES))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)
    elif value is not None:
        yield str(value)
