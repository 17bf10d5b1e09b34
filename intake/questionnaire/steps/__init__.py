"""The steps, a file each, in the order they are asked."""
