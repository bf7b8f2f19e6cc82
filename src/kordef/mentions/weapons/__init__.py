"""Weapons: by designation, by name, and by the noun of their class."""
