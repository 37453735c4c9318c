"""A headless Chromium that cannot reach any network, for tests of pages.

Skips, with the reason, where selenium, Chromium or its driver is not installed.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from selenium.webdriver.chrome.webdriver import WebDriver

_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update", "--no-first-run", "--lang=en-GB",
    "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9",
)  # fmt: skip


@contextmanager
def chromium(width: int = 1280, height: int = 800) -> Iterator[WebDriver]:
    """A browser window of the given size; names resolve to nothing, and every request is recorded."""
    webdriver = pytest.importorskip("selenium.webdriver", reason="selenium is not installed: pip install selenium")
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    driver = shutil.which("chromedriver")
    if browser is None or driver is None:
        pytest.skip("Chromium or its driver is not installed: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = browser
    for flag in (*_FLAGS, f"--window-size={width},{height}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    window = webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=driver))
    try:
        window.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )
        yield window
    finally:
        window.quit()


def opened(window: WebDriver, page: Path) -> None:
    """Open a file, with the logs empty before."""
    console(window)
    requests(window)
    window.get(page.resolve().as_uri())


def console(window: WebDriver) -> list[str]:
    """What the browser has to complain of since the last call."""
    return [f"{entry['level']}: {entry['message']}" for entry in _log(window, "browser")]


def requests(window: WebDriver) -> list[str]:
    """Addresses asked for since the last call, but for data and blobs, which are within the page."""
    found = []
    for entry in _log(window, "performance"):
        message = json.loads(entry["message"])["message"]
        if message["method"] == "Network.requestWillBeSent":
            found.append(str(message["params"]["request"]["url"]).partition("#")[0])
    return [address for address in found if not address.startswith(("data:", "blob:", "about:", "chrome"))]


def _log(window: WebDriver, name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = window.get_log(name)  # type: ignore[no-untyped-call]  # selenium has no type here
    return entries
