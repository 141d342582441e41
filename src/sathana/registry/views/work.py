"""What every page of the registry does alike: the door, refusals, and saving a form."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import render

from sathana.accounts import signed_in
from sathana.registry import drafts
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    NotAllowedError,
    NotVisibleError,
    RegistryError,
    StepUpError,
    UnusableValueError,
)
from sathana.registry.forms.fields import WorkForm
from sathana.web.languages import pick

type View = Callable[..., HttpResponse]


def page_of_work(view: View) -> View:
    """Let only readers in, and turn what the registry refuses into pages.

    What is not there and what may not be seen give the same page.
    """

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotVisibleError:
            raise Http404 from None
        except StepUpError:
            return signed_in.step_up(request)
        except NotAllowedError as refused:
            context = {"says": refused.text}
            return render(request, "registry/refused.html", context, status=403)

    return signed_in.needs_work(answered)


@dataclass(frozen=True)
class Page:
    """A page with one form.

    Attributes:
        form: Makes the form from what was typed (or ``None``) and from its start.
        save: Saves the clean form; returns the address to go to.
        name: Name of the form for drafts; ``about`` what it is about.
        start: What the form shows at first.
    """

    template: str
    form: Callable[..., WorkForm]
    save: Callable[[WorkForm], str]
    name: str
    about: str = ""
    start: Mapping[str, Any] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)


def answer(request: HttpRequest, page: Page) -> HttpResponse:
    """Show a page with a form, or save what was typed; nothing typed is ever lost."""
    if request.method != "POST":
        return _show(request, page, _first(request, page))
    reader = signed_in.reader(request)
    if "draft-clear" in request.POST:
        drafts.clear(reader, page.name, page.about)
        signed_in.form_saved(request)
        return HttpResponseRedirect(request.get_full_path())
    form = page.form(request.POST)
    try:
        address = page.save(form) if form.is_valid() else None
    except ConflictError as clash:
        drafts.keep(reader, page.name, page.about, request.POST)
        renewed = _anew(page, request.POST, clash.version)
        return _show(request, page, renewed, _both_sides(form, clash), 409)
    except StepUpError:
        drafts.keep(reader, page.name, page.about, request.POST)
        return signed_in.step_up(request)
    except (ConsentMissingError, UnusableValueError) as fault:
        address = None
        _tell(form, fault)
    if address is None:
        drafts.keep(reader, page.name, page.about, request.POST)
        return _show(request, page, form, status=422)
    drafts.clear(reader, page.name, page.about)
    signed_in.form_saved(request)
    return HttpResponseRedirect(address)


def _tell(form: WorkForm, fault: RegistryError) -> None:
    """Say what cannot be kept beside its field, or above the form."""
    name = getattr(fault, "field", None)
    form.add_error(name if name in form.fields else None, pick(fault.text))


def _first(request: HttpRequest, page: Page) -> WorkForm:
    """Return the form as it is first shown, with what was typed earlier if any."""
    reader = signed_in.reader(request)
    typed = signed_in.kept_form(request) or drafts.of(reader, page.name, page.about)
    if typed is not None:
        form = page.form(initial=_as_initial(page, typed))
        form.typed_anew = True
        return form
    return page.form(initial={"id": uuid.uuid4(), **page.start})


def _as_initial(page: Page, typed: QueryDict) -> dict[str, Any]:
    """Read what was typed without judging it: faults are told when it is sent."""
    blank = page.form()
    return {
        name: one.widget.value_from_datadict(typed, {}, name)
        for name, one in blank.fields.items()
    } | {"id": typed.get("id") or uuid.uuid4(), "version": typed.get("version")}


def _anew(page: Page, typed: QueryDict, version: int) -> WorkForm:
    """Return the form with what was typed, ready to be saved over the new version."""
    changed = typed.copy()
    changed["version"] = str(version)
    form = page.form(changed)
    form.is_valid()
    return form


def _both_sides(form: WorkForm, clash: ConflictError) -> list[dict[str, Any]]:
    return [
        {
            "label": form.fields[name].label if name in form.fields else name,
            "mine": mine,
            "theirs": clash.theirs.get(name),
        }
        for name, mine in clash.mine.items()
        if clash.theirs.get(name) != mine
    ]


def _show(
    request: HttpRequest,
    page: Page,
    form: WorkForm,
    conflict: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        **page.context,
        "form": form,
        "conflict": conflict,
        "draft": {"form": page.name, "about": page.about},
    }
    return render(request, page.template, context, status=status)
