"""The nouns: frozen, documented, standard library only.

Every datetime here is aware; those that are kept are in UTC.
"""
