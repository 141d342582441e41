"""``sathana law compile``: from the YAML of the law to the file that is shipped."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli.terminal import Speaker, complain
from sathana.law import compile as law_data
from sathana.law.faults import Fault
from sathana.law.load import COMPILED
from sathana.law.source import SourceError


def run(options: Namespace) -> int:
    """Write the compiled file, or only compare it; 1 where a fault is found."""
    say = Speaker(options.lang)
    try:
        if not options.check:
            (law_data.HERE / COMPILED).write_text(law_data.build(), "utf-8")
        faults: list[Fault] = law_data.check()
    except SourceError as error:
        faults = error.faults
    except OSError as error:
        complain(
            say(
                f"เขียน {COMPILED} ไม่ได้ ({error}) "
                "โปรแกรมที่ติดตั้งแล้วแก้กฎหมายไม่ได้ ให้ทำในโฟลเดอร์ต้นฉบับ",
                f"{COMPILED} cannot be written ({error}): compile in a source tree, "
                "not in an installed copy",
            )
        )
        return 1
    for found in faults:
        complain(f"{found.subject}: {found.message[say.lang]} [{found.code}]")
    if not faults:
        print(say(f"{COMPILED} ตรงกับ YAML", f"{COMPILED} is what the YAML gives"))
    return 1 if faults else 0
