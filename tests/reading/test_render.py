"""Pages for the screen: whole and in parts, from any thread."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PIL.TiffImagePlugin import STRIPOFFSETS as STRIP_OFFSETS
from PIL.TiffImagePlugin import TiffImageFile

from docqa_app.core.document import Box
from docqa_app.errors import InputError, PasswordNeeded
from docqa_app.reading.image import load
from docqa_app.reading.options import Limits
from docqa_app.reading.render import PageRenderer
from tests.reading.given import PASSWORD, file

DESCRIPTORS = Path("/proc/self/fd")
UPPER_RIGHT = Box(0.5, 0.0, 1.0, 0.25)


def array(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.int16]]:
    return np.asarray(image, np.int16)


@pytest.mark.parametrize("name", ["invoice.pdf", "grey.png", "rotated.pdf", "exif.jpg"])
@pytest.mark.parametrize("width", [100, 333, 1000])
def test_a_page_is_as_wide_as_asked_and_keeps_its_shape(name: str, width: int) -> None:
    renderer = PageRenderer(file(name))
    points = renderer.size(1)
    page = renderer.render(1, width)
    assert page.mode == "RGB"
    assert page.width == width
    assert page.height == pytest.approx(width * points[1] / points[0], abs=1)


@pytest.mark.parametrize("name", ["invoice.pdf", "grey.png", "rotated.pdf"])
def test_a_part_of_a_page_is_the_same_as_in_the_whole(name: str) -> None:
    renderer = PageRenderer(file(name))
    whole = array(renderer.render(1, 600))
    part = array(renderer.render(1, 600, UPPER_RIGHT))
    height, width = part.shape[:2]
    assert np.abs(part - whole[:height, 300 : 300 + width]).mean() < 1.0


def test_parts_side_by_side_leave_no_seam() -> None:
    renderer = PageRenderer(file("invoice.pdf"))
    left, right = (renderer.render(1, 601, Box(x, 0.0, x + 0.5, 1.0)) for x in (0.0, 0.5))
    assert left.width + right.width >= 601
    assert np.abs(array(left)[:, -1] - array(right)[:, 0]).mean() < 2.0


def test_a_cropped_page_shows_only_what_is_left_of_it() -> None:
    renderer = PageRenderer(file("cropped.pdf"))
    assert renderer.size(1) == (360, 320)


def test_a_filled_form_shows_what_was_filled_in() -> None:
    field = Box(0.45, 0.12, 0.9, 0.18)
    assert array(PageRenderer(file("form.pdf")).render(1, 600, field)).min() < 60


def test_a_locked_file_is_drawn_only_with_its_password() -> None:
    with pytest.raises(PasswordNeeded):
        PageRenderer(file("locked.pdf"))
    assert PageRenderer(file("locked.pdf"), PASSWORD).render(1, 100).width == 100


def test_the_second_page_of_an_image_file_is_drawn_too() -> None:
    renderer = PageRenderer(file("two_pages.tif"))
    assert renderer.count == 2
    assert array(renderer.render(2, 200)).mean() > array(renderer.render(1, 200)).mean()


def test_a_damaged_page_says_so_when_it_is_measured_and_when_it_is_drawn() -> None:
    renderer = PageRenderer(file("one_bad_page.pdf"))
    for look in (renderer.size, lambda number: renderer.render(number, 100)):
        with pytest.raises(InputError, match=r"is damaged and cannot be opened\. Scan or export it again"):
            look(2)
    renderer.close()


def test_the_pages_of_a_fax_are_measured_without_being_unpacked(tmp_path: Path) -> None:
    fax = tmp_path / "fax.tif"
    pages = [Image.new("1", (1000 + number, 1100), 1) for number in range(3)]
    pages[0].save(fax, save_all=True, append_images=pages[1:], compression="tiff_lzw", dpi=(200, 100))
    spoil_strip(fax, 2)
    renderer = PageRenderer(fax)
    assert [renderer.size(number) for number in (1, 2, 3)] == [(360, 792), (360.36, 792), (360.72, 792)]
    with pytest.raises(InputError, match=r"Page 2 of fax\.tif is damaged"):
        renderer.render(2, 100)


def test_pages_fed_sideways_are_measured_as_they_are_shown(tmp_path: Path) -> None:
    fed = tmp_path / "fed.tif"
    page = Image.new("1", (400, 300), 1)
    page.save(fed, save_all=True, append_images=[page], dpi=(200, 100), tiffinfo={274: 6})
    renderer = PageRenderer(fed)
    assert renderer.size(1) == renderer.size(2) == load(fed, 2, Limits())[1] == (216, 144)
    shown = renderer.render(2, 216)
    assert shown.size == (216, 144)


def spoil_strip(path: Path, number: int) -> None:
    """Overwrites the pixels of one page of a TIFF; its head stays whole."""
    with TiffImageFile(path) as image:
        image.seek(number - 1)
        first = image.tag_v2[STRIP_OFFSETS][0]
    data = bytearray(path.read_bytes())
    data[first : first + 40] = b"\xff" * 40
    path.write_bytes(data)


def test_a_picture_that_became_unreadable_is_a_sentence() -> None:
    with pytest.raises(InputError, match="damaged"):
        PageRenderer(file("cut_off.jpg")).render(1, 100)


def test_a_picture_that_was_removed_meanwhile_is_a_sentence(tmp_path: Path) -> None:
    scan = tmp_path / "scan.png"
    shutil.copy(file("grey.png"), scan)
    renderer = PageRenderer(scan)
    scan.unlink()
    with pytest.raises(InputError, match="does not exist"):
        renderer.render(1, 100)


@pytest.mark.parametrize("name", ["invoice.pdf", "two_pages.tif"])
def test_many_threads_draw_the_same_pages(name: str) -> None:
    renderer = PageRenderer(file(name))
    alone = [array(renderer.render(number, 150)) for number in (1, 2)]
    with ThreadPoolExecutor(8) as pool:
        drawn = list(pool.map(lambda n: array(renderer.render(n % 2 + 1, 150)), range(40)))
    assert all(np.array_equal(page, alone[n % 2]) for n, page in enumerate(drawn))


def is_open(path: Path) -> bool:
    """Whether this process holds the file."""
    return any(link.resolve() == path.resolve() for link in DESCRIPTORS.iterdir())


@pytest.mark.skipif(not DESCRIPTORS.exists(), reason="descriptors are no links here")
def test_a_closed_renderer_lets_the_file_go(tmp_path: Path) -> None:
    paper = Path(shutil.copy(file("invoice.pdf"), tmp_path))
    renderer = PageRenderer(paper)
    assert is_open(paper)
    renderer.close()
    assert not is_open(paper)


def test_a_renderer_may_be_closed_twice() -> None:
    renderer = PageRenderer(file("invoice.pdf"))
    renderer.close()
    renderer.close()
