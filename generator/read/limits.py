"""Every limit on what goes in, in one place."""

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

Count = Annotated[int, Field(ge=1)]
"""A limit below which nothing could be read at all is a mistake."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of one input is read; more is refused with a line that says so.

    Attributes:
        input_bytes: size of a file, or of one line of a JSON Lines file.
        collection_bytes: size of a whole JSON Lines file, which is read line by line.
        items: articles in one file.
        page_elements: elements of an HTML page, hidden ones left out; finding the article takes time for each.
        folder_depth: folders below an input folder.
        article_characters: text of one article.
        paragraphs: paragraphs of one article.
        sentences: sentences of one article.
        title_characters: title; a longer one is no title and left out, as are longer outlets, authors and addresses.
        outlet_characters: name of an outlet.
        author_characters: name of an author.
        authors: authors of one article.
        url_characters: address.
        front_matter_bytes: front matter of a file.
        front_matter_nodes: values, keys, lists and maps in front matter.
        front_matter_depth: lists and maps within each other in front matter.
    """

    input_bytes: Count = 10_000_000
    collection_bytes: Count = 1_000_000_000
    items: Count = 100_000
    page_elements: Count = 30_000
    folder_depth: Count = 20
    article_characters: Count = 200_000
    paragraphs: Count = 5_000
    sentences: Count = 5_000
    title_characters: Count = 500
    outlet_characters: Count = 120
    author_characters: Count = 120
    authors: Count = 20
    url_characters: Count = 2_000
    front_matter_bytes: Count = 16_000
    front_matter_nodes: Count = 200
    front_matter_depth: Count = 4
