"""The spaCy pipeline for a language: the one that ships with this package, an installed one, or one in a folder."""

import hashlib
import json
import warnings
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

import spacy
import spacy.about
from spacy.language import Language
from thinc.api import Model

import generator.language.word_features  # noqa: F401  (registers the layer that the Arabic pipeline is made of)
from generator.errors import ModelError
from generator.language.arithmetic import steady_arithmetic
from generator.language.codes import primary
from generator.language.word_memory import remember_words

BUNDLED = "bundled"
NO_LANGUAGE = "xx"
HALF = "float16"
MODELS = Path(str(files("generator.language"))) / "models"
LONGEST_TEXT = 10_000_000
"""Characters; no paragraph comes near, as `parse` cuts longer ones, so spaCy's own limit never speaks up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    """Which pipeline reads which language: pairs of a language and ``bundled``, a package's name or a folder.

    Attributes:
        choices: for the languages that a site chooses for itself; every other language has what ships.
    """

    choices: tuple[tuple[str, str], ...] = ()

    def choice(self, language: str) -> str:
        """The choice for a language, ``bundled`` where none was made."""
        return dict(self.choices).get(primary(language), BUNDLED)


BUNDLED_MODELS = Models()


def load(language: str, choice: str = BUNDLED) -> Language:
    """The pipeline of a language, loaded once in a process.

    A language without a bundled pipeline gets a blank one, which only splits words.

    Args:
        language: a BCP 47 code; ``und`` and unknown ones are fine.
        choice: ``bundled``, the name of an installed spaCy package, or the path of a folder.

    Raises:
        ModelError: the choice is not there or does not load; the text names the command that gets it.
    """
    return _loaded(primary(language), choice)


@lru_cache(maxsize=16)
def _loaded(language: str, choice: str) -> Language:
    if choice != BUNDLED:
        nlp = _chosen(choice)
    elif (MODELS / language / "meta.json").is_file():
        nlp = _from_folder(MODELS / language)
        remember_words(nlp)
    else:
        nlp = _blank(language)
    nlp.max_length = LONGEST_TEXT
    return nlp


@lru_cache(maxsize=64)
def model_version(language: str, choice: str = BUNDLED) -> str:
    """A short name for the pipeline's exact contents, to tell cached results of different ones apart.

    Folders are read but not loaded, so it is told quickly.

    Raises:
        ModelError: as `load`.
    """
    folder = Path(choice) if choice != BUNDLED else MODELS / primary(language)
    if (folder / "meta.json").is_file():
        return f"{_meta(folder)}-{_digest(folder)}"
    nlp = load(language, choice)
    meta = f"{nlp.meta['lang']}_{nlp.meta['name']}-{nlp.meta['version']}"
    return f"{meta}-{_digest(Path(str(nlp.path)))}" if nlp.path else f"{meta}-spacy{spacy.about.__version__}"


def _meta(folder: Path) -> str:
    """The language, name and version of the pipeline in a folder; one without a sound description does not load."""
    try:
        meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
        return f"{meta['lang']}_{meta['name']}-{meta['version']}"
    except (OSError, ValueError, KeyError, TypeError):
        return "unknown"


def _digest(folder: Path) -> str:
    """A hash of every file in the folder."""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and "__pycache__" not in p.parts):
        digest.update(str(path.relative_to(folder)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _chosen(choice: str) -> Language:
    if Path(choice).is_dir():
        return _from_folder(Path(choice))
    if "/" in choice or "\\" in choice:
        raise ModelError(f"language model {choice}: there is no such folder; `storydigest` ships 'bundled' instead")
    if not _installed(choice):
        raise ModelError(f"language model {choice} is not installed; get it with: python -m spacy download {choice}")
    try:
        return _quietly(choice)
    except Exception as error:
        raise ModelError(
            f"language model {choice} does not load ({_first_line(error)}); "
            f"get one that fits: python -m spacy download {choice}"
        ) from error


def _installed(package: str) -> bool:
    return package.isidentifier() and find_spec(package) is not None


def _from_folder(folder: Path) -> Language:
    try:
        return _quietly(folder)
    except Exception as error:
        remedy = (
            "install the package again: pip install --force-reinstall storydigest"
            if folder.parent == MODELS
            else "build it again with spaCy, or choose 'bundled'"
        )
        raise ModelError(f"language model {folder.name} does not load ({_first_line(error)}); {remedy}") from error


def _quietly(name: str | Path) -> Language:
    """The pipeline, without spaCy's remarks on versions, which our message would repeat where they matter."""
    with warnings.catch_warnings(), steady_arithmetic():
        warnings.simplefilter("ignore")
        nlp = spacy.load(name)
    _widen(nlp)
    return nlp


def _widen(nlp: Language) -> None:
    """Brings weights that are stored in half precision, to halve the files, to the precision they are used in."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if isinstance(model, Model) else ():
            for name in node.param_names:
                if node.has_param(name) and node.get_param(name).dtype == HALF:
                    node.set_param(name, node.get_param(name).astype("float32"))  # type: ignore[arg-type]
    if nlp.vocab.vectors.data.dtype == HALF:
        nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float32")


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]


def _blank(language: str) -> Language:
    """A pipeline that splits words as the language does, or as most do where spaCy cannot."""
    try:
        return spacy.blank(language)
    except Exception:  # noqa: BLE001  (spaCy raises whatever its optional packages raise)
        # Unknown to spaCy, or its word splitter is a package of its own (Japanese, Korean, Thai, Vietnamese).
        return spacy.blank(NO_LANGUAGE)
