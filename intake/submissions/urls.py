from django.urls import path

from intake.submissions import views

urlpatterns = [
    path("send/", views.send, name="send"),
    path("done/", views.done, name="done"),
]
