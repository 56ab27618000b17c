// The whole road, once: a report without an account becomes a signed public advisory. Seven people, one case; every page
// on the way is looked at by axe.

import assert from 'node:assert/strict'
import { send, unfold } from '../lib/forms.mjs'
import { openLink } from '../lib/mail.mjs'
import { foundByReader, meetsTheConditions, published } from '../lib/story.mjs'
import {
  as, attach, choose, documentsAreValid, fill, isWell, picture, press, remember, see, signIn, step, visit,
} from '../lib/steps.mjs'

const PRODUCT = '春風予定帳 {lang}{width}'
const DEVELOPER = '春風ソフト {lang}{width}'
const MAIL = 'psirt-{lang}{width}@harukaze.example'

/** Remembers what tells this walk apart from the others that share the demo. */
const begin = step('remember who walks', (walk) => { walk.memory.width = String(walk.width) })

const REPORT = [
  begin,
  visit('/{lang}/report'),
  isWell(),
  visit('/{lang}/report/product'),
  isWell(),
  press('front-to-confirm'),
  see('front-group-you'),
  isWell(),
  unfold,
  fill('product_name', PRODUCT),
  fill('product_version', '2.0 – 2.3'),
  fill('developer', DEVELOPER),
  fill('vulnerability_kind', 'クロスサイト・スクリプティング（CWE-79）'),
  fill('steps', '(1) 予定の題名に "><img src=x onerror=alert(1)> と書く。\n(2) 開く。'),
  choose('reproducibility', 'always'),
  fill('threat', '利用者になりすまされる。'),
  choose('reported_elsewhere', 'no'),
  fill('finder_name', '見張 はるか'),
  fill('email', 'haruka-{lang}{width}@finder.example'),
  choose('share_identity', 'no'),
  choose('direct_contact', 'no'),
  choose('publish_name', 'yes'),
  attach('attachments', { name: 'poc.html', mimeType: 'text/html', buffer: Buffer.from('<script>alert(1)</script>') }),
  press('front-to-confirm'),
  see(PRODUCT),
  isWell(),
  picture('confirm'),
  press('front-send'),
  remember('report', '#receipt-number'),
  remember('secret', '#receipt-secret'),
  isWell(),
  picture('receipt'),
  visit('/{lang}/progress'),
  isWell(),
  fill('number', '{report}'),
  fill('secret', '{secret}'),
  press('front-lookup-open'),
  see('{report}'),
  isWell(),
  picture('progress'),
]

const ACCEPT = [
  signIn('hayami'),
  visit('/{lang}/desk'),
  isWell(),
  visit('/{lang}/desk/reports/{report}'),
  isWell(),
  meetsTheConditions,
  send('/accept'),
  visit('/{lang}/desk/reports/{report}'),
  rememberCase(),
  visit('/{lang}/desk/cases/{case}'),
  isWell(),
  send('/influence', { vector: 'CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N' }),
  send('/hand-over'),
]

function rememberCase() {
  return step('remember the case', async (walk) => {
    const link = walk.page.locator('a[href*="/desk/cases/"]').filter({ hasText: /\d{8}/ }).first()
    walk.memory.case = (await link.getAttribute('href')).match(/cases\/(\w+)/)[1]
  })
}

const CONTACT = [
  signIn('kitamura'),
  visit('/{lang}/desk/developers/new'),
  isWell(),
  send('/desk/developers/new', { name: DEVELOPER, name_en: 'Harukaze Software {lang}{width}', manager: '春野 霞', mail: MAIL }),
  visit('/{lang}/desk/cases/{case}'),
  isWell(),
  send('/developers', { developer: { label: DEVELOPER } }),
  visit('/{lang}/desk/cases/{case}/developers/1'),
  isWell(),
  send('/link', { to: MAIL }),
]

const CONFIRM = [
  as('developer'),
  openLink(MAIL),
  isWell(),
  picture('answer'),
  press('answer-open'),
  see('{case}'),
  isWell(),
  send('/confirm', { person: '春野 霞', mail: MAIL }),
]

const RELEASE = [as('kitamura'), visit('/{lang}/desk/cases/{case}/developers/1'), send('/release')]

const STATE = [
  as('developer'),
  visit('/{lang}/developer'),
  see(PRODUCT),
  isWell(),
  picture('developer'),
  send('/verification', { result: 'affected' }),
  send('/countermeasure', { fix: '2.4 に更新してください。' }),
  send('/status', {
    affected: 'affected',
    'product-0': PRODUCT,
    'from-0': '2.0',
    'to-0': '2.4',
    statement_ja: '2.4 を公開しました。',
    statement_en: 'Version 2.4 is available.',
  }),
]

const AGREE = [
  as('kitamura'),
  visit('/{lang}/desk/cases/{case}'),
  isWell(),
  send('/day', { day: '{in0}' }),
  visit('/{lang}/desk/cases/{case}/advisory'),
  isWell(),
  send('/advisory/begin'),
  visit('/{lang}/desk/cases/{case}/advisory'),
  isWell(),
  send('/advisory', { impact_ja: '任意のスクリプトが実行される可能性があります。', impact_en: 'An arbitrary script may be executed.' }),
  isWell(),
  picture('editor'),
  send('/advisory/show'),
  as('developer'),
  visit('/{lang}/developer'),
  send('/comment', { agrees: 'yes' }),
  as('kitamura'),
  visit('/{lang}/desk/cases/{case}/advisory/preview'),
  see(PRODUCT),
  visit('/{lang}/desk/cases/{case}/advisory'),
  send('/advisory/approve'),
  as('hayami'),
  visit('/{lang}/desk/cases/{case}/advisory'),
  isWell(),
  send('/advisory/co-sign'),
]

const PUBLISH = [
  published,
  isWell(),
  foundByReader(PRODUCT),
  see({ ja: DEVELOPER, en: 'Harukaze Software {lang}{width}' }),
  picture('public'),
  step('nothing runs that a finder wrote', async (walk) => {
    assert.equal(await walk.page.locator('img[src="x"]').count(), 0)
  }),
  as('anyone'),
  visit('/{lang}/progress/report'),
  see('stage-published'),
  isWell(),
  documentsAreValid(),
]

export default {
  name: 'A report becomes a signed public advisory',
  server: 'demo',
  steps: [...REPORT, ...ACCEPT, ...CONTACT, ...CONFIRM, ...RELEASE, ...STATE, ...AGREE, ...PUBLISH],
}
