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
    There is a wish that finder and developer talk directly about the matter with this number.

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
