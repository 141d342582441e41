"""The one who reads: an actor, the moment, and the request it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sathana.accounts.decide import Actor
from sathana.audit.record import Doer


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads stored people, and when.

    Attributes:
        request: Id of the request, written into the chain.
    """

    actor: Actor
    now: datetime
    request: str = ""

    @property
    def doer(self) -> Doer:
        """As the audit chain names the reader."""
        return Doer(self.actor.id, self.actor.organisation, self.request)
