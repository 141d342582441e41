"""What is stored: what can be read here, and which text teaches which record of law.

All of it is public. Nothing about a person belongs here, ever: no family, no member of
a team, nobody who searched.
"""

from __future__ import annotations

from django.db import models

from sathana.protection.classes import Sensitivity

P0 = Sensitivity.P0


class Entry(models.Model):
    """One page, in one language, as the search knows it.

    Attributes:
        key: Names what the page is about, the same in each language: ``rule:7BIS-2``.
        kind: ``rule``, ``case``, ``page``, ``lesson`` ...: by it results are grouped.
        url: Where it is read, without the name of a host.
        title: Normalised (``sathana.text.normalise``), as is the text.
        made_at: When the entry was last written, not the page.
    """

    id = models.BigAutoField(primary_key=True)
    key = models.CharField(max_length=200)
    language = models.CharField(max_length=15)
    kind = models.CharField(max_length=30)
    url = models.CharField(max_length=400)
    title = models.TextField()
    text = models.TextField()
    made_at = models.DateTimeField()

    PLAIN = dict.fromkeys(
        ("id", "key", "language", "kind", "url", "title", "text", "made_at"), P0
    )

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("key", "language"), name="search_entry_once"
            ),
        )
        # The edition of the shelf is read off this index alone (search.shelf).
        indexes = (models.Index(fields=("made_at", "id"), name="search_entry_edition"),)


class Teaching(models.Model):
    """That an item (a page, a lesson, a recording) teaches a record of the law.

    Attributes:
        item: The key of its entries.
        reference: As ``sathana.law.references`` writes it: ``limit:ACA-49``.
        imprint: What the record said when the item was reviewed.
        reviewed_on: The day of that review, in Thailand.
    """

    id = models.BigAutoField(primary_key=True)
    item = models.CharField(max_length=200)
    reference = models.CharField(max_length=200)
    imprint = models.CharField(max_length=64)
    reviewed_on = models.DateField()

    PLAIN = dict.fromkeys(("id", "item", "reference", "imprint", "reviewed_on"), P0)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("item", "reference"), name="search_teaching_once"
            ),
        )
        indexes = (
            models.Index(fields=("reference",), name="search_teaching_reference"),
        )
