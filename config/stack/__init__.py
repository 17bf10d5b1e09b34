"""Everything that must stand before Django can: environment, database, broker, keys, processes.

Standard library only: it runs on a bare Python 3.11 before the environment exists.
"""
