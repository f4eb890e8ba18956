"""Composes answers from the content: values from the settings table, texts from the topics."""
