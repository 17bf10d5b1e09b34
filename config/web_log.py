"""What the web server itself has to say goes into the log as everything else does: its own lines would hold addresses, with links in them."""

from typing import Any

from gunicorn.glogging import Logger

from config.logs import formatter


class WebLog(Logger):
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(formatter())
