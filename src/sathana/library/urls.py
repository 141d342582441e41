"""Addresses of the library. A family is never part of an address."""

from django.urls import path

from sathana.library.views import attempt, cases, home, law, wrong

urlpatterns = [
    path("", home.home, name="home"),
    path("cases/", cases.index, name="cases"),
    path("cases/<str:name>/", cases.page, name="case"),
    path("law/", law.index, name="law"),
    path("law/<str:rule>/", law.page, name="rule"),
    path("try/", attempt.page, name="try"),
    path("wrong/", wrong.page, name="wrong"),
]
