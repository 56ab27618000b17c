# The receiving body's page of one website case

site-desk-list = Website cases
site-desk-title-page = Website case { $number }
site-desk-way-case = Case
site-desk-way-operator = Operator and contact
site-desk-way-talk = Answers and messages
site-desk-way-outside = Leak, outside, product
site-desk-way-ending = Ending
site-desk-can = What you can do on this page

site-desk-aimed-at = To be fixed by
site-desk-fixed-on = Reported fixed
site-desk-silent-from = May end for silence from
site-desk-ended-on = Handling ended
site-desk-received-on = Operator received the details
site-desk-prolonged = Prolonged
site-desk-prolonged-from = Counts as prolonged from
site-desk-since-day = Since { $day }
site-desk-withdrawn-on = Report withdrawn
site-desk-decided = Kind and effect
site-desk-kind = Kind
site-desk-effects = Effects
site-desk-cause = Cause
site-desk-attack = Attack
site-desk-passive = Passive: somebody has to be lured first
site-desk-score = CVSS v3 base score

site-desk-ended = Handling ended on { $day }
site-desk-read-ending = Read the reasons given
site-desk-proposes = The operator says “{ $said }”. The ending that fits: { $ending }
site-desk-says = The operator says “{ $said }”
site-desk-wrote = The operator waits for an answer
site-desk-read-answer = Read the answer
site-desk-in-product = It goes on as product case { $number }
site-desk-to-product = Open the product case

# The way to the operator
site-desk-operator-known = Operator
site-desk-operator = Name of the operator
site-desk-operator-unknown = Not known yet
site-desk-category = What the operator is
site-desk-addresses = Addresses
site-desk-address = { $means }: { $to }
site-desk-special = The office in charge can be asked for help ({ $clause })
site-desk-special-way = Special way
site-desk-special-office = { $office } can be asked to help the message arrive quickly. Only a part of the information is told. Record the non-disclosure agreement on the page “Leak, outside, product” first, and tell the office there.
site-desk-contact = Who answers
site-desk-by-operator = Confirmed by the operator with link and code
site-desk-by-desk = Written down by the receiving body
site-desk-sources = Where to look for an address
site-desk-sources-lead = Hosting providers and registries are asked for an address only. Nothing is said of the vulnerability.
site-desk-address-found = Address found
site-desk-found = An address was found
site-desk-note = Note
site-desk-link = Send a one-time link with its code to this address by mail
site-desk-with-link = with a link
site-desk-by-letter = Write by letter or fax, call, or use the site’s form
site-desk-attempt = Which attempt
site-desk-person = Who answers there
site-desk-mail = Mail address to write to from now on

# Answers and messages
site-desk-answers = What the operator says
site-desk-answers-none = No answer yet.
site-desk-ready = To be fixed by { $day }
site-desk-messages = Messages
site-desk-direct = Finder and operator directly
site-desk-consulted = About the answer to a finder
site-desk-asked = Asks for an answer
site-desk-details = What the operator was given
site-desk-details-none = Nothing yet. Details go to a confirmed contact only.
site-desk-named = Named
site-desk-unnamed = Not named
site-desk-checks = Whether it is fixed
site-desk-consents = Consents asked for
site-desk-talks = Wishes to talk directly
site-desk-forwards = Handed on by the operator
site-desk-taken-back = The operator stopped showing it to its contractor on
site-desk-talk-wished = Wish of: { $who }
site-desk-talk-passed = Passed on, waits for the other side
site-desk-talk-waits = To be passed on or declined
site-desk-agrees = Agrees
site-desk-declines = Declines
site-desk-agreed = Agreed
site-desk-declined = Declined
site-desk-fields = What to tell
site-desk-advice = Advice on how to fix it
site-desk-answer = Answer
site-desk-words = In the operator’s words
site-desk-ready-on = To be fixed by
site-desk-question = Ask for an answer
site-desk-message-files = The operator opens them on its page. Please make sure that nothing in them tells who the finder is.
site-desk-enquirer = Report of the finder who enquires
site-desk-consent-to = Consent to what
site-desk-said = Answer
site-desk-seen = What you found
site-desk-seen-how = What you saw (the operator reads it while it is still there)
site-desk-wish = Whose wish
site-desk-with = Report of the finder to talk with
site-desk-with-hint = Choose one when you pass on the operator’s wish.

# Leak, outside, product
site-desk-leak = Feared leak of personal data
site-desk-leak-none = No leak is feared.
site-desk-leak-public = Made public by the operator
site-desk-leak-lacks = Not made public yet: { $items }
site-desk-leak-items = What it says there
site-desk-feared = A leak is feared
site-desk-not-feared = No leak is feared
site-desk-why = Why
site-desk-url = Address
site-desk-disclosures = Who outside was told
site-desk-disclosures-none = Nobody outside was told.
site-desk-result-there = Result there
site-desk-package = Save the paper to hand over
site-desk-ndas = Non-disclosure agreements
site-desk-ndas-none = None on record. One is needed before anybody outside is told.
site-desk-nda-with = Agreement with
site-desk-nda-holds = In force
site-desk-nda-over = Expired
site-desk-nda-until = until { $day }
site-desk-on = Day of the agreement
site-desk-until = Last day of the agreement
site-desk-reference = Where the document is
site-desk-ground = Why they are told
site-desk-told-to = Who is told
site-desk-purpose = What they are asked for
site-desk-disclosure = Whose result
site-desk-result = Result
site-desk-product = In the product track
site-desk-product-named = The site is named there, with the operator’s consent.
site-desk-product-hidden = Which site it is stays here.
site-desk-name-site = The operator consented: name the site in the product case, with the files

# Ending
site-desk-endings = Ways to end
site-desk-endings-lead = Choose one that is possible now, and words for finder and operator are proposed.
site-desk-ending = How it ends
site-desk-against = Possible now
site-desk-proposed = Fits the operator’s answer
site-desk-told-at-end = Reasons given
site-desk-alerts = Public alerts
site-desk-alerts-none = No alert is linked.
site-desk-reopened = Taken up again
site-desk-to-finder = Reason for the finder
site-desk-to-operator = Reason for the operator
site-desk-reason = Why it is taken up again
site-desk-title = Title of the alert
site-desk-since = Public since
site-desk-letter-finder-fixed = The operator has dealt with the problem of the website that you reported ({ $ending }). We are ending the handling. The request not to disclose it ends as well. Thank you for your help.
site-desk-letter-finder-ended = We are ending the handling of the problem that you reported, for this reason: { $ending }. The request not to disclose it ends as well. Thank you for your help.
site-desk-letter-operator-fixed = Thank you for dealing with the problem. We have ended the handling ({ $ending }). You need not make the vulnerability public.
site-desk-letter-operator-ended = We have ended the handling of this matter for this reason: { $ending }. If you have any question, please ask us at any time.

# A further report
site-desk-report = Number of the report to add
site-desk-no-report = There is no report with this number.
site-desk-conditions = Conditions of acceptance
site-desk-accept-reason = Reason for the finder
site-desk-accept-theirs = Left as it is, it is sent in the language of the finder. What you change arrives as you write it, without a translation.
site-desk-accept-letter = Your report meets all conditions and was accepted. It tells of a matter that is being handled already.
site-desk-vector-unreadable = This cannot be read as a CVSS v3 vector. Choose all base metrics, or paste a vector.

# What the receiving body writes down
site-desk-does-confirm-operator = Write down who answers there
site-desk-does-receive-details = Write down that the details arrived
site-desk-does-answer = Write down an answer by telephone
site-desk-does-write = Write to the operator
site-desk-does-give-consent = Write down an answer to a consent
site-desk-does-publish-leak = Write down that the operator went public
site-desk-does-answer-talk = Decline without passing it on
site-desk-does-check-fix = Record what you found

# Asked before it is sent
site-desk-sure-contact-operator = Record this attempt? With a link, a mail is sent as well.
site-desk-sure-send-details = Tell the operator what you chose? It cannot be taken back.
site-desk-sure-disclose = Record that they were told?
site-desk-sure-hand-to-product = Open a case of the product track?
site-desk-sure-close = End the handling and tell why?

# Before you write
site-desk-lead-contact-operator = Mails from here, and also calls, letters and other attempts made elsewhere, are put on record. No details are told yet.
site-desk-lead-confirm-operator = For what you were told by telephone and the like. When the operator opens the link and types the code, it is recorded by itself.
site-desk-lead-send-details = The operator reads only what you choose, and the finder’s name where the finder agreed to that (ウ). The three months for the fix run from the day it is received.
site-desk-lead-receive-details = For when you hear that they arrived. The three months for the fix run from this day.
site-desk-lead-answer = An answer by telephone or letter, written down for the operator.
site-desk-lead-give-consent = An answer by telephone or letter, written down for the operator.
site-desk-lead-consult = Before you answer a finder, ask the operator what may be told. Who asked is not said.
site-desk-lead-check-fix = You need not check. If you do, put no load on the site.
site-desk-lead-answer-talk = To decline a wish without passing it on.
site-desk-lead-suspect-leak = Once it is feared, the operator is asked to go public. Where it does nothing, the commission can be asked for measures.
site-desk-lead-publish-leak = For when you hear that the operator has gone public: where, and what it says there.
site-desk-lead-disclose = Only what you choose goes to somebody with an agreement on record. For government sites neither proof nor files can be told. The paper to hand over can be saved afterwards.
site-desk-lead-hand-to-product = Take out all words that tell which site it is. What the finder allowed was about the operator: it does not go to the developer.
site-desk-lead-link-alert = An alert in public about the wrong setting or the missing patch. It ends nothing by itself.
site-desk-lead-close = The finders, and the operator if it was contacted, are told why. The request not to disclose ends.
site-desk-lead-reopen = Finders and operator are told, and the finders are asked again not to disclose.
site-desk-lead-join-report = A report of the same matter on the same site joins this case. Its finder is told of the acceptance only.

# The paper to hand over
site-desk-package-title = About a vulnerability of a website (confidential)
site-desk-package-number = Number
site-desk-package-on = Day
site-desk-package-secret = Handling
site-desk-package-secrecy = Given under a non-disclosure agreement. Use it only for what you are asked for, and tell nobody else. Neither the site nor its operator is made public.

done-site-kept = Recorded.
done-site-contacted = The attempt is recorded. With a link, the mail was sent.
done-site-sent = The operator has the details.
done-site-asked = The operator was asked.
done-site-passed = The wish was passed on.
done-site-declined = The wish was declined.
done-site-told = Recorded. The paper to hand over can be saved.
done-site-handed = The product case is open. The finder was told that a case was added.
done-site-closed = Handling ended. The finders and the operator were told why.
done-site-reopened = Taken up again. The finders and the operator were told.
