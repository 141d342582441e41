"""Two threads append to one chain in an SQLite file; started by test_record."""

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


def append() -> None:
    for _ in range(25):
        with transaction.atomic():
            write(Doer(uuid.uuid4()), "x", [Subject("person", "0" * 32)] * 3)
    connections.close_all()


call_command("migrate", verbosity=0)
threads = [threading.Thread(target=append) for _ in range(2)]
for one in threads:
    one.start()
for one in threads:
    one.join()
print(record.head().seq, chain.verify(stored.entries()))  # noqa: T201
