"""Settings of the site. There is no database, no session and no cookie.

Environment: ``SATHANA_SECRET_KEY`` (else a new one for each process),
``SATHANA_HOSTS`` (names under which the site is reached, separated by commas; else
this machine only), ``SATHANA_DATA`` (folder of installed updates of the law and of
notes about it; else where the platform keeps such data).
"""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.utils.csp import CSP

from sathana.law.stored import data_folder

SECRET_KEY = os.environ.get("SATHANA_SECRET_KEY") or secrets.token_urlsafe(50)
DEBUG = False
ALLOWED_HOSTS = [
    name.strip()
    for name in os.environ.get("SATHANA_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
    if name.strip()
]
ROOT_URLCONF = "sathana.project.urls"
WSGI_APPLICATION = "sathana.project.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.staticfiles",
    "sathana.web",
    "sathana.library",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "sathana.web.middleware.safe_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "sathana.web.middleware.own_forms_only",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "sathana.web.middleware.QuietFaults",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "sathana.web.context.languages",
                "sathana.library.context.law",
            ]
        },
    }
]
SATHANA_DATA = data_folder(os.environ, Path(os.path.expanduser("~")))
DATABASES: dict[str, dict[str, str]] = {}

# Languages: the address decides (/en/ is English, everything else Thai).
LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# Nothing from outside, nothing inline.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "frame-ancestors": [CSP.NONE],
    "base-uri": [CSP.NONE],
}
X_FRAME_OPTIONS = "DENY"
# Not "no-referrer": browsers then send "Origin: null" with our own forms.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

# An uploaded family never touches the disk: files are held in memory only, and a
# form larger than any case file is refused before it is read.
LARGEST_FORM = 1_200_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_FORM
DATA_UPLOAD_MAX_MEMORY_SIZE = LARGEST_FORM
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 2

# What is logged: the kind and the place of a fault, and refused addresses. Never a
# form, a file or the message of an exception (see web.middleware.QuietFaults).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR"},
        "sathana": {"handlers": ["stderr"], "level": "INFO"},
    },
}
