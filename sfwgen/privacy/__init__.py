"""Personal data in texts: finding it, however it is written, and hiding it. Nothing here knows the site."""

from sfwgen.privacy.finds import Find, Kind
from sfwgen.privacy.masks import disagree, mask
from sfwgen.privacy.scan import hide, mask_numbers, mask_text, plain, scan

__all__ = ["Find", "Kind", "disagree", "hide", "mask", "mask_numbers", "mask_text", "plain", "scan"]
