from django.urls import path

from intake.invitations import views

urlpatterns = [path("<str:token>", views.open_link, name="open")]
