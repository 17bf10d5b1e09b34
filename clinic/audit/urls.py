from django.urls import URLPattern, path

from clinic.audit import views

urlpatterns: list[URLPattern] = [path("", views.entries, name="audit")]
