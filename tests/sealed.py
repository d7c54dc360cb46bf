"""Letters as a device without net seals them, and what a child there answered."""

import json
from secrets import token_bytes, token_hex

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

CARD = ["bil", "sol", "hus", "katt", "ball"]


def letter(public: str, about: str, plain: bytes) -> str:
    """What only the holder of the private key can open, and only as being about this."""
    house = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), bytes.fromhex(public))
    own = ec.generate_private_key(ec.SECP256R1())
    point = own.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    key = HKDF(SHA256(), 32, salt=point, info=b"letter").derive(own.exchange(ec.ECDH(), house))
    nonce = token_bytes(12)
    return (point + nonce + AESGCM(key).encrypt(nonce, plain, about.encode())).hex()


def sent(public: str, digest: str, told: object, sent_id: str = "") -> dict[str, str]:
    """One child's answers as they arrive: a random name, under which questions, and what is sealed."""
    sent_id = sent_id or token_hex(16)
    sealed = letter(public, f"{sent_id}|{digest}", json.dumps(told).encode())
    return {"sent_id": sent_id, "digest": digest, "sealed": sealed}


def told(words: list[str] | None = None, **said: object) -> dict[str, object]:
    """What a child told: told(safe="yes")."""
    answers = {name: {"status": "answered", "value": value} for name, value in said.items()}
    return {"answers": answers, "words": words or CARD}
