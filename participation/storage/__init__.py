"""The cellar: the database, its keys, what has been done to it, and the codes that open doors."""
