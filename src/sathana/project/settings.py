"""Settings of the site.

The public rooms (library) use no database, no session and no cookie; the work with
stored people does.

Environment: ``SATHANA_SECRET_KEY`` (else the key file's, else a new one for each
process), ``SATHANA_KEYS`` (the key file), ``DATABASE_URL`` (PostgreSQL; else SQLite in
the data folder),
``SATHANA_HOSTS`` (names under which the site is reached, separated by commas; else
this machine only), ``SATHANA_DATA`` (folder of installed updates of the law and of
notes about it; else where the platform keeps such data), ``SATHANA_LANGUAGES`` (codes
of further languages of the public site, separated by commas: see
``project.languages``). The word of the day goes out
by e-mail only where ``SATHANA_MAIL_HOST`` names a host (``SATHANA_MAIL_PORT``,
``SATHANA_MAIL_TLS``: ``starttls``, ``tls`` or ``none``; ``SATHANA_MAIL_USER``,
``SATHANA_MAIL_PASSWORD``, ``SATHANA_MAIL_FROM``); by itself none is set.
"""

from __future__ import annotations

import os
from pathlib import Path

from django.utils.csp import CSP

from sathana.law.stored import data_folder
from sathana.project import databases, languages, mail, secret

SECRET_KEY = secret.of(os.environ)
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
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "sathana.web",
    "sathana.protection",
    "sathana.audit",
    "sathana.files",
    "sathana.search",
    "sathana.accounts",
    "sathana.notices",
    "sathana.media",
    "sathana.editorial",
    "sathana.registry",
    "sathana.casework",
    "sathana.library",
    "sathana.publishing",
    "sathana.learning",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "wagtail_localize",
    "wagtail.sites",
    "wagtail.users",
    # Their doors are closed (editorial.door): recordings pass sathana.media. The
    # translations of pages import their models.
    "wagtail.images",
    "wagtail.documents",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "sathana.publishing.middleware.mark_public",
    "sathana.web.middleware.safe_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "sathana.project.readiness.Readiness",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "sathana.web.middleware.own_forms_only",
    "django.middleware.common.CommonMiddleware",
    "sathana.web.middleware.FormsOfWork",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "sathana.registry.walls.Walls",
    "django.contrib.messages.middleware.MessageMiddleware",
    "sathana.accounts.middleware.SessionsEnd",
    "allauth.account.middleware.AccountMiddleware",
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
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "sathana.accounts.context.work",
                "sathana.library.context.law",
            ]
        },
    }
]
SATHANA_DATA = data_folder(os.environ, Path(os.path.expanduser("~")))
# E-mail is off: no host, no message. Only casework.digest sends, and never a name.
SATHANA_MAIL_HOST = os.environ.get("SATHANA_MAIL_HOST", "").strip()
MAILERS = mail.mailers(os.environ)
SATHANA_MAIL_FROM = os.environ.get("SATHANA_MAIL_FROM", "sathana@localhost")
DATABASES = {"default": databases.chosen(os.environ, SATHANA_DATA)}

# People who work here. No e-mail, no self-registration; a second factor always.
AUTH_USER_MODEL = "accounts.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["sathana.accounts.passwords.Hasher"]
_VALIDATORS = "sathana.accounts.passphrases"
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": f"{_VALIDATORS}.Long",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": f"{_VALIDATORS}.Uncommon"},
    {
        "NAME": f"{_VALIDATORS}.Unlike",
        "OPTIONS": {"user_attributes": ("username", "shown_name")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "families"
LOGOUT_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "sathana.accounts.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_USERNAME_MIN_LENGTH = 3
MFA_ADAPTER = "sathana.accounts.adapters.MfaAdapter"
MFA_SUPPORTED_TYPES = ["webauthn", "totp", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Sathana"
MFA_TOTP_TOLERANCE = 1
MFA_RECOVERY_CODES_SHOW_ONCE = True
# The pages of second factors stand behind our own door (accounts.signed_in).
MFA_REAUTHENTICATION_REQUIRED = False
MFA_FORMS = {
    "authenticate": "sathana.accounts.forms.CodeForm",
    "reauthenticate": "sathana.accounts.forms.CodeAgainForm",
    "activate_totp": "sathana.accounts.forms.AppForm",
}
ACCOUNT_FORMS = {
    "login": "sathana.accounts.forms.SignInForm",
    "change_password": "sathana.accounts.forms.PasswordForm",
}
CSRF_FAILURE_VIEW = "sathana.accounts.late.late_form"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Limits of tries and used codes are counted in the memory of the one process that
# serves (`sathana serve` starts one); several would need a cache they share.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# Sessions live in the database, so that all of an account's can be ended at once.
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# A session that ran out stays for days, locked, so that a form which comes too late can
# be kept for its owner; it opens nothing.
SESSION_COOKIE_AGE = 3 * 24 * 60 * 60
SESSION_LONGEST_SECONDS = 12 * 60 * 60
SESSION_IDLE_SECONDS = 20 * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
# Behind TLS cookies travel in TLS only; on this machine's own address there is none.
BEHIND_TLS = os.environ.get("SATHANA_TLS", "") not in ("", "0")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SESSION_COOKIE_NAME = "__Host-sathana" if BEHIND_TLS else "sathana"
CSRF_COOKIE_NAME = "__Host-sathana-form" if BEHIND_TLS else "sathana-form"
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not BEHIND_TLS

# Languages: the address decides (/en/ is English, everything else Thai).
LANGUAGE_CODE = "th"
LANGUAGES = [("th", "ไทย"), ("en", "English"), *languages.more(os.environ)]
LOCALE_PATHS = [languages.KNOWN]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# The public site. Editors sign in through accounts; Wagtail's own doors are closed
# (editorial.door), and what can be read is found by sathana.search.
WAGTAIL_SITE_NAME = "สถานะ · Sathana"
WAGTAILADMIN_BASE_URL = ""
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_COMMENTS_ENABLED = True
WAGTAILADMIN_NOTIFICATION_USE_HTML = False
WAGTAILSEARCH_BACKENDS = {
    "default": {
        "BACKEND": "wagtail.search.backends.database.fallback",
        "AUTO_UPDATE": False,
    }
}
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600

# Nothing from outside, nothing inline.
SECURE_CSP = {
    "default-src": [CSP.NONE],
    "script-src": [CSP.SELF],
    "style-src": [CSP.SELF],
    "img-src": [CSP.SELF],
    "media-src": [CSP.SELF],
    "font-src": [CSP.SELF],
    "form-action": [CSP.SELF],
    "connect-src": [CSP.SELF],
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
LARGEST_UPLOAD = 21_000_000
LARGEST_RECORDING = 505_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_UPLOAD
DATA_UPLOAD_MAX_MEMORY_SIZE = LARGEST_FORM
# A long page of the editors has a few fields for each of its blocks.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 2

# What is logged: the kind and the place of a fault, and refused addresses. Never a
# form, a file or the message of an exception (see web.middleware.QuietFaults).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "sathana.project.quiet_lines.Line"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "ERROR"},
        "sathana": {"handlers": ["stderr"], "level": "INFO"},
    },
}
