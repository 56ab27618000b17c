# Where reports go, and the non-disclosure request

duty-answer-disclosure = Answer the question about disclosing
duty-release-non-disclosure = Withdraw the non-disclosure request
refusal-not-accepted = This report has not been accepted yet.
refusal-already-withdrawn = This report was taken back already.
refusal-already-released = The non-disclosure request was withdrawn already.
refusal-nothing-asked = The finder has not asked for it.
refusal-said-already = You have said so already. Please wait to hear from the receiving body.
refusal-release-too-early = Release from the non-disclosure request can be asked for one year after day zero.
event-report-joined = A report of the same vulnerability joined
event-overseas-received = Received from a coordinator overseas
desk-action-join-report = Join to a case in hand
desk-action-split-report = Open a further case
desk-action-reclassify-report = Change the kind of the report
desk-action-withdraw-report = Take the report back
desk-action-consult-disclosure = Ask about disclosing
desk-action-answer-disclosure = Answer about disclosing
desk-action-ask-release = Ask for release from the non-disclosure request
desk-action-explain-delay = Explain the developer’s situation
desk-action-release-non-disclosure = Withdraw the non-disclosure request
desk-purpose-withdrawn = Report taken back
desk-purpose-reclassified = Changed kind of a report
desk-purpose-split = A further case
desk-purpose-disclosure-asked = Question about disclosing, or release asked for
desk-purpose-disclosure-answered = Answer about disclosing
desk-purpose-released = Non-disclosure request withdrawn
mail-subject-withdrawn = The report was taken back ({ $number })
mail-body-withdrawn =
    The finder has taken the report back.

    Number: { $number }

    After acceptance this does not end the handling by itself. Please decide whether it goes on.
mail-subject-reclassified = We changed the kind of your report ({ $number })
mail-body-reclassified =
    We have looked at your report and will handle it as another kind of report.

    Number: { $number }

    The page says why. There is no need to report again.
mail-subject-split = Your report became two cases ({ $number })
mail-body-split =
    Your report tells of another vulnerability or another product as well, which we handle as a case of its own.

    Number: { $number }

    Both can be followed on the same page.
mail-subject-disclosure-asked = The finder asks about disclosing ({ $number })
mail-body-disclosure-asked =
    The finder asks about disclosing the information, or for release from the non-disclosure request.

    Number: { $number }
mail-subject-disclosure-answered = An answer about disclosing ({ $number })
mail-body-disclosure-answered =
    The receiving body has something to tell you about disclosing the information.

    Number: { $number }

    Please read it on the page.
mail-subject-released = The non-disclosure request is withdrawn ({ $number })
mail-body-released =
    As you asked, the non-disclosure request is withdrawn. Thank you for your patience.

    Number: { $number }

    Please go on handling the information with care.
report-state-withdrawn = Taken back
front-now-withdrawn = You took this report back. The non-disclosure request still holds.
front-silence-withdrawn = The report was taken back, but the non-disclosure request still holds. Please ask the receiving body before making the information public.
front-state-withdrawn = Taken back
front-next-withdrawn = Questions and additions are welcome as messages.

# What it may be the same as; joining a case in hand

desk-likely = It may be the same as
desk-likely-lead = These are close in product, kind and the words of the title. Compare them; whether they are the same is for you to decide.
desk-likely-none = No case or report close to this one was found.
desk-likely-percent = { $percent }% alike
desk-likely-report = This report is not decided yet. If they are the same, accept one of them first and join the other to its case.
desk-likely-compare = Compare with { $number }
desk-compare = Side by side
desk-compare-item = Item
desk-compare-this = This report
desk-compare-none = No case or report with the number { $number } was found.
desk-compare-empty = Nothing written
desk-compare-join = Join it to this case
desk-compare-close = Stop comparing
desk-join-instead = Join it to a case in hand (the same vulnerability)
desk-join-lead = If it tells of the same vulnerability as a case that is not published yet, accept it and join it to that case. The finder is told of the acceptance alone: neither the case's number nor anything of other finders. This finder's wish to be credited counts as well.
desk-join-case = Number of the case to join
desk-join-case-hint = Example: VC12345678
desk-join-case-missing = Write the number of the case.
desk-join-case-none = No case with this number was found.
desk-join-confirm = This joins the report to the case and tells the finder that it is accepted. It cannot be undone.
desk-reason-join = We have examined report { $number }, found that it meets all conditions of acceptance of the Information Security Early Warning Partnership Guideline, and accepted it.

    What you reported will be handled within a case that is in our hands. We will keep you informed on this page. Until publication, please do not disclose information about this vulnerability to third parties.
done-joined = The report is accepted and joined to the case. Its finder was told of the acceptance.

# Not accepting

desk-reject-illegal = It is evident that the information was obtained by illegal means
desk-reject-illegal-hint = Where that is evident, the report need not be handled, whatever the conditions say (Ⅳ.3.(1).3).
desk-reject-known-at = Where it is published already
desk-reject-known-at-hint = A URL for the finder to read when condition オ fails. Begin with https://.
desk-reject-known-at-wrong = This is not a URL. Begin with https:// or http://.
desk-outcome-rejected-plain = It was decided on { $day } not to accept it.
desk-outcome-illegal = It is evident that the information was obtained by illegal means.
desk-outcome-known-at = Published at:

# Changing the kind

desk-reclassify-lead = If a report on a product turns out to be about a website, or the other way round, change its kind and go on. The finder need not report again.
desk-reclassify-to = Change it to
desk-reclassify-choose = Choose the kind to change it to.
desk-reason-reclassify = We have looked at report { $number } and will handle it as another kind of report.

    (Say why, in so many words.)

    You need not report again.
desk-reclassified = It is handled as: { $kind }.
desk-reclassified-reason = Reason as sent to the finder (change of kind)
done-reclassified = The kind of the report was changed and the finder was told.

# Splitting

desk-split = If it tells of another vulnerability or product as well
desk-split-lead = Open a further case and handle the two apart. The finder is told that the report is handled as two cases.
desk-split-copy = Keep and reword only what belongs to the new case, and tick what goes into it. The report as it came stays with the receiving body.
desk-split-confirm = This opens a new case and tells the finder. It cannot be undone.
done-split = A further case was opened and the finder was told.

# Withdrawal

desk-withdrawn = The finder withdrew the report on { $day }
desk-withdrawn-done = It was withdrawn before it was decided. Its handling is over.
desk-withdrawn-goes-on = A withdrawal after acceptance does not end the handling by itself. Decide whether to go on. The non-disclosure request remains in force.
desk-withdrawn-reason = The finder's reason
desk-withdrawn-no-reason = No reason was given.

# Disclosure and the non-disclosure request

desk-disclosure = Non-disclosure request
desk-silence-in-force = The non-disclosure request is in force.
desk-silence-asked = On { $day } the finder asked to be released from the non-disclosure request.
desk-silence-released = The non-disclosure request was withdrawn on { $day }.
desk-disclosure-lead = The finder sees a good reason to disclose and asks first. Say plainly what you think of the reason and what should be avoided.
desk-disclosure-answer = Answer
desk-release-asked = Answer the request for release
desk-release-lead-finder = First you can explain why the developer still needs time. If the finder stays with its request, withdraw the non-disclosure request. The release cannot be refused.
desk-delay = Why the developer still needs time
desk-release-confirm-finder = This withdraws the non-disclosure request and tells the finder. It cannot be undone.
desk-happened-disclosure-asked = The finder asked about disclosing it
desk-happened-disclosure-told = The finder was answered about disclosure or delay
desk-happened-release-asked = The finder asked to be released
desk-happened-released = The non-disclosure request was withdrawn
done-disclosure-answered = Your answer was sent to the finder.
done-delay-explained = Your explanation was sent to the finder.
done-released = The non-disclosure request was withdrawn and the finder was told.

# The progress page

front-cases = This report is handled as { $count } cases.
front-further = Case { $place }
front-reclassified = Your report is handled as: { $kind }
front-known-at = This vulnerability is already published here
front-day-withdrawn = Withdrawn
front-event-withdrawn = You withdrew the report
front-withdrawn = You withdrew the report on { $day }
front-withdrawn-text = As it had been accepted, the receiving body decides whether to go on with it. The non-disclosure request remains in force.
front-withdraw = Withdraw the report
front-withdraw-show = Withdraw it
front-withdraw-undecided = Before it is decided, its handling ends here. The request not to disclose it until publication remains in force after that.
front-withdraw-accepted = As it has been accepted, its handling may go on after you withdraw it. The request not to disclose it until publication remains in force too.
front-withdraw-reason = Why you withdraw it
front-withdraw-do = Withdraw the report
front-withdraw-sure = This withdraws your report and cannot be undone. Withdraw it?
done-withdrawn = You have withdrawn the report. The receiving body was told.
front-silence-asked = You asked on { $day } for this request to be withdrawn. You may be told why the developer still needs time. Please wait to hear from the receiving body.
front-silence-released = This request was withdrawn on { $day }. Whether to make public what you reported is for you to decide. If you do, please keep taking care that users come to no harm.
front-release-ask = Ask to be released
front-release-sure = This asks the receiving body to withdraw the non-disclosure request. Ask now?
front-consult = Ask before you disclose it
front-consult-text = If you see a good reason to tell somebody before publication, please ask first. The receiving body answers on this page.
front-consult-what = Whom you want to tell, what, and why
front-consult-send = Send the question
front-consult-empty = Write whom you want to tell, what, and why.
done-disclosure-consulted = Your question was sent. When the receiving body answers, you are told by e-mail.
done-release-asked = You asked to be released from the non-disclosure request. Please wait to hear from the receiving body.

# A case that was merged into another
case-moved = This case goes on as case { $number }
case-moved-body = It was merged with a case about the same vulnerability. Finders, developers, unanswered messages and NDAs went along.
case-moved-developer = It was merged with a case about the same vulnerability. What you stated and messages without an answer went along. Please use the page of that case from now on.
case-moved-go = Open the case that goes on
