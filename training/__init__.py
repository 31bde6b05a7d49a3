"""Rebuilds every language model that the package ships from public data; see README.md in this folder."""
