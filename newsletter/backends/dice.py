"""The one place that throws dice."""

import secrets


class SystemSecrets:
    """The operating system's randomness."""

    def token(self) -> str:
        """A fresh token of 22 URL-safe characters: 128 bits that nobody can guess.

        None starts with ``-``: mail programs and people take that for an option or a bullet.
        """
        while (token := secrets.token_urlsafe(16)).startswith("-"):
            pass
        return token
