from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pixelwatt.api import SettingsPage, setting
from pixelwatt.settings import SettingsStore


class Mode(StrEnum):
    FAST = "fast"
    BEST = "best"


@dataclass(frozen=True, slots=True)
class Sample:
    name: str = setting("ours", label="Name")
    count: int = setting(3, label="Count", minimum=0, maximum=9)
    ratio: float = setting(0.5, label="Ratio")
    on: bool = setting(True, label="On")
    mode: Mode = setting(Mode.FAST, label="Mode")
    size: str = setting("s", label="Size", choices=(("s", "small"), ("l", "large")))
    recent: tuple[str, ...] = setting((), label="Recent")


PAGE = SettingsPage(id="sample", title="Sample", schema=Sample)


def store(path, page=PAGE):
    opened = SettingsStore(path)
    opened.register(page)
    return opened


def test_values_come_back(tmp_path):
    file = tmp_path / "settings.toml"
    changed = Sample("theirs", 7, 2.0, False, Mode.BEST, "l", ("a", "b"))
    store(file).put(changed)
    assert store(file).get(Sample) == changed


def test_one_bad_value_costs_only_itself(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('[sample]\nname = "kept"\ncount = "many"\nmode = "odd"\nsize = "xl"\n')
    opened = store(file)
    assert opened.get(Sample) == Sample(name="kept")
    assert len(opened.problems) == 3
    assert "sample.count" in opened.problems[0]


@pytest.mark.parametrize("stored", ["true", "1.5", '"3"', "10", "-1"])
def test_a_whole_number_is_not_a_bool_a_fraction_a_text_or_out_of_range(tmp_path, stored):
    file = tmp_path / "settings.toml"
    file.write_text(f"[sample]\ncount = {stored}\n")
    assert store(file).get(Sample).count == 3


def test_an_unreadable_file_is_set_aside_not_lost(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("this is = = not toml")
    opened = store(file)
    assert opened.get(Sample) == Sample()
    assert (tmp_path / "settings.unreadable.toml").read_text() == "this is = = not toml"
    assert "could not be read" in opened.problems[0]


@given(st.binary(max_size=200))
def test_no_file_content_stops_the_start(tmp_path_factory, content):
    file = tmp_path_factory.mktemp("s") / "settings.toml"
    file.write_bytes(content)
    assert isinstance(store(file).get(Sample), Sample)


def test_tables_of_absent_plugins_are_kept(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("[absent]\nvalue = 1\n")
    store(file).put(Sample(count=4))
    assert "[absent]\nvalue = 1" in file.read_text()


def test_a_value_out_of_range_is_refused_and_not_stored(tmp_path):
    opened = store(tmp_path / "settings.toml")
    with pytest.raises(ValueError, match="above 9"):
        opened.put(Sample(count=10))
    assert opened.get(Sample).count == 3


def test_subscribers_hear_of_changes_until_they_leave(tmp_path):
    opened = store(tmp_path / "settings.toml")
    heard = []
    leave = opened.subscribe(Sample, heard.append)
    opened.put(Sample(count=4))
    opened.put(Sample(count=4))
    leave()
    opened.put(Sample(count=5))
    assert [value.count for value in heard] == [4]


def test_old_versions_are_migrated(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text('[sample]\nversion = 1\ntitle = "old"\n')
    page = replace(PAGE, version=2, migrations={1: lambda table: {"name": table["title"]}})
    assert store(file, page).get(Sample).name == "old"


def test_a_migration_that_raises_costs_only_its_page(tmp_path):
    file = tmp_path / "settings.toml"
    file.write_text("[sample]\nversion = 1\n")
    page = replace(PAGE, version=2, migrations={1: lambda table: {"name": table["title"]}})
    opened = store(file, page)
    assert opened.get(Sample) == Sample()
    assert "defaults are used" in opened.problems[0]
