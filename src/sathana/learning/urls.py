"""Addresses of learning. What a learner does is never part of an address."""

from django.urls import path

from sathana.learning.open import practice

urlpatterns = [
    path("learn/", practice.index, name="learn"),
    path("learn/practice/", practice.index, name="practice"),
    path("learn/practice/<str:key>/", practice.page, name="practice-family"),
]
