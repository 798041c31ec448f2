"""A vendor's system beside the rules, step by step, until one of the two does something else."""
