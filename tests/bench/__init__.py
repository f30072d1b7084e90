"""The benchmark: the product beside other search programs, in one run. Start it with `make bench`."""
