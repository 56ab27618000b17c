# Judgement on publication: from the notice that coordination is impossible to what follows from the judgement

duty-notify-impossible = Notify the receiving body if coordination is impossible
duty-judge-impossible = Judge whether coordination is impossible
duty-ask-material = Ask the coordinator for material
duty-give-material = Give the receiving body the five items for the judgement
duty-convene-committee = Convene the publication committee
duty-assess-conditions = Fill in the checklist of the four conditions
duty-draft-judgement = Write the secretariat's draft
duty-announce-judgement = Tell the developer that there will be a judgement
duty-invite-opinions = Ask others concerned for their opinion
duty-vote-on-conditions = Vote on each of the four conditions
duty-pass-judgement = Record the judgement
duty-ask-confirmation = Ask the minister to confirm the procedure
duty-record-confirmation = Record the confirmation
duty-ask-view = Ask the developer for a view to be shown
duty-set-judged-day = Decide the publication day (judgement)
duty-resume-coordination = Take up coordination again, and tell the developer

refusal-no-round = No judgement is under way in which this could be done.
refusal-step-missing = A step before this one is missing.
refusal-already-done = This is done already.
refusal-at-committee = This rests while the committee judges, and follows the judgement afterwards.
refusal-not-for-unreachable = This is not done for a developer that cannot be reached.
refusal-conflicted = A member has an interest in the case.
refusal-term-over = The term of a member who is called does not hold on this day.
refusal-not-seated = This person is not a member for this case.
refusal-conditions-unmet = The result does not fit what was found: publication needs all four conditions, and only a case that can be coordinated is sent back.
refusal-nothing-new = The developer has reported nothing new since the notice.
refusal-no-refusal = No refusal of the developer is on record. Record the history first.

event-impossible-notified = Notice that coordination is impossible
event-impossible-judged = It was judged whether coordination is impossible
event-material-asked = Material was asked for
event-material-given = Material was given
event-committee-convened = The committee was convened
event-conflict-declared = An interest was declared
event-condition-assessed = The checklist of the four conditions was filled in
event-secretariat-drafted = The secretariat's draft was written
event-judgement-announced = The developer was told of the judgement
event-opinion-invited = Others concerned were asked for their opinion
event-opinion-given = An opinion came
event-hearing-held = An opinion was heard
event-returned-to-coordination = Returned to the coordinator
event-debate-marked = A point for debate was marked
event-member-voted = A member voted
event-judgement-passed = Judged
event-confirmation-asked = The confirmation was asked for
event-procedure-confirmed = The procedure was confirmed
event-view-asked = The developer was asked for its view
event-view-given = The developer gave its view
event-judged-day-set = The publication day was decided (judgement)
event-coordination-resumed = Coordination was taken up again

desk-action-notify-impossible = Notify that coordination is impossible
desk-action-judge-impossible = Judge whether it is impossible
desk-action-ask-material = Ask for material
desk-action-give-material = Give the material
desk-action-convene-committee = Convene the committee
desk-action-declare-conflict = Declare an interest
desk-action-assess-condition = Fill in the checklist
desk-action-draft-judgement = Write the draft
desk-action-announce-judgement = Tell the developer
desk-action-invite-opinion = Ask for an opinion
desk-action-give-opinion = Give an opinion
desk-action-hold-hearing = Record a hearing
desk-action-return-case = Return it to the coordinator
desk-action-mark-debate = Mark a point for debate
desk-action-vote = Vote
desk-action-pass-judgement = Record the judgement
desk-action-ask-confirmation = Ask for the confirmation
desk-action-record-confirmation = Record the confirmation
desk-action-ask-view = Ask for its view
desk-action-give-view = Give a view
desk-action-set-judged-day = Decide the publication day
desk-action-resume-coordination = Take up coordination again

desk-purpose-cannot-coordinate = Notice that coordination is impossible
desk-purpose-impossible-judged = Judgement of that notice
desk-purpose-material-asked = Request for material
desk-purpose-material-given = Receipt of material
desk-purpose-committee-called = Call to the committee
desk-purpose-conflict-declared = Declaration of an interest
desk-purpose-papers-ready = Papers for a judgement
desk-purpose-judgement-announced = Notice that there will be a judgement
desk-purpose-opinion-came = Receipt of an opinion
desk-purpose-case-returned = Return of a case
desk-purpose-judgement-passed = Notice of a judgement
desk-purpose-coordinate-again = Notice to coordinate again
desk-purpose-view-asked = Request for a view
desk-purpose-view-given = Receipt of a view
desk-purpose-judged-day = Publication day (judgement)
desk-purpose-coordination-resumed = Notice that coordination goes on

mail-subject-cannot-coordinate = Coordination is held to be impossible ({ $number })
mail-body-cannot-coordinate =
    The coordinator has given notice that coordination on publication is impossible.

    Number: { $number }

    Please read the history on the page, and judge whether it is.
mail-subject-impossible-judged = Your notice has been judged ({ $number })
mail-body-impossible-judged =
    The receiving body has judged your notice that coordination is impossible.

    Number: { $number }

    Judgement and reason are on the page.
mail-subject-material-asked = Please give the material for a judgement ({ $number })
mail-body-material-asked =
    Material is needed for the papers of the publication committee.

    Number: { $number }

    The page says which items.
mail-subject-material-given = The material for a judgement is there ({ $number })
mail-body-material-given =
    The coordinator has given the material for the judgement.

    Number: { $number }

    You can read it on the page.
mail-subject-committee-called = The publication committee is called ({ $number })
mail-body-committee-called =
    You are asked to judge this case as a member of the publication committee.

    Number: { $number }

    The page says when the committee meets. If you have an interest in the case, please declare it there.
mail-subject-conflict-declared = A member has declared an interest ({ $number })
mail-body-conflict-declared =
    A member of the publication committee has an interest in the case and is not on it.

    Number: { $number }

    Name other members where needed.
mail-subject-papers-ready = The papers for a judgement are ready ({ $number })
mail-body-papers-ready =
    The papers of the publication committee and the secretariat's draft are ready.

    Number: { $number }

    You can read them on the page, mark points for debate and vote there.
mail-subject-judgement-announced = There will be a judgement on publication ({ $number })
mail-body-judgement-announced =
    The publication committee will judge whether the vulnerability that you were told of is published. You can give your opinion in writing.

    Number: { $number }

    Grounds, history, the planned text, and where and by when to send your opinion are on the page.
mail-subject-opinion-came = An opinion on a judgement has come ({ $number })
mail-body-opinion-came =
    The developer has given its opinion on the judgement.

    Number: { $number }

    You can read it on the page.
mail-subject-case-returned = A case is returned to you ({ $number })
mail-body-case-returned =
    After a new report of the developer the case goes back to the coordinator.

    Number: { $number }

    Please read the reason on the page, and take up coordination again.
mail-subject-judgement-passed = The judgement on publication ({ $number })
mail-body-judgement-passed =
    It has been decided on the judgement of the publication committee.

    Number: { $number }

    Result and reason are on the page.
mail-subject-coordinate-again = Please coordinate again ({ $number })
mail-body-coordinate-again =
    It was judged that coordination on publication is possible. Please coordinate with the developer again.

    Number: { $number }

    The reason is on the page.
mail-subject-view-asked = Your view beside the publication ({ $number })
mail-body-view-asked =
    If you wish a view of yours to be shown beside the publication, please send it. Without your wish nothing is shown.

    Number: { $number }

    The page says by when.
mail-subject-view-given = The developer's view is there ({ $number })
mail-body-view-given =
    The developer has answered about its view beside the publication.

    Number: { $number }

    You can read it on the page.
mail-subject-judged-day = The publication day is decided ({ $number })
mail-body-judged-day =
    The receiving body has decided the publication day of a case that is published by judgement.

    Number: { $number }

    The day, and the view to be shown, are on the page.
mail-subject-coordination-resumed = Coordination goes on ({ $number })
mail-body-coordination-resumed =
    Coordination on the publication of the vulnerability that you were told of is taken up again.

    Number: { $number }

    The page says how it goes on.

# The pages of a judgement

desk-way-judgement = Judgement
done-judgement = Recorded. Those concerned are told by mail.
judgement-title = Judgement on publication ({ $number })
judgement-heading = State of the judgement
judgement-none = There has been no notice that coordination is impossible.
judgement-now = What can be done now
judgement-nothing-now = Nothing can be done here now.
judgement-owed = Promptly
judgement-choose = Please choose.
judgement-reason = Reason
judgement-told-reason = Reason (told to those concerned)
judgement-ground = Why coordination is impossible
judgement-history = History
judgement-judged = The receiving body's own judgement
judgement-material = Material from the coordinator
judgement-contact = How the developer can be reached
judgement-information = Vulnerability-related information
judgement-verification = Verification result
judgement-countermeasure = Countermeasure
judgement-status = Response status
judgement-meeting = Name or number of the meeting
judgement-meets-on = Day of the meeting
judgement-seats = Members
judgement-seats-hint = Call members without an interest in the case. Whoever declared one is not listed.
judgement-no-seats = Nobody can be called: an administrator has to make accounts of members whose term holds.
judgement-urgent = Called for this case alone
judgement-member = Member
judgement-conditions = The four conditions
judgement-condition = Condition
judgement-finding = Finding of the secretariat
judgement-evidence = Evidence
judgement-draft = The secretariat's draft
judgement-verdict = Judgement
judgement-planned = Text planned for publication
judgement-announced = What the developer was told
judgement-means = Means
judgement-to = Where to
judgement-grounds = Why the vulnerability is held to exist
judgement-send-to = Where to send an opinion
judgement-deadline = Deadline
judgement-until = (until { $day })
judgement-invitations = Who was asked for an opinion
judgement-invited = Who is asked (empty when nobody else is concerned)
judgement-nobody = Nobody else is concerned
judgement-note = Why, or why there is nobody
judgement-opinions = Opinions
judgement-opinion = Opinion
judgement-from = Whose opinion
judgement-hearings = Hearings
judgement-whom = Who
judgement-said = What was said, in short
judgement-debates = Points to debate
judgement-debate = What to debate
judgement-votes = Votes
judgement-vote = Vote
judgement-comment = Why
judgement-conflicts = Declared interests
judgement-result = Result
judgement-met = Conditions that the committee found met
judgement-attended = Members who took part
judgement-minutes = Summary of the minutes (no names)
judgement-minutes-of = Summary of the minutes (present: { $who })
judgement-decided = { $verdict } (found to be met: { $met })
judgement-returned = Given back to the coordinator
judgement-reference = Reference of the letter
judgement-confirmation-asked = Confirmation asked for
judgement-confirmed = Confirmed
judgement-view = The developer's view
judgement-view-asked = View asked for by
judgement-view-ja = View (Japanese)
judgement-view-en = View (English)
judgement-view-shown = Show it beside the publication
judgement-view-is-shown = To be shown
judgement-view-is-kept = Not to be shown
judgement-day = Publication day
judgement-resumed = Coordination taken up again
judgement-word-accepted = Coordination is impossible
judgement-word-declined = Coordination is not impossible
judgement-word-unreachable = The developer cannot be reached
judgement-word-no-agreement = Agreement can no longer be expected
judgement-word-neutral = Expert without interest
judgement-word-law = Law
judgement-word-security = Cyber security
judgement-word-product = Field of the product
judgement-word-cannot-coordinate = Coordination is impossible
judgement-word-vulnerability-exists = The vulnerability is found to exist
judgement-word-users-unaware = Some users may have no other way to learn of it
judgement-word-no-reason-against = Nothing speaks against publication
judgement-word-met = Met
judgement-word-not-met = Not met
judgement-word-disputed = Disputed
judgement-word-publish = Publish
judgement-word-not-publish = Do not publish
judgement-word-sent-back = Send back to coordination
judgement-word-yes = It is met
judgement-word-no = It is not met
judgement-word-abstain = Abstain
