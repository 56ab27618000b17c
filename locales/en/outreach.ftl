# Who else is told before the publication, and who talks with whom

duty-record-analysis = Wait for the analysis that was asked for, and put its result on record
duty-pass-influence = Pass the analysis of the influence on to the developers
duty-open-wave = Open the next wave of developers
duty-answer-site-information = Answer the question about the related website
duty-answer-user-notice = Say whether users may be told early
duty-report-user-notice = Say that users were told
duty-pass-talk = Pass the wish to talk directly on
duty-answer-talk = Say whether you talk directly
duty-acknowledge-receipt = Say that the details arrived

refusal-nda-missing = No NDA with this recipient is on record that holds today. Put it on record first.
refusal-consent-missing = Those concerned have to consent. Write who consented, and how.
refusal-wave-not-open = It is not this developer's turn to get the details yet. Open its wave first.
refusal-not-agreed = The two sides have not agreed to talk directly.

event-nda-recorded = An NDA was put on record
event-disclosed-to = Somebody outside was told
event-analysis-received = The result of an analysis came back
event-influence-analysed = The influence on other products was analysed
event-influence-passed = The analysis of the influence was passed on to the developers
event-involvement-set = Why a developer is on the case was put on record
event-wave-planned = A day was planned for a wave of developers
event-wave-opened = The next wave of developers was opened
event-site-information-asked = A question about the related website was asked
event-site-information-answered = The question about the related website was answered
event-user-notice-asked = A developer asked to tell its users early
event-user-notice-allowed = Telling users early was allowed
event-user-notice-declined = Telling users early was not allowed
event-users-notified = A developer told its users
event-talk-wished = Somebody wished to talk directly
event-talk-passed = The wish to talk directly was passed on
event-talk-answered = The wish to talk directly was answered
event-receipt-acknowledged = The receipt of the details was acknowledged

desk-action-record-nda = Put an NDA on record
desk-action-disclose = Tell somebody outside
desk-action-record-analysis = Record the result of an analysis
desk-action-analyse-influence = State the influence on other products
desk-action-pass-influence = Pass the analysis on
desk-action-set-involvement = Record why a developer is on the case
desk-action-plan-wave = Plan the day of a wave
desk-action-open-wave = Open a wave
desk-action-ask-site-information = Ask about the related website
desk-action-answer-site-information = Answer about the related website
desk-action-ask-user-notice = Ask to tell users early
desk-action-answer-user-notice = Answer about telling users early
desk-action-report-user-notice = Report that users were told
desk-action-wish-talk = Wish to talk directly
desk-action-pass-talk = Pass the wish to talk on
desk-action-answer-talk = Answer the wish to talk
desk-action-write-directly = Write directly
desk-action-acknowledge-receipt = Acknowledge receipt

desk-purpose-disclosed-outside = Notice that somebody outside was told
desk-purpose-influence-analysed = Analysis of the influence
desk-purpose-site-information-asked = Question about a related website
desk-purpose-site-information-answered = Answer about a related website
desk-purpose-user-notice-asked = Question about telling users early
desk-purpose-user-notice-answered = Answer about telling users early
desk-purpose-talk-wished = Wish to talk directly
desk-purpose-talk-answered = Answer to a wish to talk directly

mail-subject-disclosed-outside = Somebody outside was told ({ $number })
mail-body-disclosed-outside =
    For a good reason the other body told somebody outside about the matter with this number.

    Number: { $number }

    Whom and why stands on the page of the case.

mail-subject-influence-analysed = There is an analysis of the influence ({ $number })
mail-body-influence-analysed =
    There is an analysis of what the matter with this number means for other products and systems.

    Number: { $number }

    Please read it on the page.

mail-subject-site-information-asked = A question about the related website ({ $number })
mail-body-site-information-asked =
    A developer that cannot reproduce the flaw asks about the related website.

    Number: { $number }

    Only what the operator of the site agrees to may be passed on. Please answer on the page.

mail-subject-site-information-answered = The question about the related website was answered ({ $number })
mail-body-site-information-answered =
    The question about the related website was answered.

    Number: { $number }

    Please read the answer on the page, and keep what you are told from leaking.

mail-subject-user-notice-asked = A developer asks to tell its users early ({ $number })
mail-body-user-notice-asked =
    A developer would like to tell its users before the publication day.

    Number: { $number }

    Please read on the page what it plans, and say whether it is allowed.

mail-subject-user-notice-answered = An answer about telling users early ({ $number })
mail-body-user-notice-answered =
    The question whether users may be told before the publication day was answered.

    Number: { $number }

    Please read the answer on the page. If it is allowed, we ask you to request of those you tell that they neither disclose the information nor let it leak until the publication.

mail-subject-talk-wished = A wish to talk directly ({ $number })
mail-body-talk-wished =
    There is a wish that the finder and the developer or site operator talk directly about the matter with this number.

    Number: { $number }

    The page says what is asked of you. You are free to decline.

mail-subject-talk-answered = About talking directly ({ $number })
mail-body-talk-answered =
    The wish to talk directly about the matter with this number was answered.

    Number: { $number }

    Please read the answer on the page.

disclosure-ground-product-in-use = Telling developers of products, or operators of sites, that use the product (Ⅳ.3.(1).5.ア)
disclosure-ground-outside-analysis = Asking an outside body for technical analysis (Ⅳ.3.(1).5.イ)
disclosure-ground-reproduction-data = Showing the developer what is needed to reproduce it (Ⅳ.3.(1).5.イ)
disclosure-ground-nobody-in-japan = A foreign product with neither a Japanese subsidiary nor a sole agent (Ⅳ.4.5.ア)
disclosure-ground-large-influence-overseas = A large influence overseas (Ⅳ.4.5.イ)
disclosure-ground-detailed-analysis = It needs a detailed analysis, or the like (Ⅳ.4.5.ウ)

recipient-using-developer = Developer of a product that uses it
recipient-using-site = Operator of a site that uses it
recipient-analysis-body = Outside body that analyses it
recipient-overseas-coordinator = Coordinator overseas
recipient-outside-body = Another outside body
recipient-case-developer = Developer of this case

constraint-keep-secret = Please keep this from everybody else until the publication.
constraint-for-this-purpose = Please use it for the stated purpose only.
constraint-respect-the-day = Please publish nothing before the publication day; if you need another day, tell us.
constraint-no-finder = We do not say who the finder is.
constraint-tell-of-leak = If you notice a leak or an attack, please tell us at once.

involvement-maker = Makes the product
involvement-oss-community = Developer or community of the open source software
involvement-embeds = Builds the open source software into its product
involvement-distributor = Distributor
involvement-service-provider = Service provider that fixes the specification
involvement-interrelated = Makes a product in substantial interrelation
involvement-intermediate = Intermediate vendor with an upstream product
involvement-intermediate-advice = Where it cannot tell alone whether it is a vulnerability, a vendor is advised to report it upstream, and, if this takes time, to say that an upstream vendor is involved and how it goes on (appendix 6 (4)).

talk-state-asked = Your wish was passed to the bodies. Please wait for the answer.
talk-state-to-answer = There is a wish to talk directly.
talk-state-agreed = You can talk directly. Both bodies read along.
talk-state-declined = This time no direct talk came about.

user-notice-request-draft = Please do not disclose this notice (vulnerability-related information) to third parties, and keep the vulnerability and its countermeasure from leaking until the vulnerability is published.

# The page about those outside

desk-way-outreach = Outreach

outreach-title = Outreach ({ $number })
outreach-asked = Questions and wishes
outreach-asked-none = No developer and no finder asks for anything.
outreach-answered = Answered
outreach-waits = Waits for an answer
outreach-site = Question about a related website
outreach-site-answer = Answer
outreach-site-nothing = Nothing can be passed on.
outreach-site-lead = Pass on only what is needed to reproduce it, with the consent of the site’s operator.
outreach-site-information = What the developer is told
outreach-site-give = Pass this on
outreach-site-refuse = Answer that nothing can be passed on
outreach-consent = Consent
outreach-consent-hint = Who consented, when and how
outreach-seen-developer = Seen by this developer and both bodies
outreach-seen-developers = Seen by the developers that have the details and both bodies
outreach-users = Question about telling users early
outreach-users-plan = Whom: { $whom }. Planned for { $day }
outreach-users-answer = Answer
outreach-users-lead = What the recipients are asked to keep goes along when you allow it.
outreach-users-request = Request that goes with the notice
outreach-users-allow = Allow it
outreach-users-reason = Why it is not allowed
outreach-users-decline = Do not allow it
outreach-users-asked = Asked
outreach-users-allowed = Allowed
outreach-users-declined = Not allowed
outreach-users-done = Told
outreach-told-all = All users were told
outreach-told-some = Some users were told
outreach-told-drop = Drop the publication on this ground
outreach-talk = Wish to talk directly
outreach-talk-lead = They talk only when the other side consents. Nobody learns that a wish was not passed on, or why.
outreach-talk-to-developer = Developer to pass it on to
outreach-talk-to-finder = Report to pass it on to
outreach-talk-decline = Do not pass it on
outreach-talk-decline-confirm = Not pass this wish on, and say that the talk does not come about?
outreach-talk-wished = To be passed on
outreach-talk-passed = Waits for the other side
outreach-talk-agreed = Both agreed
outreach-talk-declined = Did not come about
outreach-thread = Direct talk
outreach-choose-talk = Choose whom to pass it on to.
outreach-told = What others were told
outreach-told-none = Nobody outside was told anything.
outreach-to = Recipient
outreach-on = Told on
outreach-ground = Reason
outreach-result = Result of the analysis
outreach-package = Hand-over package
outreach-analysis-of = Whose result it is
outreach-disclose-lead = Others are told with a good reason only, and never more than what was handed over to the coordinator. Who the finder is is never part of it. The other body is told.
outreach-disclose-confirm = Record that this was told, and tell the other body?
outreach-needs-nda = Needs an NDA
outreach-needs-no-nda = No NDA is asked for
outreach-kind = Recipient
outreach-name = Name
outreach-name-hint = Under an NDA: the same name as in the NDA.
outreach-contact = How it is reached
outreach-nda = NDA
outreach-nda-hint = Only those that hold today can be chosen.
outreach-nda-none = None
outreach-nda-number = NDA { $number }
outreach-developer = Developer that needs it to reproduce the flaw
outreach-developer-hint = For the recipient “developer of this case”.
outreach-no-developer = None
outreach-purpose = Purpose
outreach-purpose-hint = The recipient’s package says so. Write English for recipients overseas.
outreach-what = What is told
outreach-what-hint = Leave only what you looked at.
outreach-tlp = How far it may be passed on
outreach-tlp-hint = Label of TLP 2.0. The package shows it first.
outreach-choose-ground = Choose a reason.
outreach-choose-kind = Choose what the recipient is.
outreach-choose-disclosure = Choose which result it is.
outreach-ndas = NDAs
outreach-ndas-none = No NDA is on record.
outreach-nda-with = With whom
outreach-nda-with-hint = The same name as that of the recipient.
outreach-nda-days = Period
outreach-nda-on = Signed on (binding from)
outreach-nda-until = Ends on
outreach-nda-open = no end
outreach-nda-reference = Number and place of the document
outreach-nda-reference-hint = The document itself is not kept here.
outreach-nda-by = Signed by
outreach-nda-holds = Holds
outreach-nda-over = Does not hold
outreach-agreement = Make the form of an agreement (PDF)
outreach-agreement-lead = Makes an agreement that is not signed yet. Have it read by counsel first. Making it puts nothing on record.
outreach-agreement-analysis = Technical analysis by an outside body
outreach-agreement-overseas = Coordination with a coordinator overseas
outreach-agreement-years = Years of secrecy after its end
outreach-agreement-make = Make the agreement
outreach-years-wrong = Write a number from 1 to 20.
outreach-unprintable = There are characters that cannot be printed. Please change them.
outreach-waves = Waves
outreach-waves-lead = With many developers, as with open source software, they can be told in waves. Nobody gets the details before its wave is open. Silence keeps no wave from being opened.
outreach-wave = Wave { $number }
outreach-wave-choose = Wave
outreach-wave-hint = The first wave is told at once.
outreach-wave-first = From the beginning
outreach-wave-opened = Opened on { $day }
outreach-wave-planned = Planned for { $day }
outreach-wave-closed = Not open yet
outreach-wave-open = Open wave { $number }
outreach-wave-plan = Plan the day of wave { $number }
outreach-wave-day = Planned day
outreach-wave-reason = Why it is opened early
outreach-wave-reason-hint = Needed before the planned day.
outreach-wave-confirm = Let the developers of this wave ({ $count }) have the details?
outreach-developers = Developers
outreach-informed = Have the details
outreach-involvement = Why it is on the case
outreach-involve-lead = For many developers at once, tick them in the table on the page of the case.
outreach-involved = { $why } (wave { $wave })
outreach-involved-waits = { $why } (wave { $wave }, not open yet)
outreach-choose-involvement = Choose why it is on the case.
outreach-choose-wave = Choose a wave.
outreach-affects = Influence on other products and systems
outreach-affects-none = No analysis of the influence is on record.
outreach-summary = Result of the analysis
outreach-summary-hint = The developers read it as it is. The coordinator passes the receiving body’s analysis on.
outreach-passed = Passed on { $day }
outreach-not-passed = Not passed on yet

package-title = Hand-over of vulnerability information ({ $number })
package-back = Back to outreach
package-json = Save as data (JSON)
package-print = Print this page with your browser to keep it on paper or as PDF.
package-from = From
package-to = To
package-number = Case number
package-on = Handed over on
package-day = Publication day
package-target = Day aimed at
package-day-open = not set yet
package-constraints = What we ask of you
package-content = Content
package-files = Files
package-files-lead = Send the files encrypted and by other means.

# The developer’s page

developer-asked-more = { $count ->
    [one] One more request
   *[other] { $count } more requests
}
developer-between = Questions and notices
developer-ack = The details arrived
developer-ack-lead = You can tell us first that you have read them. The result of your verification may follow later.
developer-ack-send = Acknowledge receipt
developer-site = Ask about a related website
developer-site-lead = If you cannot reproduce the flaw, ask about the related website. Only what its operator consents to can be passed on.
developer-site-why = What you need, and why
developer-site-why-hint = What you tried and where it fails
developer-site-send = Ask
developer-site-keep = Please keep this from everybody else.
developer-users = Tell users before the publication day
developer-users-lead = If telling your users early lowers their risk, please talk to us first.
developer-users-whom = Users you want to tell
developer-users-day = Day on which you want to tell them
developer-users-how = How
developer-users-how-hint = Directly, or through integrators
developer-users-send = Ask
developer-users-request = It was allowed. Send this request along with the notice:
developer-told = Users were told
developer-told-lead = Tell us once you have told your users.
developer-told-whom = Users you told
developer-told-all = All of them
developer-told-all-hint = If it can be confirmed, handling may end without a publication
developer-told-some = Some of them
developer-told-choose = Choose whether all or some of them.
developer-told-evidence = How one can see that
developer-told-evidence-hint = Such as the list of users with the record of the notices. Needed when you told all of them.
developer-told-send = Report that users were told
developer-wish = Talk directly with the finder
developer-wish-lead = The two bodies pass your wish on. You can talk here once the finder consents. Both bodies read along.
developer-wish-send = Send the wish
developer-talk = The finder wishes to talk directly
developer-talk-lead = You are free to decline. No reason is passed on.
developer-talk-question = Do you talk directly?
developer-talk-yes = Yes
developer-talk-no = No
developer-talk-send = Answer
developer-direct = Write to the finder
developer-direct-lead = Please do not ask who the finder is. Both bodies read along.
developer-direct-send = Send
developer-given = Information to reproduce it
developer-affects = Influence on other products and systems

# The finder’s page

direct-title = Talking directly with the developer
direct-lead = You talk directly on this page once both sides have agreed to it.
direct-open = Open the page of the talk
direct-state = How it stands
direct-case = Case { $place }
direct-none = There is nobody to talk with yet. Once a developer has the details you can ask for it.
direct-may-wish = If you want to talk directly with the developer, say so here.
direct-wish-lead = The coordinator passes your wish on. The talk begins when the developer consents. Until then it does not learn who you are.
direct-wish-send = Ask to talk directly
direct-answer-lead = The developer wishes to talk with you directly. You are free to decline. Your name and contact are not passed on by what you write here.
direct-question = Do you talk directly?
direct-yes = Yes
direct-no = No
direct-answer-send = Answer
direct-choose = Choose one of them.
direct-nothing = There is nothing to do this for now.
direct-seen = Seen by the other side and both bodies
direct-to = To

done-nda-recorded = The NDA was put on record.
done-disclosed = It was put on record, and the other body was told.
done-analysis-recorded = The result was put on record.
done-influence-analysed = The analysis was put on record.
done-influence-passed = The analysis was passed on to the developers.
done-involvement-set = It was put on record.
done-wave-planned = The day was planned.
done-wave-opened = The wave is open.
done-site-answered = The question was answered.
done-users-answered = The question was answered.
done-talk-passed = The wish was passed on.
done-talk-declined = It was not passed on, and the other side was told that it does not come about.
done-talk-wished = Your wish was taken.
done-talk-answered = Your answer was passed on.
done-talk-written = It was sent.
done-acknowledge = Thank you for telling us that the details arrived.
done-site = Your question was taken.
done-users = Your question was taken.
done-told = Your report was taken.
done-wish = Your wish was taken.
done-talk = Your answer was passed on.
done-direct = It was sent.
