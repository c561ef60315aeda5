"""One module for each command, with `run(arguments, console)`: a few lines over the library.

A module is loaded when its command is given, so that help does not wait for what only a build needs.
"""
