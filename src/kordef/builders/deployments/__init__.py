"""Deployments: forces sent, stationed, exercising, patrolling, training or calling at ports."""
