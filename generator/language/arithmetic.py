"""The matrix arithmetic that pipelines run on: fast, on one thread, and the same for a row in whatever company.

NumPy's own BLAS is about three times as fast as the one spaCy comes with on processors with wide vectors. It has two
ways, though: few rows are multiplied by other code than many, which rounds differently, and several threads part the
work. So that a text's analysis depends on nothing but the text, few rows are filled up, and one thread is used.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import numpy as np
from thinc.api import NumpyOps, get_current_ops, set_current_ops
from thinc.types import Floats2d
from threadpoolctl import ThreadpoolController  # type: ignore[import-untyped]

FEW = 64
"""Rows; OpenBLAS takes its code for small matrices up to some 60 of them in the layers that we have."""


class SteadyOps(NumpyOps):  # type: ignore[misc]
    """Operations on the processor whose matrix products do not depend on how many rows there are."""

    def __init__(self) -> None:
        """Operations by NumPy."""
        super().__init__(use_blis=False)

    def gemm(
        self,
        x: Floats2d,
        y: Floats2d,
        out: Floats2d | None = None,
        trans1: bool = False,  # noqa: FBT001, FBT002  (thinc's signature)
        trans2: bool = False,  # noqa: FBT001, FBT002
    ) -> Floats2d:
        """The product of two matrices, either of them transposed first."""
        rows = len(x)
        if trans1 or out is not None or not 0 < rows < FEW:
            product: Floats2d = super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
            return product
        filled = np.zeros((FEW, x.shape[1]), dtype=x.dtype)
        filled[:rows] = x
        product = super().gemm(filled, y, trans2=trans2)
        return product[:rows]


@contextmanager
def steady_arithmetic() -> Iterator[None]:
    """Models made inside work by `SteadyOps`, unless a graphics card was chosen; BLAS has one thread from here on."""
    before = get_current_ops()
    if type(before) is not NumpyOps:
        yield
        return
    _one_thread()
    set_current_ops(SteadyOps())
    try:
        yield
    finally:
        set_current_ops(before)


@lru_cache(maxsize=1)
def _one_thread() -> None:
    """Has this process's BLAS libraries work on one thread for good."""
    ThreadpoolController().limit(limits=1, user_api="blas")
