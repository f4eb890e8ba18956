"""Checks a whole content folder: what the loader refuses, and what works but would disappoint members."""

from assistant.content_check.check import check_content
from assistant.content_check.report import Report

__all__ = ["Report", "check_content"]
