"""The sample pages with the shipped middleware and headers."""

from django.core.handlers.wsgi import WSGIHandler, WSGIRequest


class SampleRequest(WSGIRequest):
    urlconf = "tests.templates.urls"


class SampleHandler(WSGIHandler):
    request_class = SampleRequest
