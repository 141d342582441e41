"""Filters that keep together what a line should not part."""

from __future__ import annotations

from zlib import crc32

from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sathana.text import ties
from sathana.web.languages import Text, pick
from sathana.web.templatetags.words import in_its_language

register = template.Library()


@register.filter
def tied(text: object) -> str:
    """Return a text whose lines never end between a word and its number."""
    return ties.tied(str(text))


@register.filter
def phrased(title: Text | str) -> SafeString:
    """Return a title whose lines rather end between two phrases than in one.

    It is marked where it is in another language than the page.
    """
    words = pick(title)
    parts = [part for part in ties.phrases(words) if part]
    shown = (
        format_html_join(" ", '<span class="phrase">{}</span>', ((p,) for p in parts))
        if len(parts) > 1
        else conditional_escape(ties.tied(words))
    )
    return in_its_language(words, shown)


@register.filter
def anchor(heading: object) -> str:
    """Return the name by which a page's contents lead to a heading.

    It is made of the words, so that it stays when headings are moved about; two equal
    headings of a page share it, and the first is found.
    """
    return f"h-{crc32(str(heading).encode()):08x}"


@register.filter
def lines(text: str) -> SafeString:
    """Return plain text with its line breaks and **bold** words, escaped.

    A line never ends between a word and its number.
    """
    parts = str(conditional_escape(ties.tied(text))).split("**")
    bold = "".join(
        f"<strong>{part}</strong>" if number % 2 else part
        for number, part in enumerate(parts)
    )
    broken = bold.replace("\r\n", "\n").replace("\n", "<br>")
    return mark_safe(broken)  # noqa: S308 - escaped above
