"""What every template is given: the address of the same page in the other language."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

ENGLISH = "/en"


def languages(request: HttpRequest) -> dict[str, str]:
    """Return the address of the page in the other language.

    A page made from a form has no address of its own in the other language (what was
    typed would be lost), so none is offered there; that page offers its own switch.
    """
    if request.method != "GET":
        return {}
    path = request.get_full_path()
    first = path.lstrip("/").partition("/")[0]
    if first in dict(settings.LANGUAGES) and first != ENGLISH.strip("/"):
        return {}  # a page in a further language names its other ones itself
    if path == ENGLISH or path.startswith(ENGLISH + "/"):
        bare = path.removeprefix(ENGLISH).lstrip("/")
        return {"other_language_url": "/" + bare}
    return {"other_language_url": ENGLISH + path}
