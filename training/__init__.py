"""Rebuilds every language model that the package ships from public data; see README.md in this folder."""

import os

# One thread, before NumPy starts any: the order of additions then does not depend on the machine's load.
for _variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[_variable] = "1"
