# Stages of the procedure: how far it is, how long it usually takes, what is waited for.
stages-title = The procedure
stages-received = Report received
stages-wait-received = waiting for the receiving body to decide on acceptance
stages-wait-accepted = waiting for the receiving body to hand over to the coordinator
stages-wait-handed-over = waiting for the coordinator to contact a developer
stages-wait-contacted = waiting for a developer to answer
stages-wait-details-sent = waiting for a developer to verify
stages-wait-verified = waiting for the publication day to be set
stages-wait-date-agreed = waiting for the publication day
stages-wait-own = waiting for your answer
stages-done-published = It is published.
stages-done-ended = Handling has ended.
stages-usual-promptly = promptly
stages-usual-open = no time is set
stages-usual-target = { $days } days from day zero
