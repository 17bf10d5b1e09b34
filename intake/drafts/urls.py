from django.urls import path

from intake.drafts import entries, overview, steps

urlpatterns = [
    path("", overview.home, name="home"),
    path("calm/", overview.switch, name="calm"),
    path("check/", overview.check, name="check"),
    path("<slug:slug>/", steps.step, name="step"),
    path("<slug:slug>/add/", entries.add, name="add"),
    path("<slug:slug>/<slug:entry>/remove/", entries.remove, name="remove"),
    path("<slug:slug>/<slug:entry>/<slug:page>/", steps.step, name="entry"),
]
