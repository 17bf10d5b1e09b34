"""What a telephone has to fetch, counted by the browser, headers and all."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.journeys.visitor import until


@dataclass
class Scales:
    """Bytes that came over the line since they were last read, and those of scripts since the beginning."""

    page: Page
    kinds: dict[str, str] = field(default_factory=dict)
    files: dict[str, tuple[str, str]] = field(default_factory=dict)  # of each style, script and picture: how it came, how long it is kept
    scripts: float = 0
    now: float = 0

    def __post_init__(self) -> None:
        line = self.page.context.new_cdp_session(self.page)
        line.send("Network.enable")
        line.on("Network.responseReceived", self._comes)
        line.on("Network.loadingFinished", self._weigh)

    def _comes(self, event: dict) -> None:
        answer, headers = event["response"], event["response"]["headers"]
        self.kinds[event["requestId"]] = event["type"]
        if "/static/" in answer["url"] and not answer["fromDiskCache"]:
            self.files[answer["url"].rpartition("/")[2]] = headers.get("Content-Encoding", ""), headers.get("Cache-Control", "")

    def _weigh(self, event: dict) -> None:
        self.now += event["encodedDataLength"]
        self.scripts += event["encodedDataLength"] if self.kinds.get(event["requestId"]) == "Script" else 0

    def read(self) -> float:
        """What came since it was last read. A page may be there a moment before its weight is told."""
        self.page.wait_for_load_state()
        until(lambda: self.now or self.page.wait_for_timeout(20))
        weight, self.now = self.now, 0
        return weight
