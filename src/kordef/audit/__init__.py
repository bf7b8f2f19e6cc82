"""Numbered checks over a dataset."""
