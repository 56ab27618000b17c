# Handling of websites

party-site-operator = Site operator
mail-look-site-operator =
    Please open this link and type the code:
    { $link }
    Code: { $code }
    The link works once, for 30 days. When we send a new link, the one before stops working.

mail-look-after-call =
    This is about our telephone call. Please open this link and type the code that we read out to you:
    { $link }
    The link works once, for 30 days. When we send a new link, the one before stops working.

duty-decide-site-acceptance = Decide whether to accept the report of a website
duty-classify-site = Decide kind, effects and cause
duty-find-operator = Find out who runs the site and how to reach it
duty-contact-operator = Contact the operator
duty-confirm-operator = Confirm who answers for the site
duty-send-site-details = Give the operator the details
duty-receive-site-details = Read the details
duty-answer-site = Check it and say what you found
duty-fix-site = Fix it and say so
duty-answer-site-desk = Answer the receiving body’s question
duty-answer-operator = Answer the operator
duty-help-operator = Help the operator, who cannot go on alone
duty-judge-operator-answer = Look at the operator’s answer: end the case, or write back
duty-consult-operator = Consult the operator before answering the finder
duty-give-site-consent = Say whether you consent
duty-follow-up-site = Ask how it stands with a site that is not fixed after long
duty-judge-silence = Judge whether to end the case for lack of an answer
duty-publish-leak = Make the leak of personal data public
duty-record-site-result = Wait for what comes back from outside and record it
duty-hand-to-product = Hand it over as a product’s vulnerability
duty-close-site = End the handling
duty-pass-site-talk = Pass the wish to talk directly on
duty-answer-site-talk = Say whether you talk directly

refusal-not-website = The report is not one of a website.
refusal-operator-did-not-say-so = The operator has not said so, and the receiving body has not seen it.
refusal-operator-waits = The operator waits for an answer. Answer it first.
refusal-cause-open = This ending is for wrong settings or a missing patch of a product only. Find out the cause and record it.
refusal-alert-missing = No public alert is on record. Record it first.
refusal-other-operator = This reason holds for the sites of operators of that kind only. Check what kind of operator it is.
refusal-operator-acts = The operator is at work, or was not contacted yet. Ask for measures once it is clear that nothing is done.
refusal-tells-of-site = The words tell which site it is. Take out the site’s address and the operator’s name.
refusal-not-handed-to-product = It was not handed over as a product’s vulnerability.
refusal-not-withdrawn = A finder has not taken its report back.
refusal-operator-reason-missing = An operator that was contacted is told the reason, too. Write it.

event-site-case-opened = Handling as a website’s case began
event-site-report-joined = A report of the same was added
event-site-owner-set = Somebody else looks after it
event-site-note-added = A note was added
event-site-classified = Kind, effects and cause were decided
event-site-rated = The influence was rated
event-operator-identified = It is known who runs the site
event-operator-source-checked = A place was looked through for an address
event-operator-contacted = The operator was contacted
event-operator-attempt-noted = What became of an attempt was noted
event-operator-confirmed = It is confirmed who answers for the site
event-site-details-sent = The operator was given the details
event-site-details-received = The operator received the details
event-operator-answered = The operator answered
event-site-message-posted = There was a message
event-operator-consulted = The operator was consulted about an answer to the finder
event-operator-consent-asked = The operator was asked to consent
event-operator-consent-answered = The question of consent was answered
event-fix-checked = It was checked whether the flaw is gone
event-leak-suspected = It was judged whether personal data may be leaking
event-leak-made-public = The operator made the leak public
event-site-forwarded = The operator passed it on to its contractor
event-site-taken-back = The operator stopped showing it to its contractor
event-alert-linked = A public alert was linked
event-site-nda-recorded = An NDA was recorded
event-site-disclosed = A body outside was told
event-site-result-recorded = What came back from outside was recorded
event-found-in-product = It was handed over as a product’s vulnerability
event-site-talk-wished = There was a wish to talk directly
event-site-talk-passed = The wish to talk directly was passed on
event-site-talk-answered = The wish to talk directly was answered
event-site-closed = Handling ended
event-site-reopened = Handling was taken up again
event-site-report-accepted = Accepted
event-non-disclosure-lapsed = The non-disclosure request lapsed
event-non-disclosure-asked-again = The finder is asked not to disclose again

# What can be done (receiving body and operator)

site-action-own = Take the case, or give it back
site-action-note = Write a note
site-action-classify = Decide kind, effects and cause
site-action-rate = Rate the influence
site-action-join-report = Add a report of the same
site-action-identify-operator = Record who runs the site
site-action-check-source = Record where you looked
site-action-contact-operator = Contact the operator
site-action-note-attempt = Note what became of it
site-action-confirm-operator = Confirm who answers
site-action-send-details = Give the details
site-action-receive-details = Receive the details
site-action-answer = Say what came of it
site-action-write = Write a message
site-action-consult = Consult about an answer to the finder
site-action-ask-consent = Ask for a consent
site-action-give-consent = Say whether you consent
site-action-check-fix = Check whether it is gone
site-action-suspect-leak = Record whether a leak is feared
site-action-publish-leak = Say that the leak was made public
site-action-forward = Pass it on to the contractor
site-action-take-back = Stop showing it to the contractor
site-action-link-alert = Link a public alert
site-action-record-nda = Record an NDA
site-action-disclose = Tell a body outside
site-action-record-result = Record what came back
site-action-hand-to-product = Hand it over as a product’s vulnerability
site-action-wish-talk = Wish to talk directly
site-action-pass-talk = Pass the wish on
site-action-answer-talk = Say whether you talk directly
site-action-write-directly = Write directly
site-action-close = End the handling
site-action-reopen = Take it up again

site-stage-accepted = Accepted
site-stage-notified = Operator contacted
site-stage-confirmed = Contact confirmed
site-stage-details-sent = With the operator
site-stage-fix-reported = Reported as fixed
site-stage-ended = Ended

site-category-company = Company
site-category-government = Government agency
site-category-local-government = Local government
site-category-education = Education and research
site-category-association = Association
site-category-individual = Private person
site-category-unknown = Not known

site-cause-application = The site’s own application
site-cause-wrong-settings = A product in use is set up wrongly or left as delivered
site-cause-patch-missing = A patch for a product in use is not applied
site-cause-improper-operation = Other improper operation
site-cause-product = A vulnerability of a product itself

site-check-gone = It is gone
site-check-still-there = It is still there
site-check-cannot-tell = It cannot be told from outside

site-ending-illegally-acquired = Evidently obtained by illegal means
site-ending-handed-to-product = Handed over as a product’s vulnerability
site-ending-withdrawn = Every finder took its report back

site-consent-analysis = That the receiving body, or experts outside it, examine technically how the problem comes about
site-consent-site-to-developer = That the maker of a product you use learns about this site, to reproduce the problem

# Mails

mail-subject-site-notice = Important: the safety of your website ({ $number })
mail-body-site-notice =
    To whoever runs the website

    Somebody reported to us that your website has a weakness: a fault that others could abuse.

    We tell you what it is once we know who answers for the site. It is not written in this mail. There is no charge.

    Number: { $number }

mail-subject-site-begun = We are contacting the operator of the website ({ $number })
mail-body-site-begun =
    The handling of what you reported has begun: we are contacting the operator of the website.

    Number: { $number }

mail-subject-operator-confirmed = The operator confirmed who answers ({ $number })
mail-body-operator-confirmed =
    The operator told us who answers for the site. The details can be given.

    Number: { $number }

mail-subject-site-details-there = Please look at the details of the weakness ({ $number })
mail-body-site-details-there =
    The details of the weakness of your website, and advice on how to put it right, are on your page.

    Number: { $number }

mail-subject-operator-answered = The operator answered ({ $number })
mail-body-operator-answered =
    There is an answer from the operator.

    Number: { $number }

mail-subject-site-fixed = What you reported is said to be fixed ({ $number })
mail-body-site-fixed =
    The operator of the website tells us that the problem you reported was put right.

    Number: { $number }

mail-subject-site-still-open = The weakness seems to be still there ({ $number })
mail-body-site-still-open =
    We looked at your website after you had put it right, and the weakness seems to be still there. Please check once more.

    Number: { $number }

mail-subject-operator-consulted = We would like to hear your opinion ({ $number })
mail-body-operator-consulted =
    We would like to hear your opinion on what we may answer the person who reported the weakness.

    Number: { $number }

mail-subject-consent-asked = We ask for your consent ({ $number })
mail-body-consent-asked =
    To go on with the matter with this number we ask you to consent to something. What it is stands on your page.

    Number: { $number }

mail-subject-site-closed = The handling has ended ({ $number })
mail-body-site-closed =
    The handling of the matter with this number has ended. The reason stands on the page.

    Number: { $number }

mail-subject-site-reopened = The handling was taken up again ({ $number })
mail-body-site-reopened =
    The matter with this number, which had ended, was taken up again.

    Number: { $number }

desk-purpose-site-notice = First word to the operator
desk-purpose-site-begun = Word that handling began
desk-purpose-operator-confirmed = The operator confirmed who answers
desk-purpose-site-details-there = Details to be read
desk-purpose-operator-answered = Answer of the operator
desk-purpose-site-fixed = Word of a fix
desk-purpose-site-still-open = Word that the weakness is still there
desk-purpose-operator-consulted = Question about an answer to the finder
desk-purpose-consent-asked = Request for a consent
desk-purpose-site-closed = Word of the end
desk-purpose-site-reopened = Word of a reopening

# Answers that an operator chooses from

site-answer-will-fix = We checked it and are going to fix it
site-answer-fixed = We fixed it
site-answer-avoided-by-operation = We changed the way we run it, so that it cannot be abused
site-answer-page-removed = We removed the page
site-answer-known-and-fixed = We knew it and had fixed it already
site-answer-not-vulnerability = We think that it is no problem
site-answer-cannot-reproduce = We tried what is written, and it does not happen
site-answer-will-not-act = We are not going to do anything
site-answer-needs-help = We do not know what to do: please help
site-answer-hint-will-fix = If you know by which day, please say so.
site-answer-hint-fixed = For a change of the program or its settings.
site-answer-hint-avoided-by-operation = For instance: you switched the feature off, or limited who can use it.
site-answer-hint-page-removed = For a page or feature that is gone altogether.
site-answer-hint-known-and-fixed = Please write when and how you fixed it.
site-answer-hint-not-vulnerability = Please write why you think so.
site-answer-hint-cannot-reproduce = Please write what you tried. We answer.
site-answer-hint-will-not-act = Please write why.
site-answer-hint-needs-help = Please write what is unclear, in your own words. We answer.

# Kinds of weaknesses in plain words

site-kind-cross-site-scripting = Something prepared by an attacker runs in the browser of people who look at your site (cross-site scripting)
site-kind-sql-injection = Orders to the place where your data is kept (the database) can be slipped in, for instance through a form (SQL injection)
site-kind-dns-settings = The registration of your site’s address (its domain name) has a gap that others could use (wrong DNS settings)
site-kind-directory-traversal = Files can be read that you never made public (directory traversal)
site-kind-file-exposed = A file that you did not mean to publish lies where everybody can see it
site-kind-authentication = The check of who somebody is, such as the login, can be got around (flawed authentication)
site-kind-response-splitting = Others can slip content of their own into what your site answers (HTTP response splitting)
site-kind-session-management = Somebody could take over the login of another person (flawed session management)
site-kind-os-command-injection = Orders from outside can be run on the computer that serves your site (OS command injection)
site-kind-mail-relay = Your site can be used to send other people’s unwanted mail (open mail relay)
site-kind-https-misuse = The way in which your site protects what is sent (HTTPS) has a problem
site-kind-other = Another weakness

site-advice-cross-site-scripting = Whatever people type has to be shown so that signs such as < > & " ' do not work as orders. Tell whoever made your site: “escape on output”.
site-advice-sql-injection = Orders to the database must not be put together with what people type. Tell whoever made your site: “use placeholders (bound parameters)”. If it is urgent, switch the feature off.
site-advice-dns-settings = Remove entries (DNS records) that lead to places you no longer use, and make sure that only the right people can change them. Ask the company that looks after your domain.
site-advice-directory-traversal = Names of files must not be taken from outside, or only within one folder. Tell whoever made your site: “check path names”.
site-advice-file-exposed = Move the file away from the public place, and ask search services to remove it if they still show it. Look into the access records whether somebody has seen it.
site-advice-authentication = Every page that is not for everybody has to check who is looking. Change passwords that are easy to guess or were never changed.
site-advice-response-splitting = Line breaks have to be taken out of what goes into the headings (headers) of an answer. Tell whoever made your site.
site-advice-session-management = The number by which a visitor is recognised (the session id) has to be new at every login and impossible to guess. Tell whoever made your site.
site-advice-os-command-injection = Orders to the computer must not be made from what comes from outside. The danger is great: we advise you to switch the feature off until it is fixed.
site-advice-mail-relay = Look at the contact form and the mail settings, so that nobody outside can choose whom your site writes to.
site-advice-https-misuse = Check the certificate’s last day and the settings, and switch old ciphers off. Ask the company that looks after your server.
site-advice-other = Show the details to whoever made your site and ask for advice, once they have promised to keep them secret.
