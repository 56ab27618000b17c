# Reaching a developer: where to look, how often to try, and the list of those that cannot be reached

duty-search-contact = Look for an address by the checklist
duty-ask-finder = Ask the finder for an address, and tell the coordinator
duty-list-name = Put it on the list of unreachable developers
duty-list-product = Publish its product as well
duty-append-deadline = Append a deadline for the answer
duty-update-listing = Look over its row in the list (every quarter)
duty-delist = Take it off the list
duty-resume-contact = Record that it was reached, and take up coordination again
duty-answer-listing = Get in touch, with the inquiry number of the list
duty-judge-verifiability = Judge whether the vulnerability can be verified
duty-judge-handling-value = Judge whether the case is worth what verifying costs

refusal-too-soon = The time that has to pass first has not passed yet.
refusal-checklist-open = The checklist of where to look for an address is not worked through. Check every source and record what you found.
refusal-means-left = There are addresses that nobody tried yet, or too few contacts.
refusal-developer-answered = This developer answered, or nobody has tried to reach it since.
refusal-not-listed = It is not on the list of unreachable developers. A deadline needs the product published first.
refusal-already-listed = It is public already.
refusal-nobody-named = Say who is meant: by name, by link or by remark.
refusal-tells-of-case = This has a number of the case or the kind of vulnerability in it. Public texts must not tell of the case.
refusal-not-asked = The coordinator has not asked for it.
refusal-already-asked = It was asked already, or there is nobody to ask.
refusal-nothing-to-weigh = Cost is weighed only in priority cases that cannot be verified.

event-source-checked = A source of addresses was checked
event-finder-asked = The finder is to be asked
event-attempt-noted = Result or evidence of a contact was recorded
event-developer-listed = Put on the list of unreachable developers
event-product-listed = The product was published
event-deadline-appended = A deadline was appended
event-listing-updated = The row was looked over
event-delisted = Taken off the list
event-contact-resumed = Reached, and coordination taken up again
event-verifiability-judged = It was judged whether it can be verified
event-handling-value-judged = Its handling value was judged
event-considered-individually = It is considered individually

desk-action-check-source = Record where you looked
desk-action-ask-finder = Have the finder asked
desk-action-note-attempt = Record result or evidence of a contact
desk-action-list-name = Put it on the list
desk-action-list-product = Publish the product
desk-action-append-deadline = Append a deadline
desk-action-update-listing = Look the row over
desk-action-delist = Take it off the list
desk-action-resume-contact = Take up coordination again
desk-action-judge-verifiability = Judge whether it can be verified
desk-action-judge-handling-value = Judge its handling value
desk-action-consider-individually = Consider it individually

desk-purpose-finder-to-ask = Request to ask the finder
desk-purpose-finder-answered = What the finder answered
desk-purpose-list-changed = Change of the list of unreachable developers
desk-purpose-contact-resumed = Notice that a developer was reached
desk-purpose-course-judged = What becomes of an unreachable case

mail-subject-finder-to-ask = Please ask the finder for the developer's address ({ $number })
mail-body-finder-to-ask =
    No address of the developer has been found. Please ask the finder whether it knows one.

    Number: { $number }

    The page says what to ask, and takes the answer.
mail-subject-finder-answered = The finder was asked ({ $number })
mail-body-finder-answered =
    What the finder knows of the developer's address has been recorded.

    Number: { $number }

    You can read it on the page.
mail-subject-list-changed = The list of unreachable developers has changed ({ $number })
mail-body-list-changed =
    The public row of a developer that cannot be reached has changed.

    Number: { $number }

    The page says what changed.
mail-subject-contact-resumed = A developer has been reached ({ $number })
mail-body-contact-resumed =
    A developer on the list of unreachable developers has been reached, and coordination goes on.

    Number: { $number }

    The page says how it came about.
mail-subject-course-judged = What becomes of a case without contact has been judged ({ $number })
mail-body-course-judged =
    The receiving body has judged what becomes of a case whose developer cannot be reached.

    Number: { $number }

    Judgement and reason are on the page.
