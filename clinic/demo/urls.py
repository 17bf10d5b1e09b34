"""Only where settings.DEMO is true; see config/urls.py."""

from django.urls import URLPattern, path

from clinic.demo import views

app_name = "demo"
urlpatterns: list[URLPattern] = [
    path("outbox/", views.outbox, name="outbox"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("invitation/", views.invitation, name="invitation"),
]
