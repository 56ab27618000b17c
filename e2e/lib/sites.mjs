// Website cases as the receiving body handles them: reported without an account, accepted, and led to their end page by page.
//
// A site is `{ url, kind, operator, mail, finder }`.

import { send, sent, unfold } from './forms.mjs'
import { as, step, visit } from './steps.mjs'
import { RECEPTION, fillAll, pick, sit } from './story.mjs'

/** The desk's page of the website case, or one below it. */
export const onSite = (path = '') => visit(`/{lang}/desk/sites/{site}${path}`)

/** A form of one of its pages, by the word of its action. */
export const does = (path, action, values = {}) => [onSite(path), send(`/do/${action}`, values)]

/** A finder without an account reports a flaw of a site. */
export const reportsSite = ({ url, kind = 'クロスサイト・スクリプティング', finder = '見張 はるか' }) => [
  as('finder'),
  visit('/{lang}/report/website'),
  unfold,
  fillAll({
    website_url: url,
    vulnerability_kind: kind,
    how_found: '商品を探していて気づいた。',
    why_vulnerability: '入力がそのまま出力される。',
    threat: '偽の画面を出される。',
    finder_name: finder,
    email: 'haruka@finder.example',
  }),
  pick({ reported_elsewhere: 'no', share_identity: 'no', direct_contact: 'no' }),
  step('read it over', (walk) => sent(walk, walk.page.locator('main button[name="confirm"]'))),
  step('send it', (walk) => sent(walk, walk.page.locator('main form button[type=submit]:not([name]):not(.unseen)').last())),
  step('keep number and secret', async (walk) => {
    walk.memory.report = (await walk.page.locator('#receipt-number').innerText()).trim()
    walk.memory.secret = (await walk.page.locator('#receipt-secret').innerText()).trim()
  }),
]

/** The receiving body accepts it as a case of a website. */
export const acceptedSite = [
  sit(RECEPTION),
  visit('/{lang}/desk/reports/{report}'),
  step('tick the five conditions', async (walk) => {
    for (const box of await walk.page.locator('form[action$="/accept-site"] input[name="confirmed"]').all()) await box.check()
  }),
  send('/accept-site'),
  visit('/{lang}/desk/reports/{report}'),
  step('remember the case', async (walk) => {
    const link = walk.page.locator('a[href*="/desk/sites/"]').filter({ hasText: /\d{8}/ }).first()
    walk.memory.site = (await link.getAttribute('href')).match(/sites\/(\w+)/)[1]
  }),
]

/** The operator is known, and written to. */
export const knownOperator = ({ operator, mail }) => [
  does('/operator', 'identify-operator', { name: operator, category: 'company', means_1: 'mail', to_1: mail }),
  does('/operator', 'contact-operator', { means: 'mail', to: mail, outcome: 'waiting' }),
]

/** The operator answers by telephone: who it is, and that the details arrived. */
export const informedByPhone = (site) => [
  knownOperator(site),
  does('/operator', 'confirm-operator', { person: '窓口 栄', mail: site.mail }),
  does('/talk', 'send-details'),
  does('/talk', 'receive-details'),
]

/** What the operator says by telephone. */
export const says = (answer, words) => does('/talk', 'answer', words ? { answer, words } : { answer })

/** The case ends so, with the words that the page proposes or these. */
export const ends = (ending) => [
  onSite(`/ending?ending=${ending}`),
  send('/do/close', { ending }),
  step('it has ended', (walk) => walk.page.locator('.notice-success').first().waitFor()),
]
