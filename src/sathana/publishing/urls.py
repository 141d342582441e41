"""Addresses of the public site; what no other room answers may be one of its pages."""

from __future__ import annotations

from django.contrib.sitemaps.views import sitemap
from django.urls import path, re_path

from sathana.publishing import views
from sathana.publishing.sitemaps import SITEMAPS

urlpatterns = [
    path("feeds/news.xml", views.news_feed, name="news-feed"),
    path("print/<str:language>/<slug:slug>.pdf", views.poster, name="poster"),
    path("feeds/listen/<slug:spoken>.xml", views.podcast, name="podcast"),
    path("packs/", views.packs, name="packs"),
    path("packs/<slug:topic>/<int:number>.zip", views.pack, name="pack"),
    re_path(r"^((?:[\w\-]+/)*)$", views.serve, name="wagtail_serve"),
]
ROOT = [
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("robots.txt", views.robots, name="robots"),
]
"""What has one address for all languages."""
