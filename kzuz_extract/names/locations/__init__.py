"""Locations: places that lists have, and places that their heads or prepositions give away."""
