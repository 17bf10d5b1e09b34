"""Patient pages. The steps come last: their address is any one word below /intake/."""

from django.urls import include, path

app_name = "intake"
urlpatterns = [
    path("", include("intake.pages.urls")),
    path("", include("intake.safety.urls")),
    path("", include("intake.caregivers.urls")),
    path("i/", include("intake.invitations.urls")),
    path("intake/phone-code/", include("intake.phone_code.urls")),
    path("intake/", include("intake.submissions.urls")),
    path("intake/", include("intake.copy.urls")),
    path("intake/by-phone/", include("intake.by_phone.urls")),
    path("intake/", include("intake.labs.urls")),
    path("intake/visit/", include("intake.visit.urls")),
    path("intake/", include("intake.drafts.urls")),
]
