# The publication committee: the pages of its members

committee-title = Judgements
committee-lead = The cases on which you sit. Those that wait for your votes come first.
committee-case = Case
committee-turn = Your votes
committee-meeting = Meeting
committee-empty = You sit on no case
committee-empty-fill = When the receiving body calls you to a meeting about a case, it is listed here. A mail tells you as well.
committee-left = { $count ->
    [one] { $count } condition left
   *[other] { $count } conditions left
}
committee-voted = Voted, not decided yet
committee-decided = Decided: { $verdict }
committee-returned = Back with the coordinator
committee-returned-on = It went back to the coordinator on { $day }; there is no judgement
committee-meets = { $day } ({ $left })
committee-urgent = (called for this case)
committee-preparing = The papers are being prepared
committee-preparing-body = The secretariat is filling in the checklist and writing its draft. A mail tells you when they are there.
committee-all-four = Only if all four are met is publication judged to be right.
committee-vote-shown = Until the decision no other member sees your vote; the secretariat (the receiving body) does. You can change it until the meeting.
committee-asks-cannot-coordinate = The coordinator and the developer cannot come to an agreement on publication.
committee-asks-vulnerability-exists = Confidentiality, integrity or availability may be violated, the behaviour that causes it can be shown, and the developer cannot refute it. Normal use and the conditions of use that the developer stated count.
committee-asks-users-unaware = The developer can hardly be sure to tell all users: the product is sold on the market, or can be downloaded.
committee-asks-no-reason-against = Looking at the developer's efforts and the users' situation as a whole, no clear reason speaks against publication.
committee-not-found = Being checked
committee-own-vote = Your vote
committee-own = Your vote: { $vote }
committee-vote-again = Change the vote
committee-debate-shown = The other members and the secretariat read it with your name.
committee-opinions = Opinions of the developer and others
committee-no-opinions = No opinion has come yet.
committee-papers = Papers of the case
committee-papers-lead = What was handed over to the coordinator, and what passed between it and the developer. Who the finder is and how the developer can be reached are left out.
committee-no-answer = This developer has stated nothing.
committee-attempts = Contacts
committee-on = Day
committee-outcome = Outcome
committee-note = Note
committee-earlier = Earlier rounds
committee-minutes = Summary of the minutes
committee-and = {", "}
committee-conflict = If you have an interest in this case
committee-conflict-lead = Say so if the developer employs or pays you, competes with you, or if you know the finder. You are then no longer a member in this case, and see neither the case nor its papers. Your votes and points are removed.
committee-conflict-reason = What the interest is
committee-conflict-shown = The receiving body and the coordinator alone read it.
committee-conflict-confirm = After this you no longer see the case. It cannot be taken back.
done-committee-vote = Your vote is recorded. Please vote on the other conditions too.
done-committee-votes = You have voted on all four conditions.
done-committee-debate = The point to debate is recorded.
done-committee-conflict = Your interest is recorded. The case is no longer in your list.
