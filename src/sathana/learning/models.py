"""What is stored."""

from __future__ import annotations

import secrets
import uuid

from django.db import models

from sathana.accounts.models import Account
from sathana.protection.classes import Sensitivity

P1 = Sensitivity.P1
OUTCOMES = ("unknown", "accepted", "sent_back")
"""What became of a pack at its first lodging."""
CODE_LENGTH = 20
_LETTERS = "abcdefghjkmnpqrstuvwxyz"
"""Of a certificate's code: without ``i``, ``l`` and ``o``, which are misread."""


class Indexed(models.Model):
    """What a course, a lesson or a practice family said when its law was tied to it.

    Its law is tied anew only when its own words change. Else a rule that changed since
    would be taken for reviewed, and nobody would be told.

    Attributes:
        item: Key of its entries in the search: ``lesson:COURSE/LESSON``.
        digest: SHA-256 of all that it says, in hexadecimal digits.
    """

    id = models.BigAutoField(primary_key=True)
    item = models.CharField(max_length=200, unique=True)
    digest = models.CharField(max_length=64)

    PLAIN = dict.fromkeys(("id", "item", "digest"), Sensitivity.P0)


class LessonResult(models.Model):
    """A quiz that was answered wholly: of each lesson the best and the latest are kept.

    Attributes:
        score: Percent, rounded down.
        right: How many questions were wholly right, of ``of``.
        answers: What was answered, by the id of the question.
        imprints: What the law behind the lesson said then, by reference.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(Account, models.PROTECT, related_name="lesson_results")
    course = models.CharField(max_length=80)
    lesson = models.CharField(max_length=80)
    score = models.PositiveSmallIntegerField()
    right = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    answers = models.JSONField(default=dict)
    imprints = models.JSONField(default=dict)
    at = models.DateTimeField()

    PLAIN = dict.fromkeys(
        (
            *("id", "account", "course", "lesson", "score", "right", "of"),
            *("answers", "imprints", "at"),
        ),
        P1,
    )

    class Meta:
        indexes = (
            models.Index(
                fields=("account", "course", "lesson"), name="learning_lesson_of"
            ),
        )


class PracticeResult(models.Model):
    """A practice family that was finished: the best and the latest of each are kept.

    Attributes:
        family: Key of an invented family; never a real one.
        score: Points reached, of ``of``.
        topics: Points reached and reachable, by topic.
        imprints: What the law cited in its marks said then, by reference; ``None``:
            nobody kept it, so that nobody knows whether it changed since.
    """

    id = models.BigAutoField(primary_key=True)
    account = models.ForeignKey(
        Account, models.PROTECT, related_name="practice_results"
    )
    family = models.CharField(max_length=80)
    score = models.PositiveIntegerField()
    of = models.PositiveIntegerField()
    topics = models.JSONField(default=dict)
    imprints = models.JSONField(null=True)
    at = models.DateTimeField()

    PLAIN = dict.fromkeys(
        ("id", "account", "family", "score", "of", "topics", "imprints", "at"), P1
    )

    class Meta:
        indexes = (
            models.Index(fields=("account", "family"), name="learning_practice_of"),
        )


class SupervisedPack(models.Model):
    """A pack of papers that a learner made and a supervisor went through.

    Attributes:
        pack: How the supervisor finds the pack again; no name, no number of a person.
        outcome: What became of it at its first lodging; ``unknown`` until it is known.
        passed_review: Whether it passed the supervisor's review; ``None``: not known.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    learner = models.ForeignKey(Account, models.PROTECT, related_name="packs_made")
    recorded_by = models.ForeignKey(Account, models.PROTECT, related_name="+")
    pack = models.CharField(max_length=40)
    outcome = models.CharField(
        max_length=12, choices=[(one, one) for one in OUTCOMES], default="unknown"
    )
    passed_review = models.BooleanField(null=True)
    at = models.DateTimeField()

    PLAIN = dict.fromkeys(
        ("id", "learner", "recorded_by", "pack", "outcome", "passed_review", "at"), P1
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("learner", "pack"), name="learning_pack_once"
            ),
        )


class Badge(models.Model):
    """A badge that an account was given; it changes nobody's rights by itself.

    Attributes:
        rests_on: What the law behind it said then, by reference.
        ended_on: Since when it no longer holds; ``None`` while it does. A badge whose
            law changed still stands, and says that a refresher is due.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="badges")
    kind = models.CharField(max_length=20)
    given_on = models.DateField()
    rests_on = models.JSONField(default=dict)
    ended_on = models.DateField(null=True)

    PLAIN = dict.fromkeys(
        ("id", "account", "kind", "given_on", "rests_on", "ended_on"), P1
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("account", "kind"),
                condition=models.Q(ended_on=None),
                name="learning_badge_once",
            ),
        )


def new_code() -> str:
    """Return a code that nobody guesses: twenty letters, about ninety bits."""
    return "".join(secrets.choice(_LETTERS) for _ in range(CODE_LENGTH))


class Certificate(models.Model):
    """That an account passed a course; the paper is made anew when it is asked for.

    Attributes:
        code: By which anybody can check it, and learns no name.
        rests_on: What the law behind the course said then, by reference.
        withdrawn_on: Since when it no longer counts; ``None`` while it does.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    account = models.ForeignKey(Account, models.PROTECT, related_name="certificates")
    course = models.CharField(max_length=80)
    code = models.CharField(max_length=CODE_LENGTH, unique=True, default=new_code)
    day = models.DateField()
    rests_on = models.JSONField(default=dict)
    withdrawn_on = models.DateField(null=True)

    PLAIN = dict.fromkeys(
        ("id", "account", "course", "code", "day", "rests_on", "withdrawn_on"), P1
    )
