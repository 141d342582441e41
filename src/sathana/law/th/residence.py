"""Immigration Act and Alien Registration Act: residence and the papers that show it."""

from __future__ import annotations

from sathana.facts.subject import ASKED, Subject, not_verified
from sathana.law.rules import Law, pathway
from sathana.logic.nodes import Condition


@pathway("PR-41")
def residence_asked_alone(p: Subject, law: Law) -> Condition:
    """Sections 40 to 47: residence within the yearly quota; the criteria are unread."""
    return ~_resident(p) & not_verified("PR-41/criteria")


@pathway("RESIDENCE-CERT")
def residence_certificate(p: Subject, law: Law) -> Condition:
    """Section 47: who was given residence takes the certificate."""
    return p.ordered("permanent_residence")


@pathway("ALIEN-CERT")
def alien_certificate(p: Subject, law: Law) -> Condition:
    """Alien Registration Act: a resident alien takes a certificate."""
    taken = p.day("alien_certificate.taken").by(ASKED)
    return _resident(p) & ~taken


def _resident(p: Subject) -> Condition:
    return p.stays_as("permanent", on=ASKED)
