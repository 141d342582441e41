"""What every page of the registry does alike: the door, refusals, and saving a form."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, cast
from urllib.parse import urlencode

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.registry import conflicts, drafts
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
from sathana.status import TimeLoopError
from sathana.web.languages import Text, pick

type View = Callable[..., HttpResponse]
_STATUS = {NotAllowedError: 403, ConflictError: 409}
_OF_A_BUTTON: Text = {
    "th": "มีคนอื่นแก้ไปก่อนแล้ว จึงยังไม่ได้ทำอะไร กลับไปดูค่าล่าสุดแล้วทำใหม่ถ้ายังต้องการ",
    "en": "Somebody else changed this meanwhile, so nothing was done. Go back, look at "
    "what stands there now, and do it again if it is still wanted.",
}
"""Where only a button was pressed there is nothing typed to show."""
_LOOP: Text = {
    "th": "วิเคราะห์ไม่ได้ วันสมรสหรือวันเกิดที่บอกไว้ขัดกันเอง ตรวจวันอีกครั้ง",
    "en": "This cannot be assessed: days of marriage or birth are told in an "
    "order that cannot be. Check these days of everybody.",
}


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
        except RegistryError as refused:
            return _refused(request, refused)
        except TimeLoopError:
            context = {"says": _LOOP}
            return render(request, "registry/refused.html", context, status=422)

    return signed_in.needs_work(answered)


def _refused(request: HttpRequest, refused: RegistryError) -> HttpResponse:
    """Say what was refused and why, with the way back."""
    status = next((n for kind, n in _STATUS.items() if isinstance(refused, kind)), 422)
    says = _OF_A_BUTTON if isinstance(refused, ConflictError) else refused.text
    return render(request, "registry/refused.html", {"says": says}, status=status)


def must(may: Collection[Action], action: Action) -> None:
    """Stop before a form is shown to somebody who may not do what it does.

    Raises:
        NotAllowedError: The reader may not.
    """
    if action not in may:
        raise NotAllowedError("no_line")


@dataclass(frozen=True)
class Page:
    """A page with one form.

    Attributes:
        form: Makes the form from what was typed (or ``None``) and from its start.
        save: Saves the clean form; returns the address to go to.
        name: Name of the form for drafts; ``about`` what it is about.
        start: What the form shows at first.
        where: What stands behind the ``?`` of the address and says what the form is
            about; it travels in the form too, so that a late form finds its place.
    """

    template: str
    form: Callable[..., WorkForm]
    save: Callable[[WorkForm], str]
    name: str
    about: str = ""
    start: Mapping[str, Any] = field(default_factory=dict)
    context: Mapping[str, Any] = field(default_factory=dict)
    where: Mapping[str, str] = field(default_factory=dict)


def back_to(request: HttpRequest, **more: str) -> str:
    """Return the page of this site that led to a form and goes on after it, or ``""``.

    Args:
        request: Names the page as ``back``; another site, or none, is no way back.
        more: What that page is told of what was saved.
    """
    told = where(request, "back")["back"]
    here = told.startswith("/") and told.isprintable()
    if not here or not url_has_allowed_host_and_scheme(told, None):
        return ""
    joined = "&" if "?" in told else "?"
    return f"{told}{joined}{urlencode(more)}" if more else told


def where(request: HttpRequest, *names: str) -> dict[str, str]:
    """Return what an address asks about: from it, the form, or a form kept late.

    Signing in again leads back to the bare address; the kept form knows the rest.
    """
    for told in (request.GET, request.POST):
        if any(name in told for name in names):
            return {name: told.get(name, "") for name in names}
    late = signed_in.kept_form(request) or QueryDict()
    return {name: late.get(name, "") for name in names}


def answer(request: HttpRequest, page: Page) -> HttpResponse:
    """Show a page with a form, or save what was typed; nothing typed is ever lost."""
    if request.method != "POST":
        return show(request, page, _first(request, page))
    reader = signed_in.reader(request)
    if "draft-clear" in request.POST:
        drafts.clear(reader, page.name, page.about)
        signed_in.form_saved(request)
        return HttpResponseRedirect(request.get_full_path())
    typed = conflicts.chosen(page.form(), request.POST, page.start)
    form = page.form(typed, request.FILES)
    try:
        address = page.save(form) if form.is_valid() else None
    except ConflictError as clash:
        drafts.keep(reader, page.name, page.about, typed)
        renewed = _anew(page, typed, clash.version)
        sides = conflicts.sides(form, page.start, clash)
        return show(request, page, renewed, sides, 409)
    except StepUpError:
        drafts.keep(reader, page.name, page.about, typed)
        return signed_in.step_up(request)
    except (ConsentMissingError, UnusableValueError) as fault:
        address = None
        _tell(form, fault)
    if address is None:
        drafts.keep(reader, page.name, page.about, cast("QueryDict", form.data))
        return show(request, page, form, status=422)
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
    typed = _late(request, page) or drafts.of(reader, page.name, page.about)
    if typed is not None:
        form = page.form(initial=_as_initial(page, typed))
        form.typed_anew = True
        return form
    return page.form(initial={"id": uuid.uuid4(), **page.start})


def _late(request: HttpRequest, page: Page) -> QueryDict | None:
    """Return what came after the session ran out, if it is of this very form."""
    typed = signed_in.kept_form(request)
    asked = page.where.items()
    if typed is None or any(typed.get(name, "") != value for name, value in asked):
        return None
    return typed


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


def show(
    request: HttpRequest,
    page: Page,
    form: WorkForm,
    conflict: Sequence[conflicts.Side] = (),
    status: int = 200,
) -> HttpResponse:
    """Show the page with its form."""
    context = {
        **page.context,
        "form": form,
        "conflict": conflict,
        "where": page.where,
        "draft": {"form": page.name, "about": page.about},
    }
    return render(request, page.template, context, status=status)
