# CVE numbers: reserved ones, and records after publication.
cve-free = Reserved CVE numbers
cve-take = Use this number
cve-give-back = Give it back
cve-taken = This number cannot be used: another case has it, or it was published.
cve-reserved = Reserved. Its CVE record follows our publication.
cve-aside = Kept for this case, but not in the saved text. Once the saved text names it, its CVE record follows our publication.
cve-published = CVE record written ({ $at })
cve-published-elsewhere = The CVE record is published
cve-rejected = Rejected
cve-trouble = The CVE record could not be written: { $why }
cve-retry = Try again
