"""Proves on the built HTML that nothing is invented and nothing got in."""
