"""Dialogues: who met whom, where and when."""
