"""Forms are UTF-8, whatever a request says of itself."""

import re
from collections.abc import Callable, Iterable
from typing import Any, Final

Application = Callable[[dict[str, Any], Any], Iterable[bytes]]
_CHARSET: Final = re.compile(r""";\s*charset\*?\s*=\s*("[^"]*"|[^;]*)""", re.IGNORECASE)


def in_utf8(application: Application) -> Application:
    """The application, told of no charset.

    Django looks a charset's codec up before any page of ours could answer, and some codecs fail there or make half characters.
    """

    def answer(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        environ["CONTENT_TYPE"] = without_charset(environ.get("CONTENT_TYPE", ""))
        return application(environ, start_response)

    return answer


def without_charset(content_type: str) -> str:
    """The header as it would be had the sender not named a charset.

    >>> without_charset("multipart/form-data; charset=utf-7; boundary=x")
    'multipart/form-data; boundary=x'
    """
    return _CHARSET.sub("", content_type)
