from django.urls import path

from intake.copy import views

urlpatterns = [path("copy/", views.copy, name="copy")]
