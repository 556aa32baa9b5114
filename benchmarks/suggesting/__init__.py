"""The parts of `benchmarks/suggestions.py`: material, methods, measures, learning curve, ablation and speed."""
