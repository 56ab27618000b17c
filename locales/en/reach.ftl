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

# Pages of the desks: the way to a developer
desk-reach-title = Reaching { $name }
desk-reach-open = Search for an address, contacts so far, list of unreachable developers
desk-reach-contacts = Contacts
desk-reach-of = { $count } of { $required }
desk-reach-left = Left on the checklist
desk-reach-left-count = { $count ->
    [one] { $count } source
   *[other] { $count } sources
 }
desk-reach-name-from = May be listed from
desk-reach-unreachable-from = Counts as unreachable from
desk-reach-next = Next contact: { $means }, promptly
desk-reach-next-by = Next contact: { $means }, by { $day }
desk-reach-next-to = { $why } To: { $to }
desk-reach-why-first = It is the first one.
desk-reach-why-second-by-post = The second one goes by post, since the address is known.
desk-reach-why-untried = The checklist brought up an address that nobody tried yet.
desk-reach-why-came-back = The last one did not arrive.
desk-reach-why-again = Nothing came back yet.

desk-reach-rung-not-listed = Not listed
desk-reach-rung-name-listed = ① Name published
desk-reach-rung-product-listed = ② Product published
desk-reach-rung-resumed = ③ Coordination resumed
desk-reach-rung-done = ④ Coordination done
desk-reach-rung-published = ⑤ Published by judgement
desk-reach-rung-removed = Taken off the list

desk-reach-checklist = Checklist for the search
desk-reach-checklist-done = Every source was checked.
desk-reach-checklist-open = { $count ->
    [one] { $count } source is not checked yet.
   *[other] { $count } sources are not checked yet.
 }
desk-reach-where = Source
desk-reach-where-missing = Choose where you looked.
desk-reach-unchecked = Not checked
desk-reach-checked = Checked
desk-reach-asked = Asked for
desk-reach-found = Addresses found
desk-reach-found-hint = Leave it empty when there was nothing. Write a postal address in one line, beginning with 〒 and its code.
desk-reach-nothing = Nothing
desk-reach-no-means = (none)
desk-reach-how = How it was looked for
desk-reach-how-hint = Words searched for, pages seen, people asked
desk-reach-checked-on = Day of the check
desk-reach-check-lead = One source at a time, also when there was nothing. When all are checked, the developer can be listed.
desk-reach-finder-lead = Record what the finder said when asked for the developer's address. The coordinator is told.
desk-reach-ask-lead = The receiving body asks the finder whether it knows an address of the developer. The coordinator does not learn who the finder is.
desk-reach-ask-what = What to ask
desk-reach-ask-hint = For example the author's present address, employer, sales agent
desk-reach-source-report = The report itself
desk-reach-source-product = What comes with the product (manual, licence)
desk-reach-source-site = The developer's website
desk-reach-source-register = The developer register
desk-reach-source-registry = Registries of companies and domain names
desk-reach-source-store = Shops and download sites
desk-reach-source-internet = A search of the internet
desk-reach-source-sns = Social networks
desk-reach-source-related = Related organisations (agents, communities)
desk-reach-source-finder = The finder (through the receiving body)

desk-reach-proof = Notes and evidence
desk-reach-evidence = Files as evidence
desk-reach-evidence-hint = The mail as sent, a photo of the envelope or the receipt. Up to 5; they are stored encrypted.
desk-reach-file-large = The file is too large.
desk-reach-file-many = At most 5 files at once.
desk-reach-file-empty = An empty file cannot be attached.
desk-reach-file-cut = The file did not arrive whole. Please try again.
desk-reach-note-lead = Record what became known later: a letter that came back, an answer, a receipt.
desk-reach-noted-on = Day on which it became known
desk-reach-which = Which contact
desk-reach-which-missing = Choose which contact it is about.
desk-reach-outcome-same = As before (evidence only)

desk-reach-letter = Make a letter
desk-reach-letter-lead = Makes a PDF for a window envelope, with a QR code that opens the answer page once. It says nothing of the vulnerability. It is logged as a contact by post and kept with the case.
desk-reach-letter-known = Postal addresses from the checklist:
desk-reach-letter-organisation = Organisation
desk-reach-letter-organisation-hint = Leave it empty for a private person and write the name. An English paper has the English name of the register, where there is one.
desk-reach-letter-nobody = Write an organisation or a name.
desk-reach-letter-department = Department
desk-reach-letter-person = Name
desk-reach-letter-code = Postal code
desk-reach-letter-address = Address
desk-reach-letter-address-hint = In lines, as it is seen through the window.
desk-reach-letter-language = Language of the letter
desk-reach-letter-by = Answer asked for by
desk-reach-letter-product = Name the product “{ $product }”
desk-reach-letter-product-hint = Leave it out where even the name says too much.
desk-reach-letter-make = Make the letter and log the contact
desk-reach-letter-confirm = The letter is made and logged as a contact by post.
desk-reach-letter-number = Letter { $number }
desk-reach-letter-no-sender = The sender's address or telephone is not set
desk-reach-letter-no-sender-what = The letter will not say how to reach you by post or telephone. Ask an administrator to fill in the settings (letters).
desk-reach-letter-unprintable = These characters cannot be printed: { $characters }. Please replace them.
desk-reach-letter-too-long = The address does not fit the window of the envelope. Please shorten it.
desk-reach-letter-failed = The letter could not be made. Ask an administrator whether a Japanese font is installed.

desk-reach-public = What is public
desk-reach-public-since = As of { $day }
desk-reach-public-page = Open the public page
desk-reach-public-paper = Save the notice as PDF
desk-reach-preview = As the public will see it
desk-reach-look-again = Look at the text again
desk-reach-in-english = The text in English
desk-reach-name = Name of the developer
desk-reach-name-hint = Empty is shown as “－”.
desk-reach-reference = Related information
desk-reach-reference-hint = Address of a page that shows who is meant
desk-reach-remark = Remark
desk-reach-remark-hint = For example: developer of … . Nothing of the case or the vulnerability.
desk-reach-list-lead = Publishes the name, or what shows who is meant, for the developer itself to see. The inquiry number is drawn with the publication.
desk-reach-list-button = Put it on the list and publish
desk-reach-list-confirm = It is put on the list of unreachable developers and published at once.
desk-reach-row-lead = Look the row over and correct it where needed. This is due every quarter.
desk-reach-row-button = Record that it was looked over
desk-reach-row-confirm = The list is published like this.
desk-reach-product-lead = Publishes name and version of the product, for the developer and for those who know how to reach it.
desk-reach-product-button = Publish the product
desk-reach-product-confirm = Name and version are published at once.
desk-reach-product-name = Name of the product
desk-reach-versions = Versions
desk-reach-versions-hint = The notice says “version …”. Empty leaves that out.
desk-reach-addressee = Kind of developer
desk-reach-addressee-missing = Choose the kind of developer.
desk-reach-addressee-organisation = Authority or company
desk-reach-addressee-individual = Person or community
desk-reach-deadline = Deadline
desk-reach-deadline-lead = Appends the last day on which contact is taken. After it the developer counts as unreachable.
desk-reach-deadline-button = Append the deadline
desk-reach-deadline-confirm = The deadline is published at once.
desk-reach-leave-note = How it came about
desk-reach-delist-lead = Takes the row and the notice off the public pages.
desk-reach-delist-why = Reason
desk-reach-delist-missing = Choose a reason.
desk-reach-delist-button = Take it off the list
desk-reach-delist-confirm = It is taken off the public pages.
desk-reach-delist-contact-made = Contact was made
desk-reach-delist-handling-ended = The handling ended
desk-reach-delist-published = It was published by judgement
desk-reach-delist-mistake = It should not have been listed
desk-reach-resume-lead = Record that contact was made, by mail with the inquiry number, by telephone or otherwise, and take up coordination again. Next, the contact is confirmed.
desk-reach-resume-delist = Take it off the list as well
desk-reach-resume-button = Take up coordination again
desk-reach-resume-confirm = Coordination is taken up again, and the receiving body is told.

desk-reach-course = What becomes of the case
desk-reach-course-open = Not judged yet.
desk-reach-course-table = By influence and whether it can be verified (practice from 2019)
desk-reach-course-committee = The committee judges
desk-reach-course-weigh-cost = The cost of verifying is weighed
desk-reach-course-end = Handling ends, and it comes off the list
desk-reach-verifiable-yes = Can be verified
desk-reach-verifiable-no = Cannot be verified
desk-reach-verifiable-lead = Judge whether one of the two bodies can see for itself that the vulnerability is there.
desk-reach-worth-yes = Worth it
desk-reach-worth-no = Not worth it
desk-reach-worth-lead = Judge whether the case is worth what verifying costs, such as buying the product.
desk-reach-individual-lead = Goes another way than the table: only where life or society depends on the product.
desk-reach-judge-missing = Choose one of them.
desk-reach-reason = Reason

done-source-checked = The result of the search was recorded.
done-finder-asked = The receiving body was asked to ask the finder.
done-attempt-noted = Result or evidence was recorded.
done-letter-made = The letter was made and logged as a contact by post. Save it from the record below and print it.
done-name-listed = It was put on the list of unreachable developers.
done-product-listed = The product was published.
done-deadline-appended = The deadline was appended.
done-row-updated = The row was looked over.
done-delisted = It was taken off the list.
done-contact-resumed = Coordination was taken up again. Next, confirm the contact.
done-course-judged = The judgement was recorded, and the coordinator was told.

# The public site: the list of unreachable developers
portal-unreachable-title = Developers we cannot reach
portal-unreachable-lead = These are developers of software products reported under the Information Security Early Warning Partnership whom we could not reach by any information to be found on the internet. We ask them, and those who know them, to get in touch.
portal-unreachable-contact = Please write to:
portal-unreachable-subject = State the inquiry number in the subject.
portal-unreachable-list = List
portal-unreachable-none = No developer is on the list
portal-unreachable-none-fill = Developers that cannot be reached will stand here.
portal-unreachable-search = Search by developer, product or number
portal-unreachable-not-found = Nothing matches.
portal-unreachable-all = Show all
portal-unreachable-count = { $count ->
    [one] { $count } row
   *[other] { $count } rows
 }
portal-unreachable-number = Inquiry number
portal-unreachable-name = Developer
portal-unreachable-reference = Related information
portal-unreachable-added = Listed on
portal-unreachable-product = Product
portal-unreachable-disclosed = {" "}(disclosed)
portal-unreachable-until = Deadline: { $day }
portal-unreachable-remark = Remark
portal-unreachable-published = Published
portal-unreachable-published-what = Nobody answered for these products. After the judgement of the committee an advisory was published, and they came off the list.
portal-unreachable-advisory = Advisory
portal-unreachable-means = If you are on the list
portal-unreachable-means-spam = Our mails may have been caught by your spam filter.
portal-unreachable-means-details = Once we know that it is you, we tell you in a safe way what it is about. It is not on these pages.
portal-unreachable-means-help = It costs nothing, and we help with technical questions.
portal-unreachable-means-stop = Where a product has no support any more, a notice to stop using it can be published.
portal-unreachable-process = What happens when a developer cannot be reached
portal-unreachable-write = Write a mail with the inquiry number
portal-unreachable-original = The original text in Japanese
portal-unreachable-contact-title = How to get in touch
portal-unreachable-mail = Mail to
portal-unreachable-deadline = Deadline
portal-unreachable-how = When a developer cannot be reached
portal-unreachable-how-what = Where we look and in which order is fixed and public, so that the search depends on nobody's skill.
portal-unreachable-to-list = Developers we cannot reach
portal-unreachable-sources = Checklist for the search
portal-rung-search = Search.
portal-rung-search-what = We work through the checklist below. As fits, the receiving body also asks the finder.
portal-rung-contact = Three contacts.
portal-rung-contact-what = We write to what was found three times, some days apart; the second time by post where the address is known.
portal-rung-name = ① Name.
portal-rung-name-what = Without an answer the developer's name, or what shows who is meant, is published for the developer to see. The list is looked over every quarter.
portal-rung-product = ② Product.
portal-rung-product-what = Still without contact, name and version of the product are published as well, for those who know how to reach the developer.
portal-rung-deadline = Deadline.
portal-rung-deadline-what = A last day for contact is appended. Whoever gets in touch comes off the list, and coordination goes on.
portal-rung-committee = Committee.
portal-rung-committee-what = When every means was tried and half a year has passed without contact, a committee of neutral experts judges whether to publish.
