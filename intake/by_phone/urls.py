from django.urls import path

from intake.by_phone import views

urlpatterns = [path("", views.by_phone, name="by_phone")]
