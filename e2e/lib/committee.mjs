// The way of a case through the committee that judges on publication (Ⅳ.3.(2)), each duty from where the case says that it is owed.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { send } from './forms.mjs'
import { COORDINATOR, RECEPTION, inDays, isOwed, letPass, onCase, sit } from './story.mjs'
import { isWell, step } from './steps.mjs'
import { words } from './words.mjs'

const FOUR = ['cannot-coordinate', 'vulnerability-exists', 'users-unaware', 'no-reason-against']

/** The coordinator tells the receiving body that it cannot coordinate, which judges for itself. */
export const impossible = (ground, reason) => [
  sit(COORDINATOR),
  isOwed('notify-impossible'),
  send('/judgement/notify-impossible', { developer: '1', ground, reason }),
  sit(RECEPTION),
  isOwed('judge-impossible'),
  isWell(),
  send('/judgement/judge-impossible', { accepted: 'accepted', reason: '経緯を確かめ、調整は不可能と判断した。' }),
]

/** The coordinator gives the material that the judgement rests on. */
export const material = [
  isOwed('ask-material'),
  send('/judgement/ask-material'),
  sit(COORDINATOR),
  isOwed('give-material'),
  send('/judgement/give-material', {
    contact: '電子メール、郵送、電話で連絡した。記録は案件のページのとおり。',
    information: '細工した要求で、公開していないファイルを読み出せる。',
    verification: '配布されている最新版で再現した。',
    countermeasure: '外部から接続できないようにする。修正版はない。',
    status: '製品開発者の対応は確認できていない。',
  }),
]

/** What the committee needs: a meeting in a week, the checklist, a draft, the developer told, opinions. */
export const prepared = (announcement = undefined) => [
  sit(RECEPTION),
  isOwed('convene-committee'),
  called,
  isOwed('assess-conditions'),
  FOUR.map((condition) => [
    onCase('/judgement'),
    send('/judgement/assess-condition', { condition, finding: 'met', evidence: '案件の記録による。' }),
  ]),
  isOwed('draft-judgement'),
  send('/judgement/draft-judgement', { verdict: 'publish', reason: '四条件をすべて満たす。', text: '使用を控えるよう呼びかける。' }),
  announcement ? [isOwed('announce-judgement'), send('/judgement/announce-judgement', announcement)] : [],
  isOwed('invite-opinions'),
  send('/judgement/invite-opinion', { note: '意見を求めるべき関係者は、ほかにいない。' }),
  onCase('/judgement'),
  isWell(),
]

/** Everybody who may be called is called. */
const called = step('call the committee', async (walk) => {
  const seats = walk.page.locator('form[action$="/judgement/convene-committee"] input[name="seat"]')
  const seat = await seats.evaluateAll((all) => all.map((one) => one.value))
  assert.ok(seat.length > 0, 'nobody may be called to the committee')
  await send('/judgement/convene-committee', { meeting: '第1回', meets_on: inDays(7), seat }).run(walk)
  walk.memory.seats = seat
})

/** The day of the meeting comes; every member marks nothing and votes for each condition. */
export const voted = [
  letPass(7),
  step('the members vote', async (walk) => {
    for (const member of walk.memory.seats) {
      await sit(member).run(walk)
      await walk.page.goto(walk.url + walk.fill('/{lang}/committee/{case}'))
      for (const condition of FOUR) {
        await send('/vote', { vote: 'yes' }, undefined, `input[name="condition"][value="${condition}"]`).run(walk)
      }
      await isWell().run(walk)
    }
  }),
]

/** The committee decides to publish; what was said is in the minutes. */
export const decided = [
  sit(RECEPTION),
  isOwed('pass-judgement'),
  step('everybody was there', async (walk) => {
    const form = walk.page.locator('form[action$="/judgement/pass-judgement"]')
    const attended = await form.locator('input[name="attended"]').evaluateAll((all) => all.map((one) => one.value))
    await send('/judgement/pass-judgement', {
      verdict: 'publish', met: FOUR, reason: '四条件をすべて満たすため。', attended, summary: '事務局案のとおり公表と判定した。',
    }).run(walk)
  }),
  onCase('/judgement'),
  step('the result stands there', (walk) => walk.page.getByText(words(walk.lang, 'judgement-word-publish')).first().waitFor()),
  isWell(),
]

/** A paper of the judgement is made from its form with what stands there already: a PDF that opens. */
export const paperMade = (paper) =>
  step(`the paper ${paper} is made`, async (walk) => {
    const form = walk.page.locator(`form[action$="/judgement/papers/${paper}"]`)
    await form.evaluate((node) => { for (let fold = node.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true })
    const button = form.locator('button[type=submit]:not(.unseen)').last()
    const [download] = await Promise.all([walk.page.waitForEvent('download'), button.click()])
    const bytes = readFileSync(await download.path())
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  })
