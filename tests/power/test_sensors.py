"""Sensors read from fake trees and a stub library; what is missing says why."""

from __future__ import annotations

import json
import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from sysfs_for_tests import battery, gpu, package, tree

from pixelwatt.api import Available, Unavailable
from pixelwatt_power.core.sensors.apple import probe_apple
from pixelwatt_power.core.sensors.battery import battery_capacity_wh, probe_battery
from pixelwatt_power.core.sensors.discover import discover
from pixelwatt_power.core.sensors.emi import parse_measurement, parse_metadata, probe_emi
from pixelwatt_power.core.sensors.hwmon import probe_hwmon
from pixelwatt_power.core.sensors.model import Kind, Scope
from pixelwatt_power.core.sensors.nvml import probe_nvml
from pixelwatt_power.core.sensors.rapl import probe_rapl

HERE = Path(__file__).parent


# -- AMD and Intel GPUs ---------------------------------------------------------------------


def one(probes):
    assert len(probes) == 1
    return probes[0]


def test_amd_card(tmp_path):
    root = tree(tmp_path, gpu("amdgpu", power1_average="236000000\n", power1_cap_max="280000000\n"))
    probe = one(probe_hwmon(root))
    assert probe.info.scope is Scope.GPU
    assert probe.info.limit_w == 280
    assert probe.info.quantum == 1.0, "this card tells whole watts"
    assert probe.open().read().watts == 236


def test_apu_reports_its_whole_socket(tmp_path):
    """Phoenix has power1_input beside the average; Van Gogh labels its own slowPPT."""
    phoenix = gpu("amdgpu", 0, power1_average="3103000\n", power1_input="3142000\n")
    van_gogh = gpu("amdgpu", 1, power1_input="4057000\n", power1_label="slowPPT\n")
    probes = probe_hwmon(tree(tmp_path, phoenix | van_gogh))
    assert [probe.info.scope for probe in probes] == [Scope.SOCKET, Scope.SOCKET]
    assert probes[1].open().read().watts == pytest.approx(4.057)


def test_values_padded_with_nuls_and_blanks(tmp_path):
    root = tree(tmp_path, gpu("amdgpu", power1_average="36000000\n\0\0\0\0", power1_label="PPT  "))
    assert one(probe_hwmon(root)).open().read().watts == 36


def test_b580_under_6_16_counts_in_pkg_while_card_stands_at_zero(tmp_path):
    root = tree(
        tmp_path,
        gpu("xe", energy1_input="0\n", energy1_label="card\n",
            energy2_input="29523753173\n", energy2_label="pkg\n"),
    )  # fmt: skip
    probe = one(probe_hwmon(root))
    assert probe.info.kind is Kind.COUNTER
    assert probe.open().read().joules == pytest.approx(29523.753173)


def test_a_sleeping_gpu_is_not_read(tmp_path):
    files = gpu("amdgpu", status="suspended", power1_average="1000000\n")
    probe = one(probe_hwmon(tree(tmp_path, files)))
    assert isinstance(probe.state, Unavailable)
    assert "asleep" in probe.state.reason
    status = tmp_path / "class/drm/card0/device/power/runtime_status"
    status.write_text("active\n")
    sensor = one(probe_hwmon(tmp_path)).open()
    assert sensor.read().watts == 1
    status.write_text("suspended\n")
    (tmp_path / "class/drm/card0/device/hwmon/hwmon4/power1_average").unlink()
    assert "left to sleep" in sensor.read().absent


def test_a_gpu_without_power_says_so(tmp_path):
    probe = one(probe_hwmon(tree(tmp_path, gpu("radeon"))))
    assert isinstance(probe.state, Unavailable)
    assert probe.state.remedy


# -- CPU packages ---------------------------------------------------------------------------


def test_only_top_level_packages_are_read(tmp_path):
    files = package(0) | package(1)
    files |= {
        "class/powercap/intel-rapl:0:0/name": "core\n",
        "class/powercap/intel-rapl:2/name": "psys\n",
        "class/powercap/intel-rapl-mmio:0/name": "package-0\n",
    }
    probes = probe_rapl(tree(tmp_path, files))
    assert [probe.id for probe in probes] == ["rapl-0", "rapl-1"]
    assert probes[0].info.counter_range_j == pytest.approx(262143.32885)
    assert probes[0].open().read().joules == pytest.approx(5.0)


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_counter_for_root_only_says_how_to_open_it(open_folder, as_a_user):
    root = tree(open_folder, package())
    counter = root / "class/powercap/intel-rapl:0/energy_uj"
    counter.chmod(0o400)
    if os.geteuid() != 0:
        counter.chmod(0)
    with as_a_user():
        state = one(probe_rapl(root)).state
    assert "root only" in state.reason
    assert "sudo chmod a+r" in state.remedy
    counter.chmod(0o444)
    with as_a_user():
        assert isinstance(one(probe_rapl(root)).state, Available), "as the remedy leaves it"


@pytest.mark.skipif(os.name == "nt", reason="POSIX permissions")
def test_a_counter_closed_while_it_is_read_is_an_absence(open_folder, as_a_user):
    root = tree(open_folder, package())
    sensor = one(probe_rapl(root)).open()
    assert sensor.read().joules == pytest.approx(5.0)
    (root / "class/powercap/intel-rapl:0/energy_uj").chmod(0)
    with as_a_user():
        reading = sensor.read()
    assert reading.joules is None
    assert reading.absent


def test_an_unreadable_counter_says_how_to_open_it(tmp_path):
    root = tree(tmp_path, package())
    counter = root / "class/powercap/intel-rapl:0/energy_uj"
    counter.unlink()
    counter.mkdir()  # unreadable for root too
    state = one(probe_rapl(root)).state
    assert "root only" in state.reason
    assert "sudo chmod a+r" in state.remedy


def test_a_read_error_is_an_absence_never_zero(tmp_path):
    sensor = one(probe_rapl(tree(tmp_path, package()))).open()
    (tmp_path / "class/powercap/intel-rapl:0/energy_uj").write_text("")
    reading = sensor.read()
    assert reading.joules is None
    assert reading.absent


# -- Batteries ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "files",
    [
        {"power_now": "12500000\n"},
        {"power_now": "-12500000\n"},
        {"current_now": "1000000\n", "voltage_now": "12500000\n"},
        {"current_now": "-1000000\n", "voltage_now": "12500000\n"},
    ],
)
def test_every_sign_convention_gives_the_same_watts(tmp_path, files):
    sensor = one(probe_battery(tree(tmp_path, battery(**files)))).open()
    assert sensor.read().watts == pytest.approx(12.5)


def test_two_batteries_add_and_mice_do_not(tmp_path):
    files = battery("BAT0", power_now="6000000\n") | battery("BAT1", power_now="-4000000\n")
    files |= battery("hidpp_0", power_now="1000000\n", scope="Device\n")
    assert one(probe_battery(tree(tmp_path, files))).open().read().watts == pytest.approx(10)


def test_a_charging_battery_tells_nothing_of_the_machine(tmp_path):
    probe = one(probe_battery(tree(tmp_path, battery(status="Charging", power_now="30000000\n"))))
    assert isinstance(probe.state, Available)
    assert probe.open().read().watts is None


def test_capacity_from_energy_or_charge(tmp_path):
    files = battery("BAT0", energy_full="40040000\n")
    files |= battery("BAT1", charge_full="5000000\n", voltage_min_design="7700000\n")
    assert battery_capacity_wh(tree(tmp_path, files)) == pytest.approx(40.04 + 38.5)
    assert battery_capacity_wh(tmp_path / "none") is None


# -- Windows and Apple ----------------------------------------------------------------------


def emi_metadata(names):
    data = b"\0" * 64 + struct.pack("<HH", 1, len(names))
    for name in names:
        raw = (name + "\0").encode("utf-16-le")
        data += struct.pack("<IH", 0, len(raw)) + raw
    return data


def test_emi_reads_package_channels_in_joules():
    names = ["RAPL_Package0_PP0", "RAPL_Package0_PKG"]
    energies = [10**9, 10**12]

    def control(code, size):
        answers = {
            0x224000: struct.pack("<H", 2),
            0x224004: struct.pack("<I", len(emi_metadata(names))),
            0x224008: emi_metadata(names),
            0x22400C: b"".join(struct.pack("<QQ", energy, 7) for energy in energies),
        }
        return answers[code][:size]

    probe = one(probe_emi("win32", lambda: [control]))
    assert probe.id == "emi-0"
    assert probe.open().read().joules == pytest.approx(3600.0), "10^12 pWh are 1 Wh"


def test_emi_survives_short_answers():
    assert parse_metadata(b"\0" * 10) == []
    assert parse_metadata(emi_metadata(["abc"])[:-20]) == []
    assert parse_measurement(b"\0" * 15) == []


def test_emi_without_meters_says_so_and_other_systems_have_none():
    def refuse():
        raise OSError("no")

    assert isinstance(one(probe_emi("win32", refuse)).state, Unavailable)
    assert isinstance(one(probe_emi("win32", list)).state, Unavailable)
    assert probe_emi("linux") == []


def test_apple_counters(monkeypatch):
    class Monitor:
        def get_cumulative_energy(self):
            return type("Metrics", (), {"cpu_total_mj": 4000, "gpu_mj": None})()

    module = type(sys)("zeus_apple_silicon")
    module.AppleEnergyMonitor = Monitor
    monkeypatch.setitem(sys.modules, "zeus_apple_silicon", module)
    cpu, graphics = probe_apple("darwin")
    assert cpu.open().read().joules == 4.0
    assert graphics.open().read().joules is None
    assert probe_apple("linux") == []


def test_apple_without_the_extra_says_how_to_get_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "zeus_apple_silicon", None)
    assert "pip install zeus-apple-silicon" in one(probe_apple("darwin")).state.remedy


# -- NVIDIA ---------------------------------------------------------------------------------


def nvidia_pci(root, status="active", control="on"):
    device = "bus/pci/devices/0000:01:00.0"
    return tree(
        root,
        {
            f"{device}/vendor": "0x10de\n",
            f"{device}/class": "0x030000\n",
            f"{device}/power/runtime_status": f"{status}\n",
            f"{device}/power/control": f"{control}\n",
        },
    )


def test_a_sleeping_nvidia_gpu_is_not_woken(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pynvml", None)  # touching NVML at all would fail
    state = one(probe_nvml(nvidia_pci(tmp_path, "suspended"))).state
    assert "asleep" in state.reason


def test_without_nvml_the_probe_says_why(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pynvml", None)
    assert "nvidia-ml-py" in one(probe_nvml(tmp_path)).state.remedy


@pytest.fixture(scope="session")
def stub_folder(tmp_path_factory):
    compiler = shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")
    if compiler is None or sys.platform != "linux":
        pytest.skip("no C compiler on Linux to build the NVML stub with")
    folder = tmp_path_factory.mktemp("nvml")
    command = [compiler, "-shared", "-fPIC", "-o", "libnvidia-ml.so.1", str(HERE / "nvml_stub.c")]
    subprocess.run(command, cwd=folder, check=True)
    return folder


def with_stub(folder, code, **environment):
    result = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "LD_LIBRARY_PATH": str(folder), "PYTHONPATH": os.pathsep.join(sys.path),
             **environment},
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


READ_TWICE = """
import json, pathlib, sys
from pixelwatt_power.core.sensors.nvml import probe_nvml
(probe,) = probe_nvml(pathlib.Path("/nowhere"))
if probe.open is None:
    print(json.dumps({"reason": probe.state.reason}))
    sys.exit()
sensor = probe.open()
first, second = sensor.read(), sensor.read()
sensor.close()
print(json.dumps({"name": probe.name, "kind": probe.info.kind, "limit": probe.info.limit_w,
                  "joules": second.joules and second.joules - first.joules,
                  "watts": second.watts, "also": dict(second.also)}))
"""


def test_nvidia_energy_counter_through_the_unmodified_binding(stub_folder):
    found = with_stub(stub_folder, READ_TWICE)
    assert found["name"] == "Stub RTX"
    assert found["kind"] == "counter"
    assert found["limit"] == 450
    assert found["joules"] == pytest.approx(15.234)
    # The stub has no clock functions: what a driver lacks is absent, never 0.
    assert found["also"] == {"utilisation_percent": 97, "temperature_c": 63}


def test_older_nvidia_gpus_give_averaged_power(stub_folder):
    found = with_stub(stub_folder, READ_TWICE, STUB_COUNTER="0")
    assert (found["kind"], found["watts"], found["joules"]) == ("average", 152.34, None)


def test_before_ampere_power_is_instantaneous(stub_folder):
    found = with_stub(stub_folder, READ_TWICE, STUB_COUNTER="0", STUB_ARCHITECTURE="4")
    assert (found["kind"], found["watts"]) == ("instant", 152.34)


def test_an_nvidia_gpu_without_power_says_so(stub_folder):
    found = with_stub(stub_folder, READ_TWICE, STUB_COUNTER="0", STUB_POWER="-1")
    assert "neither energy nor power" in found["reason"]


LET_GO = """
import json, pathlib, sys
from pixelwatt_power.core.sensors import nvml
(probe,) = nvml.probe_nvml(pathlib.Path(ROOT))
sensor = probe.open()
awake = sensor.read().joules is not None
nvml.LET_GO_AFTER_S = 0.0
sensor.read()
print(json.dumps({"awake": awake, "handle": sensor._handle is None,
                  "absent": sensor.read().absent}))
"""


def test_an_idle_laptop_gpu_is_let_go(stub_folder, tmp_path):
    root = nvidia_pci(tmp_path, control="auto")
    found = with_stub(stub_folder, LET_GO.replace("ROOT", repr(str(root))), STUB_BUSY="0")
    assert found == {"awake": True, "handle": True, "absent": "idle, let go so that it may sleep"}


# -- All of them ----------------------------------------------------------------------------


def test_a_machine_without_sensors_says_so_in_words(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pynvml", None)
    for probe in discover(tmp_path):
        assert isinstance(probe.state, Unavailable)
        assert probe.state.reason


def test_each_absence_on_linux_has_its_reason_and_remedy(tmp_path):
    for probe in (*probe_rapl(tmp_path, "linux"), *probe_hwmon(tmp_path, "linux")):
        assert isinstance(probe.state, Unavailable)
        assert probe.state.remedy
    assert probe_rapl(tmp_path, "win32") == probe_hwmon(tmp_path, "darwin") == []


def test_a_failing_probe_does_not_hide_the_others(tmp_path, monkeypatch):
    def fail(_root):
        raise RuntimeError("broken")

    monkeypatch.setitem(sys.modules, "pynvml", None)
    monkeypatch.setattr("pixelwatt_power.core.sensors.discover.probe_hwmon", fail)
    probes = discover(tree(tmp_path, package()))
    states = {probe.name: probe.state for probe in probes}
    assert isinstance(states["CPU package 0"], Available)
    assert "broken" in states["hwmon"].reason
