"""CSS into attributes: some mail programs read nothing else.

Once an issue, never once a reader. Behind this one function, so that the library can be exchanged.
"""

#: What ``logging.CRITICAL`` is; the core does not import logging.
_SILENT = 50


def inline_css(html: str) -> str:
    """The page with its style rules copied into ``style`` attributes.

    A style block marked ``data-premailer="ignore"`` stays as it is: media and dark rules are of use only there.
    Nothing is fetched, neither from the network nor from disk.
    """
    # Slow to import, for it brings an HTTP client that it is then forbidden to use.
    from premailer import Premailer

    inliner = Premailer(
        html,
        allow_network=False,
        allow_loading_external_files=False,
        strip_important=False,
        keep_style_tags=True,
        disable_validation=True,
        cssutils_logging_level=_SILENT,
    )
    return str(inliner.transform(pretty_print=False))
