"""The page of a person; adding and changing one, in place in the tree too."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.registry import drafts, matching
from sathana.registry.forms import choices
from sathana.registry.forms import persons as forms
from sathana.registry.forms.facts import grouped, title_of
from sathana.registry.given import NameGiven
from sathana.registry.selectors import families as family_selectors
from sathana.registry.selectors import persons as selectors
from sathana.registry.services import kin, persons
from sathana.registry.shown import PersonView
from sathana.registry.views.work import Page, answer, must, page_of_work, show, where


class LooksAlikeError(Exception):
    """Somebody with such a name is there already: the page asks which it is."""


@page_of_work
@require_safe
def one(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Show a person: names, facts by topic, kinship, papers."""
    view = selectors.person(signed_in.reader(request), person)
    context = {
        "section": "families",
        "view": view,
        "topics": topics(view),
        "may": {action.value for action in view.may},
        "papers": {str(p.id): p.kind or p.number for p in view.evidence or ()},
    }
    return render(request, "registry/person.html", context)


def topics(view: PersonView) -> list[tuple[str, list[dict[str, Any]]]]:
    """Return the told facts by topic, each with its title; topics without any too."""
    told = [fact for fact in view.facts or () if fact.withdrawn_at is None]
    papers = {paper.id: paper for paper in view.evidence or ()}
    return [
        (
            title,
            [
                {
                    "fact": fact,
                    "title": title_of(fact.path),
                    "several": fact.path in view.several,
                    "source": papers.get(fact.source_id) if fact.source_id else None,
                }
                for path_, _ in paths
                for fact in told
                if fact.path == path_
            ],
        )
        for title, paths in grouped()
    ]


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Add a person to a family, perhaps as somebody's parent, child or guardian."""
    reader = signed_in.reader(request)
    view = family_selectors.family(reader, family)
    must(view.may, Action.ADD)
    place = where(request, "to", "as")
    to, as_ = place["to"], place["as"]
    relative = next((p for p in view.persons if str(p.id) == to), None)
    if (to or as_) and (relative is None or as_ not in choices.RELATIVES):
        raise Http404
    alike: list[Any] = []

    def save(form: Any) -> str:
        told, names = form.cleaned_data, form.names()
        if "keep" not in request.POST:
            found = matching.look_alikes(
                reader, [name.text for name in names], told["number"]
            )
            # What this very form made, when it is sent twice, is no look-alike.
            alike.extend(one for one in found if one.person_id != told["id"])
        if alike:
            raise LooksAlikeError
        common = {"reader": reader, "values": form.personal(), "names": names}
        common |= {"number": told["number"], "id": told["id"]}
        if relative is None:
            made = persons.add_person(family_id=family, **common)
        else:
            role = _role_of(relative.sex) if as_ == "child" else ""
            made = kin.add_relative(person_id=relative.id, as_=as_, role=role, **common)
        return reverse("person", args=[made.id])

    page = Page(
        "registry/person_form.html",
        forms.PersonForm,
        save,
        # A draft of a father never turns up in the form for a mother.
        f"person-{as_}".rstrip("-"),
        about=str(family if relative is None else relative.id),
        where=place,
        context={
            "section": "families",
            "family": view,
            "relative": relative,
            "as_words": choices.RELATIVES.get(as_),
            "alike": alike,
        },
    )
    try:
        return answer(request, page)
    except LooksAlikeError:
        return _ask_which(request, page)


def _ask_which(request: HttpRequest, page: Page) -> HttpResponse:
    """Show who is there already, and the whole form as it was typed."""
    drafts.keep(signed_in.reader(request), page.name, page.about, request.POST)
    form = page.form(request.POST)
    form.is_valid()
    return show(request, page, form, status=422)


def _role_of(sex: str | None) -> str:
    """Return what somebody is to their child."""
    return {"male": "father", "female": "mother"}.get(sex or "", "unknown")


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, person: uuid.UUID) -> HttpResponse:
    """Change names and what helps to talk with a person."""
    reader = signed_in.reader(request)
    view = selectors.person(reader, person)
    must(view.may, Action.CHANGE)
    shown = view.person
    typed = forms.as_typed(shown.names or ())

    def save(form: Any) -> str:
        persons.change_person(
            reader=reader,
            person_id=person,
            version=form.cleaned_data["version"] or 0,
            values=form.personal(),
            names=[
                *_as_before(view, form.names()),
                *_not_shown(view, typed),
            ],
        )
        return reverse("person", args=[person])

    start = {
        **typed,
        "version": shown.version,
        **{
            name: getattr(shown, name)
            for name in ("group", "languages", "interpreter", "needs", "contact")
        },
        "notes": shown.notes,
    }
    page = Page(
        "registry/person_form.html", partial(forms.PersonForm, changing=True), save,
        "person-edit", about=str(person), start=start,
        context={"section": "families", "view": view},
    )  # fmt: skip
    return answer(request, page)


def _as_before(view: PersonView, given: list[NameGiven]) -> list[NameGiven]:
    """Return names as typed, with the days of those that were there and stay."""
    there = {(name.kind, name.text): name for name in view.person.names or ()}
    return [
        NameGiven(name.kind, name.text, old.begin, old.until, name.main)
        if (old := there.get((name.kind, name.text)))
        else name
        for name in given
    ]


def _not_shown(view: PersonView, typed: dict[str, str]) -> list[NameGiven]:
    """Return names that the form has no field for: they stay as they are."""
    return [
        NameGiven(name.kind, name.text, name.begin, name.until)
        for name in view.person.names or ()
        if typed.get(f"name_{name.kind}") != name.text
    ]


URLS = [
    path("families/<uuid:family>/persons/new/", new, name="person-new"),
    path("persons/<uuid:person>/", one, name="person"),
    path("persons/<uuid:person>/edit/", edit, name="person-edit"),
]
