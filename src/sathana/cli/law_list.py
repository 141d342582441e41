"""``sathana law list``: the rules, and which of them have cases."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Mapping

from sathana.cli.coverage import Exercised, coverage
from sathana.cli.terminal import Speaker, pad, width, wrap
from sathana.law import cases
from sathana.law.load import pack, within
from sathana.law.model import RuleInfo
from sathana.logic.truth import Truth
from sathana.vocabulary.codes import VERIFIED_MARKS

KINDS = {
    "gain": ("ได้สัญชาติ", "gain"),
    "loss": ("เสียสัญชาติ", "loss"),
    "bar": ("เหตุไม่ได้สัญชาติ", "bar"),
    "stay": ("การอยู่ในประเทศ", "stay"),
    "definition": ("นิยาม", "definition"),
    "pathway": ("ช่องทาง", "pathway"),
}
"""What a rule does, in Thai and English."""


def run(options: Namespace) -> int:
    """List the rules asked for, one a line."""
    say = Speaker(options.lang)
    rules = [rule for rule in pack().rules.values() if _wanted(rule, options)]
    found = coverage() if options.coverage else {}
    ids = max((len(rule.id) for rule in rules), default=0)
    kinds = max(width(say(*words)) for words in KINDS.values())
    for rule in rules:
        front = f"{pad(rule.id, ids)}  {pad(say(*KINDS[rule.kind]), kinds)}  "
        if options.coverage:
            front += _counts(found[rule.id])
        mark = VERIFIED_MARKS[rule.verified].in_(say.lang)
        text = f"{rule.title[say.lang]} [{mark}]"
        print("\n".join(wrap(text, first=front, rest=" " * width(front), columns=100)))
    if options.coverage:
        print("\n".join(_summary(found, rules, say)))
    else:
        print(
            say(
                f"{len(rules)} กฎ ({pack().version})",
                f"{len(rules)} rules ({pack().version})",
            )
        )
    return 0


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


def _summary(
    found: Mapping[str, Exercised], rules: list[RuleInfo], say: Speaker
) -> list[str]:
    """Return the counts, and which rules lack which cases."""
    mine = {rule.id: found[rule.id] for rule in rules}
    return [
        "",
        say(
            "+ มีกรณีที่เข้าเงื่อนไข   - มีกรณีที่ไม่เข้าเงื่อนไข",
            "+ cases in which it is met   - in which it is not",
        ),
        say("กรณีทั้งหมด", "cases") + f": {len(cases.names())}",
        say("กฎทั้งหมด", "rules") + f": {len(rules)}",
        _lacking(
            say("กฎที่ไม่มีกรณีใดเลย", "rules without a case"),
            (rule for rule, has in mine.items() if not has.all),
        ),
        _lacking(
            say("กฎที่ไม่มีกรณีเข้าเงื่อนไข", "rules without a case in which they are met"),
            (rule for rule, has in mine.items() if not has.met),
        ),
        _lacking(
            say(
                "กฎที่ไม่มีกรณีไม่เข้าเงื่อนไข", "rules without a case in which they are not met"
            ),
            (rule for rule, has in mine.items() if not has.not_met),
        ),
    ]


def _lacking(title: str, rules: Iterable[str]) -> str:
    ids = list(rules)
    return f"{title}: {len(ids)}" + (f" ({', '.join(ids)})" if ids else "")
