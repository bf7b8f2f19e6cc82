"""Actors: states, organisations, companies, bodies of states, and persons with their posts."""
