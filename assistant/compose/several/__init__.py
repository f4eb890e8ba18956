"""Several values in one message: what is claimed of each connection, whether it is right, and the lines that say so."""
