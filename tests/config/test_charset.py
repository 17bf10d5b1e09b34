"""A form that says it is in some other charset: it is read as UTF-8, and never fails before a page can answer."""

import pytest
from django.test import RequestFactory

from config.charset import in_utf8, without_charset

FORMS = [
    ("as browsers send it", "application/x-www-form-urlencoded", "application/x-www-form-urlencoded"),
    ("in so many words", "multipart/form-data; boundary=x; charset=utf-8", "multipart/form-data; boundary=x"),
    ("a codec that is none of texts", "multipart/form-data; charset=rot13; boundary=x", "multipart/form-data; boundary=x"),
    ("makes half characters", 'text/plain; Charset = "utf-7"; boundary=x', "text/plain; boundary=x"),
    ("in the long form of parameters", "text/plain; charset*=utf-8''idna", "text/plain"),
    ("twice", "text/plain;charset=idna;charset=rot13", "text/plain"),
    ("a boundary that only looks like one", "multipart/form-data; boundary=charset", "multipart/form-data; boundary=charset"),
]


@pytest.mark.parametrize(("reason", "sent", "read"), FORMS, ids=[row[0] for row in FORMS])
def test_what_is_left_of_it(reason: str, sent: str, read: str) -> None:
    assert without_charset(sent) == read


@pytest.mark.django_db
@pytest.mark.parametrize("charset", ["rot13", "idna", "utf-7", "hex", "nonsense"])
def test_the_server_answers(static_files: None, charset: str) -> None:
    """Through the application that gunicorn runs: what fails there has no page."""
    from config.wsgi import application

    said, body = [], b"date_of_birth_year=1980"
    sent = RequestFactory().generic("POST", "/i/x?a=%ff", body)
    environ = sent.environ | {"CONTENT_TYPE": f"application/x-www-form-urlencoded; charset={charset}"}
    answer = application(environ, lambda status, headers: said.append(status))
    assert b"</html>" in b"".join(answer)
    assert said[0][:3] in ("403", "422")


def test_a_request_without_a_body_stays_as_it_is() -> None:
    assert in_utf8(lambda environ, start: [environ["CONTENT_TYPE"].encode()])({}, None) == [b""]
