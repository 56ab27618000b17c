# Mails. Never anything of a case: number and link alone, and what to do.

mail-subject-receipt = We have received your report ({ $number })
mail-body-receipt =
    We have received your report of vulnerability-related information. Thank you for telling us.

    Report number: { $number }

    The receiving body now checks whether the conditions of acceptance are met. You will be told by mail whether the report is accepted, with the reason. There is nothing for you to do now. You need the report number and its secret to follow the report: please keep both safe.

mail-subject-report-came = A new report has come in ({ $number })
mail-body-report-came =
    A new report has come in.

    Report number: { $number }

    Please read it and decide on its acceptance. Reports of large influence come first, whatever the order of their arrival.

mail-subject-accepted = Your report is accepted ({ $number })
mail-body-accepted =
    The report that you sent is accepted.

    Report number: { $number }

    The reason and what happens next are written on the progress page. Please go on telling no third parties about the vulnerability: until when is written there too.

mail-subject-rejected = About the handling of your report ({ $number })
mail-body-rejected =
    The report that you sent is not accepted.

    Report number: { $number }

    The reason is written on the progress page. If anything is unclear, you can ask the receiving body on the same page.

mail-subject-message = There is a message for you ({ $number })
mail-body-message =
    There is a message for you under this number.

    Number: { $number }

    Please open the page to read it. You can answer on the same page.

mail-subject-consents-changed = What may be done with a name has changed ({ $number })
mail-body-consents-changed =
    A finder changed what may be done with its name and contact.

    Number: { $number }

    Look at the new wishes on the page of the report and follow them in what is passed on and published.

mail-subject-handed-over = A case was handed over ({ $number })
mail-body-handed-over =
    The receiving body has handed over a case.

    Number: { $number }

    Please read it and begin to contact the product developer. The day of the first attempt becomes day zero.

mail-subject-day-zero = Day zero ({ $number })
mail-body-day-zero =
    The coordinator has made the first attempt to reach the product developer. That day is day zero.

    Number: { $number }

    The date stands on the page. There is nothing for you to do now.

mail-subject-details-sent = The details were sent ({ $number })
mail-body-details-sent =
    The details were sent to the product developer.

    Number: { $number }

    The date stands on the page. There is nothing for you to do now.

mail-subject-details-there = The details are there to be read ({ $number })
mail-body-details-there =
    Thank you for confirming your contact. The details are now there to be read.

    Number: { $number }

    Please open the page, read them, and tell us the result of your verification. Until publication, please do not tell anybody who is not concerned about the information or the schedule.

mail-subject-contact-confirmed = A contact was confirmed ({ $number })
mail-body-contact-confirmed =
    The product developer has confirmed its contact.

    Number: { $number }

    The details can be released. Please choose which fields and files to send.

mail-subject-developer-stated = A product developer has reported ({ $number })
mail-body-developer-stated =
    There is a new statement of a product developer.

    Number: { $number }

    Please read it and see whether a next step is due.

mail-subject-day-set = The publication day is set ({ $number })
mail-body-day-set =
    The coordinator has decided the publication day.

    Number: { $number }

    The date stands on the page. If it does not suit you, please say so early. Until publication, please do not tell anybody who is not concerned about the schedule.

mail-subject-day-changed = The publication day has changed ({ $number })
mail-body-day-changed =
    The coordinator has changed the publication day.

    Number: { $number }

    The new date stands on the page. If it does not suit you, please say so early. Until publication, please do not tell anybody who is not concerned about the schedule.

mail-subject-preview = Please look at the draft advisory ({ $number })
mail-body-preview =
    The text that is to be published is ready to be looked at.

    Number: { $number }

    Please open the page, see whether everything in it is right, and write your comments. Without an answer the text is published on the publication day all the same.

mail-subject-to-sign = A text waits for your signature ({ $number })
mail-body-to-sign =
    The coordinator has approved the draft advisory.

    Number: { $number }

    Please read it in both languages and co-sign it if it is right. It is not published before that.

mail-subject-published = Published ({ $number })
mail-body-published =
    The advisory is published. Thank you for your help.

    Number: { $number }

    The page leads to the published text. If you find a mistake in it, please tell us on the same page.

mail-subject-updated = The advisory was updated ({ $number })
mail-body-updated =
    The published advisory was updated.

    Number: { $number }

    What changed stands in the revision history on the page.

# Where to look

mail-look-finder =
    The progress page:
    { $link }
    Please enter the report number and the secret that you were shown when you reported.
mail-look-receiving-body =
    Please sign in to see it:
    { $link }
mail-look-coordinator =
    Please sign in to see it:
    { $link }
mail-look-committee-member =
    Please sign in:
    { $link }
mail-look-developer =
    Please open this link:
    { $link }
    It works once and for a limited time. When it no longer works, the page that it opens sends you a new one.

# The first mail to a product developer

mail-first-subject = A vulnerability in a product of yours ({ $number }, { $coordinator })
mail-first-body =
    To those responsible for product security

    We are { $coordinator }. We coordinate reports of vulnerabilities in software products with those who develop them.

    We write to you because we have a report that concerns a product of yours. We tell you what it says once we know who answers for it at your side. It is not written in this mail.

    What we ask of you: open this link and tell us whom we should talk to.
    { $link }

    The link works once. Opening it does not use it up, and shows nothing of the case. It works for a limited time, so please do not wait long. If you have no such product, please tell { $coordinator }, naming the number in the subject.

    You can make sure that this mail is genuine without opening the link: look up the telephone number or the website of { $coordinator } yourself and name the number in the subject of this mail. We never ask for passwords or source code by mail.

# The end of every mail

mail-no-details =
    This mail says nothing about the case: our mails carry a number and a link, and nothing else. Please do not reply with details of a vulnerability or with personal data.
    If the link leads to an address that you do not know, or if you expected no such mail, do not open it. Ask the contact that you usually use or the one in the signature, and name the number.
