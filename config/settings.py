"""Settings, all from the environment. Nothing exists only in production; production only refuses more."""

import os
from pathlib import Path

from config import env, loading  # noqa: F401  (loading: from here to the end of config/apps.py nothing is collected)

BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENT = env.one_of("TRELLIS_ENV", {"development", "test", "production"}, "development")
PRODUCTION = ENVIRONMENT == "production"
DEMO = env.flag("DEMO")
DEBUG = False  # an error page with local variables would show answers, so there is none anywhere

# --- secrets: data, links and audit each have a key of their own; SECRET_KEY seals no data
SECRET_KEY = env.text("SECRET_KEY")
VAULT_KEYS = env.keys("VAULT_KEYS")
AUDIT_KEY = env.key("AUDIT_KEY")
LINK_KEY = env.key("LINK_KEY")
INDEX_KEY = env.key("INDEX_KEY")
AUDIT_HEAD_FILE = env.text("AUDIT_HEAD_FILE", "")

# --- the clinic
CLINIC_NAME = env.text("CLINIC_NAME", "Willow Clinic")
CLINIC_PHONE = env.text("CLINIC_PHONE", "+15555550100")
CLINIC_TIME_ZONE = env.text("CLINIC_TIME_ZONE", "America/New_York")
# Clocks that stand still outside these hours, and on the days the clinic stays shut. A real clinic says its own.
CLINIC_HOURS = env.clinic_hours(
    env.text("CLINIC_HOURS", None if PRODUCTION else "Mon-Fri 9:00-17:00"), env.text("CLINIC_CLOSED", ""), CLINIC_TIME_ZONE
)
# Whom a safety task pages while nobody stands on the roster, and how long until the next is paged.
ON_CALL_MAIL = env.text("ON_CALL_MAIL", "" if PRODUCTION else "on-call@demo.example")
ON_CALL_DAY_AND_NIGHT = env.flag("ON_CALL_DAY_AND_NIGHT")
ESCALATION_FILE = env.escalation("ESCALATION_FILE", BASE_DIR / "desk/data/escalation.toml")
CRISIS_FILE = env.crisis("CRISIS_FILE", BASE_DIR / "intake/data/crisis.toml")
CLINIC_PROFILE = env.profile("CLINIC_PROFILE", "intake_screen")
INTAKE_PACKS = env.some_of("INTAKE_PACKS", {"metabolic", "gut", "infection", "toxic"})  # extra pages; they never feed a criterion
SCALES_FOLDER = env.text("SCALES_FOLDER", "")  # scales that the clinic holds a licence for: docs/own-scales.md
PUBLIC_URL = env.text("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")

# --- applications, from the ground up
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "django.forms",  # its widget templates, for the boxes that the template pack draws one by one
    "crispy_forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "vault",
    "audit",
    "desk",
    "intake",
    "clinic",
    "config",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.packed",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "config.middleware.no_store",
    "audit.middleware.request_id",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "clinic.access.middleware.second_factor",
    "config.middleware.wrong_way",
    "config.middleware.shut_record",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "desk.context.clinic",
                "clinic.access.context.staff",
            ]
        },
    }
]
CRISPY_ALLOWED_TEMPLATE_PACKS = "trellis"
CRISPY_TEMPLATE_PACK = "trellis"
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

# --- PostgreSQL: the owner migrates, everything else is the application role
_OWNER = os.environ.get("TRELLIS_AS_OWNER") == "1"
_APP_URL = env.text("DATABASE_URL")
_URL = env.text("DATABASE_OWNER_URL", _APP_URL) if _OWNER else _APP_URL
_ROLE = "" if _OWNER else " -c role=trellis_app"  # also where one URL serves both
DATABASES = {"default": env.database(_URL) | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
DATABASES["default"]["OPTIONS"] |= {
    "connect_timeout": 3,
    # Values travel beside the statement, so that no server log or error text can hold an answer.
    "server_side_binding": True,
    "options": "-c lock_timeout=3s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s" + _ROLE,
}
SILENCED_SYSTEM_CHECKS = env.words("SILENCED_CHECKS")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        # Sign-in limits and used codes must be shared by all processes and outlive a broker wipe.
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},  # past it old rows are culled, used codes and counted tries among them
    }
}

# --- Celery: carries "go and look", nothing else
CELERY_BROKER_URL = env.broker(env.text("REDIS_URL"))
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 120
CELERY_TASK_SOFT_TIME_LIMIT = 90
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_PUBLISH_RETRY = False  # a page never waits for the broker; the sweep finds what was not said
CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 2, "socket_connect_timeout": 2, "visibility_timeout": 120}
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"
TICK_SECONDS = env.number("TICK_SECONDS", 5)
# A visit booked late is reminded of this long after "booked" at the soonest. In the demo one can wait for it.
REMINDER_GAP_SECONDS = env.number("REMINDER_GAP_SECONDS", 30 if DEMO else 2 * 60 * 60)

# --- staff sign in with a long password and a second factor, always
AUTH_USER_MODEL = "desk.Staff"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/clinic/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "clinic.access.adapter.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_NOTIFICATIONS = False
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_FORMS = {
    "login": "clinic.access.forms.SignIn",
    "reauthenticate": "clinic.access.forms.PasswordAgain",
    "change_password": "clinic.access.forms.NewPassword",
}
# clinic/access/limits.py counts instead: allauth's locks let a crowd at one address shut its neighbours out.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": None}
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if PRODUCTION else 0
MFA_FORMS = {
    "authenticate": "clinic.access.forms.EnterCode",
    "activate_totp": "clinic.access.forms.SetUpApp",
    "generate_recovery_codes": "clinic.access.forms.NewCodes",
}
MFA_TOTP_TOLERANCE = 1  # a code read just before it changes still works; see clinic/access/codes.py for "once"
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = CLINIC_NAME
MFA_ADAPTER = "clinic.access.adapter.StaffMFAAdapter"

# --- sessions and cookies
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_NAME = "__Host-session" if PRODUCTION else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if PRODUCTION else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "config.views.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # one cookie less that holds words
SIGNED_COOKIE_LEGACY_SALT_FALLBACK = False

# --- what a browser may do with our pages
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "" if PRODUCTION else "127.0.0.1,localhost")
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL] if PRODUCTION else []
SECURE_SSL_REDIRECT = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_HSTS_SECONDS = 63072000 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
# "no-referrer" would make browsers send "Origin: null" with our own forms, and CSRF would refuse them.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {name: [] for name in ("camera", "geolocation", "microphone", "payment", "usb")}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
DATA_UPLOAD_MAX_NUMBER_FILES = 1

# --- words, places, files
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGE_COOKIE_NAME = "__Host-language" if PRODUCTION else "language"
LANGUAGE_COOKIE_SECURE = PRODUCTION
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
USE_I18N = True
USE_TZ = True
TIME_ZONE = CLINIC_TIME_ZONE
STATIC_URL = "static/"
STATIC_ROOT = Path(env.text("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing is ever uploaded
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- mail: only the worker speaks to the mail server
globals().update(env.mail(env.text("MAIL_URL", "" if PRODUCTION else "folder:///tmp/trellis-mail")))
DEFAULT_FROM_EMAIL = env.text("MAIL_FROM", "Willow Clinic <desk@demo.example>")

# --- text messages: empty means that there is no gateway, and staff call instead
TEXT_URL = env.texts(env.text("TEXT_URL", ""))
TEXT_TOKEN = env.token("TEXT_TOKEN")

ADMINS: list[tuple[str, str]] = []  # Django would mail request data to them

from config.logs import LOGGING, LOGGING_CONFIG  # noqa: E402, F401

DEFAULT_EXCEPTION_REPORTER_FILTER = "config.logs.NothingPrivate"

if PRODUCTION:
    from config import production

    production.refuse_weak(globals())
