"""Agreements: what states, organisations and firms have agreed with one another, and how far it has come."""
