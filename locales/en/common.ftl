# Words of every page

common-skip = Skip to main content
common-nav = Main menu
common-sign-out = Sign out
common-demo = This is a demo.
common-demo-note = All organisations, people and cases are invented. Do not enter real information.
common-demo-people = Choose who you are

common-required = required
common-optional = optional
common-nothing = (left empty)
common-change = Change
common-change-what = : { $what }
common-copy = Copy
common-copied = Copied
common-no-due-day = no due day
common-planned = planned
common-seen-by = Seen by { $who }
common-filter-remove = Remove the filter “{ $name }”

common-errors =
    { $count ->
        [one] There is one thing to correct. Everything you entered is still here.
       *[other] There are { $count } things to correct. Everything you entered is still here.
    }
common-count-limit = Up to { $limit } characters
common-count-left = % characters left
common-count-over = % characters too many
common-file-limit = Up to { $size } per file
common-file-too-large = Too large: a file may have up to { $size }.

common-saving = Saving…
common-saved = Draft saved
common-save-failed = The draft could not be saved. It will be as soon as there is a connection; keep this page open.

common-steps = Progress of the form
common-step-of = Step { $step } of { $steps }
common-step-done = (done)

common-pages = Pages
common-range = { $from }–{ $to } of { $total }
common-previous = Previous
common-next = Next

# Dates

date-today = today
date-yesterday = yesterday
date-days-left =
    { $days ->
        [one] { $days } day left
       *[other] { $days } days left
    }
date-days-overdue =
    { $days ->
        [one] { $days } day overdue
       *[other] { $days } days overdue
    }
date-days-ago =
    { $days ->
        [one] { $days } day ago
       *[other] { $days } days ago
    }

# Kinds of notices (read aloud)

notice-info = Note
notice-success = Done
notice-warning = Take care
notice-error = Error

# Severity

severity-none = None
severity-low = Low
severity-medium = Medium
severity-high = High
severity-critical = Critical

common-path-now = Now:
common-path-waiting = { $what } (day { $day })
common-path-took = { $days ->
    [one] { $days } day after the stage before
   *[other] { $days } days after the stage before
}
common-path-so-far = { $days ->
    [one] { $days } day so far
   *[other] { $days } days so far
}
common-path-usual = Usually: { $time }
