# The console as a whole

console-nav-my-day = My day
console-nav-reports = Reports
console-nav-cases = Cases
console-nav-sites = Sites
console-nav-mails = Outgoing mail
console-nav-developers = Developer register
console-nav-entry = Contact window
console-nav-accounts = Accounts
console-foot-rules = Rules and clauses
console-foot-process = How reports are handled
console-foot-sign-in = Sign in (staff and developers)
console-stale = This changed while you were looking at it. Check what is new and try again. What you typed is still here.
console-unusable = Something here cannot be taken as it is written. Check how it is written.
console-taken = It is already in use.
console-refused-under = { $why } ({ $clause })

sign-in-title = Sign in
sign-in-lead = For people with an account at the receiving body, the coordinator or a product developer.
sign-in-demo = This is a demo. You can be anybody, without a password.
sign-in-login = Login name
sign-in-password = Password
sign-in-code = Code
sign-in-code-hint = The six digits that your authenticator shows
sign-in-enter = Sign in
sign-in-wrong = The login name, the password or the code is wrong. A code works once: wait for the next one and try again.
sign-in-no-account = If you made a report, you can
sign-in-to-progress = see how it is going without an account.

account-title = Account
account-name = Name
account-login = Login name
account-mail = E-mail address
account-role = Role
account-password = Change the password
account-old = Present password
account-new = New password
account-again = New password (again)
account-password-rule = 12 to 200 characters
account-change = Change the password
account-not-same = This is not the same as the new password.
account-old-wrong = The present password is wrong.
account-lost-code = If you lost your authenticator, ask an administrator for a new one.

demo-title = Choose who to be
demo-lead = Be one of the people of the demo and see what they see.
demo-people = People who sign in
demo-be = Be { $name }
demo-time = Let time pass
demo-today = In the demo it is { $day }. Whatever comes due until the new time happens: reminders, publications. There is no way back.
demo-days = { $days } days on
demo-friday = On to the next Friday evening
demo-outside = People who need no account
demo-report = Report a vulnerability as a finder
demo-portal = Read what is published, as anybody

my-day-title = My day
my-day-lead = Weightiest first, then by day.
my-day-empty = Nothing to do now.
my-day-empty-fill = When a report comes in, or it is your turn, it appears here.
my-day-what = What to do
my-day-case = Case
my-day-due = By
my-day-stage = Stage
my-day-high = Priority
my-day-waits = Waiting for an answer
my-day-promptly = promptly
