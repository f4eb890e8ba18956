"""Mirrors the folders: conversations through the real stack first, units where they are sharper."""
