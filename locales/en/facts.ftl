# What others say of a vulnerability, with the day on which they said it.
portal-fact-epss = EPSS: probability of exploitation within 30 days { $probability } (on { $on }, estimated by FIRST)
portal-fact-kev = Known to be exploited (in CISA's KEV catalogue since { $on })
portal-fact-kev-ransomware = Known to be exploited, also in ransomware campaigns (in CISA's KEV catalogue since { $on })
portal-fact-ssvc = { $said } (on { $on })
