"""What the law makes of a family on a day, kept with what it was made from."""

from __future__ import annotations

import uuid
from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods

from sathana.accounts import signed_in
from sathana.registry import familytree
from sathana.registry.selectors import families as selectors
from sathana.registry.services import assessing
from sathana.registry.views.work import page_of_work


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def of_family(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show the newest assessment in full, or make one for a day."""
    reader = signed_in.reader(request)
    if request.method == "POST":
        as_of, law_at = _day(request, "as_of"), _day(request, "law_at")
        assessing.assess(reader=reader, family_id=family, as_of=as_of, law_at=law_at)
        return HttpResponseRedirect(reverse("assess", args=[family]))
    view = selectors.family(reader, family)
    found = assessing.latest(reader, family)
    answers = found.answer.get("persons", {}) if found else {}
    people = {person.id: person for person in view.persons}
    context = {
        "section": "families",
        "view": view,
        "found": found,
        "persons": [
            {"person": people[id_], "answer": answers[label]}
            for label, id_ in (found.people.items() if found else ())
            if label in answers and id_ in people
        ],
        "helps": familytree.helps(view),
        "may": {action.value for action in view.may},
    }
    return render(request, "registry/assess.html", context)


def _day(request: HttpRequest, name: str) -> date | None:
    """Read a day of the form; nothing, or what is no day, counts as today."""
    try:
        return date.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        return None


URLS = [path("families/<uuid:family>/assess/", of_family, name="assess")]
