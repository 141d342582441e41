"""Two threads append to one chain in an SQLite file, and a third one checks it.

Started by test_record, in a process of its own.
"""

from __future__ import annotations

import os
import threading
import uuid

os.environ["DJANGO_SETTINGS_MODULE"] = "sathana.project.settings"
import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connections, transaction  # noqa: E402

from sathana.audit import chain, record, stored  # noqa: E402
from sathana.audit.record import Doer, Subject, write  # noqa: E402

faults = []


def append() -> None:
    for _ in range(25):
        with transaction.atomic():
            write(Doer(uuid.uuid4()), "x", [Subject("person", "0" * 32)] * 3)
    connections.close_all()


def verify() -> None:
    while record.head().seq < 150:
        faults.append(chain.verify(stored.entries()))
    connections.close_all()


call_command("migrate", verbosity=0)
threads = [threading.Thread(target=work) for work in (append, append, verify)]
for one in threads:
    one.start()
for one in threads:
    one.join()
faults.append(chain.verify(stored.entries()))
print(record.head().seq, *set(faults))  # noqa: T201
