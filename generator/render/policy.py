"""The Content-Security-Policy of the built pages: nothing from another host, no script that the theme did not write."""

import base64
import hashlib
import re
from pathlib import Path
from typing import Final

from generator.errors import BuildError

PLACEHOLDER: Final = "'sha256-of-this-page'"
"""Stands in the policy of a page until the hashes of its own inline scripts are known."""
POLICY: Final = (
    "default-src 'self'; img-src 'self' data:; style-src 'self'; connect-src 'self'; worker-src 'self'; "
    f"script-src 'self' 'wasm-unsafe-eval' {PLACEHOLDER}; object-src 'none'; base-uri 'self'; form-action 'self'"
)

_SCRIPT: Final = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_CONTENT: Final = re.compile(r"<article[ >].*</article>", re.DOTALL)


def seal(site: Path) -> int:
    """Put the hashes of the theme's inline scripts into every page's policy; return the number of pages.

    Scripts inside the content get none: whatever stood there would not run.

    Raises:
        BuildError: a page has no policy to seal.
    """
    count = 0
    for path in sorted(site.rglob("*.html")):
        html = path.read_text(encoding="utf-8")
        if PLACEHOLDER not in html:
            raise BuildError(f"{path.relative_to(site)} has no content security policy: a theme override dropped it")
        path.write_text(html.replace(PLACEHOLDER, " ".join(_hashes(html))), encoding="utf-8")
        count += 1
    return count


def _hashes(html: str) -> list[str]:
    found = {
        match["code"]
        for match in _SCRIPT.finditer(_CONTENT.sub("", html))
        if "src=" not in match["attributes"] and "json" not in match["attributes"]
    }
    return sorted(f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'" for code in found)
