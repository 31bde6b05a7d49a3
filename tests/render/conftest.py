"""Sites that several tests look at, built once."""

import logging
from pathlib import Path

import pytest

from tests.render.building import build_site
from tests.render.invented import edition


@pytest.fixture(scope="session")
def english_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    return build_site(tmp_path_factory.mktemp("english"), edition())


@pytest.fixture(scope="session")
def arabic_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    return build_site(tmp_path_factory.mktemp("arabic"), edition(), language="ar")
