"""Where a page of the docs tree stands on the site, and the way from one page to another."""

from posixpath import relpath


def address(path: str, *, directories: bool) -> str:
    """Return the address of a page below the root of the site: ``stories/a.md`` is at ``stories/a/``.

    Args:
        path: a path in the docs tree; what is no Markdown stays where it is.
        directories: whether addresses end in a folder.
    """
    if not path.endswith(".md"):
        return path
    name = path.removesuffix(".md")
    if name == "index" or name.endswith("/index"):
        folder = name.removesuffix("index")
        return folder if directories else f"{folder}index.html"
    return f"{name}/" if directories else f"{name}.html"


def way(source: str, target: str, fragment: str = "", *, directories: bool) -> str:
    """Return the relative link from one page to another, both as paths in the docs tree."""
    start = address(source, directories=directories).rpartition("/")[0]
    end = address(target, directories=directories)
    link = relpath(end or ".", start or ".")
    link += "/" if not end or end.endswith("/") else ""
    return f"{link}#{fragment}" if fragment else link
