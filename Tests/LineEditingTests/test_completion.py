from terminal import BELL, RETURN, TAB, Terminal, control


class Completion(Terminal):
    def test_the_only_candidate_is_inserted(self):
        child = self.start()
        child.send("h100_p" + TAB)
        child.expect("h100_pcie")

    def test_candidates_are_listed(self):
        child = self.start()
        child.send("grid.US_O" + TAB)
        child.expect("US_OH")
        child.expect("US_OR")
        # The line is drawn again, and goes on.
        child.expect("grid.US_O")
        child.send(control("U"))
        self.enter(child, "1000 + 234", "1234")

    def test_what_candidates_share_is_inserted(self):
        child = self.start()
        child.send("h100_s" + TAB + control("A") + "1 + ")
        child.expect("h100_sxm")

    def test_in_the_middle_of_a_line(self):
        child = self.start()
        child.send("2+h100_p" + TAB)
        child.expect(r"2\+h100_pcie")

    def test_after_characters_of_several_bytes(self):
        child = self.start()
        child.send("µ日 h100_p" + TAB)
        child.expect("µ日 h100_pcie")

    def test_nothing_fits(self):
        child = self.start()
        child.send("zzqq" + TAB)
        child.expect(BELL)
        child.send(control("U"))
        self.enter(child, "1000 + 234", "1234")

    def test_in_a_text_of_several_lines(self):
        child = self.start()
        child.send("(1 +" + RETURN + "h100_p" + TAB)
        child.expect("h100_pcie")
