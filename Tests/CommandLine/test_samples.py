import os
import pty
import re
import select
import signal
import subprocess
import time

import program
from program import Program

# sixteen normals of mean 10/16 and standard deviation 1/4 are one of 10 and 1: so many sources keep
# a fast machine busy for far longer than a test waits before it stops the run
LONG = (
    ":samples 1073741824\nx = " + " + ".join(["normal(0.625, 0.25)"] * 16) + " + uniform(0, 1)\nx\n")


class ManySamples(Program):
    def test_ctrl_c_shows_what_is_known(self):
        self.write("long.tj", LONG)
        process = subprocess.Popen(
            [program.PROGRAM, "long.tj"], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            cwd=self.folder, env=self.environment, text=True)
        time.sleep(2)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 130, err)
        # the distribution of a sum: 10.5, and 1.645 standard deviations of √(1 + 1/12) around it
        self.assertRegex(out, r"^10\.5\d* \(8\.8\d*\.\.12\.2\d*, 90 %\)\n$")
        self.assertRegex(err, r"note: stopped: this rests on \d+ of 1073741824 samples")
        self.assertIn("interrupted", err)
        # nobody watches: no progress
        self.assertNotIn("left", err)

    def test_progress_on_a_terminal_goes_away_again(self):
        self.write("long.tj", LONG)
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [program.PROGRAM, "long.tj"], stdout=subprocess.PIPE, stderr=theirs, cwd=self.folder,
            env=self.environment, text=True)
        os.close(theirs)
        seen, start = "", time.time()
        while "left" not in seen and time.time() < start + 60:
            if select.select([ours], [], [], 0.2)[0]:
                seen += os.read(ours, 4096).decode()
        self.assertGreater(time.time(), start + 0.4)
        self.assertRegex(seen, r"\r\d+ %, \d+ (s|min|h) left  \(Ctrl-C stops\)\x1b\[K\r")
        process.send_signal(signal.SIGINT)
        out = process.stdout.read()
        rest = ""
        try:
            while True:
                part = os.read(ours, 4096).decode()
                if not part:
                    break
                rest += part
        except OSError:
            pass
        self.assertEqual(process.wait(60), 130)
        process.stdout.close()
        os.close(ours)
        self.assertIn("10.5", out)
        # the line is empty before the note
        self.assertTrue(re.search(r"\r\x1b\[K(\x1b\[[0-9;]*m)*note", rest), rest[-400:])

    def test_the_same_digits_on_one_core(self):
        model = ":samples 262144\nx = normal(10, 1) * beta(2, 3)\ntable x, x^2 format json\n"
        self.write("model.tj", model)
        many = self.run_tj("model.tj").out
        code, one, _ = self.shell("taskset -c 0 tj model.tj")
        self.assertEqual((code, one), (0, many))

    def test_memory_does_not_grow(self):
        peaks = []
        for samples in (1 << 16, 1 << 20):
            self.write("model.tj", f":samples {samples}\nx = normal(10, 1) + uniform(0, 1)\nx\n")
            _, _, err = self.shell("/usr/bin/time -f %M tj model.tj")
            peaks.append(int(err.split()[-1]) / 1024)
        # 8 MB of results that are kept, however many samples there are
        self.assertLess(peaks[1], peaks[0] + 40)
