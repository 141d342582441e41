"""What the open rooms may tell of a result: nothing is kept of it there.

The open rooms know nobody, and so nothing can be kept for anybody. Who wants a result
kept sends the same form to ``my/learning/practice/`` (``learning.work.my``), signed in.
"""

from __future__ import annotations

from django.http import HttpRequest

from sathana.learning.practice.model import Marks


def note(request: HttpRequest, *, kind: str, key: str, marks: Marks) -> None:
    """Do nothing, on purpose: an open page must leave no trace of its reader."""
    del request, kind, key, marks
