"""``sathana law list``: rules, rights and procedures, and which of them have cases."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sathana.cli.coverage import Exercised, coverage
from sathana.cli.terminal import Speaker, pad, width, wrap
from sathana.law import cases
from sathana.law.load import pack, within
from sathana.law.model import RuleInfo
from sathana.law.model_practice import Procedure, mark_of
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import VERIFIED_MARKS

KINDS = {
    "gain": ("ได้สัญชาติ", "gain"),
    "loss": ("เสียสัญชาติ", "loss"),
    "bar": ("เหตุไม่ได้สัญชาติ", "bar"),
    "stay": ("การอยู่ในประเทศ", "stay"),
    "definition": ("นิยาม", "definition"),
    "pathway": ("ช่องทาง", "pathway"),
    "right": ("สิทธิ", "right"),
    "permit": ("สิทธิเมื่อได้รับอนุญาต", "right on a permit"),
    "procedure": ("ขั้นตอน", "procedure"),
}
"""What a rule does, in Thai and English; a procedure stands among them in a list."""

type Record = RuleInfo | Procedure


def run(options: Namespace) -> int:
    """List the rules asked for, one a line; procedures where they are asked for."""
    say = Speaker(options.lang)
    records: list[Record] = [*_rules(options), *_procedures(options)]
    found = coverage() if options.coverage else {}
    ids = max((len(record.id) for record in records), default=0)
    kinds = max(width(say(*words)) for words in KINDS.values())
    for record in records:
        front = f"{pad(record.id, ids)}  {pad(say(*KINDS[_kind(record)]), kinds)}  "
        if options.coverage:
            front += _counts(found[record.id])
        mark = VERIFIED_MARKS[_mark(record)].in_(say.lang)
        text = f"{record.title[say.lang]} [{mark}]"
        print("\n".join(wrap(text, first=front, rest=" " * width(front), columns=100)))
    if options.coverage:
        print("\n".join(summary(found, records, say)))
    else:
        print(_count(records, say))
    return 0


def _rules(options: Namespace) -> list[RuleInfo]:
    return [rule for rule in pack().rules.values() if _wanted(rule, options)]


def _procedures(options: Namespace) -> list[Procedure]:
    """Return the procedures: by their kind, or where coverage of all is asked for."""
    if options.kind == "procedure" or (
        options.coverage and not options.kind and not options.as_of
    ):
        return list(pack().procedures.values())
    return []


def _kind(record: Record) -> str:
    return "procedure" if isinstance(record, Procedure) else record.kind


def _mark(record: Record) -> str:
    if isinstance(record, Procedure):
        return mark_of(record)
    return record.verified


def _count(records: list[Record], say: Speaker) -> str:
    """Say how many there are; rules of all kinds together are called rules."""
    groups = {_group(record) for record in records}
    name = groups.pop() if len(groups) == 1 else "rule"
    return f"{len(records)} {say(*_GROUPS[name].name)} ({pack().version})"


def _wanted(rule: RuleInfo, options: Namespace) -> bool:
    if options.kind and options.kind not in {
        rule.kind,
        *(v.kind for v in rule.versions),
    }:
        return False
    day = options.as_of
    return day is None or any(
        within(day, v.law_from, v.law_until) is not Truth.NO for v in rule.versions
    )


def _counts(cases_of: Exercised) -> str:
    return f"{len(cases_of.met):3} +  {len(cases_of.not_met):3} -  "


@dataclass(frozen=True, slots=True)
class _Group:
    """Records that are counted together, and what + and - say of them."""

    name: tuple[str, str]
    met: tuple[str, str]
    not_met: tuple[str, str] | None


_GROUPS: Mapping[str, _Group] = {
    "rule": _Group(
        ("กฎ", "rules"),
        ("เข้าเงื่อนไข", "in which they are met"),
        ("ไม่เข้าเงื่อนไข", "in which they are not met"),
    ),
    "pathway": _Group(
        ("ช่องทาง", "pathways"),
        ("เข้าเงื่อนไข", "in which they are met"),
        ("ไม่เข้าเงื่อนไข", "in which they are not met"),
    ),
    "right": _Group(
        ("สิทธิ", "rights"),
        ("ใช้สิทธิได้หรือขออนุญาตได้", "in which they are open or open on a permit"),
        ("ใช้สิทธิไม่ได้หรือยังไม่ทราบ", "in which they are closed or unknown"),
    ),
    "procedure": _Group(
        ("ขั้นตอน", "procedures"),
        (
            "ระบุขั้นตอนพร้อมสิทธิ กำหนดเวลา และที่อ้าง",
            "that names them with a right, a deadline and a citation",
        ),
        None,
    ),
}
"""Groups of the summary: a pathway is a rule that one can apply under."""


def summary(
    found: Mapping[str, Exercised], records: list[Record], say: Speaker
) -> list[str]:
    """Return the counts, and which records lack which cases.

    Args:
        found: The cases of each record, by its id.
        records: The records that were listed.
        say: The language.
    """
    groups: dict[str, list[str]] = {name: [] for name in _GROUPS}
    for record in records:
        groups[_group(record)].append(record.id)
    return [
        "",
        *_legend(say),
        say("กรณีทั้งหมด", "cases") + f": {len(cases.names())}",
        _totals(groups, found, say),
        *(
            line
            for name, ids in groups.items()
            if ids
            for line in _group_lines(_GROUPS[name], ids, found, say)
        ),
    ]


def _group(record: Record) -> str:
    """Return where a record is counted: with a pathway block, among the pathways."""
    if isinstance(record, RuleInfo) and record.pathway:
        return "pathway"
    kind = _kind(record)
    return kind if kind in _GROUPS else "rule"


def _legend(say: Speaker) -> list[str]:
    return [
        say(
            "+ มีกรณีที่เข้าเงื่อนไข   - มีกรณีที่ไม่เข้าเงื่อนไข",
            "+ cases in which it is met   - in which it is not",
        ),
        say(
            "สิทธิ: + ใช้ได้หรือขออนุญาตได้   - ใช้ไม่ได้หรือยังไม่ทราบ",
            "rights: + open or on a permit   - closed or unknown",
        ),
        say(
            "ขั้นตอน: + กรณีระบุพร้อมสิทธิ กำหนดเวลา และที่อ้าง   - ระบุไม่ครบ",
            "procedures: + named with a right, a deadline and a citation   "
            "- named without all three",
        ),
    ]


def _totals(
    groups: Mapping[str, list[str]], found: Mapping[str, Exercised], say: Speaker
) -> str:
    """Return one line: how many of each group, and how many have no case at all."""
    parts = (
        f"{len(ids)} {say(*_GROUPS[name].name)}" for name, ids in groups.items() if ids
    )
    bare = sum(not found[key].all for ids in groups.values() for key in ids)
    without = say(f"ไม่มีกรณี {bare}", f"{bare} without a case")
    return f"{', '.join(parts)}; {without}"


def _group_lines(
    group: _Group, ids: list[str], found: Mapping[str, Exercised], say: Speaker
) -> Iterator[str]:
    th, en = group.name
    yield _lacking(
        say(f"{th}ที่ไม่มีกรณีใดเลย", f"{en} without a case"),
        (key for key in ids if not found[key].all),
    )
    yield _lacking(
        say(f"{th}ที่ไม่มีกรณี{group.met[0]}", f"{en} without a case {group.met[1]}"),
        (key for key in ids if not found[key].met),
    )
    if group.not_met:
        th, en = (
            f"{th}ที่ไม่มีกรณี{group.not_met[0]}",
            f"{en} without a case {group.not_met[1]}",
        )
        yield _lacking(say(th, en), (key for key in ids if not found[key].not_met))


def _lacking(title: str, ids: Iterable[str]) -> str:
    found = list(ids)
    return f"{title}: {len(found)}" + (f" ({', '.join(found)})" if found else "")
