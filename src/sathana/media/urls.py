"""Addresses of the files of the media centre."""

from django.urls import path

from sathana.media import desk_views, open_views

urlpatterns = [
    path(
        "media/file/<uuid:recording>/<slug:variant>",
        open_views.file,
        name="media-file",
    ),
    path(
        "media/captions/<uuid:recording>/<slug:language>.vtt",
        open_views.captions,
        name="media-captions",
    ),
    path(
        "media/desk/<uuid:recording>/<slug:variant>",
        desk_views.file,
        name="media-desk-file",
    ),
]
