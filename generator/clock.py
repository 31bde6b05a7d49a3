"""The clock, read once per build at the edge and passed on as an argument."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime

from generator.errors import ConfigurationError

_LATEST = 253_402_300_799  # the last second of the year 9999


def now(environment: Mapping[str, str] = os.environ) -> datetime:
    """Return the moment of the build in UTC: SOURCE_DATE_EPOCH where it is set, so that builds can be repeated.

    Raises:
        ConfigurationError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    stated = environment.get("SOURCE_DATE_EPOCH")
    if not stated:
        return datetime.now(UTC).replace(microsecond=0)
    if not stated.isdecimal() or int(stated) > _LATEST:
        raise ConfigurationError([f"SOURCE_DATE_EPOCH: must be a number of seconds since 1970, is {stated!r}"])
    return datetime.fromtimestamp(int(stated), UTC)
