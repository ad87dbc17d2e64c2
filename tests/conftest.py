"""What holds for every test."""

import gc
import itertools
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

# A busy computer is no bug: no test fails for being slow.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

WHOLE_EVERY = 20
_tests = itertools.count(1)


@pytest.fixture(autouse=True)
def _collect_between_tests() -> Iterator[None]:
    """Python's cycle collector runs between tests only, as it runs between events only in the app.

    Within a Qt destructor it may destroy another Qt object and wait for ever for the lock the first one holds.
    """
    gc.disable()
    yield
    gc.collect(2 if next(_tests) % WHOLE_EVERY == 0 else 1)
