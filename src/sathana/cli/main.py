"""The command ``sathana``: reads the arguments and starts one command."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from importlib import import_module

from sathana.cli.arguments import language
from sathana.cli.commands import parser
from sathana.cli.data_folder import use_installed
from sathana.cli.faults import UnusableError
from sathana.cli.terminal import Lang, Speaker, complain, use_utf8

_COMMANDS = {
    "assess": "assess",
    "audit verify": "audit_verify",
    "audit head": "audit_head",
    "check": "check",
    "law list": "law_list",
    "law show": "law_show",
    "law due": "law_due",
    "law check": "law_check",
    "law compile": "law_compile",
    "law update": "law_update",
    "law updates": "law_updates",
    "law diff": "law_diff",
    "law sign": "law_sign",
    "law key": "law_key",
    "law wrong": "law_wrong",
    "law notes": "law_notes",
    "law holidays": "law_holidays",
    "law sql": "law_sql",
    "bench assess": "bench",
    "bench population": "bench_population",
    "bench web": "bench_web",
    "bench site": "bench_site",
    "bench papers": "bench_papers",
    "bench worklist": "bench_worklist",
    "worklist refresh": "worklist_refresh",
    "search refresh": "search_refresh",
    "bench reassess": "bench_reassess",
    "case new": "case_new",
    "id13": "id13",
    "papers": "papers",
    "people synth": "people_synth",
    "people compare": "people_compare",
    "people family": "people_family",
    "scenario list": "scenario",
    "scenario run": "scenario",
    "glossary": "glossary",
    "demo start": "demo",
    "demo code": "demo",
    "demo reset": "demo",
    "init": "init",
    "keys drill": "keys_recovered",
    "keys recover": "keys_recovered",
    "keys rotate": "keys_rotate",
    "keys papers": "keys_papers",
    "start": "start",
    "learn gift-out": "learn",
    "learn gift-in": "learn",
    "migrate": "migrate",
    "digest": "digest",
    "site": "site",
    "backup": "backup",
    "restore": "restore",
    "doctor": "doctor",
    "reassess": "reassess",
    "site fill": "site",
}
"""Each command and its module; only that one is loaded."""
_LAW_AS_SHIPPED = frozenset(
    {
        *("law check", "law compile", "glossary", "start"),
        *("migrate", "backup", "restore", "doctor"),
        *("audit verify", "audit head"),
        *("demo start", "demo code", "demo reset"),
        *("learn gift-out", "learn gift-in"),
        *("init", "keys drill", "keys recover", "keys rotate", "keys papers"),
        *("law key", "law sign", "law update", "law updates", "law notes"),
    }
)
"""Commands that do not answer by the law with the updates installed here: those that
look at what ships, those that mend what is installed, those about stored people."""
_SOFTWARE_FAULT = 70
"""Exit status of a fault of ours (sysexits.h)."""
_BROKEN_PIPE = 141
_INTERRUPTED = 130


def main(argv: list[str] | None = None) -> int:
    """Run one command.

    Args:
        argv: Arguments without the program's name; those of the process if left out.

    Returns:
        Exit status: 0 done, 1 a file cannot be used or a check failed, 2 wrong
        arguments, 70 a fault of the program.
    """
    arguments = sys.argv[1:] if argv is None else argv
    use_utf8()
    lang = language(arguments)
    try:
        status = _run(parser(lang).parse_args(arguments))
        sys.stdout.flush()
    except SystemExit as stop:
        status = _status(stop)
    except BrokenPipeError:
        status = _reader_left()
    except UnusableError as fault:
        complain("\n".join(fault.lines))
        status = 1
    except KeyboardInterrupt:
        complain("")
        status = _INTERRUPTED
    except Exception as fault:
        status = _our_fault(fault, lang)
    return status


def _run(options: Namespace) -> int:
    name = " ".join(filter(None, (options.command, getattr(options, "what", None))))
    command = import_module(f"sathana.cli.{_COMMANDS[name]}")
    if name not in _LAW_AS_SHIPPED:
        use_installed(options.lang or "th")
    status: int = command.run(options)
    return status


def _status(stop: SystemExit) -> int:
    if isinstance(stop.code, str):
        complain(stop.code)
        return 1
    return stop.code or 0


def _reader_left() -> int:
    """Be quiet when the reader of the output has gone away (``| head``)."""
    # What is still buffered would fail again when the process ends.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _BROKEN_PIPE


def _our_fault(fault: Exception, lang: Lang) -> int:
    """Say that the program is at fault, without a traceback unless one is wanted."""
    if os.environ.get("SATHANA_DEBUG", "") not in ("", "0"):
        import traceback

        traceback.print_exception(fault)
    say, kind = Speaker(lang), type(fault).__name__
    complain(
        say(
            f"sathana: โปรแกรมทำงานผิดพลาด ({kind}) ไม่ใช่ความผิดของคุณและไม่มีข้อมูลเสียหาย "
            "โปรดแจ้งผู้พัฒนาพร้อมคำสั่งที่ใช้ (ตั้ง SATHANA_DEBUG=1 เพื่อดูรายละเอียด)",
            f"sathana: the program failed ({kind}). This is a fault of ours "
            "and nothing was damaged. Please report it with the command you used "
            "(SATHANA_DEBUG=1 shows the details).",
        )
    )
    return _SOFTWARE_FAULT
