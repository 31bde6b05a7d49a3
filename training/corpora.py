"""The folder that the corpora are in."""

import tarfile
from pathlib import Path


def unpacked(data: Path, work: Path) -> Path:
    """The folder with the corpora; archives in `data` are unpacked into `work` first."""
    archives = sorted(data.glob("*.tar.gz"))
    if not archives:
        return data
    corpora = work / "corpora"
    for archive in archives:
        with tarfile.open(archive) as packed:
            packed.extractall(corpora, filter="data")
    return corpora
