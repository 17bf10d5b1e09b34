from django.urls import path

from intake.labs import views

urlpatterns = [path("labs/", views.labs, name="labs")]
