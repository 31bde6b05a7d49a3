"""A real browser opens pages full of hostile strings: no script of theirs runs, and no other host is asked."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from benchmarks import hostile
from tests.browser.conftest import Watched, serve
from tests.hostile.cases import load
from tests.render.building import build_site

STRINGS = [case.text for case in load("markdown-sink", "template", "url-link") if 0 < len(case.text) < 2_000]
MORE = [
    "<script>fired('script')</script>",
    "<img src=x onerror=\"fired('img')\">",
    '"><svg/onload=fired("svg")>',
    "javascript:fired('link')",
    "{onclick=fired('attr') onpointerenter=fired('attr')}",
    "</title><script>fired('title')</script>",
    "<iframe srcdoc=\"<script>parent.fired('frame')</script>\"></iframe>",
    "<link rel=stylesheet href=//other.example/x.css><img src=https://other.example/x.png>",
]
WATCH = """
window.firings = [];
window.fired = what => window.firings.push(String(what));
for (const name of ['alert', 'confirm', 'prompt']) window[name] = what => window.firings.push(name + String(what));
"""


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str]]:
    site = build_site(tmp_path_factory.mktemp("hostile"), hostile.edition([*STRINGS, *MORE]), strict=False)
    server = serve(site)
    yield site, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def _opened(watched: Watched, address: str) -> list[str]:
    watched.page.goto(address)
    watched.page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    watched.page.wait_for_timeout(100)
    return list(watched.page.evaluate("window.firings"))


@pytest.mark.browser
def test_no_script_runs_and_no_other_host_is_asked(hostile_site: tuple[Path, str], watched: Watched) -> None:
    site, address = hostile_site
    watched.page.add_init_script(WATCH)
    stories = sorted(path.parent.relative_to(site).as_posix() for path in site.glob("stories/*/index.html"))
    lists = ["", "quotes/", "differences/", "outlets/", "build/"]
    assert len(STRINGS) > 100
    for page in [*lists, *(f"{story}/" for story in stories)]:
        assert _opened(watched, address + page) == [], page
        links = watched.page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)")
        assert {urlsplit(link).scheme for link in links} <= {"http", "https"}
    assert {urlsplit(url).netloc for url in watched.requests} == {urlsplit(address).netloc}


@pytest.mark.browser
def test_the_watch_would_see_a_script(watched: Watched) -> None:
    watched.page.add_init_script(WATCH)
    watched.page.goto("data:text/html,<img src=x onerror=\"fired('img')\">")
    watched.page.wait_for_timeout(200)
    assert watched.page.evaluate("window.firings") == ["img"]
