# The end: publication dropped, handling stopped, taken up again, refusals on record, ended support

duty-stop-handling = The publication was dropped: stop handling, or take the case up again

refusal-handling-ended = This case has ended. To go on, take it up again and say why.
refusal-publication-dropped = The publication was dropped. To go on, take it up again and say why.
refusal-not-ended = Neither the case nor its publication has ended, so there is nothing to take up again.
refusal-nobody-said-so = To drop it on this ground, choose the developer that said so.
refusal-not-simple = The influence is not rated for simple handling, so the case cannot end on this ground.
refusal-not-confirmed = The coordinator has not confirmed yet that every user is told.
refusal-not-judged = Only a judgement of the committee ends a case on this ground.
refusal-support-not-ended = Users can be asked to stop using a product only when its support has ended. Put the end of support on record first.

event-publication-dropped = The publication was dropped
event-handling-stopped = Handling ended
event-handling-resumed = Handling was taken up again
event-refusal-recorded = A developer's refusal was recorded
event-end-of-support-stated = The end of support was recorded

desk-action-drop-publication = Drop the publication
desk-action-stop-handling = Stop handling
desk-action-resume-handling = Take the case up again
desk-action-record-refusal = Record a developer's refusal
desk-action-state-end-of-support = Record the end of support

desk-purpose-publication-dropped = Notice that the publication was dropped
desk-purpose-handling-stopped = Notice that handling ended
desk-purpose-handling-resumed = Notice that handling was taken up again

mail-subject-publication-dropped = The publication was dropped ({ $number })
mail-body-publication-dropped =
    The publication of the vulnerability with this number was dropped.

    Number: { $number }

    The page says on which ground. Until handling has ended, please do not tell others about the vulnerability.

mail-subject-handling-stopped = Handling has ended ({ $number })
mail-body-handling-stopped =
    Handling of the matter with this number has ended.

    Number: { $number }

    Please read more on the page. We ask you to keep what you know of the vulnerability to yourself as before, although handling has ended. Questions can be asked from the same page.

mail-subject-handling-resumed = Handling was taken up again ({ $number })
mail-body-handling-resumed =
    Handling of the matter with this number was taken up again.

    Number: { $number }

    If anything is asked of you, the page says so.

drop-ground-not-vulnerability = A developer says that it is no vulnerability (ア)
drop-ground-no-influence = A developer says that there is no influence (イ)
drop-ground-small-influence = A developer says that the influence is small (ウ)
drop-ground-known-and-published = It is known and published (エ)
drop-ground-all-users-told = The developer tells every user (オ)

ending-ground-not-vulnerability-information = It is no vulnerability-related information (ア)
ending-ground-out-of-scope = It is outside the scope (イ)
ending-ground-small-influence = Its influence is small (ウ)
ending-ground-known-and-published = It is known and published (エ)
ending-ground-all-users-told = The developer tells every user (オ)
ending-ground-illegally-acquired = It was evidently obtained by illegal means
ending-ground-simple-handling = Its influence is small and the developer was told (simple handling)
ending-ground-handled-individually = Handled individually
ending-ground-judged-not-to-publish = The committee judged that it is not to be published
ending-ground-merged-into-another = Merged into another case about the same vulnerability

refused-publication = Refuses the publication
refused-fix = Refuses to fix it
refused-contact = Refuses contact

fix-plan-planned = A fix is made
fix-plan-none = No fix is made
stop-using-yes = Agrees to a publication that asks users to stop using it
stop-using-no = Does not agree to such a publication
stop-using-no-answer = No answer

eol-a = A: the developer was told, and the influence is small
eol-b = B: it is fixed, and the developer agrees to publication
eol-c = C: no fix, and the developer agrees to “stop using it”
eol-d = D: no fix, and the developer refuses publication
eol-e = E: the developer could not be told, or did not answer
eol-road-end-possible = Handling may end.
eol-road-publication = It is published as usual.
eol-road-stop-using-publication = It is published with the request to stop using the product.
eol-road-committee = It cannot be coordinated and goes to the committee.
eol-road-unreachable-then-committee = It goes through the steps for unreachable developers, and then to the committee.

front-state-ended = Ended
front-now-ended = Handling has ended without a publication. The reason is on this page.
front-next-ended = Please keep what you know of the vulnerability to yourself as before. If something is unclear, send a message.

# The page of the ways in which a case ends

desk-ways = Pages of this case
desk-way-case = Case
desk-way-ending = Ending

ending-title = How handling ends ({ $number })
ending-heading = End without a publication, or take up again
ending-lead = The coordinator drops the publication; the receiving body stops handling. No word of a developer ends a case by itself.
ending-dropped = The publication was dropped ({ $day })
ending-stopped = Handling of this case has ended ({ $day })
ending-read = Open the page of the ending
ending-proposed = Grounds that developers’ answers suggest
ending-proposed-lead = They follow from the verification results. The coordinator decides whether to drop the publication, and on which ground.
ending-ground = Ground
ending-clause = Clause
ending-choose-this = Use this ground
ending-choose = Choose
ending-choose-ground = Choose a ground.
ending-choose-developer = Choose a developer.
ending-choose-refused = Choose what it refuses.
ending-choose-fix = Choose whether it is fixed.
ending-choose-agrees = Choose whether it agrees to such a publication.
ending-drop-follows = The receiving body and all contacted developers are told. The receiving body then decides whether to stop handling.
ending-drop-reason = What it rests on
ending-drop-reason-hint = Which answer it rests on, and how that was checked. Developers learn the ground only.
ending-drop-confirm = Drop the publication and tell the receiving body and all contacted developers?
ending-said-by = Developer that said so
ending-said-by-nobody = Nobody (known and published)
ending-said-by-hint = One of the developers that have the details.
ending-stop-follows = The finder is told the reason. The coordinator and the contacted developers are told that handling ended. The non-disclosure request stays in force.
ending-stop-reason = Explanation for the finder
ending-stop-reason-hint = The finder reads this as it is. Change what needs changing.
ending-stop-seen = Seen by the finder and both bodies
ending-stop-confirm = End handling and send this explanation to the finder?
ending-resume-lead = Handling goes on from the stage it had reached. Everybody who heard of the end hears of this too.
ending-resume-reason = Why it is taken up again
ending-resume-confirm = Take the case up again and tell those concerned?
ending-lists = The two lists
ending-drop-list = Why the coordinator drops a publication
ending-stop-list = Why the receiving body stops handling
ending-support = Products whose support has ended
ending-support-none = No end of support is on record.
ending-support-lead = Whether it is fixed and whether the developer agrees to “stop using it” decide how the case goes on (A–E).
ending-product = Product
ending-product-hint = Write it as the advisory names it. Only products recorded here can be marked “stop using it”.
ending-ended-on = End of support
ending-fix = Fix
ending-agrees = “Stop using it”
ending-eol = What follows
ending-to-advisory = Open the advisory
ending-to-stop = Stop handling
ending-known = Ends of support in the register
ending-known-take = Record it in this case
ending-refusals = Refusals on record
ending-refusals-lead = What developers refuse, with its history. It bears on whether the case can still be coordinated.
ending-refusals-none = There are none.
ending-refused = What it refuses
ending-statement = What was said
ending-statement-hint = In its own words, and by which means it was said.
ending-by-developer = Said by the developer on its page
ending-by-coordinator = Recorded by the coordinator

ending-letter-not-vulnerability-information = We asked the developer to verify what you reported and looked at the result. We concluded that it is no vulnerability-related information, and end our handling.
ending-letter-out-of-scope = What you reported turned out to be outside the scope of this partnership, so we end our handling.
ending-letter-small-influence = We rated the influence of what you reported and found it to be small. We end our handling without a publication.
ending-letter-known-and-published = What you reported turned out to be a vulnerability that is published already, so we end our handling.
ending-letter-all-users-told = We confirmed that the developer told all its users about what you reported. We end our handling without a publication.
ending-letter-illegally-acquired = We concluded that what you reported was evidently obtained by illegal means, so we end our handling.
ending-letter-simple-handling = We rated the influence of what you reported as small and told the developer. With this, we end our handling.
ending-letter-handled-individually = What you reported was settled individually with those concerned, so we end our handling.

done-publication-dropped = The publication was dropped, and those concerned were told.
done-handling-stopped = Handling has ended. The finder and the others were told.
done-handling-resumed = The case was taken up again.
done-refusal-recorded = The refusal was recorded.
done-support-stated = The end of support was recorded.

advisory-part-stop-using = Stop using it
advisory-hint-stop-using = Products without support that users are asked to stop using. The public page says so first.

desk-entry-support = End of support of products
desk-entry-support-hint = One a line, with the day last: “Product name 2027-03-31”.
desk-entry-support-wrong = End each line with a day such as 2027-03-31.

front-ended = Handling has ended ({ $day })
front-ended-silence = The request not to disclose stays in force after the end.
front-ended-silence-read = Read about the request

developer-more = Other things to tell
developer-refusal = We cannot agree to the publication or to a fix
developer-refusal-lead = Tell what you cannot agree to, and why. The coordinator will talk with you about how to go on. This alone does not end the handling.
developer-refusal-why = Why
developer-refusal-send = Tell what we cannot agree to
developer-support = The support of a product has ended
developer-support-lead = For a product whose support has ended: tell whether it is fixed all the same, and whether you agree to a publication that asks users to stop using it.
developer-support-send = Tell of the end of support
developer-ended = Handling of this matter has ended ({ $day })
developer-ended-body = It will not be published. Please keep what you were given to yourself as before.
developer-dropped = The publication was dropped ({ $day })
developer-dropped-body = Ground: { $ground }. Until handling has ended, please do not tell others about the vulnerability.
done-refusal = Thank you. The coordinator will get in touch with you.
done-support = Thank you for telling us about the end of support.
