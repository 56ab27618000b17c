# Editing an advisory

advisory-title = Draft advisory
advisory-text = Text
advisory-nothing = Nothing is written here.
advisory-parts = Parts
advisory-one-language = one language only
advisory-found = { $part }: { $words }

advisory-part-title = Title
advisory-part-overview = Overview
advisory-part-affected = Products affected
advisory-part-note = Note on the products affected
advisory-part-details = Description
advisory-part-impact = Impact
advisory-part-solution = Solution
advisory-part-vendors = Vendor status
advisory-part-supplement = Supplementary information from the coordinator
advisory-part-cvss = Severity by CVSS
advisory-part-cwe = CWE (kind of weakness)
advisory-part-cve = CVE number
advisory-part-credit = Credit
advisory-part-references = References
advisory-part-critical = Critical mark

# Before there is a draft

advisory-none-lead = This case has no draft advisory yet.
advisory-none-title = Before you begin
advisory-none-made = The draft is made from the copy of the report, the developers’ statements and the rating. What is known goes to its place.
advisory-none-languages = The text is written in Japanese and in English. Each developer is shown its own part alone and asked to look at it.
advisory-none-signed = It can be published once the coordinator has approved it and the receiving body has co-signed it. A change takes both signatures off again.
advisory-none-day = The number of the advisory is drawn when the draft begins. On the publication day a text with both signatures is published by itself.
advisory-none-wait = The coordinator writes the draft. When it is approved, it is the receiving body’s turn to co-sign.
advisory-begin = Begin the draft

# The way to publication

advisory-road = Steps to publication
advisory-step-draft = Write the draft
advisory-step-whole = Everything needed is there
advisory-step-lacks = { $count ->
    [one] { $count } part is missing
   *[other] { $count } parts are missing
}
advisory-step-news = There is a new statement
advisory-step-preview = Show it to developers
advisory-step-not-shown = Not shown yet
advisory-step-changed = Changed since it was shown
advisory-step-nobody = Nobody has the details
advisory-step-approval = Coordinator approves
advisory-step-co-signature = Receiving body co-signs
advisory-step-not-signed = Not yet
advisory-step-publication = Publication
advisory-step-no-day = No publication day is set
advisory-step-day = { $day } ({ $left })
advisory-step-published = Revision { $revision }, { $when }
advisory-step-update = To be published as revision { $revision }
advisory-signed-by = { $name }, { $when }
advisory-turn = Turn: { $who }

advisory-status-draft = Being written
advisory-status-approved = Approved
advisory-status-signed = Signed
advisory-status-public = Published
advisory-status-update = Update in preparation

# Steps

advisory-steps = What to do
advisory-preview-ja = Preview in Japanese
advisory-preview-en = Preview in English
advisory-public-page = The published page
advisory-do-show = Show to developers
advisory-do-approve = Approve
advisory-do-co-sign = Co-sign
advisory-do-publish = Publish now
advisory-do-publish-sure = A publication cannot be taken back. Publish?
advisory-do-update = Publish the update
advisory-do-update-sure = A publication cannot be taken back. Publish the update?
advisory-publish-itself = After noon of the publication day it is also published by itself.
advisory-co-sign-what = Please read the text in both languages and look at the previews before you co-sign. A co-signed text is published on the publication day.
advisory-summary-ja = What changed (Japanese)
advisory-summary-en = What changed (English)
advisory-summary-hint = In the words of the revision history, such as “Vendor status was added.”

# Checks

advisory-checks = Checks
advisory-checks-saved = These are about the text as it is saved.
advisory-checks-none = Nothing was found.
advisory-check-must = Keeps it from publication
advisory-check-should = Please look at this
advisory-lack-title = The title is not written in both languages.
advisory-lack-overview = The overview is not written in both languages.
advisory-lack-affected = There is neither an affected product nor a vendor.
advisory-lack-impact = The impact is not written in both languages.
advisory-lack-solution = The solution is not written in both languages.
advisory-check-range = { $product }: no versions are given, so it would be published as “all versions”.
advisory-check-rating = The case was rated with a base score of { $rating }, but the text says { $written }.
advisory-check-no-credit = The finder does not wish to be named. Please make sure that the credit names somebody else.
advisory-check-credit = The finder wishes to be named, but there is no credit.
advisory-check-credit-lacks = The credit leaves out a finder who wishes to be named: { $name }
advisory-check-newer = Developers have made new statements since the text was written.
advisory-check-one-language = { $count ->
    [one] One developer’s words are in one language only and stand so on both pages.
   *[other] The words of { $count } developers are in one language only and stand so on both pages.
}
advisory-check-disagreed = { $name } does not agree with the text. Please read its comment.
advisory-check-disagreed-several = { $count } developers do not agree with the text. Please read their comments.

# Editing

advisory-save = Save
advisory-save-preview = Save and preview
advisory-save-signed = Saving a change takes the approval and the co-signature off.
advisory-hint-title = The product and the kind of vulnerability, such as “Example Portal vulnerable to cross-site scripting”
advisory-hint-overview = Which product has what kind of vulnerability, in two or three sentences.
advisory-hint-affected = One product and its versions a row. Emptied rows go away. An empty version leaves that end open. Say whether the last version is the first fixed one or still affected.
advisory-machine-names = Names for machines
advisory-purl = Package URL (purl)
advisory-machine-what = Where the CPE or the package URL of a product is known, write it under “Names for machines”: readers’ tools recognise the product by it in OSV, MyJVN and other formats.
advisory-hint-note = What the table cannot say, such as “The cloud edition is not affected.”
advisory-hint-details = How the vulnerability works, without teaching how to attack.
advisory-hint-impact = What happens when it is attacked, in the words of its users.
advisory-hint-solution = What users can do today: updates first, then workarounds.
advisory-hint-vendors = What the developers stated. It cannot be changed here.
advisory-hint-supplement = Anything that the coordinator has to add.
advisory-hint-cvss = Vectors begin with CVSS:3.1/ or CVSS:4.0/. The base score is computed when you save.
advisory-hint-cwe = Such as CWE-79; several are parted by commas.
advisory-hint-cve = Such as CVE-2026-12345; several are parted by commas.
advisory-hint-credit = Only people who wish to be named. It cannot be taken back once it is published.
advisory-hint-references = Public documents and related information. Emptied rows go away.
advisory-hint-critical = For what needs action at once: remote code execution, attacks seen in the wild.
advisory-vendor = Developer
advisory-product = Product
advisory-from = First version
advisory-to = Last version
advisory-bound = That version is
advisory-bound-fixed = fixed
advisory-bound-last = affected
advisory-versions = Versions
advisory-more-rows = More rows
advisory-more-products = { $count ->
    [one] { $count } more row stays as it is.
   *[other] { $count } more rows stay as they are.
}
advisory-range-all = all versions
advisory-range-since = { $from } and later
advisory-range-before = prior to { $to }
advisory-range-up-to = { $to } and earlier
advisory-range-until = from { $from } and prior to { $to }
advisory-range-between = from { $from } to { $to }
advisory-countermeasures = See what the developers offer
advisory-fix = Fix
advisory-workaround = Workaround
advisory-refresh = Save and take the newest statements
advisory-news = There are statements that the text does not have.
advisory-news-what = Taking them renews the vendor status and the affected products of those developers; nothing else changes. When a countermeasure is new, please look at the solution too.
advisory-vendors-fold = See what { $count } developers stated
advisory-vendors-none = No developer was contacted yet.
advisory-vendor-products = Products and versions
advisory-vendor-says = Words to the public
advisory-vendor-silent = nothing stated
advisory-vendor-newer = new statement
advisory-vector = Vector
advisory-score = Computed score
advisory-score-beside = Score in source
advisory-rated = The case was rated { $score } ({ $vector }).
advisory-ids = Identifiers
advisory-reference-title = Title
advisory-critical = Mark it as critical
advisory-critical-yes = Marked as critical
advisory-critical-no = Not marked
advisory-read-what = The coordinator writes the text. If something is to be put right, please say so on the page of the case before it is signed.

# Credit

advisory-credit-yes = The finder wishes to be named: { $name }
advisory-credit-no = The finder does not wish to be named. Please do not write a name here.
advisory-credit-unknown = The finder wishes to be named, but does not let the coordinator and the developers know the name. Please ask the receiving body for the words.
advisory-credit-another-unknown = Another finder wishes to be named, too, but does not let the coordinator and the developers know the name. Please ask the receiving body for the words.
advisory-credit-others-no = Another finder does not wish to be named. Please do not write that name here.
advisory-credit-take = Put in the usual sentence
advisory-credit-sentence = { $name } reported this vulnerability to { $receiving }. { $coordinator } coordinated with the developer under the { $partnership }.

# Mistakes

advisory-wrong-long = Too long: at most { $limit } characters.
advisory-wrong-vendor = Write the name of the developer.
advisory-wrong-product = Write the name of the product.
advisory-wrong-range = The first version is already the fixed one, so no affected version is left.
advisory-wrong-vector = This vector cannot be used.
advisory-wrong-no-vector = A score alone cannot be published. Write its vector.
advisory-wrong-score = The vector gives a base score of { $score }, not { $typed }. One of them has to be put right.
advisory-wrong-cwe = “{ $typed }” is no CWE number. It looks like CWE-79.
advisory-wrong-cve = “{ $typed }” is no CVE number. It looks like CVE-2026-12345.
advisory-wrong-address = Write an address that begins with http:// or https://.
advisory-wrong-summary = Say what changed in both languages.

# When somebody else was first

advisory-stale-around = It is something else in the case that changed; the text did not. Save once more to keep what you wrote.
advisory-conflict = Somebody else has saved the text meanwhile
advisory-conflict-what = What you wrote is kept in the fields below. Here are the parts in which the saved text differs. Copy what you need and save once more.
advisory-conflict-yours = What you wrote
advisory-conflict-theirs = The saved text

# Comments

advisory-comments = Developers’ comments
advisory-comments-what = Silence does not keep the text from being published.
advisory-comments-count = { $count ->
    [one] { $count } developer
   *[other] { $count } developers
}
advisory-comments-nobody = No developer has the details.
advisory-comment-not-shown = not shown yet
advisory-comment-silent = no answer
advisory-comment-older = only on an earlier text
advisory-comment-agrees = agrees
advisory-comment-disagrees = does not agree

# History

advisory-history = Revision history
advisory-history-none = Not published yet. Once it is, revisions can be compared here.
advisory-history-next = What the next update changes
advisory-history-changes = { $count ->
    [one] { $count } part changed since the revision before
   *[other] { $count } parts changed since the revision before
}
advisory-revision = Revision { $revision }
advisory-before = Before
advisory-after = After

# Preview

advisory-preview-title = This text is not published yet.
advisory-preview-what = This is what the public will see. Links to files work after publication.
advisory-preview-back = Back to the editor
advisory-preview-languages = Language of the text

# Done

done-advisory-begun = The draft is begun.
done-advisory-saved = Saved.
done-advisory-refreshed = Saved, with the newest statements.
done-advisory-shown = The developers were shown the text.
done-advisory-approved = Approved. It waits for the co-signature of the receiving body.
done-advisory-co-signed = Co-signed.
done-advisory-published = Published.
done-advisory-updated = The update is published.
