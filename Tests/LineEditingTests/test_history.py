import os
import re
import stat

import terminal
from terminal import ALT_RETURN, LEFT, UP, Terminal


class History(Terminal):
    def entries(self, path=None):
        """The texts in the file: every entry has a line with its time before it."""
        with open(path or self.history, encoding="utf-8") as file:
            return [line.rstrip("\n") for line in file if not line.startswith("#")]

    def stamps(self):
        with open(self.history, encoding="utf-8") as file:
            return [line for line in file if re.match(r"#\d", line)]

    def test_up(self):
        child = self.start()
        self.enter(child, "1000 + 1", "1001")
        self.enter(child, "2000 + 2", "2002")
        self.enter(child, UP + UP, "1001")

    def test_search(self):
        child = self.start()
        self.enter(child, "1000 + 234", "1234")
        self.enter(child, "2000 + 2", "2002")
        child.send(terminal.control("R") + "+ 23")
        child.expect("1000 ")
        self.enter(child, "", "1234")

    def test_over_two_sessions(self):
        child = self.start()
        self.enter(child, "1000 + 1", "1001")
        self.enter(child, "(2000 +\r 2)", "2002")
        self.enter(child, 'print "µ"', "µ")
        self.leave(child)
        child = self.start()
        self.enter(child, UP, "µ")
        # A text of several lines comes back whole.
        self.enter(child, UP * 2, "2002")
        self.enter(child, UP * 20, "1001")

    def test_comments_are_no_time_stamps(self):
        child = self.start()
        self.enter(child, "(1000 +\r1)", "1001")
        child.send("(2000 +" + ALT_RETURN + "#5 cards" + ALT_RETURN + " 2)\r")
        child.expect(terminal.PROMPT)
        self.leave(child)
        self.assertEqual(len(self.stamps()), 2)

    def test_of_a_session_that_was_killed(self):
        child = self.start()
        self.enter(child, "1000 + 1", "1001")
        child.kill(9)
        child.wait()
        child = self.start()
        self.enter(child, UP, "1001")

    def test_two_sessions_side_by_side(self):
        first, second = self.start(), self.start()
        self.enter(first, "1000 + 1", "1001")
        self.enter(second, "2000 + 2", "2002")
        self.enter(first, "3000 + 3", "3003")
        self.leave(second)
        self.leave(first)
        self.assertEqual(self.entries(), ["1000 + 1", "2000 + 2", "3000 + 3"])

    def test_repetitions_and_blanks_are_left_out(self):
        child = self.start()
        for _ in range(3):
            self.enter(child, "1000 + 1", "1001")
        child.send("   \r")
        self.enter(child, "2000 + 2", "2002")
        self.enter(child, "1000 + 1", "1001")
        self.leave(child)
        self.assertEqual(self.entries(), ["1000 + 1", "2000 + 2", "1000 + 1"])

    def test_the_file_is_the_users_alone(self):
        child = self.start()
        self.enter(child, "1000 + 1", "1001")
        self.assertEqual(stat.S_IMODE(os.stat(self.history).st_mode), 0o600)

    def test_where_it_is_kept(self):
        state, own = self.home + "/state", self.home + "/new/folder/own"
        child = self.start(XDG_STATE_HOME=state)
        self.enter(child, "1000 + 1", "1001")
        self.assertEqual(self.entries(state + "/tj/history"), ["1000 + 1"])
        child = self.start(XDG_STATE_HOME=state, TJ_HISTORY=own)
        self.enter(child, "2000 + 2", "2002")
        self.assertEqual(self.entries(own), ["2000 + 2"])
        child = self.start(TJ_HISTORY="")
        self.enter(child, "3000 + 3", "3003")
        self.assertFalse(os.path.exists(self.history))

    def test_a_place_that_cannot_be_written(self):
        child = self.start(TJ_HISTORY="/proc/no/such/history")
        self.enter(child, "1000 + 1", "1001")
        self.enter(child, UP, "1001")
        self.leave(child)

    def test_an_edited_line_leaves_the_old_one(self):
        child = self.start()
        self.enter(child, "1000 + 1", "1001")
        self.enter(child, UP + LEFT + "20", "1201")
        self.enter(child, UP + UP, "1001")
