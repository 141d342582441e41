"""Addresses of the editors' rooms: the framework's, behind our door."""

from __future__ import annotations

from django.urls import include, path
from wagtail.admin import urls as framework

from sathana.editorial import recording_views, review_views, views
from sathana.editorial.door import behind_the_door

OURS = (
    [
        path("reviews/", review_views.waiting, name="reviews"),
        path("reviews/<int:page>/", review_views.review, name="review"),
        path("stale/", views.stale, name="stale"),
        path("take-down/<int:page>/", views.take_down, name="take-down"),
        path("recordings/", recording_views.recordings, name="recordings"),
        path("recordings/new/", recording_views.new, name="recording-new"),
        path("recordings/<uuid:key>/", recording_views.recording, name="recording"),
        path(
            "recordings/<uuid:key>/captions/",
            recording_views.captions,
            name="recording-captions",
        ),
        path(
            "recordings/<uuid:key>/transcript/",
            recording_views.transcript,
            name="recording-transcript",
        ),
        path(
            "recordings/<uuid:key>/again/",
            recording_views.again,
            name="recording-again",
        ),
    ],
    "editorial",
)

# The framework's own pages for these would be doors of their own.
INSTEAD = [
    path("account/", views.to_my_page, name="wagtailadmin_account"),
    path("logout/", views.to_sign_out, name="wagtailadmin_logout"),
]
urlpatterns = behind_the_door(
    [path("ours/", include(OURS)), *INSTEAD, *framework.urlpatterns]
)
