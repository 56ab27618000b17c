// The whole road, once: a report without an account becomes a signed public advisory. Seven people, one case; every page
// on the way is looked at by axe.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  as, attach, choose, documentsAreValid, fill, isWell, picture, press, remember, see, signIn, step, visit,
} from '../lib/steps.mjs'

const PRODUCT = '春風予定帳 {lang}{width}'
const DEVELOPER = '春風ソフト {lang}{width}'
const MAIL = 'psirt-{lang}{width}@harukaze.example'

/** Remembers what tells this walk apart from the others that share the demo. */
const begin = step('remember who walks', async (walk) => {
  walk.memory.width = String(walk.width)
  walk.page.on('dialog', (dialog) => dialog.accept())
})

/** Opens everything that is folded. */
const unfold = step('unfold everything', (walk) =>
  walk.page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true })))

/** Ticks every box of a name. */
const tickAll = (name) =>
  step(`tick all ${name}`, async (walk) => {
    const boxes = walk.page.locator(`input[type=checkbox][name^="${name}"]`)
    for (let i = 0; i < (await boxes.count()); i += 1) await boxes.nth(i).check()
  })

/** Fills a field of the form that goes to an address ending like this. */
const inForm = (action, name, value) =>
  step(`fill ${name} of …${action}`, (walk) => form(walk, action).locator(`[name="${name}"]`).fill(walk.fill(value)))

/** Chooses in the form that goes to an address ending like this. */
const chooseIn = (action, name, value) =>
  step(`choose ${value} of ${name} of …${action}`, (walk) =>
    form(walk, action).locator(`input[name="${name}"][value="${value}"]`).check())

/** Sends the form that goes to an address ending like this, by its last button without a name of its own. */
const send = (action) =>
  step(`send …${action}`, async (walk) => {
    walk.page.removeAllListeners('dialog')
    walk.page.on('dialog', (dialog) => dialog.accept())
    const button = form(walk, action).locator('button[type=submit]:not([name]):not(.unseen)').last()
    await Promise.all([walk.page.waitForLoadState('load'), button.click()])
    await walk.page.waitForLoadState('load')
  })

const form = (walk, action) => walk.page.locator(`form[action$="${walk.fill(action)}"]`).first()

/** The page says nothing of an error. */
const wentWell = step('nothing is wrong', async (walk) => {
  const errors = walk.page.locator('.error-summary')
  assert.equal(await errors.count(), 0, (await errors.allInnerTexts()).join('\n'))
})

const rememberFromAddress = (name, pattern) =>
  step(`remember ${name} from the address`, async (walk) => {
    await walk.page.waitForURL(pattern)
    walk.memory[name] = walk.page.url().match(pattern)[1]
  })

/** The one-time link in the newest mail to the developer. Mails leave by a worker, so it may take a moment. */
const openLink = step('open the link in the mail', async (walk) => {
  const folder = join(walk.server.data, 'mail')
  for (let tries = 0; tries < 60; tries += 1) {
    const link = linkTo(folder, walk.fill(MAIL), walk.memory.used ?? [])
    if (link) {
      walk.memory.used = [...(walk.memory.used ?? []), link]
      await walk.page.goto(walk.url + new URL(link).pathname.replace(/^\/(ja|en)\//, `/${walk.lang}/`))
      return
    }
    await walk.page.waitForTimeout(500)
  }
  assert.fail('no mail with a link came')
})

function linkTo(folder, address, used) {
  for (const name of readdirSync(folder).filter((name) => name.endsWith('.eml'))) {
    const mail = readFileSync(join(folder, name), 'latin1')
    const [head, ...rest] = mail.split(/\r?\n\r?\n/)
    if (!new RegExp(`^To: .*${address}`, 'm').test(head)) continue
    const link = decoded(head, rest.join('\n\n')).match(/https?:\/\/\S+\/answer\/[\w-]+/)?.[0]
    if (link && !used.includes(link)) return link
  }
  return undefined
}

function decoded(head, body) {
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
}

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
  tickAll('confirmed'),
  send('/accept'),
  wentWell,
  visit('/{lang}/desk/reports/{report}'),
  rememberCase(),
  visit('/{lang}/desk/cases/{case}'),
  isWell(),
  unfold,
  inForm('/influence', 'vector', 'CVSS:3.1/AV:N/AC:L/PR:L/UI:R/S:C/C:L/I:L/A:N'),
  send('/influence'),
  wentWell,
  unfold,
  send('/hand-over'),
  wentWell,
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
  fill('name', DEVELOPER),
  fill('name_en', 'Harukaze Software {lang}{width}'),
  fill('manager', '春野 霞'),
  fill('mail', MAIL),
  send('/desk/developers/new'),
  wentWell,
  visit('/{lang}/desk/cases/{case}'),
  isWell(),
  unfold,
  step('choose the developer', async (walk) => {
    await form(walk, '/developers').getByLabel(walk.fill(DEVELOPER)).first().check()
  }),
  send('/developers'),
  wentWell,
  visit('/{lang}/desk/cases/{case}/developers/1'),
  isWell(),
  unfold,
  inForm('/link', 'to', MAIL),
  send('/link'),
  wentWell,
]

const CONFIRM = [
  as('developer'),
  openLink,
  isWell(),
  picture('answer'),
  press('answer-open'),
  see('{case}'),
  isWell(),
  unfold,
  inForm('/confirm', 'person', '春野 霞'),
  inForm('/confirm', 'mail', MAIL),
  send('/confirm'),
  wentWell,
]

const RELEASE = [
  as('kitamura'),
  visit('/{lang}/desk/cases/{case}/developers/1'),
  unfold,
  send('/release'),
  wentWell,
]

const STATE = [
  as('developer'),
  visit('/{lang}/developer'),
  see(PRODUCT),
  isWell(),
  picture('developer'),
  unfold,
  chooseIn('/verification', 'result', 'affected'),
  send('/verification'),
  wentWell,
  unfold,
  inForm('/countermeasure', 'fix', '2.4 に更新してください。'),
  send('/countermeasure'),
  wentWell,
  unfold,
  chooseIn('/status', 'affected', 'affected'),
  inForm('/status', 'product-0', PRODUCT),
  inForm('/status', 'from-0', '2.0'),
  inForm('/status', 'to-0', '2.4'),
  inForm('/status', 'statement_ja', '2.4 を公開しました。'),
  inForm('/status', 'statement_en', 'Version 2.4 is available.'),
  send('/status'),
  wentWell,
]

const AGREE = [
  as('kitamura'),
  visit('/{lang}/desk/cases/{case}'),
  isWell(),
  unfold,
  step('set the day to today', async (walk) => {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(new Date())
    await form(walk, '/day').locator('[name="day"]').fill(today)
  }),
  send('/day'),
  wentWell,
  visit('/{lang}/desk/cases/{case}/advisory'),
  isWell(),
  send('/advisory/begin'),
  visit('/{lang}/desk/cases/{case}/advisory'),
  isWell(),
  fill('impact_ja', '任意のスクリプトが実行される可能性があります。'),
  fill('impact_en', 'An arbitrary script may be executed.'),
  send('/advisory'),
  wentWell,
  isWell(),
  picture('editor'),
  send('/advisory/show'),
  as('developer'),
  visit('/{lang}/developer'),
  unfold,
  chooseIn('/comment', 'agrees', 'yes'),
  send('/comment'),
  wentWell,
  as('kitamura'),
  visit('/{lang}/desk/cases/{case}/advisory/preview'),
  see(PRODUCT),
  visit('/{lang}/desk/cases/{case}/advisory'),
  send('/advisory/approve'),
  wentWell,
  as('hayami'),
  visit('/{lang}/desk/cases/{case}/advisory'),
  isWell(),
  send('/advisory/co-sign'),
  wentWell,
]

const PUBLISH = [
  as('kitamura'),
  step('publish by hand, unless the job was quicker', async (walk) => {
    await walk.page.goto(walk.url + walk.fill('/{lang}/desk/cases/{case}/advisory'))
    const button = form(walk, '/advisory/publish').locator('button[type=submit]:not([disabled])')
    if ((await button.count()) > 0) await button.last().click()
    await walk.page.waitForLoadState('load')
  }),
  visit('/{lang}/desk/cases/{case}'),
  see('stage-published'),
  isWell(),
  as('reader'),
  step('find it on the public site', async (walk) => {
    await walk.page.goto(`${walk.url}/${walk.lang}/advisories?q=${encodeURIComponent(walk.fill(PRODUCT))}`)
    for (let tries = 0; tries < 20; tries += 1) {
      const link = walk.page.locator('main a[href*="/advisories/JVN"]').first()
      if ((await link.count()) > 0) return link.click()
      await walk.page.waitForTimeout(500)
      // Public pages may be kept for a minute: asking again is what a reader does.
      await walk.page.reload()
    }
    assert.fail('the advisory is not on the public site')
  }),
  see(PRODUCT),
  see({ ja: DEVELOPER, en: 'Harukaze Software {lang}{width}' }),
  isWell(),
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
