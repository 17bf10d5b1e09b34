from django.urls import path

from intake.pages import views

urlpatterns = [path("", views.start, name="start")]
