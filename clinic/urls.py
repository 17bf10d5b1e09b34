"""Staff pages, a slice a line, in the order of the way through."""

from django.urls import include, path

app_name = "clinic"
urlpatterns = [
    path("", include("clinic.queue.urls")),
    path("invitations/", include("clinic.invitations.urls")),
    path("sittings/", include("clinic.sittings.urls")),
    path("caregivers/", include("clinic.caregivers.urls")),
    path("review/", include("clinic.review.urls")),
    path("safety/", include("clinic.safety.urls")),
    path("worried/", include("clinic.safety.worried")),
    path("labs/", include("clinic.labs.urls")),
    path("consultations/", include("clinic.consultations.urls")),
    path("reminders/", include("clinic.reminders.urls")),
    path("people/", include("clinic.people.urls")),
    path("audit/", include("clinic.audit.urls")),
    path("kept/", include("clinic.kept.urls")),
]
