"""What is kept between builds: the analyses. Deleted, it makes the next build slower and no different."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path

SCHEMA_VERSION = 1
_LOOKUP_SIZE = 500  # below SQLite's limit of parameters in one statement


class AnalysisCache:
    """Analyses by key, as JSON text, in one SQLite file; a damaged file is replaced by an empty one."""

    def __init__(self, directory: Path) -> None:
        self._path = directory / "analyses.sqlite"

    def load(self, keys: Iterable[str]) -> Mapping[str, str]:
        """Return the kept analyses among `keys`."""
        wanted = sorted(set(keys))
        if not self._path.exists():
            return {}
        try:
            with closing(self._connect()) as db:
                return dict(row for chunk in _chunks(wanted) for row in _select(db, chunk))
        except sqlite3.DatabaseError:
            self._path.unlink(missing_ok=True)
            return {}

    def save(self, analyses: Mapping[str, str]) -> None:
        """Keep `analyses`; those that no build has asked for are dropped by `prune`."""
        if not analyses:
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(self._connect()) as db, db:
            db.executemany("INSERT OR REPLACE INTO analysis (key, value) VALUES (?, ?)", sorted(analyses.items()))

    def prune(self, keys: Iterable[str], *, keep_at_most: int = 200_000) -> None:
        """Drop analyses outside `keys` once more than `keep_at_most` are kept."""
        if not self._path.exists():
            return
        with closing(self._connect()) as db, db:
            (count,) = db.execute("SELECT count(*) FROM analysis").fetchone()
            if count > keep_at_most:
                db.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY)")
                db.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))
                db.execute("DELETE FROM analysis WHERE key NOT IN (SELECT key FROM wanted)")

    def _connect(self) -> sqlite3.Connection:
        db = sqlite3.connect(self._path, timeout=30)
        (version,) = db.execute("PRAGMA user_version").fetchone()
        if version != SCHEMA_VERSION:
            db.execute("DROP TABLE IF EXISTS analysis")
            db.execute("CREATE TABLE analysis (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            db.commit()
        return db


def _chunks(keys: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(keys), _LOOKUP_SIZE):
        yield keys[start : start + _LOOKUP_SIZE]


def _select(db: sqlite3.Connection, keys: list[str]) -> Iterator[tuple[str, str]]:
    marks = ",".join("?" * len(keys))
    yield from db.execute(f"SELECT key, value FROM analysis WHERE key IN ({marks})", keys)  # noqa: S608 - marks only
