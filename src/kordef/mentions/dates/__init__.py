"""Dates: every expression of calendar time, worked out to EDTF."""
