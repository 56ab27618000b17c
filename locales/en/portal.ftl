# The public site: advisories, the rules, what happens to a report, feeds for machines

portal-nav-home = Home
portal-nav-advisories = Advisories
portal-nav-process = How reports are handled
portal-nav-rules = Rules
portal-nav-feeds = Data feeds
portal-nav-report = Report a vulnerability
portal-on-this-page = On this page
portal-only-other = This part is written in Japanese only.

portal-critical = Critical
portal-stop-using = Stop using it
portal-unrated = Not rated
portal-unrated-why = No CVSS rating has been published.
portal-comma = ,{ " " }
portal-person = { $name } ({ $organisation })
portal-count =
    { $count ->
        [one] { $count } advisory
       *[other] { $count } advisories
    }
portal-updated = updated
portal-clause = Clause
portal-unverified = value not verified

portal-search = Search
portal-search-label = Product, vendor, number or words
portal-search-hint = Search by the name of a product you use or its developer, a JVN# or CVE number, or words of the text.
portal-col-advisory = Advisory
portal-col-severity = Severity
portal-col-published = Published
portal-col-updated = Updated
portal-first-edition = first revision
portal-more-names = and { $count } more

# Home

portal-home-title = Vulnerability advisories
portal-home-lead = Vulnerabilities in software products, and what to do about them. Begin by checking whether something you use is affected.
portal-home-urgent = Needs attention now
portal-home-newest = New and updated
portal-home-all = See all { $count }
portal-home-report = Found a vulnerability?
portal-home-report-what = If you found a vulnerability in a product or on a website, report it here before you publish it. You need no account, and your name can stay out of it.
portal-home-report-button = Report it
portal-home-process = What happens after you report
portal-home-numbers = Published so far
portal-home-total = In all
portal-home-year = In { $year }
portal-home-changed = Last change
portal-home-vendors = By vendor and product
portal-home-vendors-what = What has been published about each vendor and each product.
portal-home-vendors-more = List of vendors
portal-home-machines = For your tools
portal-home-machines-what = Everything here is also available as CSAF 2.0 and as JSON.
portal-home-machines-more = All formats and addresses

# List

portal-list-title = All advisories
portal-list-lead = Narrow the list by product or vendor to see whether anything concerns what you run.
portal-list-all = Remove all filters
portal-list-none = Nothing has been published yet
portal-list-none-fill = Vulnerabilities appear here once they have been coordinated with their developers and their publication day has come.
portal-list-nothing = No advisory matches
portal-list-nothing-fill = Not being listed does not mean that a product has no vulnerabilities.

portal-list-atom = Follow this search (Atom feed)
portal-list-json = JSON
portal-list-reading = The search is getting ready
portal-list-reading-what = { $count ->
    [one] The newest advisory can be found so far.
   *[other] The newest { $count } advisories can be found so far.
} Open this page again in a moment.
portal-list-nearly = Names that are nearly the same are included
portal-list-nearly-what = Nothing has exactly the words you entered.
portal-sort = Order
portal-sort-relevance = Best match
portal-sort-updated = Newest change
portal-sort-published = Newest publication
portal-sort-severity = Most severe
portal-sort-updated-up = Oldest change
portal-sort-published-up = Oldest publication
portal-sort-severity-up = Least severe
portal-days = Filter by date of publication
portal-from = From
portal-to = To
portal-tag-from = From { $day }
portal-tag-to = To { $day }
portal-facets = Filters
portal-facet-severity = Severity
portal-facet-vendor = Vendor
portal-facet-year = Year published
portal-facet-cwe = Weakness
portal-facet-status = Vendor status
portal-try = What you can try
portal-try-shorter = Use shorter or fewer words. Words with blanks between them all have to be there.
portal-try-reading = Enter a name in kana, in romaji or in English.
portal-try-number = Search by number, such as CVE-2026-12345 or JVN#12345678.
portal-try-vendors = Choose from the list of vendors.

# Vendors and products

portal-vendors-title = Vendors
portal-vendors-lead = The vendors that are named in a published advisory.
portal-vendors-search = Name or reading of a vendor
portal-vendors-none = There are no vendors yet
portal-vendors-nothing = There is no vendor of that name
portal-vendors-reading = Not all vendors have been read yet. Open this page again in a moment.
portal-vendors-all-of-them = All vendors
portal-products = Products
portal-named-count = { $count ->
    [one] { $count } advisory
   *[other] { $count } advisories
}
portal-named-atom = Follow (Atom feed)

# One advisory

portal-old = This is revision { $revision }
portal-old-what = It has been updated since. Act on the newest revision.
portal-old-newest = Go to the newest, revision { $revision }
portal-last-updated = Last updated
portal-revision-of = {" "}(revision { $revision })
portal-am-i-affected = Am I affected?
portal-how-bad = How bad is it?
portal-today = What do I do today?
portal-no-affected = No product is known to be affected.
portal-versions-unsaid = affected (versions not stated)
portal-fixed-in = Fixed: { $versions }
portal-affected-products = Affected:
portal-more-products =
    { $count ->
        [one] { $count } more product
       *[other] { $count } more products
    }
portal-more-lines = { $count } more
portal-vendor-total =
    { $count ->
        [one] What { $count } vendor says
       *[other] What { $count } vendors say
    }
portal-vendor-count =
    { $count ->
        [one] { $count } vendor
       *[other] { $count } vendors
    }
portal-get-it = Get it or read more
portal-more-steps = See what each vendor offers ({ $count })
portal-today-nothing = No countermeasure has been published yet. Come back to this page.
portal-overview = Overview
portal-affected = Products affected
portal-affected-more = Products that are not affected or still under investigation are listed under vendor status.
portal-details = Description
portal-impact = Impact
portal-solution = Solution
portal-nothing-said = Not known yet.
portal-see-vendors = See vendor status for what each vendor offers.
portal-vendors = Vendor status
portal-vendors-all = All
portal-vendors-status = Filter by status
portal-no-vendors = No vendor has given information yet.
portal-vendor = Vendor
portal-vendor-status = Status
portal-vendor-products = Products and versions
portal-vendor-view = The developer's view
portal-vendor-says = Countermeasures and statement
portal-vendor-day = Updated
portal-vendor-page = Vendor’s notice
portal-supplementary = Supplementary information
portal-analysis = Analysis
portal-vector-words = The rating in words
portal-references = References
portal-related = Related documents
portal-credits = Credit
portal-history = Revision history
portal-revision = Revision { $revision }
portal-machine = Machine-readable formats
portal-machine-newest = The CSAF documents are those of the newest revision. This revision is in document.json.
portal-signature = OpenPGP signature
portal-document-json = The data behind this page (JSON)
portal-check = Check that a file is genuine
portal-check-what = These commands fetch a file with its hash, signature and public key, and check that it is intact and signed by the publisher. Check the key’s fingerprint by a second route, too.

# How easily it is attacked (from the CVSS rating)

portal-attack-av-n = Can be attacked over a network
portal-attack-av-a = Can be attacked from an adjacent network
portal-attack-av-l = Needs access to the device itself
portal-attack-av-p = Needs the device in hand
portal-attack-pr-n = Needs no login
portal-attack-pr-l = Needs an ordinary user’s privileges
portal-attack-pr-h = Needs an administrator’s privileges
portal-attack-ui-n = Works without anything a user does
portal-attack-ui-r = Needs a user to act, such as opening a link
portal-attack-ui-p = Works when a user does nothing unusual
portal-attack-ui-a = Needs a user to take a particular action

portal-cvss-av = Attack vector
portal-cvss-av-n = Network
portal-cvss-av-a = Adjacent
portal-cvss-av-l = Local
portal-cvss-av-p = Physical
portal-cvss-ac = Attack complexity
portal-cvss-ac-l = Low
portal-cvss-ac-h = High
portal-cvss-at = Attack requirements
portal-cvss-at-n = None
portal-cvss-at-p = Present
portal-cvss-pr = Privileges required
portal-cvss-pr-n = None
portal-cvss-pr-l = Low
portal-cvss-pr-h = High
portal-cvss-ui = User interaction
portal-cvss-ui-n = None
portal-cvss-ui-r = Required
portal-cvss-ui-p = Passive
portal-cvss-ui-a = Active
portal-cvss-s = Scope
portal-cvss-s-u = Unchanged
portal-cvss-s-c = Changed
portal-cvss-c = Confidentiality
portal-cvss-i = Integrity
portal-cvss-a = Availability
portal-cvss-vc = Confidentiality of the system
portal-cvss-vi = Integrity of the system
portal-cvss-va = Availability of the system
portal-cvss-sc = Confidentiality of systems behind it
portal-cvss-si = Integrity of systems behind it
portal-cvss-sa = Availability of systems behind it
portal-cvss-impact-h = High
portal-cvss-impact-l = Low
portal-cvss-impact-n = None

# What happens to a report

portal-process-title = What happens after a report
portal-process-lead = A reported vulnerability goes through these steps and is published when there is something people can do about it. Periods and counts are those of the guideline in force.
portal-process-edition = Values taken from:
portal-process-road = From the report to publication
portal-process-beside = What else can happen
portal-process-fact = Time taken in fact (median of { $cases } published cases)
portal-process-days = { $days } days
portal-process-few = How long steps took in fact is shown from ten published cases on, so that nothing can be read of a single one.
portal-process-secret = Secret until it is published
portal-process-secret-what = Until publication, only the bodies that handle a report and the developers who have to check it see what it says. The finder’s name and address do not reach developers unless the finder wishes so. With the report number and its secret, the finder can open a progress page that says which step it is at, and what happens next and by when.

portal-step-report-title = Report
portal-step-report-who = Finder
portal-step-report-what = Whoever finds a vulnerability reports it, without an account. The finder gets a report number and a secret, with which to follow the progress and exchange messages.
portal-step-acceptance-title = Acceptance
portal-step-acceptance-who = Receiving body
portal-step-acceptance-what = Five conditions are checked: it is complete, consistent, in scope, a vulnerability, and not published yet. If it is not accepted, the finder is told why. The day of telling acceptance is the acceptance day.
portal-step-handover-title = Hand-over
portal-step-handover-who = Receiving body
portal-step-handover-what = An accepted report goes to the coordinator promptly. High influence goes first, whatever the order of arrival.
portal-step-contact-title = Contacting developers
portal-step-contact-who = Coordinator
portal-step-contact-what = The developers of the product are found and contacted. The day of the first attempt is day zero; the finder and the receiving body are told. Details are released only once the contact is confirmed.
portal-step-verification-title = Verification and countermeasures
portal-step-verification-who = Developer
portal-step-verification-what = Developers check whether they are affected, tell the coordinator, and have a fix or a workaround ready by the publication day. If it lies in somebody else’s product, they say so.
portal-step-date-title = Publication day
portal-step-date-who = Coordinator and developers
portal-step-date-what = There is one day, however many developers are concerned. It takes into account the time that countermeasures need, coordination abroad and the risk of a leak, and is reconsidered on request.
portal-step-publication-title = Publication
portal-step-publication-who = Receiving body and coordinator
portal-step-publication-what = What it is, which products are affected, what to do and what each developer says are published on this site, and the finder is told. The advisory is updated whenever there is news.
portal-step-unreachable-title = When a developer cannot be reached
portal-step-unreachable-who = Coordinator, publication committee
portal-step-unreachable-what = When nobody answers for some time, first the developer’s name and then the product is published with a request to get in touch. If that fails too, a committee judges whether to publish.
portal-step-dropped-title = When handling stops
portal-step-dropped-who = Receiving body, coordinator
portal-step-dropped-what = Handling or publication may stop when it turns out to be no vulnerability, to have no impact, or to be known and published already. The finder is told the reason.
portal-step-priority-title = Early word to critical infrastructure
portal-step-priority-who = Coordinator
portal-step-priority-what = When much is at stake, operators of critical infrastructure who are bound to secrecy may be told before publication. The finder is told that this was done.
portal-step-release-title = When it takes long
portal-step-release-who = Finder
portal-step-release-what = When a long time has passed since day zero without publication, the finder may ask to be released from the request not to disclose.

# Rules

portal-rules-title = Rules
portal-rules-lead = This site works by the guideline of the Information Security Early Warning Partnership. Here are the values in force, what each clause means, and what the program does for it. The explanations are in our own words; the guideline itself decides.
portal-rules-edition = Edition in force
portal-rules-edition-name = Edition
portal-rules-in-force = In force since
portal-rules-source = Source
portal-rules-note = Note
portal-rules-values = Values in force
portal-rules-values-lead = Periods, counts, lists and names of bodies. The program counts its days by these.
portal-rules-col-value = What it is
portal-rules-col-shown = Value
portal-rules-read-in = Source:
portal-rules-lines = { $count } lines
portal-unverified-means = “Value not verified” marks values whose text we could not read, or that the guideline leaves open so that the program uses a default.
portal-rules-clauses = Clauses
portal-rules-clauses-lead = The number of each clause, what it means, and what the program does for it.
portal-rules-all = All
portal-rules-status = Filter by status
portal-rules-done = Done
portal-rules-outside = Done by people
portal-rules-not-yet = Not there yet
portal-rules-chapters = Find a chapter
portal-rules-code = Functions and tests
portal-rules-test = Test
portal-rules-none = There is no data on the rules yet
portal-rules-none-fill = The edition in force and its clauses appear once the publishing program has started.
portal-rules-no-clauses = No clause has this status
portal-rules-no-clauses-fill = Choose another status to see clauses.

portal-chapter-1 = Ⅰ Purpose
portal-chapter-2 = Ⅱ Terms and premises
portal-chapter-3 = Ⅲ Scope
portal-chapter-4-1 = Ⅳ.1 Software products: outline
portal-chapter-4-2 = Ⅳ.2 Software products: finder
portal-chapter-4-3-1 = Ⅳ.3 (1) Software products: receiving body
portal-chapter-4-3-2 = Ⅳ.3 (2) Software products: judgement on publication
portal-chapter-4-4 = Ⅳ.4 Software products: coordinator
portal-chapter-4-5 = Ⅳ.5 Software products: developer
portal-chapter-4-6 = Ⅳ.6 Software products: other matters
portal-chapter-5-1 = Ⅴ.1 Websites: outline
portal-chapter-5-2 = Ⅴ.2 Websites: finder
portal-chapter-5-3 = Ⅴ.3 Websites: receiving body
portal-chapter-5-4 = Ⅴ.4 Websites: operator
portal-chapter-a1 = Appendix 1: terms
portal-chapter-a2 = Appendix 2: flow charts
portal-chapter-a3 = Appendices 3 and later
portal-chapter-other = Others

portal-kind-definition = Definition
portal-kind-scope = Scope
portal-kind-duty = To do
portal-kind-right = Right
portal-kind-power = Power
portal-kind-condition = Condition
portal-kind-exception = Exception
portal-kind-ending = Ending
portal-kind-form-item = Form item
portal-kind-recommendation = Recommendation
portal-kind-overview = Overview
portal-kind-template = Template

portal-actor-everyone = Everybody
portal-actor-finder = Finder
portal-actor-receiving-body = Receiving body
portal-actor-coordinator = Coordinator
portal-actor-both-bodies = Receiving body and coordinator
portal-actor-developer = Developer
portal-actor-site-operator = Site operator
portal-actor-committee = Publication committee
portal-actor-infrastructure-operator = Infrastructure operator

# Data feeds

portal-feeds-title = Data feeds
portal-feeds-lead = Everything published here can be fetched as files. You need neither registration nor a key.
portal-feeds-http = This site is not a CSAF provider
portal-feeds-http-what = CSAF requires https. This site runs on http, so it has neither provider-metadata.json nor a ROLIE feed. The CSAF documents themselves are here for trial.
portal-feeds-no-provider = There is no CSAF provider metadata yet
portal-feeds-no-provider-what = provider-metadata.json and the ROLIE feed appear with the first advisory.
portal-feeds-col-what = What
portal-feeds-col-url = Address
portal-feeds-not-there = not there yet
portal-feeds-csaf = The advisory format of OASIS. Japanese and English are documents of their own, each with SHA-256 and SHA-512 hashes and, where there is a key, an OpenPGP signature.
portal-feeds-plain = JSON of this site
portal-feeds-plain-what = The very data behind the pages, with Japanese and English in one document.
portal-feeds-example = Example: fetch all summaries
portal-feeds-trust = Keys and contact
portal-feeds-trust-what = The public key for checking signatures, and where to report a vulnerability of this very site.
portal-feeds-jvn = As in JVN and JVN iPedia
portal-feeds-jvn-what = JVNRSS and VULDEF feeds at the paths and under the names of JVN iPedia. Existing programs work when the host is changed. Feeds of other years have their year in the name.
portal-feeds-api = Search and API
portal-feeds-api-what = Every search that the pages offer is there as JSON and as an Atom feed.
portal-feeds-api-more = How to use the API
portal-feeds-terms = Terms of use
portal-feeds-terms-use = Use, adapt and redistribute the data freely, naming the source.
portal-feeds-terms-polite = Ask with If-None-Match or If-Modified-Since whether something has changed; nothing is sent when it has not.
portal-feeds-terms-cors = Scripts of every site may read the files (CORS).
portal-feeds-terms-stable = Documents under advisories/ never change once published; an update is a new revision beside the old one.

portal-feed-metadata = provider-metadata.json
portal-feed-metadata-what = Where a CSAF client begins: distributions, keys, publisher
portal-feed-rolie = ROLIE feed
portal-feed-rolie-what = All CSAF documents, latest update first
portal-feed-service = ROLIE service document
portal-feed-service-what = The list of feeds
portal-feed-folder = Folder of CSAF documents
portal-feed-folder-what = By year of publication
portal-feed-changes-csv = changes.csv
portal-feed-changes-csv-what = File names and times of change, latest first
portal-feed-index = index.txt
portal-feed-index-what = All file names
portal-feed-csaf = A CSAF document, as an example
portal-feed-csaf-what = Append .sha256, .sha512 or .asc for its hashes and signature
portal-feed-summaries = All summaries (JSON Lines)
portal-feed-summaries-what = One advisory a line: number, title, products, CVE, severity, times
portal-feed-document = A whole advisory, as an example
portal-feed-document-what = One for each number and revision
portal-feed-changes = Number of the newest change
portal-feed-changes-what = When it has grown, the list that begins with changes/00000001.json goes on
portal-feed-rss-new = New entries (JVNRSS)
portal-feed-rss-new-what = The 200 newest publications
portal-feed-rss-updated = Updated entries (JVNRSS)
portal-feed-rss-updated-what = The 200 newest changes
portal-feed-rss-year = Overviews of a year (JVNRSS)
portal-feed-rss-year-what = Everything that was published in that year
portal-feed-detail = Details of a year (VULDEF)
portal-feed-detail-what = Everything that was published in that year, in full
portal-feed-vendors = Vendors
portal-feed-vendors-what = Names and numbers. The file is called by the month of the newest change
portal-feed-products = Products
portal-feed-products-what = Names and numbers of the products of each vendor
portal-feed-checksum = checksum.txt
portal-feed-checksum-what = SHA-256, size and instant of change of every feed
portal-feed-atom = Atom feed
portal-feed-atom-what = The 200 newest changes, for feed readers
portal-feed-search = Search (JSON)
portal-feed-search-what = What fits, with the counts of the filters
portal-feed-search-atom = Feed of a search (Atom)
portal-feed-search-atom-what = Only what is new about the products and vendors that you follow
portal-feed-myjvn = MyJVN API
portal-feed-myjvn-what = Six methods, as XML (3.3) and as JSON (4.0)
portal-feed-openapi = OpenAPI
portal-feed-openapi-what = Description of the API (JSON)
portal-feed-security = security.txt
portal-feed-security-what = Where to report a vulnerability of this site (RFC 9116)
portal-feed-key = OpenPGP public key
portal-feed-key-what = For checking signatures of CSAF documents; retired keys stay
portal-feed-checkpoints = Daily checkpoints
portal-feed-checkpoints-what = Proof that the record up to that day has not been rewritten since

portal-api-title = How to use the API
portal-api-lead = Programs can search and fetch everything that is published, without registration and without a key. Scripts of every origin may read it (CORS).
portal-api-openapi = OpenAPI description:
portal-api-parameter = Parameter
portal-api-meaning = Meaning and values

portal-listing-lead = Files published in this folder.
portal-listing-none = There is nothing in this folder yet
