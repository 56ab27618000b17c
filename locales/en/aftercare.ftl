# After the publication, days from overseas, merged cases

duty-answer-enquiry = Answer an enquiry about the publication
duty-co-sign-withdrawal = Decide whether to sign the withdrawal of the publication
duty-weigh-overseas-day = Weigh the new day from the coordinator overseas
duty-comment-overseas-day = Say what you think of the new day from overseas
duty-review-window = Decide whether to list the window for direct reports
refusal-publication-withdrawn = This publication was withdrawn. Its number and its page stay, and its text cannot be changed. Publish what is right as a new case.
refusal-withdrawal-proposed = A withdrawal was proposed already and waits for the other body’s signature.
refusal-no-withdrawal = No withdrawal waits for a signature.
refusal-own-withdrawal = A withdrawal needs the signatures of both bodies. The other body signs.
refusal-no-overseas-day = No day from overseas waits to be weighed.
refusal-same-case = This is the same case. Write the number of the other one.
refusal-merge-other-way = This case is farther along. Merge the other one into it.
refusal-case-moved = This case was merged into another. It goes on there.
event-enquiry-received = Somebody enquired about the publication
event-enquiry-answered = An enquiry was answered
event-withdrawal-proposed = Withdrawing the publication was proposed
event-withdrawal-declined = Withdrawing the publication was declined
event-publication-withdrawn = The publication was withdrawn
event-overseas-day-brought = A coordinator overseas named a new day
event-day-kept = The day that is set was kept
event-case-taken-in = A case about the same vulnerability was merged into this one
event-case-moved = This case was merged into one about the same vulnerability
desk-action-record-enquiry = Record an enquiry
desk-action-answer-enquiry = Record the answer to an enquiry
desk-action-propose-withdrawal = Propose to withdraw the publication
desk-action-co-sign-withdrawal = Sign the withdrawal
desk-action-decline-withdrawal = Decline the withdrawal
desk-action-bring-overseas-day = Record a new day from a coordinator overseas
desk-action-keep-day = Keep the day that is set
desk-action-merge-case = Merge into another case
desk-purpose-enquiry-came = An enquiry about a publication
mail-subject-enquiry-came = An enquiry about the publication was recorded ({ $number })
mail-body-enquiry-came =
    The other body received an enquiry about the published vulnerability and recorded it. The body that received it answers.

    Number: { $number }

    The page says more.

desk-purpose-enquiry-answered = An answer to an enquiry
mail-subject-enquiry-answered = An enquiry about the publication was answered ({ $number })
mail-body-enquiry-answered =
    The other body answered an enquiry about the published vulnerability and recorded it.

    Number: { $number }

    The page says more.

desk-purpose-withdrawal-proposed = Proposal to withdraw a publication
mail-subject-withdrawal-proposed = Please decide about withdrawing the publication ({ $number })
mail-body-withdrawal-proposed =
    The other body proposes to withdraw the publication. This needs the signatures of both bodies. Please look at the reason, and sign it or decline.

    Number: { $number }

    The page says more.

desk-purpose-withdrawal-declined = A withdrawal was declined
mail-subject-withdrawal-declined = The publication is not withdrawn ({ $number })
mail-body-withdrawal-declined =
    The proposed withdrawal of the publication was declined. The publication stays as it is.

    Number: { $number }

    The page says more.

desk-purpose-publication-withdrawn = A publication was withdrawn
mail-subject-publication-withdrawn = The publication was withdrawn ({ $number })
mail-body-publication-withdrawn =
    The publication about this vulnerability was withdrawn. Its page says why. The number and the page stay.

    Number: { $number }

    The page says more.

desk-purpose-overseas-day = A new day from overseas
mail-subject-overseas-day = A coordinator overseas named a new day ({ $number })
mail-body-overseas-day =
    A coordinator overseas said something new about the day of publication of this vulnerability. The day is being weighed again.

    Number: { $number }

    The page says more.

desk-purpose-day-kept = The day was kept
mail-subject-day-kept = The day of publication stays ({ $number })
mail-body-day-kept =
    What the coordinator overseas said was weighed. The day of publication stays as it is.

    Number: { $number }

    The page says more.

desk-purpose-cases-merged = Cases were merged
mail-subject-cases-merged = Cases about the same vulnerability were merged ({ $number })
mail-body-cases-merged =
    Cases about the same vulnerability were merged into one. It goes on there. What you told us so far goes along.

    Number: { $number }

    The page says more.

# Pages of a case: after the publication, and more

desk-way-further = After publication and more
further-title = After publication and more ({ $number })
further-now = What can be done now
further-nothing-now = Nothing can be done here now.
further-lead-record-enquiry = Write down an enquiry from a user of the product or an integrator about what was published. The body that received it answers.
further-lead-answer-enquiry = Write down what was answered, after you have answered. What is useful to everybody goes into the publication as well.
further-lead-propose-withdrawal = Propose to withdraw the publication because what it says is wrong, or because a court or an authority ordered it. It is withdrawn at once when the other body signs. Its number and its page stay, and say that it was withdrawn and why. This cannot be undone. It is a procedure of this system.
further-lead-co-sign-withdrawal = With your signature the publication is withdrawn at once, and the finders and every contacted developer are told. This cannot be undone.
further-lead-decline-withdrawal = The publication stays. The body that proposed it takes its proposal back here, too.
further-lead-bring-overseas-day = Write down what a coordinator overseas said about its day. Where a day is set here, the receiving body and every developer with the details are told, and the day is weighed again.
further-lead-keep-day = The day was weighed, and the one that is set holds. To change it, set another day on the page of the case.
further-lead-merge-case = This case proves to be about the same vulnerability as another one. Its reports, and what developers were told and said, go along, and this case ends. Its finders and contacted developers are told.
further-do-record-enquiry = Record it
further-do-answer-enquiry = Record the answer
further-do-propose-withdrawal = Sign and propose
further-do-co-sign-withdrawal = Sign and withdraw
further-do-decline-withdrawal = Decline
further-do-bring-overseas-day = Record it
further-do-keep-day = Keep this day
further-do-merge-case = Merge
further-confirm-co-sign-withdrawal = The publication is withdrawn at once. This cannot be undone.
further-confirm-merge-case = This case ends and goes on in the other one. This cannot be undone.
further-enquirer = Who enquires
further-enquirer-product-user = A user of the product
further-enquirer-integrator = A system integrator
further-enquirer-other = Somebody else
further-choose-enquirer = Choose who enquires.
further-asker = Name
further-asker-hint = Write “anonymous” for somebody who gives no name. Other ways to reach them, such as a telephone number, can stand here too. Only the two bodies see it.
further-question = What is asked
further-came-on = Received
further-which = Which enquiry?
further-choose-enquiry = Choose an enquiry.
further-answer = Answer
further-answer-hint = If there is a mail address, this text is sent to it as it is.
further-amend = Add it to the publication as well
further-amend-hint = Updating the advisory becomes the coordinator’s turn.
further-amends = goes into the publication
further-ground = Ground of the withdrawal
further-ground-wrong-advisory = What it says is wrong
further-ground-legal-order = Order of a court or an authority
further-choose-ground = Choose the ground.
further-public-reason = Reason, as the public reads it
further-basis = What it rests on, for the two bodies
further-basis-hint = What is wrong and who noticed, or who gave the order and its number. It is not published.
further-decline-reason = Why it is declined
further-new-day = Its new day
further-new-day-hint = Leave it empty when no day is in sight any more.
further-their-reason = What they say
further-keep-reason = Why the day is kept
further-into = Number of the case that goes on
further-into-hint = Keep the case that is farther along.
further-same = Why the two are the same
further-same-hint = Only the two bodies see it.
further-no-such-case = There is no case with this number.
further-withdrawal = Withdrawal of the publication
further-withdrawn = Withdrawn
further-withdrawal-waits = Waits for a signature
further-proposed-by = Proposed by
further-on = Proposed on
further-enquiries = Enquiries about the publication
further-no-enquiries = No enquiry has been recorded yet.
further-answered = Answered
further-open = To be answered
further-days = Days of coordinators overseas
further-day-open = Being weighed
further-no-day = No day in sight
further-taken-in = Cases merged into this one
further-moved = This case was merged into { $number }
further-moved-there = To the case that goes on
done-enquiry-recorded = The enquiry was recorded, and the other body was told.
done-enquiry-answered = The answer was recorded.
done-withdrawal-proposed = The withdrawal was proposed, and the other body was asked to sign.
done-publication-taken-down = The publication was withdrawn. Its page says so, and why.
done-withdrawal-declined = The withdrawal was declined. The publication stays.
done-overseas-day = What the coordinator overseas said was recorded.
done-day-kept = The day is kept, and those concerned were told.
done-cases-merged = The cases were merged. It goes on in this one.

# The list of developers

portal-developers-title = Developers
portal-developers-lead = Product developers that agreed to be listed. Where a developer takes reports of vulnerabilities straight from finders, its window is shown.
portal-developers-advice = When you report directly
portal-developers-advice-direct = You may report straight to a developer that shows a window here.
portal-developers-advice-several = If products of several developers may be affected, please report to the receiving body. It makes sure that no developer is left out.
portal-developers-advice-both = If you report to both, please say in the report who coordinates. If you leave that to the receiving body, please tell the developer so, too.
portal-developers-list = List
portal-developers-none = No developer is listed yet
portal-developers-none-fill = Developers appear here when they agree to be listed.
portal-developers-search = Search by name or reading
portal-developers-direct-only = Only those that take direct reports
portal-developers-count = { $count ->
    [one] { $count } developer
   *[other] { $count } developers
}
portal-developers-all = Show all
portal-developers-name = Name
portal-developers-site = Website
portal-developers-window = Window for direct reports
portal-developers-json = This list as data (JSON)
portal-withdrawn = Withdrawn
portal-withdrawn-title = This advisory is withdrawn
portal-enquiries = Enquiries about this advisory:
portal-withdrawn-reason = Reason
portal-withdrawn-ground-wrong-advisory = What it said was wrong
portal-withdrawn-ground-legal-order = By order of a court or an authority

# Windows for direct reports

desk-window = Window for direct reports
desk-window-lead = Before it is listed, look at how the window is run and at what the developer has published itself. Once listed, it is public.
desk-window-waits = To be looked at
desk-window-listed = Listed
desk-window-not-listed = Not listed
desk-window-looked = What you looked at
desk-window-looked-hint = How the window answers, what was published
desk-window-looked-missing = Write what you looked at.
desk-window-list = List it
desk-window-keep = Do not list it
done-window-listed = The window is in the public list.
done-window-kept = It is on record that the window is not listed.

# The developer's page: a day from overseas

developer-overseas-day = { $who } named { $day } as its day of publication
developer-overseas-no-day = { $who } says that no day of publication is in sight any more
developer-overseas-ask = The day of publication is being weighed again. Please say what suits you under the day of publication. The coordinator may decide without an answer.

# Progress of a report: a publication that was withdrawn

front-state-taken-down = Publication withdrawn
front-now-taken-down = The publication was withdrawn. Its page says why.
front-next-taken-down = If something is unclear, send a message.
front-event-publication-withdrawn = The publication was withdrawn

# Whoever enquires, and CVE numbers after a withdrawal
further-asker-mail = Mail address
further-asker-mail-hint = The answer is sent here once it is written. Without one, send it in another way.
further-asker-mail-wrong = Write the mail address like name@example.com.
further-asker-language = Language of the answer
further-asker-erased = (erased)
further-reject-cve = Reject a CVE number
further-lead-reject-cve = A CVE number of the withdrawn publication is still valid. Once rejected, its CVE record says REJECTED. This cannot be taken back.
further-do-reject-cve = Reject
further-confirm-reject-cve = Reject this CVE number? This cannot be taken back.
further-cve = CVE number
further-cve-reason = Reason (in English)
further-cve-reason-hint = It stands in the CVE record as it is.
further-cve-not-rejected = The CVE Services did not take it. Try again in a while.
done-cve-rejected = The CVE number was rejected.
enquiry-mail-subject = Answer to your enquiry ({ $number })
enquiry-mail-body =
    This is { $name }.
    Here is the answer to your enquiry about { $number }.
enquiry-mail-question = Your enquiry
enquiry-mail-answer = Our answer
enquiry-mail-page = What is published: { $link }
