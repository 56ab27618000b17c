# Advisories of others
portal-facet-source = Published by
portal-imported-title = Advisories of others
portal-imported-lead = What authorities and vendors elsewhere have published. This site has neither coordinated nor verified it.
portal-imported-found = { $count ->
    [one] 1 advisory found among those of others
   *[other] { $count } advisories found among those of others
}
portal-imported-own = Look for the same among what this site published
portal-imported-none = There are no advisories of others yet.
portal-imported-none-fill = They stand here once the operator has imported some.
portal-imported-all = All advisories of others
portal-imported-whose = Published by { $name }
portal-imported-whose-what = This page shows a document taken over from its publisher. This site has neither coordinated nor verified it; the publisher's own document counts.
portal-imported-at-source = The publisher's document
portal-imported-withdrawn = Withdrawn
portal-imported-withdrawn-what = Its publisher has withdrawn this advisory.
portal-imported-of = Advisories of { $name }
portal-imported-from = Imported from { $name }
portal-imported-version = Version
portal-imported-source = Source and original
portal-imported-publisher = Published by
portal-imported-format = Format
portal-imported-taken = Taken in
portal-imported-original = Original
portal-imported-original-link = The file as it was taken in ({ $size })
portal-imported-csaf = The CSAF document, written again
portal-imported-cut = Long lists are cut on this page. The original has all.
portal-imported-understood = Every field of the original was understood.
portal-imported-places = { $count ->
    [one] 1 place of the original is not on this page
   *[other] { $count } places of the original are not on this page
}
portal-imported-places-what = These fields were not understood, or have no place on this page. The original has them as they are.
