"""Observations: the figures for a state of affairs that prose and tables give."""
