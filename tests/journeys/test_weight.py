"""What a telephone has to fetch: the first page, each further page, all scripts. Counted by the browser, headers and all."""

from dataclasses import dataclass, field

from playwright.sync_api import Page

from intake.questionnaire import STEPS
from tests.journeys.patient import Patient
from tests.journeys.test_whole_way import BORN
from tests.journeys.visitor import until

FIRST_PAGE, FURTHER_PAGE, SCRIPTS = 40_000, 15_000, 12_000
PAGES = [f"/intake/{step.slug}/" for step in STEPS if step.when is None]
FOR_EVER = "max-age=315360000, public, immutable"


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


def test_the_form_is_light(visit, invite):
    """Cold at the door; then each page as it comes, the scripts of the form with the first that needs them."""
    patient, link, further = visit(Patient), invite()["link"], {}
    scales = Scales(patient.page)
    patient.go_to(link)
    first = scales.read()
    patient.open_link(link, BORN)
    for path in (*PAGES, "/intake/check/", "/help-now/", "/"):
        scales.now = 0
        patient.go_to(path)
        further[path] = scales.read()
    assert 1_000 < first <= FIRST_PAGE
    assert {path: weight for path, weight in further.items() if not 500 < weight <= FURTHER_PAGE} == {}
    assert 1_000 < scales.scripts <= SCRIPTS
    assert {name.split(".")[0] for name in scales.files} == {"trellis", "logo", "autosave", "tiles"}
    assert {name: kept for name, kept in scales.files.items() if kept not in {("gzip", FOR_EVER), ("br", FOR_EVER)}} == {}
