"""Formats: what a sound or a film is by its first bytes, whatever its name says."""

from collections.abc import Mapping

SOUNDS: Mapping[str, str] = {
    "mp3": "audio/mpeg",
    "ogg": "audio/ogg; codecs=opus",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
}
FILMS: Mapping[str, str] = {"mp4": "video/mp4", "webm": "video/webm"}

_SOUND_BRANDS = {b"M4A ", b"M4B ", b"mp42", b"mp41", b"isom", b"iso2", b"dash"}
_FILM_BRANDS = {b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"dash"}
_MATROSKA = b"\x1a\x45\xdf\xa3"


def sound_in(content: bytes) -> str | None:
    """mp3, ogg, m4a or wav; None where it is none of these."""
    if content[:4] == b"RIFF" and content[8:12] == b"WAVE":
        return "wav"
    if content[:4] == b"OggS" and content[28:36] == b"OpusHead":
        return "ogg"
    if _brand(content) in _SOUND_BRANDS:
        return "m4a"
    return "mp3" if _begins_a_frame(_after_tag(content)) else None


def film_in(begin: bytes) -> str | None:
    """mp4 or webm, by the first hundred bytes; None where it is neither."""
    if _brand(begin) in _FILM_BRANDS:
        return "mp4"
    return "webm" if begin[:4] == _MATROSKA and b"\x42\x82\x84webm" in begin[:100] else None


def _brand(content: bytes) -> bytes:
    """The kind an MPEG-4 file says it is."""
    return content[8:12] if content[4:8] == b"ftyp" else b""


def _after_tag(content: bytes) -> bytes:
    """What follows an ID3v2 tag, which tells its length in four times seven bits, and its padding."""
    if content[:3] != b"ID3" or len(content) < 10 or max(content[6:10]) > 127:
        return content
    length = sum(part << shift for part, shift in zip(content[6:10], (21, 14, 7, 0), strict=True))
    return content[10 + length :].lstrip(b"\x00")


def _begins_a_frame(content: bytes) -> bool:
    """Whether an MPEG audio frame of layer III stands here: sync, layer, bit rate, sampling rate."""
    if len(content) < 4:
        return False
    first, second, third = content[:3]
    is_layer_three = first == 0xFF and second & 0xE6 == 0xE2
    is_version = second & 0x18 != 0x08
    return is_layer_three and is_version and third >> 4 not in (0, 15) and third & 0x0C != 0x0C
