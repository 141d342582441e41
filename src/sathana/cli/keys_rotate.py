"""``sathana keys rotate``: new keys above, the same records below."""

from __future__ import annotations

import uuid
from argparse import Namespace
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from sathana.cli import opened
from sathana.cli.data_folder import here
from sathana.cli.faults import UnusableError
from sathana.cli.keys_papers import installed_keys
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker

if TYPE_CHECKING:
    from sathana.protection.keyfile import Keys


def run(options: Namespace) -> int:
    """Rotate the master key, or the key of one organisation; or go on with it.

    Raises:
        UnusableError: There is no installation, another process works with the
            database, or there is no such organisation.
    """
    say = Speaker(options.lang)
    opened.setup()
    opened.be_sure_of_installation(say)
    found = installed_keys(say)
    _stand_for_all()
    organisation = _organisation(options.organisation, say)
    if options.dry_run:
        return _told(organisation, say)
    with opened.alone(say, "sathana keys rotate"):
        if organisation is None:
            _master(found, say)
        else:
            _of_organisation(organisation, say)
    return 0


def _stand_for_all() -> None:
    from django.db import connection

    from sathana.registry import walls

    walls.stand_for(connection, walls.ALL)


def _organisation(text: str | None, say: Speaker) -> uuid.UUID | None:
    """Return the organisation that was named, by its id."""
    if not text:
        return None
    from sathana.accounts.models import Organisation

    known = {one.id: one for one in Organisation.objects.order_by("made_at")}
    with suppress(ValueError):
        if (named := uuid.UUID(text.strip())) in known:
            return named
    listed = [f"  {key}  {one.name_th}" for key, one in known.items()]
    fault = say(
        f"ไม่มีองค์กรรหัส “{text}” องค์กรที่มี:",
        f"there is no organisation “{text}”. There are:",
    )
    raise UnusableError((fault, *listed))


def _told(organisation: uuid.UUID | None, say: Speaker) -> int:
    """Say what a rotation would do, and what an earlier one left undone."""
    from sathana.protection import rotation
    from sathana.protection.models import OrganisationKey, RecordKey

    left = rotation.counts(organisation)
    if organisation is None:
        count = OrganisationKey.objects.count()
        print(
            say(
                f"จะทำกุญแจหลักใหม่ และห่อกุญแจขององค์กรใหม่ {count} ดอก "
                f"(ค้างจากครั้งก่อน {left.organisations}) ทุกคนต้องเข้าสู่ระบบใหม่ ไม่ได้เปลี่ยนอะไร",
                "Would make a new master key and wrap the keys of organisations anew: "
                f"{count} (left from an earlier rotation: {left.organisations}). "
                "Everybody would have to sign in again. Nothing was changed.",
            )
        )
        return 0
    count = RecordKey.objects.filter(organisation=organisation).count()
    print(
        say(
            f"จะทำกุญแจใหม่ขององค์กร และห่อกุญแจของแฟ้มใหม่ {count:,} ดอก "
            f"(ค้างจากครั้งก่อน {left.records:,}) ไม่ได้เปลี่ยนอะไร",
            f"Would make a new key of the organisation and wrap the keys of {count:,} "
            f"records anew (left from an earlier rotation: {left.records:,}). Nothing "
            "was changed.",
        )
    )
    return 0


def _master(found: Keys, say: Speaker) -> None:
    """Make a new master key, or finish with the one that an earlier run made."""
    from sathana.protection import kept, keyfile, rotation

    left = rotation.counts().organisations
    begun = bool(left) and len(found.masters) > 1
    if not begun:
        # The site's own secret stood in the same file: who read one has the other.
        secret = keyfile.fresh().secret
        found = replace(rotation.add_master(found), secret=secret)
    if kept.begun(here()):
        kept.renew(here(), found)
    keyfile.replace(keyfile.path(), found)
    left = rotation.counts().organisations
    with Progress(left, say("องค์กร", "organisations")) as progress:
        done = rotation.rewrap_organisations(progress.reach)
    factors = _reseal_factors()
    _note("system", found.newest)
    print(
        say(
            f"กุญแจหลักใหม่คือ {found.newest} ห่อกุญแจขององค์กรใหม่ {done} ดอก ปัจจัยที่สองผนึกใหม่ "
            f"{factors} ชุด ทุกคนต้องเข้าสู่ระบบใหม่ กุญแจเดิมยังอยู่ในไฟล์เพื่อเปิดข้อมูลสำรองเก่า "
            "สำรองข้อมูลใหม่ตอนนี้ด้วย sathana backup",
            f"The master key is now {found.newest}. Keys of organisations wrapped "
            f"anew: {done}; second factors sealed anew: {factors}. Everybody signs in "
            "again. The older key stays in the file, for older backups. Make a new "
            "backup now: sathana backup",
        )
        + (
            ""
            if not begun
            else say(" (ทำต่อจากครั้งก่อน)", " (an earlier run was finished)")
        )
    )


def _reseal_factors() -> int:
    """Seal the secrets of second factors under the newest master key."""
    from allauth.mfa.models import Authenticator
    from django.db import transaction

    from sathana.accounts.adapters import MfaAdapter
    from sathana.protection import keyfile

    adapter, newest, done = MfaAdapter(), keyfile.source().newest, 0
    with transaction.atomic():
        for one in Authenticator.objects.exclude(type="webauthn"):
            old = {
                name: text
                for name in ("secret", "seed")
                if (text := one.data.get(name)) and not text.startswith(f"{newest}:")
            }
            if old:
                for name, text in old.items():
                    one.data[name] = adapter.encrypt(adapter.decrypt(text))
                one.save(update_fields=["data"])
                done += 1
    return done


def _of_organisation(organisation: uuid.UUID, say: Speaker) -> None:
    """Give an organisation a new key, or finish what an earlier run began."""
    from sathana.protection import rotation

    left = rotation.counts(organisation).records
    begun = left > 0
    if not begun:
        rotation.renew_organisation(organisation)
        left = rotation.counts(organisation).records
    with Progress(left, say("กุญแจของแฟ้ม", "keys of records")) as progress:
        done = rotation.rewrap_records(organisation, progress.reach)
    rotation.retire(organisation)
    _note("organisation", str(organisation))
    print(
        say(
            f"องค์กรนี้ใช้กุญแจใหม่แล้ว ห่อกุญแจของแฟ้มใหม่ {done:,} ดอก ค้นชื่อได้ตามเดิม",
            f"The organisation has a new key. Keys of records wrapped anew: {done:,}. "
            "Names are found as before.",
        )
        + (
            ""
            if not begun
            else say(" (ทำต่อจากครั้งก่อน)", " (an earlier run was finished)")
        )
    )


def _note(kind: str, name: str) -> None:
    """Write the entry of a rotation into the chain."""
    from django.db import connection, transaction

    from sathana.audit.record import PROGRAM, Subject, write

    with transaction.atomic():
        write(PROGRAM, "keys.rotate", [Subject(kind, name)])
    connection.close()
