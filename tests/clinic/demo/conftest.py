"""The site's addresses are drawn up once a process: now, before a test here says that it is a demo."""

import config.urls  # noqa: F401
