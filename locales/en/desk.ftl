# The desks of the receiving body and the coordinator

# My day

my-day-all = All
my-day-report = Report
my-day-kinds = Kinds of things to do

# All lists

desk-tabs = Lists by state
desk-tab-open = Undecided
desk-tab-handled = In handling
desk-tab-all = All
desk-number = Number
desk-what = What
desk-kind = Kind
desk-received = Received
desk-state = State
desk-stage = Stage
desk-turn = Whose turn
desk-turn-for = { $who }: { $what }
desk-owner = Owner
desk-influence = Influence
desk-day = Publication day
desk-day-target = aimed at
desk-day-none = Not set
desk-not-yet = Not yet
desk-nobody = None
desk-nobody-yet = Developer not known yet
desk-and-more = { $name } and { $count } more
desk-untitled = (no title)
desk-unknown = Not known
desk-filter-words = Number or title
desk-filter-case-words = Number, title or developer
desk-filter-all = All
desk-filter-mine = Mine
desk-filter-ours = Our turn
desk-filter-go = Show
desk-filter-clear = Clear the filters
desk-keys = Inside the table, j and k move between rows and Enter opens one.

# The queue of reports

desk-reports-title = Reports
desk-reports-empty = No reports here
desk-reports-empty-fill = What comes in by form or mail is listed here, the weightiest first.
desk-form-state = Form
desk-problems = { $count ->
    [one] { $count } item to mend
   *[other] { $count } items to mend
}
desk-problems-none = Complete
desk-file-count = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
desk-high-chip = High impact

# A report

desk-report-number = Report { $number }
desk-channel = Came by
desk-channel-web = web form
desk-channel-text = text form
desk-channel-mail = e-mail
desk-now = To be done now
desk-now-nothing = There is nothing for this side to do now.
desk-more = Also possible
desk-not-now = Not possible now
desk-others = What others owe
desk-timeline = What happened
desk-timeline-older = Earlier
desk-promptly-under = Promptly ({ $clause })
desk-happened-received = The report came in
desk-happened-asked = The finder was asked
desk-happened-written = The finder was written to
desk-happened-answered = The finder wrote
desk-language-ja = Japanese
desk-language-en = English
desk-seen-by-finder = Seen by: the finder

# Reading

desk-reading = Read the report
desk-reading-lead = The program could not put this report into the form. Copy it from the original. Whether it is accepted is decided after that.
desk-missing = { $count ->
    [one] { $count } item is missing or unclear
   *[other] { $count } items are missing or unclear
}
desk-original = As it came
desk-original-none = There is no original text.
desk-which-form = Form
desk-reading-after = It can be kept with items missing. You can ask the finder before deciding.

# The decision

desk-decision = Decide whether to accept
desk-conditions = Conditions of acceptance
desk-conditions-hint = Check them one by one. The report is accepted when all five hold. ア and イ are ticked beforehand where the form itself shows it.
desk-condition-complete = ア All items are there
desk-condition-consistent = イ It does not contradict itself
desk-condition-in-scope = ウ It is inside the scope of the guideline
desk-condition-is-vulnerability = エ What is written is, if true, a vulnerability
desk-condition-not-known = オ It has not been published already
desk-look-in-scope = Is the software used in Japan, and may it affect many or unspecified people?
desk-look-is-vulnerability = Judged on paper: it need not be reproduced.
desk-look-not-known = Has it been published on JVN, by the developer or elsewhere? Being the same as an unpublished case is no reason to refuse it.
desk-found-nothing = The program found nothing amiss.
desk-reason = Reason, as sent to the finder
desk-reason-hint = It is sent to the finder as it stands. Write in the language of the finder ({ $language }).
desk-reason-accept = We have examined report { $number } and found that it meets all conditions of acceptance of the partnership guideline. It is accepted.

    The coordinator will now contact the developer of the product. We will tell you the day on which that began (day zero). Until publication, please do not disclose information about this vulnerability to third parties.
desk-reason-own = We have examined report { $number } and accepted it. The coordinator will discuss the day and the text of the publication with you.
desk-reason-reject = We have examined report { $number } and cannot accept it, for the following reason.

    (Say which condition does not hold, and why.)

    If anything is unclear, please write to us in the message box of this page. You may also report again with what was missing.
desk-copy = What the case says
desk-copy-lead = Acceptance opens a case. The raw report stays with the receiving body; only what you approve here becomes the text of the case. Read each field, reword it where needed, and tick what goes in.
desk-identity-title = The finder can be recognised
desk-identity-body = The marked fields hold words that are also in the finder’s name or contact. Unless consent ウ allows it, take them out or reword them.
desk-identity-here = The finder can be recognised: { $found }
desk-identity-reminder = Free text can carry identity: look for names, affiliations, account names, screenshots.
desk-quoted = “{ $text }”
desk-own-decision = A developer’s report on its own product: there are neither the five conditions nor the 45 days. Check it and accept it; the time of publication is settled with the developer.
desk-reject-instead = Do not accept
desk-failed = Conditions that do not hold
desk-failed-hint = Choose at least one. The finder is told with the reason.
desk-own-failed-hint = If a report on an own product is not accepted, choose what comes closest.
desk-reject-confirm = The finder is told that the report is not accepted. This cannot be taken back.
desk-outcome = The decision
desk-outcome-accepted = Accepted on { $day }.
desk-outcome-case = Open case { $number }
desk-outcome-rejected = On { $day } it was not accepted, because these conditions do not hold.
desk-outcome-reason = The reason as sent to the finder

# What the report says

desk-report-content = What the report says
desk-files = Files
desk-files-warning = Files may hold exploit code. Handle them in an isolated environment. They are handed out to be kept and are never opened or shown here.
desk-form-finder-name = Name
desk-form-affiliation = Affiliation
desk-form-phone = Telephone
desk-form-email = E-mail address
desk-form-share-identity = Name and contact may be passed on
desk-form-direct-contact = May be contacted directly
desk-form-publish-name = Name may be published
desk-form-credit-name = Name to publish
desk-form-source = Source of the information
desk-form-source-found-myself = found it myself
desk-form-source-from-person = from a person
desk-form-source-from-website = from a web site
desk-form-product-name = Product
desk-form-product-version = Version
desk-form-patch-level = Patch level
desk-form-product-language = Language of the product
desk-form-configuration = Configuration
desk-form-developer = Developer
desk-form-website-url = URL of the web site
desk-form-how-found = How it was found
desk-form-why-vulnerability = Why it is held to be a vulnerability
desk-form-vulnerability-kind = Kind of vulnerability
desk-form-steps = Steps to reproduce (overview)
desk-form-reproducibility = How often it happens
desk-form-reproducibility-always = always
desk-form-reproducibility-sometimes = sometimes
desk-form-reproducibility-rarely = rarely
desk-form-reproducibility-note = Remarks on that
desk-form-threat = Possible threat (impact)
desk-form-workaround = Workaround
desk-form-proof = Proof of concept
desk-form-fix = Countermeasure
desk-form-cvss-vector = CVSS vector
desk-form-wished-day = Wished publication day
desk-form-own-page = Own advisory page
desk-form-all-users-told = All users are told
desk-form-notes = Anything else about it
desk-form-reported-elsewhere = Reported elsewhere
desk-form-elsewhere-details = Where, and how far
desk-form-coordination = Who coordinates
desk-form-coordination-finder = the finder
desk-form-coordination-receiving-body = left to the receiving body
desk-form-encryption = Encrypt further mails
desk-form-remarks = Remarks
desk-answer-yes = Yes
desk-answer-no = No
desk-answer-both = Both ticked
desk-answer-unanswered = Not answered

# Talking with the finder

desk-talk-finder = Messages with the finder
desk-talk-finder-none = No messages yet.
desk-question = Question
desk-waits-finder = Waiting for the finder
desk-consult-first = Please consult the coordinator before you answer ({ $clause }).
desk-consult-waits = The coordinator was consulted. Please wait for its answer before yours ({ $clause }).
desk-consult-answered = The coordinator has answered. Please read it before you answer ({ $clause }).
desk-consult-there = Write to the coordinator in case { $number }
desk-write-finder = Write to the finder
desk-message = Message
desk-message-hint = Write in the language of the finder ({ $language }). The mail tells only the number and a link.
desk-question-tick = This is a question that wants an answer
desk-question-hint = It becomes the finder’s turn until an answer comes.
desk-send = Send
desk-write-something = Nothing is written.

# Beside

desk-finder-name = Name
desk-finder-affiliation = Affiliation
desk-finder-mail = E-mail
desk-finder-phone = Telephone
desk-finder-language = Language
desk-finder-erased = The person’s data was erased.
desk-finder-kept = Not passed on to the coordinator (no consent ウ)
desk-later-finder = Reported the same later
desk-credit = Credit
desk-credit-yes = Wishes to be named
desk-credit-no = Does not wish to be named
desk-consents = Consents
desk-consent-share = ウ Pass on identity
desk-consent-direct = エ Direct contact
desk-consent-publish = オ Publish the name
desk-owner-you = (you)
desk-owner-none = Nobody looks after it yet.
desk-owner-take = Take it
desk-owner-give = Hand it to somebody else
desk-owner-to = To whom
desk-owner-give-it = Hand over
desk-owner-nobody = Nobody
desk-high = High impact
desk-high-yes = High impact
desk-high-no = Not marked.
desk-high-mark = Mark as high impact
desk-high-unmark = Take the mark off
desk-notes = Notes
desk-notes-seen = Seen by your own side only.
desk-note = Note
desk-note-add = Add a note
desk-note-keep = Keep it
desk-readers = Who read it
desk-reader-times = { $times ->
    [one] once
   *[other] { $times } times
}
desk-reader-unknown = Somebody without an account
desk-reader-of = { $name } ({ $developer })

# A case

desk-cases-title = Cases
desk-cases-empty = No cases here
desk-cases-empty-fill = Accepting a report opens a case. The weightiest and the most urgent come first.
desk-case-number = Case { $number }
desk-published-on = Published on
desk-target-day = Day aimed at
desk-duty-many = { $duty } ({ $count } developers)
desk-days = Days
desk-accepted-on = Accepted
desk-handed-over-on = Handed over
desk-day-zero = Day zero
desk-details-sent-on = Details sent
desk-edition = Edition
desk-case-content = What the case says
desk-case-content-own = What the receiving body approved at acceptance.
desk-case-content-copy = The copy that the receiving body handed over. The raw report stays there.
desk-handed-on = Handed to the coordinator on { $day }.
desk-handed-named = The finder’s name and contact went along.
desk-handed-unnamed = The finder’s name and contact did not go along.
desk-copy-left-out = “{ $field }” was left out.
desk-copy-reworded = “{ $field }” was reworded.
desk-file-withheld = Not handed over

# Influence

desk-vector = CVSS v3 vector
desk-vector-hint = Such as CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H. The influence takes the base score.
desk-vector-not-three = The influence is rated by CVSS v3 (appendix 4). A v4.0 vector has its place in the advisory.
desk-range-users = ① How many use it
desk-range-social = ② Social influence
desk-range-attack = ③ Exploit published, or attacks seen
desk-range-attack-hint = If so, the range is wide.
desk-attack-yes = Yes
desk-attack-no = None known
desk-attack-unknown = Not known
desk-range-wide = Wide
desk-range-medium = Medium
desk-range-narrow = Narrow
desk-range-rule = Of ① and ② the wider counts. With both unknown the range is wide.
desk-matrix = Influence by CVSS base score and range
desk-matrix-score = Base score
desk-matrix-here = (this rating)
desk-unverified = Not verified against the text
desk-tried = This comes to { $influence } (range: { $range }). Nothing is recorded yet.
desk-rate-this = Rate it like this
desk-rate-try = Try it
desk-rate-again = Rate the influence again
desk-rated = Ratings so far

# Handing over

desk-handover-lead = Only the copy approved here goes to the coordinator. Check every field and every file, and tick what goes along.
desk-handover-files = Files that go along
desk-files-approve = Tick only what you have looked at. Screenshots and document properties can carry identity too.
desk-named-yes = Name and contact go along
desk-named-no = Name and contact stay here
desk-named-yes-body = The finder agrees that name and contact are passed on (ウ).
desk-named-no-body = The finder does not agree (ウ): name and contact are kept back.
desk-named-own-body = A report on an own product: the contact is taken from the developer register.
desk-handover-confirm = This copy goes to the coordinator. It cannot be taken back.

# Developers

desk-parties = Developers
desk-parties-none = No developer is on the case yet.
desk-parties-filter = By progress
desk-parties-filtered = No developer is in this state.
desk-parties-by-coordinator = The coordinator talks with the developers.
desk-party-to-contact = Not contacted
desk-party-unreached = Not reached
desk-party-silent = No answer yet
desk-party-to-confirm = To be confirmed
desk-party-to-release = Details to be sent
desk-party-verifying = Verifying
desk-party-stating = Status to be stated
desk-party-done = Reported
desk-told = Told
desk-told-not = Not contacted yet
desk-told-reached = Contacted { $day }
desk-told-silent = No answer since { $day }
desk-told-tries = { $count ->
    [one] { $count } attempt
   *[other] { $count } attempts
}
desk-told-answered = Answered { $day }
desk-told-undeliverable = Did not arrive, { $day }
desk-told-refused = Refused, { $day }
desk-seen = Seen
desk-seen-on = Opened { $day }
desk-seen-not = Not opened since { $day }
desk-answered = Verification
desk-answered-not = No answer since { $day }
desk-statement = Status
desk-result-affected = Affected
desk-result-not-vulnerability = No vulnerability
desk-result-no-influence = No influence
desk-result-small-influence = Small influence
desk-result-known-and-published = Published already
desk-result-tells-all-users = Tells all users
desk-result-in-other-product = Other product
desk-result-cannot-reproduce = Not reproduced
desk-result-needs-more = Needs more
desk-day-proposed = Proposes { $day }
desk-day-commented = Has a comment
desk-tick = Choose { $name }
desk-tick-all = Choose all
desk-together = For the chosen developers together
desk-together-link = Send one-time links
desk-together-link-hint = Each gets a one-time link of its own, at the address of the register. It is recorded as an attempt.
desk-together-link-confirm = The chosen developers get one-time links.
desk-together-release = Release the details
desk-together-none = Choose developers in the table.
desk-together-failed = { $name }: { $why }

# Adding developers

desk-add-reported = The report names: { $name }
desk-add-search = Search the register
desk-add-choose = Developers to put on the case
desk-add-named = Named in the report
desk-add-others = Other developers
desk-add-more = { $shown } of { $total } are shown. Search for the others.
desk-add-nobody = The register has no developer to add.
desk-add-new-hint = Register it, then put it on case { $number }.
desk-add-none = Choose a developer.

# One developer

desk-back-to-case = Case { $number }
desk-first-attempt = First contact
desk-confirmed-on = Contact confirmed
desk-details-on = Details sent
desk-verified-on = Verified
desk-stated-on = Status stated
desk-zero-title = This contact sets day zero
desk-zero-body = It is the first contact of the case. Its day becomes day zero, and publication is aimed at { $days } days later. The receiving body and the finder are told.
desk-zero-known = Day zero is { $day }.
desk-attempts = Contact log
desk-attempt-lead = Write down what was done outside this system: by telephone, by post.
desk-attempt-means = Means
desk-attempt-means-missing = Choose by what means.
desk-attempt-to = Where to
desk-attempt-to-hint = Address, number, addressee
desk-attempt-to-missing = Write where to.
desk-attempt-on = Day
desk-attempt-outcome = Outcome
desk-attempt-outcome-missing = Choose what came of it.
desk-attempt-note = Remarks
desk-attempt-seen = Seen by: the two bodies
desk-link-lead = A mail with a one-time link, without anything about the vulnerability. Whoever opens it confirms the contact and can answer.
desk-link-confirm = A one-time link goes to this address.
desk-links-sent = Links sent
desk-confirm-lead = When the other side was confirmed by telephone or otherwise, write down what you were told.
desk-confirm-person = Who answers there
desk-confirm-person-missing = Write who answers there.
desk-confirm-mail-hint = From now on mails go to this address alone.
desk-contact = Confirmed contact
desk-contact-by-developer = Confirmed by the developer itself
desk-contact-by-coordinator = Written down by the coordinator
desk-release-lead = Of the copy from the receiving body, what is ticked goes to the developer. The day becomes its details-sent day.
desk-release-files = Files that go along
desk-release-named = The finder’s name and contact go along (consent ウ).
desk-release-unnamed = The finder’s name and contact do not go along.
desk-release-confirm = The details are sent. They cannot be taken back.
desk-statements = What the developer says
desk-statements-none = It has not said anything yet.
desk-verification = Verification
desk-countermeasure = Countermeasure
desk-fix = Fix
desk-workaround = Workaround
desk-ready-on = Ready on { $day }
desk-own-words = Words for the public
desk-details = Details as sent
desk-range-all = all versions
desk-range-from = from { $from }
desk-range-to = up to { $to }
desk-range-before = before { $to }
desk-range-from-to = { $from } to { $to }
desk-range-from-before = from { $from }, before { $to }

# The publication day

desk-day-own = A report on an own product: the time is settled with the developer.
desk-day-from-zero = Aimed at: { $days } days after day zero, { $zero }.
desk-day-considered = To be weighed:
desk-day-said = What is said about the day
desk-day-silent = { $count ->
    [one] { $count } other developer has said nothing. That does not keep the day from being set.
   *[other] { $count } other developers have said nothing. That does not keep the day from being set.
}
desk-day-hint = Published at noon (JST) of this day. A day before the one aimed at has no clause and is marked so.
desk-day-reason = Reason of the change
desk-day-reason-first = Explanation
desk-day-reason-hint = The day is now { $day }.
desk-day-seen = The receiving body and all contacted developers are told of the change
desk-day-seen-first = The receiving body and all contacted developers are told the day
desk-day-change = Change the publication day
desk-day-confirm = The receiving body and the contacted developers are told this day.
desk-day-changes = { $count ->
    [one] Changed once
   *[other] Changed { $count } times
}
desk-day-unreadable = Choose a day.
desk-day-early = Earlier than the day aimed at
desk-day-early-body = The day is { $day }, the one aimed at { $target }. No clause provides for it: consult the developers, and tell the receiving body and everybody contacted.

# Messages

desk-talk-body = Messages with the other body: { $who }
desk-talk-developer = Messages with { $who }
desk-talk-none = No messages yet.
desk-waits-answer = Waiting for an answer
desk-write = Write
desk-seen-by-bodies = Seen by: the two bodies
desk-seen-by-developer = Seen by: the coordinator and { $who }

# The advisory

desk-advisory = Advisory
desk-advisory-none = There is no draft yet.
desk-advisory-draft = Draft
desk-advisory-shown = With the developers
desk-advisory-approved = Waiting for the co-signature
desk-advisory-signed = Waiting for its day
desk-advisory-published = Published
desk-advisory-updating = Update in preparation
desk-advisory-lacks = Before it can be approved it needs:
desk-advisory-preview = Shown to the developers
desk-advisory-changed = (changed since)
desk-advisory-approval = Approved by the coordinator
desk-advisory-co-sign = Co-signed by the receiving body
desk-advisory-revision = Revision { $number } published
desk-advisory-comments = Comments of the developers
desk-advisory-comment-count = { $count ->
    [one] Read { $count } comment
   *[other] Read { $count } comments
}
desk-comment-agrees = Agrees
desk-comment-differs = Has a comment
desk-advisory-open = Open the advisory
desk-advisory-public = Public page

# Names of actions

desk-action-transcribe-report = Keep what was copied
desk-action-accept-report = Accept
desk-action-reject-report = Do not accept
desk-action-mark-high-impact = Mark as high impact
desk-action-write-on-report = Write to the finder
desk-action-change-consents = Change consents
desk-action-own-report = Take it
desk-action-note-on-report = Add a note
desk-action-own-case = Take it
desk-action-note-on-case = Add a note
desk-action-rate-influence = Rate the influence
desk-action-hand-over = Hand over to the coordinator
desk-action-write-between-bodies = Write to the other body
desk-action-add-developer = Add developers
desk-action-record-contact-attempt = Record a contact
desk-action-send-answer-link = Send a one-time link
desk-action-confirm-contact = Confirm the contact
desk-action-release-details = Release the details
desk-action-write-to-developer = Write to the developer
desk-action-set-day = Set the publication day
desk-action-start-advisory = Begin the advisory
desk-action-send-preview = Show the text to the developers
desk-action-approve-advisory = Approve the text
desk-action-co-sign-advisory = Co-sign the text
desk-action-publish = Publish

# The developer register

desk-register-lead = Whom to reach at each developer, by reading.
desk-register-search = Name, person or product
desk-register-empty = Nobody is registered yet
desk-register-empty-fill = A registered developer is listed here and can be put on cases.
desk-register-none = Nothing found
desk-register-none-fill = Try other words, or register a new one.
desk-entry-new = Register a new developer
desk-entry-new-hint = A name is enough to begin with; add the rest as it becomes known.
desk-entry-name = Name
desk-entry-name-missing = Write the name.
desk-entry-reading = Reading
desk-entry-reading-hint = In hiragana; the register is sorted by it.
desk-entry-name-en = Name in English
desk-entry-name-en-hint = It stands in the English advisory.
desk-entry-window = Contact
desk-entry-manager = Person
desk-entry-manager-long = Product vulnerability manager
desk-entry-mail = E-mail address
desk-entry-mail-wrong = This is no usable mail address.
desk-entry-phone = Telephone
desk-entry-fax = Fax
desk-entry-address = Postal address
desk-entry-website = Web site
desk-entry-language = Language to write in
desk-entry-about = Products and listing
desk-entry-products = Products
desk-entry-products-hint = One per line
desk-entry-listed = Agrees to be listed on JVN
desk-entry-listed-short = Listed
desk-entry-listed-hint = That it is in the register is made public.
desk-entry-direct = Window for direct reports
desk-entry-direct-hint = Where it takes reports from finders directly. Empty when it does not.
desk-entry-notes = Remarks
desk-entry-keep = Keep the changes
desk-entry-register = Register
desk-entry-open = Open the entry
desk-entry-cases = Its cases
desk-entry-cases-none = It is on no case.
desk-entry-history = History
desk-entry-confirmed = Contact confirmed
desk-entry-window-confirmed = contact confirmed
desk-entry-window-unconfirmed = The contact has not been confirmed yet.
desk-entry-registered = registered
desk-entry-changed = changed

# Outgoing mail

desk-mails-lead = Mails carry a number and a link, never what is in a case.
desk-mails-held = Mail is held
desk-mails-held-body = No mail server is set, so mail is held. Ask the administrator to set mail.smtp in noroshi.toml.
desk-mail-waiting = Waiting
desk-mail-failing = To be tried again
desk-mail-given-up = Given up
desk-mail-sent = Sent
desk-mails-stuck = Mail that did not leave
desk-mails-empty = Everything has left
desk-mails-empty-fill = A mail that fails is listed here.
desk-mail-purpose = Purpose
desk-mail-class = Failure
desk-mail-attempts = Tries
desk-mail-next = Next try
desk-mail-given-up-chip = Given up
desk-mail-retry = Try again
desk-purpose-receipt = receipt notice
desk-purpose-report-came = report came in
desk-purpose-accepted = acceptance
desk-purpose-rejected = non-acceptance
desk-purpose-message = message
desk-purpose-handed-over = hand-over
desk-purpose-day-zero = day zero
desk-purpose-details-sent = details sent
desk-purpose-details-there = details to the developer
desk-purpose-contact-confirmed = contact confirmed
desk-purpose-developer-stated = developer stated something
desk-purpose-day-set = publication day
desk-purpose-day-changed = changed publication day
desk-purpose-preview = text to look at
desk-purpose-to-sign = text to sign
desk-purpose-published = publication
desk-purpose-updated = update
desk-purpose-first-contact = first contact with a developer
desk-purpose-other = other
desk-class-refused = refused by the server
desk-class-unreachable = server not reached
desk-class-address = unusable address
desk-class-sender = unusable sender
desk-class-text = text could not be composed
desk-class-folder = folder not writable
desk-class-bounced = came back undelivered
desk-class-other = other failure

# What was done

done-accepted = Accepted. The finder is told, and a case is open.
done-rejected = The finder is told that it is not accepted.
done-transcribed = Kept. Next is the decision.
done-asked = The question was sent.
done-written = The message was sent.
done-owned = The owner was changed.
done-noted = The note was kept.
done-marked = Marked as high impact.
done-unmarked = The mark was taken off.
done-rated = The influence was rated.
done-handed-over = Handed over to the coordinator.
done-developer-added = Developers were added. Next is to contact them.
done-attempt-recorded = The contact was recorded.
done-link-sent = The link was sent and recorded as a contact.
done-links-sent = The links were sent and recorded as contacts.
done-contact-confirmed = The contact was confirmed.
done-details-released = The details were sent.
done-day-set = The publication day was set, and everybody concerned is told.
done-registered = Kept in the register.
done-mail-retried = It is tried again.
