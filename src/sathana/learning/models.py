"""What is stored."""

from __future__ import annotations

from django.db import models

from sathana.protection.classes import Sensitivity


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
