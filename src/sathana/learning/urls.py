"""Addresses of learning. What a learner does is never part of an address."""

from django.urls import path

from sathana.learning.open import courses, practice

urlpatterns = [
    path("learn/", courses.index, name="learn"),
    path("learn/practice/", practice.index, name="practice"),
    path("learn/practice/<str:key>/", practice.page, name="practice-family"),
    path("learn/<slug:course>/", courses.page, name="course"),
    path("learn/<slug:course>/<slug:lesson>/", courses.lesson, name="lesson"),
    path(
        "learn/<slug:course>/<slug:lesson>/quiz.gift", courses.gift, name="lesson-gift"
    ),
]
