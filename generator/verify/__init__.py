"""Proves on the built HTML that nothing is invented and nothing got in."""

from generator.verify.site import Proof, verify
from generator.verify.sources import given_words

__all__ = ["Proof", "given_words", "verify"]
