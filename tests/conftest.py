"""What holds for every test."""

from hypothesis import HealthCheck, settings

# A busy computer is no bug: no test fails for being slow.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
