# Public site: what a revision changed

changes-title = What revision { $revision } changed
changes-link = Changes
changes-title-part = Title
changes-marks = Marks
changes-vendor = Vendor: { $name }
changes-legend = What differs from the revision before:
changes-gone = removed
changes-new = added
changes-none = Nothing in English has changed
changes-none-fill = When only the Japanese text has changed, the changes are on the Japanese page.
