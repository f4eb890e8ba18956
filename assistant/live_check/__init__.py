"""Looks whether the club's mail servers answer as the content says. Without a password, and at no other host."""

from assistant.live_check.checker import LiveCheck
from assistant.live_check.describe import LiveCheckWords, describe
from assistant.live_check.report import Endpoint, Outcome, Report, Result, endpoints

__all__ = ["Endpoint", "LiveCheck", "LiveCheckWords", "Outcome", "Report", "Result", "describe", "endpoints"]
