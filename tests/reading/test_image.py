"""Every kind of picture becomes the same upright grey-on-white page."""

from __future__ import annotations

import itertools
import struct
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import ExifTags, Image, TiffImagePlugin

from docqa_app.errors import InputError, TooLarge
from docqa_app.reading.image import count, load, sizes, to_rgb
from docqa_app.reading.options import Limits
from tests.reading.given import file

CLOSE = 6.0  # mean difference in grey steps that compression leaves


def difference(name: str) -> float:
    page, _ = load(file(name), 1, Limits())
    original, _ = load(file("grey.png"), 1, Limits())
    assert page.mode == "RGB"
    assert page.size == original.size
    return float(np.abs(np.asarray(page, np.int16) - np.asarray(original, np.int16)).mean())


@pytest.mark.parametrize("name", ["sixteen_bit.png", "cmyk.jpg", "alpha.png", "photo.webp", "exif.jpg", "one_bit.tif"])
def test_depth_colours_transparency_and_camera_position_do_not_change_the_page(name: str) -> None:
    assert difference(name) < CLOSE


@pytest.mark.parametrize("white_is_zero", [False, True])
def test_a_scan_of_sixteen_bits_is_dark_on_white_whichever_of_them_is_zero(tmp_path: Path, white_is_zero: bool) -> None:
    grey = np.full((20, 30), 60_000, np.uint16)
    grey[5:10, 5:10] = 3_000
    stored = 65535 - grey if white_is_zero else grey
    path = tmp_path / "scan.tif"
    Image.fromarray(stored).save(path, tiffinfo={ExifTags.Base.PhotometricInterpretation: 0 if white_is_zero else 1})
    page, _ = load(path, 1, Limits())
    assert np.asarray(page)[0, 0, 0] > 220
    assert np.asarray(page)[7, 7, 0] < 20


def test_a_picture_lies_on_white_where_it_is_transparent() -> None:
    clear = Image.new("RGBA", (2, 1), (255, 0, 0, 0))
    assert to_rgb(clear).getpixel((0, 0)) == (255, 255, 255)


def test_a_palette_with_a_transparent_colour_lies_on_white() -> None:
    painted = Image.new("P", (1, 1), 0)
    painted.info["transparency"] = 0
    assert to_rgb(painted).getpixel((0, 0)) == (255, 255, 255)


def test_a_page_of_two_is_found_by_its_number() -> None:
    assert count(file("two_pages.tif"), Limits()) == 2
    first, _ = load(file("two_pages.tif"), 1, Limits())
    second, _ = load(file("two_pages.tif"), 2, Limits())
    assert np.asarray(first).mean() < np.asarray(second).mean()


def test_a_photo_with_a_preview_is_one_page(tmp_path: Path) -> None:
    photo, preview = Image.new("RGB", (40, 60)), Image.new("RGB", (4, 6))
    photo.save(tmp_path / "photo.jpg", "MPO", save_all=True, append_images=[preview])
    assert count(tmp_path / "photo.jpg", Limits()) == 1


def test_the_size_is_in_points_where_the_scanner_said_its_resolution() -> None:
    _, size = load(file("grey.png"), 1, Limits())
    assert size == pytest.approx((420, 595.2), abs=0.5)


def test_the_size_is_in_pixels_where_no_one_said_a_resolution() -> None:
    page, size = load(file("photo.webp"), 1, Limits())
    assert size == page.size


def test_the_size_of_a_camera_picture_held_sideways_is_that_of_the_upright_page() -> None:
    page, size = load(file("exif.jpg"), 1, Limits())
    assert page.height > page.width
    assert size[1] > size[0]


def test_a_scan_that_says_it_was_fed_sideways_is_upright(tmp_path: Path) -> None:
    scan = Image.open(file("grey.png"))
    scan.transpose(Image.Transpose.ROTATE_90).save(tmp_path / "fed.tif", dpi=(150, 150), tiffinfo={274: 6})
    page, size = load(tmp_path / "fed.tif", 1, Limits())
    assert page.size == scan.size
    assert size == pytest.approx((420, 595.2), abs=0.5)


def test_a_fax_has_its_true_proportions(tmp_path: Path) -> None:
    Image.new("1", (1728, 1078), 1).save(tmp_path / "fax.tif", dpi=(204, 98))
    page, size = load(tmp_path / "fax.tif", 1, Limits())
    assert size[1] / size[0] == pytest.approx(1.3, abs=0.01)
    assert page.height / page.width == pytest.approx(1.3, abs=0.01)


def test_a_fax_takes_its_true_proportions_within_the_pixel_cap(tmp_path: Path) -> None:
    Image.new("1", (100, 1000), 1).save(tmp_path / "fax.tif", dpi=(60, 2400))
    page, size = load(tmp_path / "fax.tif", 1, Limits(pixels=160_000))
    assert page.size == (800, 200)
    assert size == (120, 30)


def test_a_picture_that_would_unpack_to_gigabytes_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(TooLarge, match="megapixels"):
        count(file("bomb.png"), Limits())


def test_a_picture_above_the_cap_is_refused() -> None:
    with pytest.raises(TooLarge, match="0 megapixels"):
        load(file("grey.png"), 1, Limits(pixels=1000))


def test_a_picture_cut_off_in_the_copying_is_called_damaged() -> None:
    with pytest.raises(InputError, match="damaged"):
        load(file("cut_off.jpg"), 1, Limits())


def test_a_picture_that_is_only_a_beginning_is_called_damaged(tmp_path: Path) -> None:
    stub = tmp_path / "stub.png"
    stub.write_bytes(file("grey.png").read_bytes()[:20])
    with pytest.raises(InputError, match="damaged"):
        count(stub, Limits())


def tiff_of(path: Path, *frames: Image.Image, kinds: Sequence[int] = ()) -> Path:
    """A TIFF of these frames, each with its NewSubfileType where `kinds` gives one."""
    with TiffImagePlugin.AppendingTiffWriter(str(path), new=True) as file:
        for frame, kind in itertools.zip_longest(frames, kinds):
            told = {} if kind is None else {ExifTags.Base.NewSubfileType: kind}
            frame.save(file, format="TIFF", dpi=(200, 200), tiffinfo=told)
            file.newFrame()
    return path


def test_a_tiff_cut_off_between_its_pages_keeps_those_that_are_whole(tmp_path: Path) -> None:
    page = Image.new("RGB", (700, 300), "white")
    cut = tiff_of(tmp_path / "cut.tif", page, page, page)
    cut.write_bytes(cut.read_bytes()[: cut.stat().st_size // 2])

    assert count(cut, Limits()) == 3
    assert load(cut, 1, Limits())[0].size == page.size
    for torn in (2, 3):
        with pytest.raises(InputError, match=rf"Page {torn} of cut\.tif is damaged"):
            load(cut, torn, Limits())


def test_a_tiff_whose_next_page_lies_behind_the_cut_has_the_pages_before_it(tmp_path: Path) -> None:
    page = Image.new("RGB", (700, 300), "white")
    begun = tiff_of(tmp_path / "begun.tif", page, page).stat().st_size
    cut = tiff_of(tmp_path / "cut.tif", page, page, page)
    cut.write_bytes(cut.read_bytes()[:begun])

    assert count(cut, Limits()) == 3
    assert sizes(cut, 3, Limits()) == ((252, 108), (252, 108), None)
    assert load(cut, 2, Limits())[0].size == page.size
    with pytest.raises(InputError, match=r"Page 3 of cut\.tif is damaged"):
        load(cut, 3, Limits())


def test_a_page_that_cannot_be_opened_does_not_hide_those_behind_it(tmp_path: Path) -> None:
    first, last = Image.new("L", (70, 30), "white"), Image.new("L", (30, 70), "white")
    path = tiff_of(tmp_path / "scan.tif", first, Image.new("L", (50, 51)), last)
    width = struct.pack("<HHII", ExifTags.Base.ImageWidth, 4, 1, 50)
    path.write_bytes(path.read_bytes().replace(width, struct.pack("<HHII", 65000, 4, 1, 50)))

    assert count(path, Limits()) == 3
    with pytest.raises(InputError, match="Page 2"):
        load(path, 2, Limits())
    assert load(path, 3, Limits())[0].size == last.size


def test_a_small_copy_that_a_scanner_adds_for_previews_is_no_page(tmp_path: Path) -> None:
    first, second, small = (Image.new("L", size, "white") for size in ((700, 300), (300, 700), (70, 30)))
    path = tiff_of(tmp_path / "scan.tif", small, first, small, second, kinds=(1, 2, 1, 2))

    assert count(path, Limits()) == 2
    assert [load(path, number, Limits())[0].size for number in (1, 2)] == [first.size, second.size]
    assert sizes(path, 2, Limits()) == ((252, 108), (108, 252))


def test_a_tiff_of_small_copies_alone_has_them_as_pages(tmp_path: Path) -> None:
    small = Image.new("L", (70, 30), "white")
    assert count(tiff_of(tmp_path / "scan.tif", small, small, kinds=(1, 1)), Limits()) == 2
