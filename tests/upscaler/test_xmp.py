"""XMP goes from format to format, without what was true of the old pixels only."""

from __future__ import annotations

import zlib
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from pixelwatt_upscaler.core import xmp
from pixelwatt_upscaler.core.export_pictures import save_picture
from pixelwatt_upscaler.core.frames import Frame
from pixelwatt_upscaler.core.pictures import read_picture, stored_strips

PACKET = """<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>
<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF
 xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>
<rdf:Description rdf:about='' xmlns:xmp='http://ns.adobe.com/xap/1.0/'
 xmlns:tiff='http://ns.adobe.com/tiff/1.0/' xmlns:exif='http://ns.adobe.com/exif/1.0/'
 xmlns:dc='http://purl.org/dc/elements/1.1/'
 xmp:Rating="4" tiff:Orientation="6" exif:PixelXDimension='64'>
<tiff:ImageWidth>64</tiff:ImageWidth><dc:creator>王小明</dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>""".encode()
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
FORMATS = (".png", ".jpg", ".webp", ".tif")


def pixels():
    return np.random.default_rng(0).integers(0, 256, (48, 64, 3), np.uint8)


def written(path):
    """A file by Pillow with the packet in it."""
    image = Image.fromarray(pixels())
    if path.suffix == ".png":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", PACKET.decode())
        image.save(path, pnginfo=info)
    elif path.suffix == ".tif":
        image.save(path, tiffinfo={700: PACKET})
    else:
        image.save(path, xmp=PACKET)
    return path


def found(path):
    """Local names and values of the description, where Pillow finds the packet."""
    with Image.open(path) as image:
        tags = getattr(image, "tag_v2", {})
        packet = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or tags.get(700)
    description = next(ElementTree.fromstring(packet).iter(f"{{{RDF}}}Description"))
    values = dict(description.attrib) | {child.tag: child.text for child in description}
    return {name.rpartition("}")[2]: value for name, value in values.items()}


@pytest.mark.parametrize("target", FORMATS)
@pytest.mark.parametrize("source", FORMATS)
def test_a_rating_and_a_credit_survive_and_the_old_orientation_does_not(tmp_path, source, target):
    frame = read_picture(written(tmp_path / f"in{source}"))
    out = tmp_path / f"out{target}"
    assert save_picture(frame, out) == ()
    description = found(out)
    assert description["Rating"] == "4"
    assert description["creator"] == "王小明"
    assert not {"Orientation", "PixelXDimension", "ImageWidth"} & set(description)


@pytest.mark.parametrize("suffix", [".png", ".tif"])
def test_it_is_found_without_decoding_too(tmp_path, suffix):
    path = written(tmp_path / f"in{suffix}")
    assert stored_strips(path).xmp == read_picture(path).xmp is not None


def test_a_compressed_packet_of_a_png_is_read():
    chunk = xmp.PNG_KEYWORD + b"\0\1\0en\0\0" + zlib.compress(PACKET)
    assert xmp.of_png_text(chunk) == PACKET
    assert xmp.of_png_text(xmp.png_text(PACKET)) == PACKET
    assert xmp.of_png_text(xmp.PNG_KEYWORD + b"\0\1\0en\0\0damaged") is None


def test_what_a_jpeg_cannot_hold_is_said(tmp_path):
    long = PACKET.replace("王小明".encode(), b"x" * 70_000)
    out = tmp_path / "out.jpg"
    (note,) = save_picture(Frame(pixels(), xmp=xmp.kept(long)), out)
    assert "without XMP" in note
    assert read_picture(out).xmp is None


@pytest.mark.parametrize("packet", [None, b"", b"nonsense", b"<rdf:RDF>\xff\xfe"])
def test_what_is_no_xmp_is_left_out(packet):
    assert xmp.kept(packet) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_borne(data):
    xmp.of_png_text(data)
    xmp.of_png_text(xmp.PNG_KEYWORD + b"\0" + data)
    kept = xmp.kept(b"rdf:RDF" + data)
    assert kept is None or len(kept) <= len(data) + 7
