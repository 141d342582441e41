"""``sathana law check``: is the law data whole, has every rule a condition?"""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from sathana.cli.coverage import NO_CONDITION
from sathana.cli.terminal import Speaker, complain
from sathana.law import compile as law_data
from sathana.law.book import book
from sathana.law.faults import Fault, fault
from sathana.law.load import LawPack, pack
from sathana.law.rules import READINGS, Text, texts


def run(options: Namespace) -> int:
    """Print the faults of the law data and of the conditions; 1 if there are any."""
    say = Speaker(options.lang)
    faults = [*law_data.check(), *condition_faults(pack(), texts())]
    for found in faults:
        complain(f"{found.subject}: {found.message[say.lang]} [{found.code}]")
    if faults:
        complain(say(f"พบ {len(faults)} ข้อบกพร่อง", f"{len(faults)} faults"))
        return 1
    law = pack()
    print(
        say(
            f"ข้อมูลกฎหมายครบถ้วน: {len(law.rules)} กฎ {len(law.provisions)} บทบัญญัติ "
            f"{len(law.contested)} ข้อโต้แย้ง ({law.version})",
            f"the law data is whole: {len(law.rules)} rules, "
            f"{len(law.provisions)} provisions, {len(law.contested)} contested points "
            f"({law.version})",
        )
    )
    return 0


def condition_faults(law: LawPack, written: tuple[Text, ...]) -> list[Fault]:
    """Return the rules that have data but no condition, or a condition but no data.

    Args:
        law: The pack.
        written: The texts of all rules, before they are traced.
    """
    return [*_without_data(law, written), *_without_condition(law, written), *_traces()]


def _without_data(law: LawPack, written: tuple[Text, ...]) -> Iterator[Fault]:
    for text in written:
        if text.rule not in law.rules:
            yield fault(
                "no-data",
                text.rule,
                "มีเงื่อนไขแต่ไม่มีข้อมูล (ที่มา วันที่ เครื่องหมายการตรวจ) ให้เพิ่มใน law/th/data",
                "has a condition but no data (citation, dates, mark): add it to "
                "law/th/data",
            )


def _without_condition(law: LawPack, written: tuple[Text, ...]) -> Iterator[Fault]:
    having = {text.rule for text in written}
    asked_for = {text.rule for text in written if text.kind == "pathway"}
    for rule in law.rules.values():
        if rule.id in NO_CONDITION or rule.kind == "stay":
            continue
        if rule.id not in having:
            yield fault(
                "no-condition",
                rule.id,
                "มีข้อมูลแต่ไม่มีเงื่อนไข ให้เขียนเงื่อนไขใน law/th",
                "has data but no condition: write one in law/th",
            )
        elif rule.pathway and rule.id not in asked_for:
            yield fault(
                "no-pathway-condition",
                rule.id,
                "เป็นช่องทางที่ยื่นได้ แต่ไม่มีเงื่อนไขของช่องทาง",
                "can be applied for, but has no condition of kind pathway",
            )


def _traces() -> Iterator[Fault]:
    """Trace every text in every reading: a window that is missing shows here."""
    for name, law in READINGS.items():
        try:
            book(law)
        except (IndexError, LookupError, TypeError) as error:
            yield fault(
                "trace",
                name,
                f"สร้างเงื่อนไขของแนวนี้ไม่ได้ ({error})",
                f"the conditions of this reading cannot be traced ({error})",
            )
