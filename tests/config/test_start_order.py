"""The order in which `make run` brings the application up."""

from collections.abc import Callable

import pytest

from config.stack.run import start_app


class Noted:
    """Takes an application's place and notes what is asked of it."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def manage(self, name: str, *_: str) -> str:
        self.asked.append(name)
        return f"{name} was here\n"

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_: self.asked.append(name)


@pytest.mark.parametrize(("reason", "demo", "says"), [("a demo", True, "demo was here"), ("none", False, "no demo: DEMO is false")])
def test_what_the_demo_leaves_in_doubt_is_loaded_before_a_worker_could_send_it(reason: str, demo: bool, says: str) -> None:
    app = Noted()
    assert start_app(app, 8000, demo=demo) == says  # type: ignore[arg-type]
    assert set(app.asked[:2]) == {"migrate", "collectstatic"}
    loads = ["demo"] if demo else []
    assert app.asked[2:] == ["start_web", *loads, "start_worker", "start_beat", "wait_for_web", "wait_for_worker"]
