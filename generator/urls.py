"""Addresses of third parties: which may become a link, and which are the same. Contains no business logic."""

import re
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

MAX_URL: Final = 2_000
"""Characters of the longest address that browsers and servers agree on."""

# White space, controls, backslashes, and format characters that show nothing or turn the text around.
_FORBIDDEN: Final = re.compile(r"[\x00-\x20\x7f-\x9f\xad\\\s\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_LABEL: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_PORT: Final = re.compile(r"[0-9]{1,5}")
_LAST_LABEL: Final = re.compile(r"[a-z][a-z0-9-]*")
_IPV4: Final = re.compile(r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}")
_AROUND: Final = " \t\n"
_SAFE: Final = ":/?#@!&,;=%-.+"
_STRAY_PERCENT: Final = re.compile(r"%(?![0-9A-Fa-f]{2})")
_HOST_LENGTH: Final = 253
_LARGEST_PORT: Final = 65_535
_DEFAULT_PORTS: Final = {"http": "80", "https": "443"}
# Parameters that say where a reader came from, not what is read.
_CLICK_NAMES: Final = (
    "fbclid gclid gclsrc gbraid wbraid dclid msclkid twclid yclid ysclid igshid igsh mc_cid mc_eid _hsenc _hsmi"
    " hsctatracking mkt_tok srsltid ref_src ref_url cmpid ocid ncid at_medium at_campaign xtor icid wt_mc s_cid"
)
_TRACKING: Final = frozenset(_CLICK_NAMES.split())
_TRACKING_PREFIXES: Final = ("utm_", "mtm_", "pk_", "hsa_", "at_custom")


def web_link(url: str) -> str | None:
    """The address, percent-encoded, when it is safe to make a link of it; else None, to be shown as text.

    Safe is: http or https, an ASCII host, no user name, no white space, control or backslash, a valid port, at most
    `MAX_URL` characters. What comes back has only letters, digits and ``: / ? # @ ! & , ; = % - . + _ ~``; the
    escaping gate still has to write ``&`` as ``&amp;``.

    >>> web_link("https://news.example/a b"), web_link("javascript:alert(1)"), web_link("https://news.example/ä?x='1'")
    (None, None, 'https://news.example/%C3%A4?x=%271%27')
    """
    url = url.strip(_AROUND)
    parts = _split(url)
    if parts is None or parts.scheme not in _DEFAULT_PORTS or _authority(parts) is None:
        return None
    encoded = quote(_STRAY_PERCENT.sub("%25", url), safe=_SAFE, errors="replace")
    return encoded if len(encoded) <= MAX_URL else None


def canonical(url: str) -> str:
    """The address by which two links to one article are the same; what can be no link comes back as it is.

    Scheme and host in lower case, no default port, no fragment, no tracking parameters; all else stays.

    >>> canonical("HTTPS://News.Example:443/Story?id=7&utm_source=feed#top")
    'https://news.example/Story?id=7'
    """
    link = web_link(url)
    if link is None:
        return url.strip(_AROUND)
    parts = urlsplit(link)
    kept = "&".join(pair for pair in parts.query.split("&") if pair and not _is_tracking(pair))
    return urlunsplit((parts.scheme, _authority(parts) or "", parts.path or "/", kept, ""))


def host(url: str) -> str | None:
    """The host of a web address without ``www.``, or None.

    >>> host("https://www.news.example/story")
    'news.example'
    """
    parts = _split(url)
    if parts is None or parts.scheme not in _DEFAULT_PORTS or _authority(parts) is None:
        return None
    return (parts.hostname or "").removeprefix("www.")


def _split(url: str) -> SplitResult | None:
    if len(url) > MAX_URL or _FORBIDDEN.search(url):
        return None
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _authority(parts: SplitResult) -> str | None:
    """Host and port in normal form, or None where a browser could read them otherwise than we do."""
    netloc = parts.netloc.lower()
    name, _, port = netloc.partition(":")
    if not _is_host(name) or (port and not (_PORT.fullmatch(port) and int(port) <= _LARGEST_PORT)):
        return None
    return name if port in {"", _DEFAULT_PORTS.get(parts.scheme)} else f"{name}:{int(port)}"


def _is_host(name: str) -> bool:
    labels = name.removesuffix(".").split(".")
    if len(name) > _HOST_LENGTH or not all(_LABEL.fullmatch(label) for label in labels):
        return False
    return bool(_LAST_LABEL.fullmatch(labels[-1]) or _IPV4.fullmatch(name))


def _is_tracking(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name in _TRACKING or name.startswith(_TRACKING_PREFIXES)
