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
