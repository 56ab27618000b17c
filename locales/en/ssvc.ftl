# SSVC: what the coordinator's decision tables advise.
ssvc-title = See what SSVC advises
ssvc-lead-triage = Whether to coordinate this report.
ssvc-lead-publish = Whether to publish.
ssvc-binds-nobody = It decides nothing in the procedure, and nothing of it is kept.
ssvc-open = not known
ssvc-from-case = from the case
ssvc-for-you = for you to judge
ssvc-one-of = one of { $outcomes }
ssvc-advice-only = {" "}(advice only)
ssvc-try = Look with these inputs
ssvc-note = Keep the outcome as a note
