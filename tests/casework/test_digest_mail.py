"""The word of the day through a mail host of this machine: what leaves it."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from django.utils import timezone
from tests import worlds
from tests.casework.conftest import Work

from sathana.accounts.models import Account
from sathana.casework import digest
from sathana.casework.models import DigestMail, DigestTold
from sathana.casework.planning import Plan
from sathana.casework.services import cases
from sathana.project import mail

pytestmark = pytest.mark.django_db


class Sink(socketserver.ThreadingTCPServer):
    """Takes messages as a mail host does, and keeps them."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Conversation)
        self.messages: list[bytes] = []
        self.recipients: list[bytes] = []


class Conversation(socketserver.StreamRequestHandler):
    """One conversation in the simplest of SMTP."""

    server: Sink

    def handle(self) -> None:
        self._say(b"220 sink")
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"QUIT":
                self._say(b"221 bye")
                return
            if word == b"RCPT":
                self.server.recipients.append(line)
            if word == b"DATA":
                self._say(b"354 go on")
                self._message()
            self._say(b"250 ok")

    def _message(self) -> None:
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        self.server.messages.append(b"".join(lines))

    def _say(self, words: bytes) -> None:
        self.wfile.write(words + b"\r\n")


@pytest.fixture
def sink() -> Iterator[Sink]:
    with Sink() as made:
        threading.Thread(target=made.serve_forever, daemon=True).start()
        yield made
        made.shutdown()


@pytest.fixture
def due(work: Work) -> Account:
    """A worker with something due tomorrow and an address."""
    account = Account.objects.get(id=work.at.worker.actor.id)
    worlds.strong_client(account)
    tomorrow = (timezone.now() + timedelta(hours=7, days=1)).date()
    cases.plan(
        reader=work.at.worker, case_id=work.case.id, version=1,
        new=Plan("ลับมาก", account.id, tomorrow),
    )  # fmt: skip
    DigestMail.objects.create(account=account, address="worker@example.org")
    return account


def host(settings: Any, port: int) -> None:
    environ = {
        "SATHANA_MAIL_HOST": "127.0.0.1", "SATHANA_MAIL_PORT": str(port),
        "SATHANA_MAIL_TLS": "none",
    }  # fmt: skip
    settings.SATHANA_MAIL_HOST = environ["SATHANA_MAIL_HOST"]
    settings.MAILERS = mail.mailers(environ)


def test_no_host_means_no_mail() -> None:
    assert mail.mailers({}) == {"default": mail.NONE}


def test_an_unknown_encryption_is_refused() -> None:
    environ = {"SATHANA_MAIL_HOST": "h", "SATHANA_MAIL_TLS": "maybe"}
    with pytest.raises(ValueError, match="maybe"):
        mail.mailers(environ)


def test_a_message_goes_encrypted_if_nothing_else_is_said() -> None:
    options = mail.mailers({"SATHANA_MAIL_HOST": "h"})["default"]["OPTIONS"]
    assert (options["use_tls"], options["use_ssl"], options["port"]) == (
        True, False, 587,
    )  # fmt: skip


def test_the_message_says_nothing_of_anybody(
    due: Account, sink: Sink, settings: Any, work: Work
) -> None:
    host(settings, sink.server_address[1])
    sent = digest.run()
    assert (sent.mailed, sent.failed) == (1, 0)
    assert digest.run().mailed == 0
    assert len(sink.messages) == 1
    assert b"worker@example.org" in sink.recipients[0]
    message = message_from_bytes(sink.messages[0], policy=policy.default)
    body = message.get_content()
    assert body.strip().splitlines() == digest.BODY.strip().splitlines()
    whole = f"{message['Subject']} {message['From']} {body}"
    for secret in ("ลับมาก", "หมี่จู", due.username, due.shown_name, "http"):
        assert secret not in whole
    assert work.at.organisation.name_th not in whole
    assert DigestTold.objects.get().mailed_at is not None


def test_a_host_that_is_away_costs_no_notice(
    due: Account, sink: Sink, settings: Any
) -> None:
    with Sink() as gone:
        port = gone.server_address[1]
    host(settings, port)
    sent = digest.run()
    assert (sent.told, sent.mailed, sent.failed) == (1, 0, 1)
