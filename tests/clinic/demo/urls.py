"""The site as it is where DEMO is true."""

from django.urls import include, path

from config import urls as site

urlpatterns = [path("demo/", include("clinic.demo.urls")), *site.urlpatterns]
handler400, handler403, handler404, handler500 = site.handler400, site.handler403, site.handler404, site.handler500
