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
