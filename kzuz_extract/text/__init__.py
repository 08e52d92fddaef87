"""From bytes to a text that rules can read: decoding, passages, header, tokens, sentences."""

from kzuz_extract.text.text import Text, read
from kzuz_extract.text.tokens import Form

__all__ = ["Form", "Text", "read"]
