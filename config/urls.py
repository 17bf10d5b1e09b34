"""Every address of the site. The room names are the first word: /intake/ is the patient's, /clinic/ the staff's."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from config import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("language/", set_language, name="set_language"),
    path("accounts/", include("clinic.access.urls")),
    path("clinic/", include("clinic.urls")),
    path("", include("intake.urls")),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("clinic.demo.urls")))

handler400 = "config.views.bad_request"
handler403 = "config.views.forbidden"
handler404 = "config.views.not_found"
handler500 = "config.views.broken"
