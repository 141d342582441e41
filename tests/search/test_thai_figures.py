"""How well the search finds Thai: the questions stood written down before it did."""

from __future__ import annotations

import re
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from sathana.library import indexing
from sathana.search import selectors
from sathana.search.models import Entry
from sathana.text import normalise

QUERIES = tomllib.loads(Path(__file__).with_name("queries.toml").read_text("utf-8"))
pytestmark = pytest.mark.django_db
RECALL, PRECISION = 0.95, 0.60


@pytest.fixture(scope="module")
def law(django_db_setup: Any, django_db_blocker: Any) -> Iterator[dict[str, list[str]]]:
    """The law on the shelf, and the texts of each entry."""
    with django_db_blocker.unblock(), transaction.atomic():
        indexing.refresh()
        texts = defaultdict(list)
        for entry in Entry.objects.all():
            texts[entry.key].append(normalise(f"{entry.title}\n{entry.text}"))
        yield dict(texts)
        transaction.set_rollback(True)


def relevant(texts: dict[str, list[str]], word: str) -> set[str]:
    """Return the entries that hold a word, as the head of the file defines it."""
    before = r"(?<!\d)" if word[0].isdigit() else ""
    after = r"(?!\d)" if word[-1].isdigit() else ""
    sought = re.compile(before + re.escape(word) + after)
    return {key for key, said in texts.items() if any(map(sought.search, said))}


def test_thai_is_found_inside_unspaced_text_whatever_the_slip(
    law: dict[str, list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    recall: dict[str, list[float]] = defaultdict(list)
    precision: dict[str, list[float]] = defaultdict(list)
    missed = []
    for query in QUERIES["query"]:
        right = relevant(law, query["word"])
        found = [hit.key for hit in selectors.find(query["asked"], "th", most=10)]
        first = found[:5]
        kind = query["slip"].split("-")[0]
        recall[kind].append(len(right.intersection(found)) / min(10, len(right)))
        precision[kind].append(len(right.intersection(first)) / max(len(first), 1))
        if recall[kind][-1] < 1:
            missed.append((query["asked"], query["word"], recall[kind][-1]))
    all_recall = mean([x for xs in recall.values() for x in xs])
    all_precision = mean([x for xs in precision.values() for x in xs])
    figures = [
        f"Thai: recall at 10 {all_recall:.3f}, precision at 5 {all_precision:.3f}",
        *(f"  {k}: {mean(recall[k]):.3f}, {mean(precision[k]):.3f}" for k in recall),
    ]
    with capsys.disabled():
        sys.stdout.write("\n" + "\n".join(figures) + "\n")
    assert len(QUERIES["query"]) == 100
    assert all_recall >= RECALL, missed
    assert all_precision >= PRECISION, missed


def mean(values: list[float]) -> float:
    """Return the mean."""
    return sum(values) / len(values)
