# Advisories by mail.
subscribe-title = Advisories by mail
subscribe-lead = We write to you when a new advisory is published. A mail address is all it takes.
subscribe-link = Get the results of this search by mail
subscribe-link-all = Get new advisories by mail
subscribe-to-list = List of advisories
subscribe-what = What we write about
subscribe-everything = All advisories
subscribe-narrow = To choose a product or a vendor, search for it first.
subscribe-to-search = Search
subscribe-all-of-them = We write when all of these conditions are met.
subscribe-search-q = Contains “{ $value }”
subscribe-search-vendor = Vendor: { $value }
subscribe-search-product = Product: { $value }
subscribe-search-cwe = Kind of vulnerability: { $value }
subscribe-search-status = Vendor’s status: { $value }
subscribe-least = Severity
subscribe-least-hint = By the CVSS base score.
subscribe-least-any = Any
subscribe-least-medium = Medium or worse (4.0 and up)
subscribe-least-high = High or worse (7.0 and up)
subscribe-least-critical = Critical only (9.0 and up)
subscribe-mail = Mail address
subscribe-language = Language of the mails
subscribe-language-ja = Japanese (日本語)
subscribe-language-en = English
subscribe-rhythm = How often
subscribe-rhythm-at-once = At once
subscribe-rhythm-at-once-hint = As soon as something is published.
subscribe-rhythm-daily = Once a day
subscribe-rhythm-daily-hint = At 9:00 (JST), everything since the day before. No mail when there is nothing.
subscribe-updates = Tell me of updates, too
subscribe-send = Send me a mail to confirm
subscribe-care = What happens to your address
subscribe-care-confirm = We send nothing until you confirm by the link in our first mail.
subscribe-care-address = Your address is kept encrypted and used for nothing else.
subscribe-care-leave = You can leave at any time, from every mail. Your address is erased then.
subscribe-wrong-mail = This does not look like a mail address. Example: name@example.jp
subscribe-wrong-none = Keep at least one. To stop all of it, press “Leave” below.
subscribe-stale = Your settings were changed in another window. This is how they are now; please choose again and save.
subscribe-sent-title = Check your mail
subscribe-sent-lead = We sent a mail to the address you entered. Open the link in it to finish.
subscribe-sent-1 = If nothing arrives within a few minutes, look into your spam folder and check the address for typing errors.
subscribe-sent-2 = This page looks the same whether or not an address is subscribed. We send only so many of these mails to one address a day.
subscribe-confirm-title = Confirm your subscription
subscribe-confirm-lead = This is what we would write to you about. If that is right, subscribe.
subscribe-confirm = Subscribe
subscribe-confirm-foot = If you did not ask for this, close this page. You will not be subscribed, and your address is erased after two days.
subscribe-dead-title = This link does not work
subscribe-dead-lead = It has expired, or the subscription has ended. You can subscribe again.
subscribe-again = Subscribe again
subscribe-own-title = Your subscription
subscribe-own-lead = We write to { $address }. Whoever knows the address of this page can change these settings, so keep it to yourself.
subscribe-remove = Stop writing about this
subscribe-add = Add another
subscribe-add-how = (search, then choose “by mail”)
subscribe-how = How we write
subscribe-save = Save
subscribe-leave-title = Leave
subscribe-leave-text = All mails stop, and your address and settings are erased. This cannot be undone, but you can subscribe again at any time.
subscribe-leave = Leave
subscribe-left-title = You have left
subscribe-left-lead = Your address and settings are erased. A mail that is already on its way may still arrive.
subscribe-mail-subject = [{ $name }] Please confirm your subscription
subscribe-mail-body =
    This is { $name }.
    Somebody asked us to send advisories to this address.

    Open this link, look at what was asked for, and press “Subscribe”:

    { $link }
subscribe-mail-end =
    The link works for { $hours } hours.
    If you did not ask for this, do nothing. No advisories are sent, and this address is erased.
subscribe-news-one = { $number } { $title }
subscribe-news-updated = [Updated] { $number } { $title }
subscribe-news-many = { $count ->
    [one] { $count } advisory
   *[other] { $count } advisories
}
subscribe-news-severity = Severity: { $severity }
subscribe-news-is-update = This advisory was updated. Its revision history says what changed.
subscribe-news-why = You get this mail because an advisory was published that you asked for.
subscribe-news-ways =
    See and change your subscription:
    { $manage }

    Leave:
    { $leave }
done-subscribed = You are subscribed. We write when something is published.
done-subscription-changed = Your settings are saved.
