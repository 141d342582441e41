"""Addresses of learning where results are kept, and of checking a certificate."""

from django.urls import path

from sathana.learning.open import check
from sathana.learning.work import my, organisation

urlpatterns = [
    path("learn/certificate/<slug:code>/", check.certificate, name="certificate-check"),
    path("my/learning/", my.my, name="my-learning"),
    path("my/learning/practice/<str:key>/", my.practice, name="my-practice"),
    path(
        "my/learning/<slug:course>/certificate.pdf", my.certificate, name="certificate"
    ),
    path("my/learning/<slug:course>/<slug:lesson>/", my.lesson, name="my-lesson"),
    path(
        "organisation/learning/",
        organisation.organisation,
        name="organisation-learning",
    ),
]
