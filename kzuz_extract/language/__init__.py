"""What Russian is, for every dimension alike: numerals, hedges, morphology, inflection."""
