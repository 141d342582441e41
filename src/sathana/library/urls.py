"""Addresses of the library. A family is never part of an address.

Ids of rules and of contested points are written in capitals, so that no word under
``law/`` below can be one of them.
"""

from django.urls import path

from sathana.library.views import (
    attempt,
    cases,
    home,
    law,
    law_feed,
    law_lists,
    law_practice,
    law_search,
    law_texts,
    number,
    scenarios,
    site_search,
    wrong,
)

LAW = [
    path("law/", law.index, name="law"),
    path("law/search/", law_search.search, name="law-search"),
    path("law/rules/", law_lists.rules, name="law-rules"),
    path("law/pathways/", law_lists.pathways, name="law-pathways"),
    path("law/points/", law_lists.points, name="law-points"),
    path("law/changes/", law_lists.changes, name="law-changes"),
    path("law/changes/feed.xml", law_feed.feed, name="law-feed"),
    path("law/due/", law_lists.due, name="law-due"),
    path("law/instruments/", law_texts.instruments, name="law-instruments"),
    path("law/instruments/<str:key>/", law_texts.instrument, name="law-instrument"),
    path("law/provisions/", law_texts.provisions, name="law-provisions"),
    path("law/provisions/<path:key>/", law_texts.provision, name="law-provision"),
    path("law/procedures/", law_practice.procedures, name="law-procedures"),
    path("law/procedures/<str:key>/", law_practice.procedure, name="law-procedure"),
    path("law/rights/", law_practice.rights, name="law-rights"),
    path("law/rights/<str:key>/", law_practice.right, name="law-right"),
    path("law/fees/", law_practice.fees, name="law-fees"),
    path("law/limits/", law_practice.limits, name="law-limits"),
    path("law/doors/", law_practice.doors, name="law-doors"),
    path("law/forms/", law_practice.forms, name="law-forms"),
    path("law/<str:rule>/", law.page, name="rule"),
]
"""The law browser; the page of one rule comes last."""

SCENARIOS = [
    path("scenarios/", scenarios.index, name="scenarios"),
    path("scenarios/<str:name>/", scenarios.page, name="scenario"),
    path("scenarios/<str:name>/figures.csv", scenarios.figures, name="scenario-csv"),
    path("scenarios/<str:name>/result.json", scenarios.data, name="scenario-json"),
    path("scenarios/<str:name>/brief.pdf", scenarios.paper, name="scenario-pdf"),
]

urlpatterns = [
    path("start/", home.home, name="tools"),
    path("cases/", cases.index, name="cases"),
    path("cases/<str:name>/", cases.page, name="case"),
    *LAW,
    path("id13/", number.page, name="id13"),
    *SCENARIOS,
    path("search/", site_search.search, name="search"),
    path("try/", attempt.page, name="try"),
    path("wrong/", wrong.page, name="wrong"),
]
