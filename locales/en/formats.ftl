# Formats of what is published

formats-others = Other formats
formats-cve = CVE record
formats-osv = OSV
formats-stix-ja = STIX 2.1 (Japanese)
formats-stix-en = STIX 2.1 (English)
formats-csaf-2-1 = The next edition of the standard. While both are here, 2.0 is the one that counts. Documents in the VEX profile say what holds for each product, and nothing else.
formats-others-what = What other standards make of an advisory, in the folder of each revision. There are CVE records when we assign the CVE numbers, and OSV entries when packages of an ecosystem are affected.
portal-feed-rolie-year = ROLIE feed of a year
portal-feed-rolie-year-what = CSAF documents first published that year; the service document lists the years
portal-feed-vex = A VEX document, as an example
portal-feed-vex-what = Which products are affected and which are not, with the reason
portal-feed-cve = A CVE record, as an example
portal-feed-cve-what = CVE Record Format 5.2, one for each vulnerability
portal-feed-osv = An OSV entry, as an example
portal-feed-osv-what = OSV 1.7, where packages of an ecosystem are affected
portal-feed-stix = A STIX bundle, as an example
portal-feed-stix-what = STIX 2.1 vulnerabilities and notes, one bundle for each language

calendar-public-title = Publication calendar
calendar-public-lead = Which advisories were published and updated on which day, month by month.
calendar-public-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} {$year}
calendar-public-months = Choose a month
calendar-public-published = Published
calendar-public-updated = Updated
calendar-public-none = Nothing was published or updated this month.
calendar-public-none-fill = Publications and updates appear here under their days.
portal-home-calendar = Publications by month
portal-home-unreachable = Developers we cannot reach
portal-home-unreachable-what = We are looking for these developers. If you are one of them, or know one, please get in touch.
portal-home-unreachable-more = See the whole list ({$count})
portal-api-try = Try it here
portal-api-try-button = Send
portal-api-try-any = Not set
