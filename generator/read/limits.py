"""Every limit on what goes in, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much of one input is read; more is refused with a line that says so.

    Attributes:
        input_bytes: size of a file, or of one line of a JSON Lines file.
        collection_bytes: size of a whole JSON Lines file, which is read line by line.
        items: articles in one file.
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

    input_bytes: int = 10_000_000
    collection_bytes: int = 1_000_000_000
    items: int = 100_000
    folder_depth: int = 20
    article_characters: int = 200_000
    paragraphs: int = 5_000
    sentences: int = 5_000
    title_characters: int = 500
    outlet_characters: int = 120
    author_characters: int = 120
    authors: int = 20
    url_characters: int = 2_000
    front_matter_bytes: int = 16_000
    front_matter_nodes: int = 200
    front_matter_depth: int = 4
