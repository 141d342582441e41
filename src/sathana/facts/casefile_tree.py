"""The one door to YAML: its text to a plain tree of text, lists and maps, and back.

Every scalar is text: nothing is guessed to be a number, a date or a truth. What
makes YAML dangerous or ambiguous is refused: anchors and aliases, tags, several
documents, keys written twice. Depth and number of values are limited, and the
tree is built from the parser's events without recursion.
"""

from __future__ import annotations

from collections.abc import Mapping

import yaml

from sathana.calendars.faults import excerpt
from sathana.facts.casefile_faults import Faults, RefusedError
from sathana.facts.casefile_nodes import (
    Map,
    Node,
    Plain,
    Scalar,
    Seq,
    forbidden_character,
    without_control_characters,
)
from sathana.facts.casefile_yaml_words import plain_words

MAX_DEPTH = 32
"""Deepest nesting that is read."""
MAX_VALUES = 100_000
"""Most values and keys of one file."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def compose(text: str, faults: Faults) -> Node | None:
    """Return the tree of a YAML text, or None if it is empty or not YAML.

    Faults are noted in ``faults``; a tree that is returned beside faults is good
    enough to look for more of them.
    """
    builder = _Builder(faults)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except RefusedError as refused:
        faults.refuse(refused)
        return None
    except yaml.YAMLError as error:
        _note_syntax(error, faults)
        return None
    if builder.root is None:
        faults.add(
            1,
            "file.empty",
            th="ไฟล์ว่างเปล่า ให้เริ่มด้วยบรรทัด sathana: 1",
            en="the file is empty: begin with the line 'sathana: 1'",
        )
    return builder.root


def _note_syntax(error: yaml.YAMLError, faults: Faults) -> None:
    """Say in plain words where and why the text is not YAML."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    line = mark.line + 1 if mark else 1
    if "depth" in problem or "nesting" in problem:
        faults.refuse(_too_deep(line))
        return
    th, en = plain_words(problem)
    faults.add(line, "yaml.syntax", th=th, en=en)


def _too_deep(line: int) -> RefusedError:
    return RefusedError(
        line,
        "yaml.too_deep",
        th=f"ข้อมูลซ้อนกันลึกเกิน {MAX_DEPTH} ชั้น ให้ตั้งรหัสให้แต่ละคนแล้วอ้างถึงรหัสนั้น",
        en=f"values are nested deeper than {MAX_DEPTH} levels: give each person an id "
        "and refer to it",
    )


class _Builder:
    """Builds the tree from the parser's events, one after the other."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.root: Node | None = None
        self.documents = 0
        self.values = 0
        self.open: list[Seq | Map] = []
        self.keys: list[Scalar | None] = []

    def take(self, event: yaml.Event) -> None:
        """Take one event into the tree.

        Raises:
            RefusedError: Where going on makes no sense.
        """
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.ScalarEvent):
            self._check_marks(event, line)
            self._place(Scalar(self._clean(event.value, line), line))
        elif isinstance(event, yaml.AliasEvent):
            self._note_alias(event.anchor, line)
            self._place(Scalar("unknown", line))
        elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
            self._check_marks(event, line)
            is_map = isinstance(event, yaml.MappingStartEvent)
            self._begin(Map(line) if is_map else Seq(line))
        elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
            self.open.pop()
            self.keys.pop()
        elif isinstance(event, yaml.DocumentStartEvent):
            self._count_document(line)

    def _begin(self, node: Seq | Map) -> None:
        self._place(node)
        self.open.append(node)
        self.keys.append(None)
        if len(self.open) > MAX_DEPTH:
            raise _too_deep(node.line)

    def _place(self, node: Node) -> None:
        """Put a node where it belongs: as root, list item, key or value."""
        self.values += 1
        if self.values > MAX_VALUES:
            raise RefusedError(
                node.line,
                "yaml.too_many_values",
                th=f"ไฟล์มีข้อมูลเกิน {MAX_VALUES:,} รายการ ให้แบ่งเป็นหลายไฟล์",
                en=f"the file has more than {MAX_VALUES:,} values: split it into "
                "several files",
            )
        if not self.open:
            if self.documents == 1:
                self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Seq):
            parent.items.append(node)
        elif self.keys[-1] is None:
            self.keys[-1] = self._key(node)
        else:
            key, self.keys[-1] = self.keys[-1], None
            self._set(parent, key, node)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return node
        raise RefusedError(
            node.line,
            "yaml.key_not_text",
            th="ชื่อรายการต้องเป็นข้อความ ไม่ใช่รายการหรือกลุ่มข้อมูล ตรวจดูเครื่องหมาย { } [ ] และ ?",
            en="a key must be text, not a list or a map: look at the signs "
            "{ } [ ] and ?",
        )

    def _set(self, parent: Map, key: Scalar, node: Node) -> None:
        name = key.text
        if name not in parent.entries:
            parent.entries[name] = node
            parent.lines[name] = key.line
            return
        first = parent.lines[name]
        self.faults.add(
            key.line,
            "key.duplicate",
            th=f"“{excerpt(name)}” เขียนซ้ำ (ครั้งแรกอยู่บรรทัด {first}) ให้เหลือเพียงครั้งเดียว",
            en=f"'{excerpt(name)}' is written twice (first in line {first}): keep one",
        )

    def _clean(self, text: str, line: int) -> str:
        """Refuse control characters that an escape in quotes smuggled in."""
        bad = forbidden_character(text)
        if bad is None:
            return text
        code = f"U+{ord(bad[0]):04X}"
        self.faults.add(
            line,
            "file.control_character",
            th=f"ข้อความมีอักขระควบคุม {code} ซึ่งใช้ไม่ได้ ให้ลบออก",
            en=f"the text holds the control character {code}: delete it",
        )
        return without_control_characters(text)

    def _check_marks(self, event: yaml.NodeEvent, line: int) -> None:
        """Refuse anchors and tags: the meaning of a text never depends on them."""
        if event.anchor is not None:
            self._note_alias(event.anchor, line)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.faults.add(
                line,
                "yaml.tag",
                th=f"ใช้ป้ายชนิดข้อมูลของ YAML ({excerpt(tag)}) ไม่ได้ ให้ลบออกแล้วเขียนค่าตรง ๆ",
                en=f"the YAML tag {excerpt(tag)} is not allowed: delete it and write "
                "the value alone",
            )

    def _note_alias(self, anchor: str | None, line: int) -> None:
        name = excerpt(anchor or "")
        self.faults.add(
            line,
            "yaml.alias",
            th=f"ใช้การอ้างถึงของ YAML (&{name} หรือ *{name}) ไม่ได้ ให้เขียนค่าซ้ำเต็ม ๆ "
            "ข้อความที่ขึ้นต้นด้วย & หรือ * ให้ใส่ในเครื่องหมายคำพูด",
            en=f"the YAML reference &{name} or *{name} is not allowed: write the value "
            "out again; text that begins with & or * goes in quotes",
        )

    def _count_document(self, line: int) -> None:
        self.documents += 1
        if self.documents > 1:
            raise RefusedError(
                line,
                "yaml.several_documents",
                th="หนึ่งไฟล์มีได้หนึ่งกรณีเท่านั้น ให้แยกส่วนที่อยู่หลัง --- ไปไว้อีกไฟล์หนึ่ง",
                en="one file holds one case: put what follows '---' into a file of "
                "its own",
            )


_DUMPER_BASE = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_STR = "tag:yaml.org,2002:str"
_WIDTH = 100


class _TextDumper(_DUMPER_BASE):  # type: ignore[misc,valid-type]
    """Writes every scalar as text, quoted only where YAML itself needs it."""

    yaml_implicit_resolvers: Mapping[str, object] = {}


def dump(plain: Plain, *, block_levels: int) -> str:
    """Return YAML text; maps within ``block_levels`` are written line by line."""
    node = _node(plain, block_levels)
    text: str = yaml.serialize(
        node, Dumper=_TextDumper, allow_unicode=True, width=_WIDTH
    )
    return text


def _node(plain: Plain, block_levels: int) -> yaml.Node:
    flow = block_levels <= 0
    if isinstance(plain, str):
        return yaml.ScalarNode(_STR, plain, style=_style(plain))
    if isinstance(plain, list):
        long = block_levels == 2
        items = [_node(item, 0) for item in plain]
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=not long)
    pairs = [(_node(k, 0), _node(v, block_levels - 1)) for k, v in plain.items()]
    return yaml.MappingNode(
        "tag:yaml.org,2002:map", pairs, flow_style=flow or not plain
    )


def _style(text: str) -> str | None:
    """Quote what would lose its edges or be taken for nothing."""
    return '"' if not text or text != text.strip() or "\n" in text else None
