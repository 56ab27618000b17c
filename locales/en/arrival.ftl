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
