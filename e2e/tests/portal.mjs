// The public site as its readers meet it: the first page and every page below it, what a revision changed, names suggested
// while somebody types, an advisory on paper, and a subscription that is asked for.

import assert from 'node:assert/strict'
import { mailsTo, soon } from '../lib/mail.mjs'
import { fill, follow, isWell, picture, press, see, step, visit } from '../lib/steps.mjs'

const READER = 'reader-{lang}{width}@mail.example'
const PAGES = [
  '/process', '/rules', '/statistics', '/vendors', '/developers', '/unreachable', '/imported', '/subscribe',
  '/advisories/calendar', '/feeds', '/api',
]

/** An advisory that was updated. */
const pick = step('remember an advisory that was updated', async (walk) => {
  walk.memory.width = String(walk.width)
  const answer = await (await fetch(`${walk.url}/api/search?per_page=100`)).json()
  const updated = answer.results.find((one) => one.revision > 1 && !one.withdrawn)
  assert.ok(updated, 'the demo has updated an advisory')
  walk.memory.updated = updated.id
})

/** All entries of the vendors' table are on paper, whatever is folded on the screen; nothing of the frame is. */
const onPaper = step('an advisory is whole on paper', async (walk) => {
  await walk.page.emulateMedia({ media: 'print' })
  const hidden = await walk.page.locator('.vendors tbody tr').evaluateAll((rows) => rows.filter((row) => row.offsetHeight === 0).length)
  assert.equal(hidden, 0, 'rows of the vendors are missing on paper')
  assert.equal(await walk.page.locator('nav:visible').count(), 0, 'no navigation on paper')
  await walk.page.emulateMedia({ media: 'screen' })
})

export default {
  name: 'The public site is read from its first page on',
  steps: [
    pick,
    visit('/{lang}/'),
    see('portal-home-newest'),
    see('portal-home-urgent'),
    see('portal-home-unreachable'),
    see('portal-home-numbers'),
    see('portal-home-report'),
    isWell(),
    picture('home'),
    step('names are suggested while somebody types', async (walk) => {
      await walk.page.locator('[name="q"]').first().pressSequentially('こがね')
      const first = walk.page.locator('.suggestions a').first()
      await first.waitFor()
      await walk.page.keyboard.press('ArrowDown')
      assert.ok(await first.evaluate((link) => link === document.activeElement), 'the keyboard reaches them')
    }),
    isWell(),
    follow('figures-link'),
    see('figures-years'),
    isWell(),
    picture('statistics'),
    PAGES.map((path) => [visit(`/{lang}${path}`), isWell()]),
    visit('/{lang}/advisories/{updated}'),
    isWell(),
    onPaper,
    follow('changes-link'),
    see('portal-supplementary'),
    isWell(),
    picture('changes'),
    visit('/{lang}/subscribe?q=こがね'),
    fill('mail', READER),
    press('subscribe-send'),
    see('subscribe-sent-title'),
    isWell(),
    step('open the link that was mailed', async (walk) => {
      const link = await soon('a mail to confirm', () =>
        mailsTo(walk, READER).map(({ body }) => body.match(/https?:\/\/\S+\/subscribe\/confirm\/[\w-]+/)?.[0]).find(Boolean))
      await walk.page.goto(walk.url + new URL(link).pathname)
    }),
    isWell(),
    press('subscribe-confirm'),
    see('done-subscribed'),
    isWell(),
    press('subscribe-leave'),
    see('subscribe-left-title'),
    isWell(),
  ],
}
