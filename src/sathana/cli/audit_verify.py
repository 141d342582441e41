"""``sathana audit verify``: reads the whole chain and says the first thing wrong."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sathana.cli.audit_open import open_database
from sathana.cli.faults import UnusableError, refused
from sathana.cli.files import reason
from sathana.cli.terminal import Speaker, complain

if TYPE_CHECKING:
    from sathana.audit.chain import Check, Fault
    from sathana.audit.heads import SignedHead


@dataclass(frozen=True, slots=True)
class _Kept:
    """A head and the file it came from; ``outside`` if it was named as an option."""

    name: str
    head: SignedHead
    outside: bool


def run(options: Namespace) -> int:
    """Verify the chain; 0 if it holds, 1 if something is wrong."""
    say = Speaker(options.lang)
    open_database(say)
    from sathana.audit import guards, stored
    from sathana.audit.chain import Check

    heads = [*_outside(options.head, say), *_beside(say)]
    check = Check([one.head.head for one in heads])
    fault = None
    for columns, told in stored.entries():
        if fault := check.take(columns, told):
            break
    fault = fault or check.end()
    if fault:
        _tell_fault(fault, heads, say)
        return 1
    _tell_good(check, heads, say)
    if off := guards.missing():
        _tell_unguarded(off, say)
        return 1
    return 0


def _outside(files: list[str], say: Speaker) -> list[_Kept]:
    """Return the heads that were named, each of them trusted.

    Raises:
        UnusableError: One cannot be read, or was not signed here.
    """
    from sathana.audit import identity
    from sathana.audit.heads import NoHeadError
    from sathana.audit.kept import load

    made, known = [], {str(one) for one in identity.lineage()}
    for file in files:
        try:
            head = load(Path(file))
        except NoHeadError as fault:
            raise refused(
                say,
                f"{file}: ไม่ใช่ไฟล์หัวสายที่ sathana audit head เขียน",
                f"{file}: this is no head as 'sathana audit head' writes it",
            ) from fault
        except OSError as fault:
            raise UnusableError((f"{file}: {say(*reason(fault))}",)) from fault
        _be_sure_of(file, head, known, say)
        made.append(_Kept(file, head, outside=True))
    return made


def _beside(say: Speaker) -> list[_Kept]:
    """Return the heads of this very database that lie beside its data."""
    from django.conf import settings

    from sathana.audit import identity
    from sathana.audit.kept import all_kept

    here, made = {str(one) for one in identity.lineage()[:1]}, []
    for path, head in all_kept(settings.SATHANA_DATA):
        if head is None:
            raise refused(
                say,
                f"{path}: ไฟล์หัวสายเสียหรือถูกแก้",
                f"{path}: the file of this head is damaged or was changed",
            )
        # Those of before a restore are compared only by who names them.
        if head.database in here:
            _be_sure_of(str(path), head, here, say)
            made.append(_Kept(str(path), head, outside=False))
    return made


def _be_sure_of(file: str, head: SignedHead, known: set[str], say: Speaker) -> None:
    from sathana.audit import heads
    from sathana.audit.heads import Seal

    match heads.check(head, _seed(say)):
        case Seal.BROKEN:
            raise refused(
                say,
                f"{file}: ลายเซ็นไม่ตรง หัวสายนี้ถูกแก้หลังจากลงนาม",
                f"{file}: the signature does not fit: this head was changed after it "
                "was signed",
            )
        case Seal.OTHER_KEY:
            raise refused(
                say,
                f"{file}: ลงนามด้วยกุญแจอื่น ({head.key}) ไม่ใช่กุญแจของเครื่องนี้ "
                "ตรวจด้วยไฟล์กุญแจที่ใช้ลงนามตอนนั้น",
                f"{file}: signed with another key ({head.key}) than this "
                "installation's; verify with the key file of that time",
            )
        case Seal.GOOD:
            pass
    if head.database not in known:
        raise refused(
            say,
            f"{file}: เป็นหัวสายของฐานข้อมูลอื่น ({head.database})",
            f"{file}: this is the head of another database ({head.database})",
        )


def _seed(say: Speaker) -> bytes:
    from sathana.protection import keyfile

    try:
        return keyfile.source().signing
    except (OSError, ValueError) as fault:
        raise refused(
            say,
            f"อ่านไฟล์กุญแจ {keyfile.path()} ไม่ได้ ({fault}) จึงตรวจลายเซ็นของหัวสายไม่ได้",
            f"the key file {keyfile.path()} cannot be read ({fault}), so the "
            "signatures of heads cannot be checked",
        ) from fault


_FAULTS: dict[str, Callable[[Fault, Speaker], str]] = {
    "gap": lambda f, say: say(
        f"รายการที่ {f.seq:,} หายไป", f"entry {f.seq:,} is missing"
    ),
    "changed": lambda f, say: say(
        f"รายการที่ {f.seq:,} ไม่เหมือนตอนที่บันทึก มีการแก้ไขภายหลัง",
        f"entry {f.seq:,} is not as it was written: it was changed afterwards",
    ),
    "moved": lambda f, say: say(
        f"ที่ลำดับ {f.seq:,} มีรายการที่เคยอยู่ลำดับ {f.was:,}: มีการสลับหรือเลื่อนรายการ",
        f"at place {f.seq:,} stands the entry that was number {f.was:,}: entries were "
        "swapped or shifted",
    ),
    "link": lambda f, say: say(
        f"รายการที่ {f.seq:,} ไม่ต่อจากรายการก่อนหน้า: รายการหนึ่งในสองรายการนี้ถูกเขียนขึ้นใหม่",
        f"entry {f.seq:,} does not continue the one before it: one of the two was "
        "written later",
    ),
    "cut": lambda f, say: say(
        f"บันทึกจบก่อนรายการที่ {f.seq:,} แต่หัวสายที่เก็บไว้ไปไกลกว่านั้น: ท้ายบันทึกถูกตัด",
        f"the record ends before entry {f.seq:,}, but a head that was kept goes "
        "further: its end was cut off",
    ),
    "rebuilt": lambda f, say: say(
        f"ทุกรายการต่อกันดี แต่รายการที่ {f.seq:,} ไม่ตรงกับหัวสายที่เก็บไว้: "
        f"บันทึกหลังรายการที่ {f.since:,} ถูกเขียนขึ้นใหม่ทั้งหมด",
        f"all entries fit together, but entry {f.seq:,} is not the one of the head "
        f"that was kept: all after entry {f.since:,} was written anew",
    ),
}


def _tell_fault(fault: Fault, heads: list[_Kept], say: Speaker) -> None:
    from sathana.audit.chain import Kind

    wrong = _FAULTS[fault.kind](fault, say)
    complain(f"sathana audit verify: {fault.kind} {fault.seq}: {wrong}")
    if fault.kind in (Kind.CUT, Kind.REBUILT) and _before_a_restore(fault, heads):
        complain(
            say(
                "หัวสายนี้มาจากก่อนการกู้คืนข้อมูล หากการกู้คืนนั้นเป็นของคุณ "
                "รายการหลังข้อมูลสำรองย่อมหายไป ให้ลงนามหัวสายใหม่แล้วใช้แทน",
                "This head is of before a restore. If that restore was yours, what "
                "came after the backup is gone: sign a new head and use that one.",
            )
        )
    complain(
        say(
            "อย่าทำงานต่อ เก็บสำเนาฐานข้อมูลไว้ตามที่เป็นอยู่ แล้วแจ้งเจ้าหน้าที่คุ้มครอง "
            "และผู้ที่เก็บหัวสาย จากนั้นเทียบกับข้อมูลสำรองล่าสุดที่ตรวจผ่าน",
            "Stop working. Keep a copy of the database as it is, tell the protection "
            "officer and whoever keeps the heads, then compare with the last backup "
            "that passed.",
        )
    )


def _before_a_restore(fault: Fault, heads: list[_Kept]) -> bool:
    from sathana.audit import identity

    here = str(next(iter(identity.lineage()), ""))
    return any(one.head.seq >= fault.seq and one.head.database != here for one in heads)


def _tell_good(check: Check, heads: list[_Kept], say: Speaker) -> None:
    count, outside = check.head.seq, sum(one.outside for one in heads)
    print(
        say(
            f"บันทึกครบถ้วน: {count:,} รายการ ต่อกันทุกรายการ\n  {check.head.hash}",
            f"the record is whole: {count:,} entries, each continuing the one before\n"
            f"  {check.head.hash}",
        )
    )
    if check.proved:
        print(
            say(
                f"ตรงกับหัวสายที่เก็บไว้ {len(heads)} หัว (จากภายนอก {outside}) "
                f"ถึงรายการที่ {check.proved:,}",
                f"it agrees with {len(heads)} kept heads ({outside} from outside), up "
                f"to entry {check.proved:,}",
            )
        )
    if not outside:
        print(
            say(
                "ไม่ได้เทียบกับหัวสายจากภายนอก (--head) จึงยังบอกไม่ได้ว่าท้ายบันทึกถูกตัด "
                "หรือบันทึกถูกเขียนใหม่ทั้งหมดหรือไม่",
                "No head from outside was given (--head): whether the end was cut off, "
                "or all was written anew, cannot be told.",
            )
        )


def _tell_unguarded(off: list[str], say: Speaker) -> None:
    names = ", ".join(off)
    complain(
        say(
            f"sathana audit verify: unguarded: ตัวป้องกันในฐานข้อมูลหายไป ({names}) "
            "ใครก็ตามที่เปิดฐานข้อมูลได้จะแก้บันทึกได้ แจ้งผู้ดูแลระบบ",
            f"sathana audit verify: unguarded: the database no longer guards the "
            f"record ({names}): whoever opens it can change entries. Tell the system "
            "admin",
        )
    )
