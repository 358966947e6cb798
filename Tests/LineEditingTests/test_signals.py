import os
import signal
import time

import pexpect

import terminal
from terminal import UP, Terminal, control


class Interrupt(Terminal):
    def test_drops_the_line(self):
        child = self.start()
        child.send("5000 +" + control("C"))
        child.expect(r"\^C")
        child.expect(terminal.PROMPT)
        self.enter(child, "1000 + 234", "1234")
        self.leave(child)

    def test_drops_all_of_its_lines(self):
        child = self.start()
        child.send("(5000 +\r6000 +" + UP)
        child.expect("6000")
        child.send(control("C"))
        child.expect(terminal.PROMPT)
        self.enter(child, "1000 + 234", "1234")

    def test_again_and_again(self):
        child = self.start()
        for _ in range(5):
            child.send("50" + control("C"))
            child.expect(terminal.PROMPT)
        self.enter(child, "1000 + 234", "1234")

    def test_in_a_search(self):
        child = self.start()
        self.enter(child, "1000 + 1", "1001")
        child.send(control("R") + "1000")
        child.expect("1000 ")
        child.send(control("C"))
        child.expect(terminal.PROMPT)
        self.enter(child, "1000 + 234", "1234")

    def test_leaves_the_history_as_it_was(self):
        child = self.start()
        self.enter(child, "1000 + 1", "1001")
        child.send(UP + "000" + control("C"))
        child.expect(terminal.PROMPT)
        self.enter(child, UP, "1001")

    def test_stops_a_calculation(self):
        child = self.start()
        child.send(terminal.SLOW + "\r")
        time.sleep(0.2)
        child.send(control("C"))
        child.expect("(?i)interrupted")
        child.expect(terminal.PROMPT)
        self.enter(child, "1000 + 234", "1234")


class End(Terminal):
    def test_on_an_empty_line(self):
        self.leave(self.start())

    def test_not_on_another(self):
        child = self.start()
        self.enter(child, "1000 + 234" + control("D"), "1234")
        self.leave(child)

    def test_the_terminal_is_gone(self):
        child = self.start()
        child.ptyproc.fileobj.close()
        deadline = time.time() + 5
        while time.time() < deadline:
            pid, _ = os.waitpid(child.pid, os.WNOHANG)
            if pid:
                return
            time.sleep(0.02)
        self.fail("it goes on without a terminal")

    def test_the_terminal_is_put_right(self):
        child = self.start()
        child.send("10")
        child.expect("10")
        child.kill(signal.SIGTERM)
        child.expect(pexpect.EOF)
        child.wait()
        self.assertEqual(child.signalstatus, signal.SIGTERM)

    def test_echo_is_on_between_lines(self):
        shell = self.start("/bin/bash", ["--norc", "-i"], PS1="sh> ")
        shell.expect("sh> ")
        for leave in [control("D"), "10"]:
            shell.send(terminal.PROGRAM + "\r")
            shell.expect(terminal.PROMPT)
            shell.send(leave)
            if leave == "10":
                shell.expect("10")
                with open(f"/proc/{shell.pid}/task/{shell.pid}/children") as children:
                    for pid in children.read().split():
                        os.kill(int(pid), signal.SIGTERM)
            shell.expect("sh> ")
            shell.send("stty -a | tr ' ;' '\\n\\n' | grep -x -e echo -e -echo -e icanon\r")
            shell.expect(r"[\r\n]icanon\r\n")
            shell.expect(r"[\r\n]?echo\r\n")
            shell.expect("sh> ")


class Size(Terminal):
    def test_resize_keeps_the_text(self):
        child = self.start()
        child.send("1000 +")
        child.expect(r"\+")
        child.setwinsize(24, 40)
        time.sleep(0.1)
        self.enter(child, " 234" + " + 0" * 20, "1234")
        child.setwinsize(50, 120)
        self.enter(child, "1000 + 235", "1235")


class Stop(Terminal):
    def test_stopped_and_continued(self):
        shell = self.start("/bin/bash", ["--norc", "-i"], PS1="sh> ")
        shell.expect("sh> ")
        shell.send(terminal.PROGRAM + "\r")
        shell.expect(terminal.PROMPT)
        shell.send("1000 +")
        shell.expect(r"1000 \+")
        for _ in range(2):
            shell.send(control("Z"))
            shell.expect("sh> ")
            shell.send("fg\r")
            # Prompt and text are there again.
            shell.expect(terminal.PROMPT + r"1000 \+")
        self.enter(shell, " 234", "1234")
        shell.send(control("D"))
        shell.expect("sh> ")
