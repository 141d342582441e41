"""Pages of the public site, its feeds, its map and its papers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_safe
from wagtail.models import Page

from sathana.publishing import feeds, listening, packing, posters, showing
from sathana.publishing.models import MediaPage
from sathana.publishing.words import language_name
from sathana.web.dates import today
from sathana.web.languages import current

HELD = 404
"""A page that is kept back is not there, with a word on why."""


@require_safe
def serve(request: HttpRequest, path: str = "") -> HttpResponse:
    """Show a public page; one that is kept back says why it is.

    Raises:
        Http404: There is no such page.
    """
    found = Page.route_for_request(request, path)
    if found is None:
        raise Http404
    page, args, kwargs = found
    if not showing.may_be_read(page, today()):
        return render(request, "publishing/held.html", status=HELD)
    answer: HttpResponse = page.serve(request, *args, **kwargs)
    return answer


@require_safe
def news_feed(request: HttpRequest) -> HttpResponse:
    """Send the news and the newest media as a feed, in the language of the address."""
    return feeds.news(request, translation.get_language() or "th")


@require_safe
def poster(request: HttpRequest, language: str, slug: str) -> HttpResponse:
    """Send a poster or a card as a PDF to print.

    Raises:
        Http404: There is none of this name that is public.
    """
    item = MediaPage.objects.live().filter(
        slug=slug, locale__language_code=language, medium__in=posters.PRINTED
    )
    page = item.first()
    if page is None or not showing.may_be_read(page, today()):
        raise Http404
    link = request.build_absolute_uri(page.url)
    data = posters.pdf(page, link)
    answer = HttpResponse(data, content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="{slug}-{language}.pdf"'
    return answer


@require_safe
def podcast(request: HttpRequest, spoken: str) -> HttpResponse:
    """Send the podcast of a spoken language; of an unknown one it is empty."""
    return listening.podcast(request, spoken)


@require_safe
def packs(request: HttpRequest) -> HttpResponse:
    """Offer packs to download: of one topic or of all, in the language of the page."""
    topic = request.GET.get("topic", packing.ALL)
    known = {packing.ALL, *(code for code, _ in packing.choices())}
    chosen = topic if topic in known else packing.ALL
    told = {
        "topics": packing.choices(),
        "topic": chosen,
        "parts": packing.parts(request, current(), chosen),
        "heard": [(code, language_name(code)) for code in listening.languages()],
        "section": "media",
    }
    return render(request, "publishing/packs.html", told)


@require_safe
def pack(request: HttpRequest, topic: str, number: int) -> HttpResponse:
    """Send one part of a pack.

    Raises:
        Http404: There is no such part.
    """
    found = packing.parts(request, current(), topic)
    if not 1 <= number <= len(found):
        raise Http404
    part = found[number - 1]
    data = packing.written(part, request.build_absolute_uri("/")).read_bytes()
    answer = HttpResponse(data, content_type="application/zip")
    answer.headers["Content-Disposition"] = f'attachment; filename="{part.name}"'
    return answer


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Tell search engines what to read: everything public, nothing of the work."""
    closed = ("/edit/", "/my/", "/families/", "/organisation/", "/sign-in/")
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    lines.append(f"Sitemap: {request.build_absolute_uri('/sitemap.xml')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain")
