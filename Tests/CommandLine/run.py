#!/usr/bin/env python3
"""Runs the command-line tests against a program: run.py PROGRAM [TEST …]."""

import argparse
import os
import sys
import unittest

import program

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("program")
parser.add_argument("tests", nargs="*", help="test_arguments.Arguments, …; all if none")
options = parser.parse_args()

program.PROGRAM = os.path.abspath(options.program)

loader = unittest.defaultTestLoader
if options.tests:
    suite = loader.loadTestsFromNames(options.tests)
else:
    suite = loader.discover(os.path.dirname(os.path.abspath(__file__)))
result = unittest.TextTestRunner(verbosity=1).run(suite)
sys.exit(not result.wasSuccessful())
