"""No page has an accessibility fault that axe-core knows (WCAG 2.2 A and AA)."""

import importlib.util
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_reading import PAGES

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
RUN = "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"


@pytest.fixture(scope="session")
def axe() -> str:
    spec = importlib.util.find_spec("axe_playwright_python")
    if spec is None or spec.origin is None:
        pytest.skip("axe-playwright-python is not installed")
    return next(Path(spec.origin).parent.rglob("axe.min.js")).read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("site", ["english", "arabic"])
def test_no_violation(browser: Browser, axe: str, site: str, scheme: str, request: pytest.FixtureRequest) -> None:
    address = request.getfixturevalue(site)
    context = browser.new_context(color_scheme=scheme, viewport={"width": 1280, "height": 900}, bypass_csp=True)
    page = context.new_page()
    faults = []
    for path in PAGES:
        page.goto(address + path)
        page.wait_for_timeout(700)
        page.evaluate(axe)
        for violation in page.evaluate(RUN)["violations"]:
            nodes = [node["html"][:160] for node in violation["nodes"][:2]]
            faults.append(f"{path or 'front'}: {violation['id']} ({violation['impact']}): {nodes}")
    context.close()
    assert faults == []
