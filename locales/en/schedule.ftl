# The day: what was seen outside, and what was weighed

duty-judge-signal = Judge whether what was seen outside is a fact
refusal-no-signal = To bring the day forward, something seen outside (an attack, a leak) has to be on record as a fact of the case.
refusal-basis-missing = Some developers have not reported yet. Write what the day rests on, such as similar cases.
event-signal-reported = Something seen outside was reported
event-signal-judged = What was seen outside was judged
desk-action-report-signal = Tell of an attack or a leak
desk-action-adopt-signal = Judge what was seen
desk-purpose-signal-seen = Notice of an attack or a leak
mail-subject-signal-seen = Urgent: something was seen outside that concerns this case ({ $number })
mail-body-signal-seen =
    An attack, a leak or the like was seen outside that concerns the vulnerability in hand. The publication day may be brought forward.

    Number: { $number }

    The page says what was seen.

# Seen outside

signal-attack-seen = Attacks were seen
signal-exploit-public = An exploit is public
signal-leaked = The information leaked
signal-published-elsewhere = It was published elsewhere
signal-choose = Choose what was seen.
signal-note-missing = Write where it was seen and how you know.
desk-signals = Seen outside
desk-signal-open = To be judged
desk-signal-adopted = A fact
desk-signal-not-adopted = Not taken as a fact
desk-signal-seen-on = seen on { $day }
desk-signal-by = told by { $who }
desk-signal-why = Why it was judged so
desk-signal-why-hint = Needed where it is not taken as a fact.
desk-signal-reason-missing = Write why it is not taken as a fact.
desk-signal-adopt = Take it as a fact
desk-signal-adopt-confirm = Everybody who has the details, and the receiving body, is told at once.
desk-signal-leave = Do not take it as a fact
desk-signal-lead = If you notice an attack or a leak, say so even when you are not sure. The coordinator judges whether it is a fact.
desk-signal-kind = What was seen?
desk-signal-seen-day = Day on which it was seen
desk-signal-future = The day on which it was seen lies in the future.
desk-signal-note = Where it was seen, and how you know
desk-signal-note-hint = URL, what was seen, how sure it is
desk-signal-send = Tell it
done-signal-reported = It was recorded and both bodies were told.
done-signal-adopted = It is on record as a fact. Everybody with the details, and the receiving body, was told.
done-signal-not-adopted = It is on record that it is not taken as a fact.

# What was weighed

desk-weighed = What was weighed
desk-weighed-lead = What you write is kept with the day, to be read later.
desk-weighed-countermeasures = ① How long the countermeasures take
desk-weighed-overseas = ② How long coordination with coordinators overseas takes
desk-weighed-leak-risk = ③ The risk that the information leaks
desk-weighed-similar = What the day rests on, such as similar cases
desk-weighed-similar-hint = Needed while some developers have not reported yet (Ⅳ.4.3, second paragraph).
desk-weighed-early = Bring the day forward because of what was seen outside
desk-weighed-early-hint = The guideline has no clause for this. It is a procedure of this system, and is shown as such.
desk-weighed-early-chip = Brought forward
desk-fast = Publish fast
desk-fast-lead = Something seen outside is on record as a fact. The day can be today or tomorrow. The receiving body and every contacted developer are told at once. It is published at noon in Japan, or after noon as soon as both bodies have signed.
desk-fast-own-rule = This is a procedure of this system; the guideline has no clause for it. Talk to the developers first wherever you can.
desk-fast-today = Today ({ $day })
desk-fast-tomorrow = Tomorrow ({ $day })
desk-fast-fact = { $what } ({ $day }).
desk-fast-reason = The day is brought forward to keep users from harm, because of what was seen outside. { $facts }
desk-fast-lacks = Before it can be published, this is needed:
desk-fast-no-draft = a draft of the advisory
desk-fast-not-approved = the coordinator’s approval
desk-fast-not-co-signed = the receiving body’s signature
desk-fast-do = Publish on this day

# The developer's page

developer-alarm = Urgent: this was seen of the vulnerability
developer-alarm-text = The day of publication may be brought forward. Please hurry with countermeasures or workarounds, and tell us.
developer-alarm-day = The day of publication is { $day } at present.
developer-signal = If you notice an attack or a leak
developer-signal-tell = Tell of an attack or a leak
developer-signal-lead = If you notice an attack on this vulnerability, or that the information leaked, tell us at once, even when you are not sure. The coordinator looks into it.
developer-signal-kind = What did you notice?
developer-signal-waits = The coordinator is looking into it
done-signal = Thank you. The coordinator looks into it at once.

# Cases from overseas

desk-overseas = Coordinator overseas
desk-overseas-new = Take in a case from overseas
desk-overseas-title = A case from a coordinator overseas
desk-overseas-lead = This opens a case that a coordinator overseas handed over with its number and day. There is no finder here. It will be published under a JVNVU# number.
desk-overseas-from = Where it comes from
desk-overseas-coordinator = Name of the coordinator
desk-overseas-coordinator-hint = Example: CERT/CC
desk-overseas-coordinator-missing = Write the name of the coordinator.
desk-overseas-number = Its number
desk-overseas-number-hint = Example: VU#123456
desk-overseas-number-missing = Write its number.
desk-overseas-day = Its day of publication
desk-overseas-day-hint = If it is known. Publish on the same day here.
desk-overseas-contact = How to reach it
desk-overseas-contact-hint = A person, a mail address
desk-overseas-on = Received
desk-overseas-content = What the case says
desk-overseas-content-lead = This is what developers will be told. Of what was handed over, write only what may be passed on.
desk-overseas-take = Open the case
done-overseas-taken = The case is open and the receiving body was told. Next, find the developer.

# Calculating the influence

desk-vector-lead = Write a vector, or choose from the metrics below. “Try” brings the other one and the scores into line. Nothing is recorded.
desk-vector-both = Both the vector and the metrics below were changed, and they do not agree. Put one of them back.
desk-vector-beside = Calculate CVSS v4.0 beside it
desk-vector-beside-lead = It is not used for the influence (Appendix 4 takes v3). It is kept with the rating and goes into the draft of the advisory.
desk-rated-four = CVSS v4.0:
desk-vector-four = CVSS v4.0 vector
desk-vector-four-hint = Example: CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N
desk-vector-not-four = Write a CVSS v4.0 vector here.
desk-range-group = Range of influence
