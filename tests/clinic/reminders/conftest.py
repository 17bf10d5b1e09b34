from tests.desk.conftest import by_smtp, postbox

__all__ = ["by_smtp", "postbox"]
