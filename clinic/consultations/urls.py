from django.urls import URLPattern, path

from clinic.consultations.views import booking, calendar, hours, visit

urlpatterns: list[URLPattern] = [
    path("", calendar.calendar, name="consultations"),
    path("book/<uuid:public_id>/", booking.book, name="book"),
    path("hours/<uuid:public_id>/", hours.hours, name="hours"),
    path("<uuid:pk>/", visit.consultation, name="consultation"),
    path("<uuid:pk>/move/", booking.move, name="move_consultation"),
    path("<uuid:pk>/cancel/", visit.cancel, name="cancel_consultation"),
    path("<uuid:pk>/mark/", visit.mark, name="mark_consultation"),
]
