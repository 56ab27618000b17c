// A bookshop hears of a weak spot of its website: from the mail over the one-time link and its code to “it is repaired”, in five screens
// of a telephone. The desk gives the details in between; whoever found it hears of the end.

import assert from 'node:assert/strict'
import { send, sent } from '../lib/forms.mjs'
import { countMails, mailed, mailsTo, soon } from '../lib/mail.mjs'
import { NARROW, RECEPTION, sit } from '../lib/story.mjs'
import { as, isWell, picture, see, seeNot, step, visit } from '../lib/steps.mjs'

const SHOP = 'info@hoshimado-books.example'
const HOST = 'hoshimado-books.example'
const FINDER = 'hasegawa@houkiboshi.example'

/** Opens the link in the newest mail to the shop that was not opened before, and remembers its code. */
const opensMail = step('open the link in the newest mail', async (walk) => {
  const used = (walk.memory.used ??= [])
  const [link, code] = await soon('a mail with a link', () => {
    const all = mailsTo(walk, SHOP).map(({ body }) => [
      body.match(/https?:\/\/\S+\/operator\/[\w-]+/)?.[0],
      body.match(/\/operator\/[\w-]+\s[^\d]*(\d{6})\b/)?.[1],
    ])
    return all.find(([link]) => link && !used.includes(link))
  })
  used.push(link)
  walk.memory.code = code
  await walk.page.goto(walk.url + new URL(link).pathname.replace(/^\/(ja|en)\//, `/${walk.lang}/`))
  screen(walk)
})

/** Counts what the shop has had before its eyes. */
function screen(walk) {
  walk.memory.screens = (walk.memory.screens ?? 0) + 1
}

const enters = (who) =>
  step('type the code', async (walk) => {
    const form = walk.page.locator('main form').first()
    await form.locator('input[name="code"]').fill(walk.memory.code)
    for (const [name, value] of Object.entries(who)) await form.locator(`input[name="${name}"]`).fill(value)
    await sent(walk, form.locator('button[type=submit]').last())
    screen(walk)
  })

const nothingOfTheSite = step('nothing of the site in mail or address', async (walk) => {
  for (const { head, body } of mailsTo(walk, SHOP)) {
    assert.ok(!body.includes(HOST) && !body.includes('ほしまど書店') && !body.includes('スクリプティング'), body)
    assert.ok(!head.match(/^Subject:.*hoshimado/m), head)
  }
  assert.ok(!walk.page.url().includes('hoshimado'), walk.page.url())
})

const fiveThings = step('five things to do, the first within the first screen', async (walk) => {
  const choices = walk.page.locator('.operator-choice')
  assert.equal(await choices.count(), 5)
  const first = await choices.first().boundingBox()
  assert.ok(first.y + first.height < 844, `the first of them ends at ${first.y + first.height}`)
})

const repaired = step('say that it is repaired', async (walk) => {
  await walk.page.locator('#do-fixed > summary').click()
  await walk.page.locator('#do-fixed input[type="radio"][value="fixed"]').check()
  await sent(walk, walk.page.locator('#do-fixed button[type=submit]').last())
  screen(walk)
  assert.equal(walk.memory.screens, 5, 'from the mail to the end in five screens')
})

const goesToTheCase = step('go to the case', async (walk) => {
  await walk.page.goto(`${walk.url}/${walk.lang}/desk/sites?q=${HOST}`)
  await walk.page.getByRole('link', { name: HOST }).first().click()
  await walk.page.waitForURL(/\/desk\/sites\/\w+$/)
})

export default {
  name: 'A shop owner who never saw this repairs a weak spot within five screens',
  server: 'own',
  views: NARROW,
  steps: [
    as('shop'),
    opensMail,
    nothingOfTheSite,
    seeNot(HOST),
    isWell(),
    picture('mail'),
    enters({ person: '星野 窓', mail: SHOP }),
    see(SHOP),
    isWell(),
    picture('waits'),
    sit(RECEPTION),
    goesToTheCase,
    send('/do/send-details'),
    as('shop'),
    opensMail,
    nothingOfTheSite,
    enters({}),
    see(HOST),
    fiveThings,
    isWell(),
    picture('details'),
    countMails(FINDER),
    repaired,
    see('operator-thanks'),
    isWell(),
    picture('thanks'),
    nothingOfTheSite,
    mailed(FINDER),
    sit(RECEPTION),
    goesToTheCase,
    see('site-stage-fix-reported'),
  ],
}
