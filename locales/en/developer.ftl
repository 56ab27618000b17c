# A developer's pages

answer-title = About a vulnerability in a product of yours
answer-heading = To { $developer }
answer-lead = This is { $coordinator }. We hold a report about a vulnerability in a product of yours. This page lets you look at it.
answer-open = Open this link and go on
answer-once = The button uses the link up; you can then go on in this browser. Looking at this page does not use it up.
answer-asked = What we ask of you
answer-step-confirm = Confirm who answers for you and where. Until then we show nothing of the vulnerability.
answer-step-details = After that we give you the details.
answer-step-verify = Verify it in your product and tell us the result and the countermeasure.
answer-step-statement = We settle the publication day with you and publish it together with the countermeasure.
answer-genuine = How to tell that this is genuine
answer-genuine-text = { $receiving } takes reports in, and { $coordinator } coordinates with product developers. If in doubt, do not use the contact given here: use the one on the official site of { $coordinator }.
answer-contact = Contact
answer-secret = Until publication
answer-secret-text = Please do not tell anybody who is not concerned, or let out, the information or the schedule before publication.

link-title = Get a new link
link-lead = Enter the case number and the confirmed address. We send a new link by mail.
link-used = This link no longer works.
link-used-text = It was used, or its time is over. In the same browser as before you may be able to go on. To go on elsewhere, get a new link.
link-sent = Received.
link-sent-text = If number and address match what we have, a new link arrives within minutes. If it does not, ask the coordinator.
link-number = Case number
link-number-hint = It is in the subject of the mail.
link-mail = E-mail address
link-mail-hint = We send it to the confirmed address only.
link-send = Send a new link

developer-cases = Cases
developer-cases-lead = Cases about which you were contacted.
developer-cases-empty = There are no cases.
developer-cases-fill = When the coordinator contacts you, the case appears here.
developer-number = Case number
developer-stage = Stage
developer-day = Publication day
developer-advisory = Advisory

developer-heading = To { $name }
developer-first-attempt = First contact
developer-target = Day aimed at
developer-day-open = Not set yet
developer-now = What we ask of you now
developer-nothing-now = Nothing is asked of you now. We write when something moves.
developer-voluntary = All of this is a request. If something is difficult, write to the coordinator below.
developer-stated-at = Last stated
developer-too-long = Use at most { $limit } characters.
developer-choose = Choose one.
developer-explain = Say why, or what you need.
developer-no-day = This is no date. Example: 2026-12-15
developer-no-link = Write an address that begins with http:// or https://.
developer-fix-or-workaround = Write a fix or a workaround.

developer-confirm = Confirm the contact
developer-confirm-lead = Tell us who answers for this case. Once confirmed, the coordinator gives you the details.
developer-person = Name
developer-person-hint = The name of a team is fine.
developer-mail = E-mail address
developer-mail-hint = From now on we write to this address only.
developer-confirm-send = Confirm

developer-details = The vulnerability
developer-details-secret = Until publication, please do not tell anybody who is not concerned about this or about the schedule.
developer-details-wait = Your contact is confirmed. Please wait a little until the coordinator sends the details.
developer-files = Files
developer-files-warning = They may contain a proof of concept. Open them in an isolated environment.
developer-finder = Finder
developer-credit = The finder wishes to be named when it is published. Please consider naming the finder in your own notice as well.

developer-verification = Verification result
developer-result = Result
developer-explanation = Explanation
developer-explanation-hint = If it does not apply, say why; if you need more, say what.
developer-verification-send = Report the result

developer-countermeasure = Countermeasure
developer-fix = Fix
developer-fix-hint = The fixed version and where to get it.
developer-workaround = Workaround
developer-workaround-hint = What users can do until it is fixed.
developer-ready = Day on which it is ready
developer-countermeasure-send = Report the countermeasure

developer-status = Response status and your words to the public
developer-status-lead = What stands here is published on the day as your vendor entry. Until then no other developer sees it.
developer-affected = As a whole
developer-product = Product { $number }
developer-product-name = Product
developer-from = First affected version
developer-from-hint = Empty: from the beginning
developer-to = Last version
developer-bound = The last version
developer-bound-fixed = is fixed (versions before it are affected)
developer-bound-last = is affected (versions up to it are affected)
developer-product-affected = This product is
developer-as-whole = as the whole
developer-more-rows = If you have more products, report these first; more rows will appear.
developer-statement = Your words to the public
developer-statement-hint = For users. One language is enough.
developer-link = Address of your own notice
developer-link-hint = Please do not publish it before the day.
developer-status-send = Report the status

developer-the-day = Your view on the publication day
developer-day-lead = The coordinator decides the day after hearing you. Silence does not stop the schedule.
developer-day-wish = Day you would like
developer-day-reason = Reason or comment
developer-day-send = Send

developer-text = Draft of the advisory
developer-text-lead = This is what we plan to publish. Of the vendor entries you see only your own. Shown on:
developer-agree-question = This text
developer-agree = is fine
developer-disagree = needs changes
developer-comment = What should be changed
developer-comment-send = Send
developer-agreed = You said that the text is fine.
developer-commented = You sent this comment.

developer-messages = Messages with the coordinator
developer-no-messages = No messages yet.
developer-message = Message
developer-message-send = Send
developer-history = What has happened

entry-title = Contact window
entry-lead = Your window in the developer register, for “{ $name }”. Please correct it promptly when it changes.
entry-manager = Product security contact
entry-manager-hint = A person or a team
entry-mail = E-mail address
entry-phone = Telephone
entry-fax = Fax
entry-address = Postal address
entry-website = Web site
entry-listed = We agree to be listed
entry-listed-hint = Your name stands in the public register of developers.
entry-direct = Window for direct reports
entry-direct-hint = Address at which finders may report to you directly. Leave it empty if you do not take direct reports.
entry-save = Save

done-confirm = Your contact is confirmed. Thank you.
done-verification = We have your verification result.
done-countermeasure = We have your countermeasure.
done-status = We have your response status.
done-day = We have your view on the publication day.
done-comment = We have your answer on the text.
done-message = Your message was sent.
done-entry = Your contact window was saved.
