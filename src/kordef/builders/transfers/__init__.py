"""Transfers: who supplies what to whom, at which stage, for how much; told in prose, lists, registers and notices."""
