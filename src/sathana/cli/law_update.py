"""``sathana law update``: install an update of the law that two people signed."""

from __future__ import annotations

import json
from argparse import Namespace

from sathana.cli.data_folder import here
from sathana.cli.days import today
from sathana.cli.faults import UnusableError
from sathana.cli.law_files import keys, load, signers
from sathana.cli.law_stored import writing
from sathana.cli.terminal import Speaker
from sathana.law.installed import BrokenUpdatesError, Store
from sathana.law.installing import NotInstalledError, Offer, install
from sathana.law.load import from_json
from sathana.law.update_model import UpdateError


def run(options: Namespace) -> int:
    """Verify an update, try it, install it."""
    say = Speaker(options.lang)
    update, text = load(options.file, options.lang)
    signed = signers(update, keys(here(), options.lang), say)
    offer = Offer(update, text, signed, again=options.again)
    try:
        with writing(say) as folder:
            store = install(folder, offer, today())
    except UpdateError as error:
        error.name = options.file
        raise UnusableError(tuple(error.lines(options.lang))) from error
    except NotInstalledError as error:
        raise UnusableError((f"{options.file}: {say(error.th, error.en)}",)) from error
    except BrokenUpdatesError as error:
        raise UnusableError((error.text[options.lang],)) from error
    _tell(offer, store, options, say)
    return 0


def _tell(offer: Offer, store: Store, options: Namespace, say: Speaker) -> None:
    version, update = from_json(store.law).version, offer.update
    if options.json:
        done = {
            "installed": update.id,
            "law": version,
            "signed_by": list(offer.signed.values()),
            "records": list(update.records),
        }
        print(json.dumps(done, ensure_ascii=False, separators=(",", ":")))
        return
    names = ", ".join(offer.signed.values())
    print(
        say(
            f"ติดตั้ง {update.id} แล้ว: {update.title['th']}",
            f"{update.id} is installed: {update.title['en']}",
        )
    )
    print(say(f"  ลงนามโดย {names}", f"  signed by {names}"))
    for record in update.records:
        print(f"  {record}")
    print(say(f"  กฎหมายชุด {version}", f"  the law is now {version}"))
    print(
        say(
            "เว็บที่เปิดอยู่ต้องเปิดใหม่จึงจะใช้ฉบับนี้",
            "A site that is running must be started again to use it.",
        )
    )
