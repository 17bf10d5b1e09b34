from django.urls import URLPattern, path

from clinic.kept import views

urlpatterns: list[URLPattern] = [path("", views.kept, name="kept")]
