"""Language models that may put sources into words. What they say passes the gate of ``draft`` or is not printed."""
