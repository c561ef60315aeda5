"""Making a release: packages, checks on each Python, a bill of materials and notes; see docs/release.md."""
