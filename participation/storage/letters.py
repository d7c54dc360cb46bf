"""Letters: what a device without net seals so that the house alone can open it.

Whoever seals makes a key for this one letter: ECDH on P-256, HKDF-SHA-256, AES-256-GCM.
A letter is the sender's point (65 bytes), a nonce (12) and what is sealed.
"""

from base64 import b16decode, b16encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from participation.errors import NotFound

CURVE = ec.SECP256R1()
POINT, NONCE, PURPOSE = 65, 12, b"letter"


def new_pair() -> tuple[str, str]:
    """A private key to keep, and the public one to give away; both as hexadecimal digits."""
    private = ec.generate_private_key(CURVE)
    public = private.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return f"{private.private_numbers().private_value:064x}", b16encode(public).decode().lower()


def opened(private: str, letter: str, about: str) -> bytes:
    """What stands in a letter that was sealed about this very thing. Raise NotFound for anything else."""
    try:
        raw = b16decode(letter.upper())
        sender = ec.EllipticCurvePublicKey.from_encoded_point(CURVE, raw[:POINT])
        key = ec.derive_private_key(int(private, 16), CURVE).exchange(ec.ECDH(), sender)
        derived = HKDF(SHA256(), 32, salt=raw[:POINT], info=PURPOSE).derive(key)
        return AESGCM(derived).decrypt(raw[POINT:][:NONCE], raw[POINT + NONCE :], about.encode())
    except (ValueError, InvalidTag):
        raise NotFound("no letter that this key opens") from None
