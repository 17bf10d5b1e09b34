from django.urls import URLPattern, path

from clinic.queue import views

urlpatterns: list[URLPattern] = [
    path("", views.queue, name="queue"),
    path("tasks/", views.tasks, name="tasks"),
    path("tasks/<uuid:pk>/acknowledge/", views.acknowledge, name="acknowledge_task"),
    path("tasks/<uuid:pk>/done/", views.done, name="close_task"),
]
