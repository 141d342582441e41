"""``sathana digest``: the word of the day to each worker, once a day."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli import opened
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Give it, and say what was done; a second run on the same day does nothing.

    Raises:
        UnusableError: There is no installation, or the site runs and does it itself.
    """
    say = Speaker(options.lang)
    opened.setup()
    opened.be_sure_of_installation(say)
    with opened.alone(say, "sathana digest"):
        from sathana.casework import digest

        sent = digest.run()
    print(
        say(
            f"ดู {sent.looked} บัญชี แจ้ง {sent.told} บัญชี ส่งอีเมล {sent.mailed} ฉบับ",
            f"looked at {sent.looked} accounts, told {sent.told}, "
            f"sent {sent.mailed} messages",
        )
    )
    if sent.failed:
        print(
            say(
                f"โฮสต์อีเมลไม่รับ {sent.failed} ฉบับ ตรวจ SATHANA_MAIL_HOST "
                "แจ้งเตือนในระบบส่งแล้ว",
                f"the mail host did not take {sent.failed}: see SATHANA_MAIL_HOST. The "
                "notices inside were given.",
            )
        )
    return 1 if sent.failed else 0
