"""The testing kit: made things to test with, and a machine that tests a system against the rules."""

from .shrinking import simplest

__all__ = ["simplest"]
