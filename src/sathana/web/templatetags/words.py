"""Template tags for words: every sentence stands in both languages, side by side.

``{% t "ไทย" "English" %}`` cannot be written with one language missing: the template
then does not compile. That is the whole translation machinery of this site.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import template
from django.template.base import FilterExpression, Parser, Token
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from sathana.calendars.spans import DateSpan
from sathana.web import dates
from sathana.web.languages import Text, current, language_of, pick

register = template.Library()


class SentenceNode(template.Node):
    """One sentence in two languages, with ``{name}`` filled from the arguments."""

    def __init__(
        self, thai: str, english: str, values: dict[str, FilterExpression]
    ) -> None:
        self.texts = {"th": mark_safe(thai), "en": mark_safe(english)}  # noqa: S308 (ours)
        self.values = values

    def render(self, context: template.Context) -> SafeString:
        """Write the sentence; values are escaped, the sentence is ours."""
        if not self.values:
            return self.texts[current()]
        values = {
            name: conditional_escape(expression.resolve(context))
            for name, expression in self.values.items()
        }
        filled = self.texts[current()].format_map(values)
        return mark_safe(filled)  # noqa: S308 (ours; the values are escaped above)


@register.tag("t")
def sentence(parser: Parser, token: Token) -> SentenceNode:
    """Compile ``{% t "ไทย {n}" "English {n}" n=count %}``."""
    name, *parts = token.split_contents()
    texts = [part[1:-1] for part in parts[:2] if part[:1] == part[-1:] == '"']
    if len(texts) != 2 or not all(text.strip() for text in texts):
        raise template.TemplateSyntaxError(
            f"'{name}' needs a Thai and an English text in double quotes, "
            f"got: {token.contents[:80]}"
        )
    if language_of(texts[1]) == "th":
        raise template.TemplateSyntaxError(
            f"'{name}': the second text must be English, got: {texts[1][:60]}"
        )
    pairs = (part.partition("=") for part in parts[2:])
    values = {key: parser.compile_filter(value) for key, _, value in pairs}
    return SentenceNode(texts[0], texts[1], values)


@register.filter
def say(text: Text | str | None) -> SafeString:
    """Write a text in the language of the page, marked where it is in another one."""
    words = pick(text)
    if not words or not any(letter.isalpha() for letter in words):
        return conditional_escape(words)
    return in_its_language(words, conditional_escape(words))


def in_its_language(words: str, shown: SafeString) -> SafeString:
    """Return what is shown of words, marked where the page is in another language."""
    language = language_of(words)
    if language == current():
        return shown
    return mark_safe(f'<span lang="{language}">{shown}</span>')  # noqa: S308 (escaped)


@register.filter
def plain(text: Text | str | None) -> str:
    """Write a text in the language of the page without markup (for attributes)."""
    return pick(text)


@register.filter
def day(when: str | int | date | DateSpan | None) -> str:
    """Write a day, a month or a year as the reader of the page expects it."""
    return dates.show(when)


@register.filter
def moment(when: datetime | None) -> str:
    """Write a moment as people in Thailand tell it: the day and the hour."""
    return dates.show_moment(when)


@register.filter
def hour(when: datetime) -> str:
    """Write the hour of a moment in Thailand."""
    return dates.show_hour(when)


@register.simple_tag
def lang() -> str:
    """Return the language of the page, ``th`` or ``en``."""
    return current()


@register.filter
def get(mapping: Any, key: Any) -> Any:
    """Return one entry of a mapping; ``None`` when there is none."""
    return mapping.get(key) if mapping else None
