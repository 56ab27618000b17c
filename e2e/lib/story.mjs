// What the people of a case do, each thing in a sentence: page by page, through the forms that they see.
//
// A story is `{ product, versions, kind, vector, finder }`; a developer is `{ name, name_en, manager, mail, … }`, the entry of the register.
// Stories run in a demo of their own, so their names need not differ from walk to walk.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { send, sent, unfold } from './forms.mjs'
import { openLink, soon } from './mail.mjs'
import { as, isWell, see, step, visit } from './steps.mjs'
import { words } from './words.mjs'

/** The demo's people at the two desks. */
export const RECEPTION = 'hayami'
export const COORDINATOR = 'kitamura'

const BOTH = [{ lang: 'ja', width: 1280 }, { lang: 'en', width: 390 }]
const all = process.env.NOROSHI_E2E_VIEWS === 'all'

/** A story is long, and what matters is the whole of it: each is walked in one view, or in both where all are asked for. */
export const WIDE = all ? BOTH : [BOTH[0]]
export const NARROW = all ? BOTH : [BOTH[1]]

/** Somebody with an account sits down: signs in the first time, comes back later. */
export const sit = (person) =>
  step(`${person} sits down`, async (walk) => {
    const here = (walk.memory.signedIn ??= [])
    await walk.as(person)
    if (here.includes(person)) return
    here.push(person)
    await walk.page.goto(`${walk.url}/${walk.lang}/demo`)
    await sent(walk, walk.page.locator(`button[value="${person}"]`))
  })

/** So many days from the demo's today, as a form wants it. */
export const inDays = (days) => `{in${days}}`

/** Lets days pass by the page that the demo has for it; whoever sits at the desk stays there. */
export const letPass = (days) =>
  step(`${days} days pass`, async (walk) => {
    const seated = walk.page
    await walk.as('time')
    for (let left = days; left > 0; ) {
      const stride = [180, 30, 7, 1].find((stride) => stride <= left)
      await walk.page.goto(`${walk.url}/${walk.lang}/demo`)
      await sent(walk, walk.page.locator(`button[name="days"][value="${stride}"]`))
      left -= stride
      walk.memory.passed = (walk.memory.passed ?? 0) + stride
    }
    walk.page = seated
  })

/** Goes on to the next Friday evening. */
export const untilFridayEvening = step('it is Friday evening', async (walk) => {
  await walk.as('time')
  await walk.page.goto(`${walk.url}/${walk.lang}/demo`)
  await sent(walk, walk.page.locator('button[name="days"][value="friday"]'))
  const DAY = 86_400_000
  const before = walk.memory.passed ?? 0
  const japan = new Date(Date.now() + before * DAY + 9 * 3_600_000)
  const days = (5 - japan.getUTCDay() + 7) % 7
  const evening = Date.UTC(japan.getUTCFullYear(), japan.getUTCMonth(), japan.getUTCDate() + days, 18)
  walk.memory.passed = before + ((evening > japan ? evening : evening + 7 * DAY) - japan) / DAY
})

/** The desk's page of the case, or one below it. */
export const onCase = (path = '') => visit(`/{lang}/desk/cases/{case}${path}`)

/** The page of the case says that it is owed now, and there is a way to do it: a form at once, or a page that is there. */
export const isOwed = (duty) =>
  step(`it is owed: ${duty}`, async (walk) => {
    await walk.page.goto(walk.url + walk.fill('/{lang}/desk/cases/{case}'))
    const task = walk.page.locator('.task').filter({ hasText: words(walk.lang, `duty-${duty}`) }).first()
    await task.waitFor()
    const way = task.locator('a.task-what, .task-what a').first()
    if ((await way.count()) === 0) return task.locator('form').first().waitFor({ state: 'attached' })
    const page = await walk.page.request.get(new URL(await way.getAttribute('href'), walk.page.url()).href)
    assert.ok(page.ok(), `the way to ${duty} answers ${page.status()}`)
    return walk.page.goto(page.url())
  })

/** A finder without an account reports it. */
export const reports = ({ product, versions, developer, kind, finder = '見張 はるか' }) => [
  as('finder'),
  visit('/{lang}/report/product'),
  unfold,
  fillAll({
    product_name: product,
    product_version: versions,
    developer: developer.name,
    vulnerability_kind: kind,
    steps: '(1) 初期設定のまま動かす。\n(2) 細工した要求を送る。\n(3) 設定ファイルの中身が返る。',
    threat: '公開していないファイルを読み出される。',
    finder_name: finder,
    email: 'haruka@finder.example',
  }),
  pick({ reproducibility: 'always', reported_elsewhere: 'no', share_identity: 'no', direct_contact: 'no', publish_name: 'yes' }),
  step('read it over', (walk) => sent(walk, walk.page.locator('main button[name="confirm"]'))),
  see(product),
  step('send it', (walk) => sent(walk, walk.page.locator('main form button[type=submit]:not([name]):not(.unseen)').last())),
  step('keep number and secret', async (walk) => {
    walk.memory.report = (await walk.page.locator('#receipt-number').innerText()).trim()
    walk.memory.secret = (await walk.page.locator('#receipt-secret').innerText()).trim()
  }),
]

/** The receiving body finds that the report on the page meets the five conditions. */
export const meetsTheConditions = step('tick the five conditions', async (walk) => {
  for (const box of await walk.page.locator('form[action$="/accept"] input[name="confirmed"]').all()) await box.check()
})

/** The receiving body accepts it, rates it and hands it over. */
export const accepted = ({ vector, users = 'wide' }) => [
  sit(RECEPTION),
  visit('/{lang}/desk/reports/{report}'),
  meetsTheConditions,
  send('/accept'),
  visit('/{lang}/desk/reports/{report}'),
  step('remember the case', async (walk) => {
    const link = walk.page.locator('a[href*="/desk/cases/"]').filter({ hasText: /\d{8}/ }).first()
    walk.memory.case = (await link.getAttribute('href')).match(/cases\/(\w+)/)[1]
  }),
  onCase(),
  send('/influence', { vector, users }),
  send('/hand-over'),
]

/** The coordinator enters a developer into the register and puts it on the case. */
export const registered = (developer) => [
  sit(COORDINATOR),
  visit('/{lang}/desk/developers/new'),
  send('/desk/developers/new', developer),
]

/** Developers of the register are put on the case, in this order. */
export const onTheCase = (...developers) => [
  sit(COORDINATOR),
  developers.map((developer) => [onCase(`?find=${encodeURIComponent(developer.name)}`), send('/developers', { developer: { label: developer.name } })]),
]

/** The coordinator sends a developer the link; it confirms itself and gets the details. */
export const informed = (developer, place = 1) => [
  sit(COORDINATOR),
  onCase(`/developers/${place}`),
  send('/link', { to: developer.mail }),
  as(developer.mail),
  openLink(developer.mail),
  step('open the page', (walk) => sent(walk, walk.page.locator('main form button[type=submit]').last())),
  send('/confirm', { person: developer.manager, mail: developer.mail }),
  sit(COORDINATOR),
  onCase(`/developers/${place}`),
  send('/release'),
]

/** A developer that was told comes back to its page. */
export const backAs = (developer) => [as(developer.mail), visit('/{lang}/developer/cases/{case}')]

/** A developer says what it found, and what its products are. */
export const states = (developer, { result, explanation, fix, affected, product, from = '1.0', to = '2.4' }) => [
  backAs(developer),
  send('/verification', explanation ? { result, explanation } : { result }),
  fix ? send('/countermeasure', { fix }) : [],
  send('/status', { affected, 'product-0': product, 'from-0': from, 'to-0': to, statement_ja: `${product}についてお知らせします。`, statement_en: `About ${product}.` }),
]

/** The coordinator writes the advisory and shows it to those who have the details; developers may agree. */
export const drafted = (text, ...agreeing) => [
  sit(COORDINATOR),
  onCase('/advisory'),
  send('/advisory/begin'),
  send('/advisory', { impact_ja: '公開していないファイルを読み出される可能性があります。', impact_en: 'Files that are not public may be read.', ...text }),
  agreeing.length > 0 ? send('/advisory/show') : [],
  agreeing.map((developer) => [backAs(developer), send('/comment', { agrees: 'yes' })]),
]

/** Both bodies sign. */
export const signed = [
  sit(COORDINATOR),
  onCase('/advisory'),
  send('/advisory/approve'),
  sit(RECEPTION),
  onCase('/advisory'),
  isWell(),
  send('/advisory/co-sign'),
]

/** It becomes public: by hand, unless the program was quicker. */
export const published = [
  as(COORDINATOR),
  step('publish', (walk) =>
    soon('the publication', async () => {
      await walk.page.goto(walk.url + walk.fill('/{lang}/desk/cases/{case}'))
      if ((await walk.page.locator('.chip').getByText(words(walk.lang, 'stage-published'), { exact: true }).count()) > 0) return true
      await walk.page.goto(walk.url + walk.fill('/{lang}/desk/cases/{case}/advisory'))
      const button = walk.page.locator('form[action$="/advisory/publish"] button[type=submit]:not([disabled])')
      if ((await button.count()) > 0) await Promise.all([walk.page.waitForNavigation(), button.last().click()])
      return false
    })),
  onCase(),
  see('stage-published'),
]

/** Goes to a public page as it is now: the browser may keep one that it had for a minute. */
export async function fresh(walk, address) {
  await walk.page.goto(address)
  await walk.page.reload()
}

/** Anybody finds the advisory on the public site. Public pages may be kept a moment: a reader asks again. */
export const foundByReader = (product) => [
  as('reader'),
  step('find it on the public site', async (walk) => {
    const list = `${walk.url}/${walk.lang}/advisories?q=${encodeURIComponent(walk.fill(product))}`
    const link = walk.page.locator('main a[href*="/advisories/JVN"]').filter({ hasText: walk.fill(product) }).first()
    await soon('the advisory', async () => {
      await fresh(walk, list)
      return (await link.count()) > 0
    })
    await sent(walk, link)
  }),
  see(product),
  isWell(),
]

/** A paper that the page links to is a PDF that opens. */
export const paperOpens = (selector) =>
  step(`the paper ${selector} opens`, async (walk) => {
    const link = walk.page.locator(walk.fill(selector)).first()
    const [download] = await Promise.all([walk.page.waitForEvent('download'), link.click()])
    const bytes = readFileSync(await download.path())
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
    assert.match(bytes.toString('latin1'), /%%EOF\s*$/)
  })

export function fillAll(values) {
  return step('fill the form', async (walk) => {
    for (const [name, value] of Object.entries(values)) await walk.page.locator(`main [name="${name}"]`).fill(value)
  })
}

export function pick(values) {
  return step('choose the answers', async (walk) => {
    for (const [name, value] of Object.entries(values)) await walk.page.locator(`input[name="${name}"][value="${value}"]`).check()
  })
}
