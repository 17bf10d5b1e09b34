from tests.desk.conftest import postbox

__all__ = ["postbox"]
