"""Language codes: what an article declares, brought to the primary subtag the tables are filed under."""

import re
from functools import lru_cache

from generator.model import UNKNOWN_LANGUAGE

_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8})*\Z")
# ISO 639 codes that changed, three-letter codes in common use, and the two written Norwegians.
_SAME = {
    "iw": "he", "in": "id", "ji": "yi", "no": "nb", "nn": "nb", "cmn": "zh", "arb": "ar", "ara": "ar", "eng": "en",
    "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt", "nld": "nl",
    "dut": "nl", "rus": "ru", "ukr": "uk", "heb": "he", "fas": "fa", "per": "fa", "prs": "fa", "tur": "tr",
    "zho": "zh", "chi": "zh", "jpn": "ja", "kor": "ko", "hin": "hi", "sh": "sr",
}  # fmt: skip


@lru_cache(maxsize=1024)
def primary(language: str) -> str:
    """The lower-case primary subtag of a BCP 47 tag (``zh-Hant-TW`` gives ``zh``); ``und`` for anything else."""
    match = _TAG.match(language.strip())
    if match is None:
        return UNKNOWN_LANGUAGE
    code = match[1].lower()
    return _SAME.get(code, code)
