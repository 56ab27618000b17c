# Names of things (as in the glossary)

role-receiving-desk = Receiving body
role-coordinator = Coordinator
role-developer = Product developer
role-administrator = Administrator
role-committee-member = Committee member
role-auditor = Auditor

party-finder = Finder
party-receiving-body = Receiving body
party-coordinator = Coordinator
party-developer = Product developer
party-committee-member = Committee member
party-program = Noroshi

stage-accepted = Accepted
stage-handed-over = Handed over to the coordinator
stage-contacted = Contacting developers
stage-details-sent = Details sent
stage-verified = Verified
stage-date-agreed = Publication day set
stage-published = Published
stage-ended = Ended

report-state-needs-reading = Needs reading
report-state-received = Waiting for the decision
report-state-accepted = Accepted
report-state-rejected = Not accepted

report-kind-product = Software product
report-kind-website = Web site
report-kind-own-product = Own product
report-kind-unknown = Kind unknown

influence-priority = Priority handling
influence-normal = Normal handling
influence-simple = Simple handling
influence-unrated = Not rated

affected-affected = Affected
affected-affected-investigating = Affected (investigating)
affected-not-affected = Not affected
affected-not-affected-investigating = Not affected (investigating)
affected-unknown = Unknown

verification-affected = Confirmed: our product is affected
verification-not-vulnerability = It is not a vulnerability
verification-no-influence = It does not affect our product
verification-small-influence = The influence is small
verification-known-and-published = Known and already published
verification-tells-all-users = We tell all users ourselves
verification-in-other-product = It lies in somebody else's product
verification-cannot-reproduce = We cannot reproduce it
verification-needs-more = We need more information

means-mail = E-mail
means-post = Post
means-phone = Telephone
means-fax = Fax
means-web-form = Web form
means-sns = Social network

outcome-waiting = Waiting for an answer
outcome-answered = Answered
outcome-undeliverable = Did not arrive
outcome-refused = Contact refused

content-product = Product
content-developer = Developer
content-versions = Versions
content-environment = Environment and settings
content-kind = Kind of vulnerability
content-steps = Steps and result
content-threat = Threat
content-workaround = Workaround
content-proof = Proof of concept
content-notes = Other

duty-about = { $duty } ({ $name })
duty-read-report = Read the report
duty-decide-acceptance = Decide whether to accept
duty-answer-finder = Answer the finder
duty-answer-desk = Answer the receiving body's question
duty-rate-influence = Rate the influence
duty-hand-over = Hand over to the coordinator
duty-find-developer = Find the developer
duty-contact-developer = Contact the developer
duty-confirm-contact = Confirm the contact
duty-release-details = Send the details
duty-answer-body = Answer the other body
duty-answer-developer = Answer the developer
duty-answer-coordinator = Answer the coordinator
duty-answer-verification = Verify and report the result
duty-state-countermeasure = Report the countermeasure
duty-state-status = Report the response status
duty-set-day = Set the publication day
duty-draft-advisory = Draft the advisory
duty-send-preview = Show the draft to the developers
duty-comment-preview = Check the text
duty-approve-advisory = Approve the text
duty-co-sign-advisory = Co-sign the text
duty-publish = Publish
duty-publish-update = Publish the update
duty-update-advisory = Take the new status into the advisory

item-kind = Kind of report
item-finder-name = Name
item-email = E-mail address
item-share-identity = Passing on name and contact
item-direct-contact = Direct contact
item-publish-name = Name in the acknowledgement
item-product-name = Product
item-product-version = Version
item-website-url = Address of the web site
item-vulnerability-kind = Kind of vulnerability
item-steps = Steps to reproduce
item-why-vulnerability = Why it is a vulnerability
item-threat = Threat
item-reported-elsewhere = Reports to others
item-cvss-vector = CVSS vector
item-fix = Countermeasure
item-attachments = Attachments
item-too-long = An answer that is too long

fault-missing = “{ $item }” is not filled in.
fault-contradiction = The answers to “{ $item }” contradict each other.
fault-unusable = “{ $item }” cannot be used as it is written.

event-case-opened = Report accepted
event-owner-set = Owner changed
event-note-added = Note added
event-influence-rated = Influence rated
event-handed-over = Handed over to the coordinator
event-developer-added = Developer added
event-contact-attempted = Developer contacted
event-answer-link-sent = Link to answer sent
event-contact-confirmed = Contact confirmed
event-details-released = Details sent
event-verification-stated = Verification result reported
event-countermeasure-stated = Countermeasure reported
event-status-stated = Response status reported
event-day-proposed = Comment on the publication day
event-day-set = Publication day set
event-message-posted = Message
event-advisory-started = Advisory begun
event-published = Published
