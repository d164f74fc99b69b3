#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the fuzzers of a build folder in turn, a slice of time each, and adds up what they did in a log: a line `TARGET EXECUTIONS SECONDS` for each
slice. A run with the same log and the same build folder goes on behind the last one. After each round what the fuzzers found new is merged into the fewest inputs.

usage: rounds.py BUILD_FOLDER --log FILE [--seconds N] [--slice N] [TARGET…]
ends with 1 if a fuzzer found a fault: the input lies in BUILD_FOLDER/tests/fuzz/faults/TARGET-…; the others go on."""
import argparse
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

TARGETS = ("reader", "json", "data", "rule", "template", "receipt")
CORPUS = pathlib.Path(__file__).resolve().parent / "corpus"
LIMITS = ["-max_len=8000", "-timeout=20", "-rss_limit_mb=1024", "-verbosity=0", "-print_final_stats=1"]


def arguments():
    out = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    out.add_argument("build", type=pathlib.Path)
    out.add_argument("--log", type=pathlib.Path, required=True)
    out.add_argument("--seconds", type=int, default=3600)
    out.add_argument("--slice", type=int, default=300)
    out.add_argument("targets", nargs="*", default=list(TARGETS), metavar="TARGET")
    return out.parse_args()


class Fuzzer:
    def __init__(self, build, target):
        folder = build.resolve() / "tests" / "fuzz"
        self.target = target
        self.program = folder / f"esep_fuzz_{target}"
        self.found = folder / f"found-{target}"
        self.faults = folder / "faults"
        for one in (self.found, self.faults):
            one.mkdir(exist_ok=True)

    def live(self, seconds):
        """Executions, seconds of processor time and whether no fault was found."""
        begin = os.times()
        done = subprocess.run([self.program, *LIMITS, f"-max_total_time={seconds}", f"-artifact_prefix={self.faults}/{self.target}-", self.found,
                               CORPUS / self.target], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False)
        end = os.times()
        told = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stdout)
        if done.returncode != 0:
            print(f"{self.target}: FAULT\n{done.stdout[-6000:]}", flush=True)
        spent = round(end.children_user + end.children_system - begin.children_user - begin.children_system)
        return int(told[1]) if told else 0, spent, done.returncode == 0

    def merge(self):
        """Keeps of what was found what the corpus does not reach, in the fewest inputs."""
        fewer = self.found.with_name(self.found.name + ".fewer")
        shutil.rmtree(fewer, ignore_errors=True)
        shutil.copytree(CORPUS / self.target, fewer)
        own = {file.name for file in fewer.iterdir()}
        done = subprocess.run([self.program, *LIMITS, "-merge=1", fewer, self.found], capture_output=True, check=False)
        if done.returncode == 0:
            for name in own:
                (fewer / name).unlink()
            shutil.rmtree(self.found)
            fewer.rename(self.found)


def sums(log):
    out = {}
    for line in log.read_text().splitlines() if log.exists() else ():
        target, executions, seconds = line.split()
        before = out.get(target, (0, 0))
        out[target] = (before[0] + int(executions), before[1] + int(seconds))
    return out


def main():
    asked = arguments()
    fuzzers = [Fuzzer(asked.build, target) for target in asked.targets]
    end = time.monotonic() + asked.seconds
    right = True
    while time.monotonic() < end:
        for fuzzer in fuzzers:
            left = int(min(asked.slice, end - time.monotonic()))
            if left < 1:
                break
            executions, seconds, sound = fuzzer.live(left)
            right = right and sound
            with asked.log.open("a") as log:
                log.write(f"{fuzzer.target} {executions} {seconds}\n")
        for fuzzer in fuzzers if asked.seconds > 2 * asked.slice else ():
            fuzzer.merge()
    for target, (executions, seconds) in sorted(sums(asked.log).items()):
        print(f"{target}: {executions} executions, {seconds} s of processor time")
    return 0 if right else 1


if __name__ == "__main__":
    sys.exit(main())
