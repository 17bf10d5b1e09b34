from django.urls import path

from intake.visit import views

urlpatterns = [
    path("", views.visit, name="visit"),
    path("move/", views.ask_to_move, name="ask_to_move"),
]
