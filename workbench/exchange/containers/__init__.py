"""What a file is, by its first bytes, and its content as a page. An ending can be wrong; a signature is not."""

from workbench.exchange.containers.recognise import page_of

__all__ = ["page_of"]
