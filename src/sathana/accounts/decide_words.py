"""The words of the decision: actions, groups of fields, and relations to a family."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What somebody may want to do with a thing."""

    LIST = "list"
    VIEW = "view"
    ADD = "add"
    CHANGE = "change"
    CONSENT = "consent"
    ATTACH = "attach"
    ASSESS = "assess"
    EXPORT = "export"
    PRINT = "print"
    ASSIGN = "assign"
    SHARE = "share"
    SEAL = "seal"
    BLOCK = "block"
    ERASE = "erase"
    WHO_OPENED = "who_opened"
    BREAK_GLASS = "break_glass"
    REVIEW = "review"
    INVITE = "invite"
    APPROVE = "approve"
    MANAGE = "manage"
    AUDIT = "audit"


class Group(StrEnum):
    """Groups of fields; a share and a role open groups, not single fields."""

    OUTLINE = "outline"
    NAMES = "names"
    NUMBER = "number"
    CONTACT = "contact"
    FACTS = "facts"
    KINSHIP = "kinship"
    EVIDENCE = "evidence"
    CONSENT = "consent"
    NOTES = "notes"


EVERY_GROUP = frozenset(Group)


class Relation(StrEnum):
    """How somebody stands to a family, or to an office thing.

    ``OFFICE`` is the actor's own organisation's office, ``SYSTEM`` any organisation's.
    """

    OWN = "own"
    ASSIGNED = "assigned"
    TEAM = "team"
    ORGANISATION = "organisation"
    SHARED = "shared"
    NAMED = "named"
    BROKEN_GLASS = "broken_glass"
    NEW = "new"
    OFFICE = "office"
    SYSTEM = "system"


FAMILY = "family"
"""Kind of a stored family, with its persons, papers and everything else of it."""
NEW_FAMILY = "new_family"
"""Kind of a family that is not there yet."""
OFFER = "offer"
"""Kind of what other organisations offer to one: its answer binds the whole of it."""
