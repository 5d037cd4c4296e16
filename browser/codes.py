"""One-time codes as an app on a telephone shows them (RFC 6238)."""

import base64
import hashlib
import hmac
import struct

SECONDS = 30


def code(secret, at):
    """The six digits. The secret is in Base32, perhaps in groups; the time in seconds since 1970."""
    letters = "".join(secret.split()).upper()
    key = base64.b32decode(letters + "=" * (-len(letters) % 8))
    mac = hmac.digest(key, struct.pack(">Q", int(at // SECONDS)), hashlib.sha1)
    start = mac[-1] & 15
    return f"{(struct.unpack_from('>I', mac, start)[0] & 0x7FFFFFFF) % 1_000_000:06}"
