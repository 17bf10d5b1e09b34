from django.urls import path

from intake.phone_code import views

urlpatterns = [
    path("", views.phone_code, name="phone_code"),
    path("send/", views.send_code, name="send_code"),
]
