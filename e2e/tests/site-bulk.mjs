// One finder looked at three hundred sites of the same make. The desk takes the reports in one sitting: accepted, rated, the finder told
// and every operator written to, each a case of its own. One of them is then looked for in the list.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fill, isWell, picture, see, signIn, step, visit } from '../lib/steps.mjs'
import { mailsTo } from '../lib/mail.mjs'
import { sent, unfold } from '../lib/forms.mjs'
import { NARROW } from '../lib/story.mjs'

const MANY = 300
/** Most seconds for all mails to leave. */
const PATIENCE = 240
const FINDER = 'amano@finder.example'
const host = (number) => `mise${number}.kakuu-shop.example`

const form = (number) => `ウェブアプリケーション脆弱性関連情報届出様式
1. 届出者情報
 1) 氏名または名称： 天野 巡
 4) 電子メールアドレス： ${FINDER}
 5) 個人情報の取扱いについて
   (a) ウェブサイト運営者への氏名・連絡先の通知： [ ] 通知してよい [x] 通知しないでほしい
   (b) ウェブサイト運営者からの直接の連絡： [ ] 希望する [x] 希望しない
2. 脆弱性関連情報
 1) 脆弱性を確認したウェブサイトのURL： https://${host(number)}/search
 2) 脆弱性の種類： クロスサイト・スクリプティング
 4) 脆弱性であると判断した理由： 検索欄に入れた文字がそのまま画面に出る。
 5) 脆弱性により発生しうる脅威： 偽の画面を出せる。
3. 受付機関以外の組織への届出について
 1) 届出の有無： [x] なし [ ] あり
4. 今後の連絡について
 1) 暗号化： [ ] 希望する [x] 希望しない
`

/** They come as text forms, beside the running server. */
const flood = step(`${MANY} reports come in`, async (walk) => {
  const folder = join(walk.server.data, '..', 'flood')
  mkdirSync(folder, { recursive: true })
  const files = Array.from({ length: MANY }, (_, number) => {
    const file = join(folder, `${number}.txt`)
    writeFileSync(file, form(number))
    return file
  })
  await promisify(execFile)(process.env.NOROSHI_BIN, ['report', 'import', '--data', walk.server.data, ...files], { maxBuffer: 16 << 20 })
})

const takesThem = step('open the sitting of these reports', async (walk) => {
  await walk.page.goto(`${walk.url}/${walk.lang}/desk/sites/bulk`)
  const row = walk.page.locator('tr', { hasText: String(MANY) })
  await row.getByRole('link').click()
  await walk.page.waitForURL(/like=/)
  assert.equal(await walk.page.locator('input[name^="take-"]:checked').count(), MANY, 'all of them are ticked')
})

const decides = step('tick the conditions, choose how operators are written to', async (walk) => {
  for (const box of await walk.page.locator('input[name="confirmed"]').all()) await box.check()
  await walk.page.locator('select[name="users"]').selectOption('narrow')
  await walk.page.locator('input[name="customary"][value="webmaster"]').check()
})

const sends = step('accept them', async (walk) => {
  // What was mailed for the receipts has left before.
  walk.memory.mails = await settled(join(walk.server.data, 'mail'))
  await sent(walk, walk.page.locator('#bulk-form button[type=submit]').last())
})

/** The number of files in a folder, once it has stopped growing. */
async function settled(folder) {
  for (let last = -1; ; ) {
    const now = readdirSync(folder).length
    if (now === last) return now
    last = now
    await new Promise((resolve) => setTimeout(resolve, 4_000))
  }
}

const everybodyIsTold = step('every operator and the finder are told', async (walk) => {
  // Nine hundred mails leave by and by: their number is looked at, and only then what is in them.
  const folder = join(walk.server.data, 'mail')
  const before = walk.memory.mails
  for (let left = PATIENCE; readdirSync(folder).length < before + 3 * MANY; left -= 1) {
    assert.ok(left > 0, `${readdirSync(folder).length - before} of ${3 * MANY} mails left`)
    await new Promise((resolve) => setTimeout(resolve, 1_000))
  }
  assert.equal(mailsTo(walk, `webmaster@${host(MANY - 1)}`).length, 1)
  const [first] = mailsTo(walk, `webmaster@${host(0)}`)
  assert.ok(!first.body.includes('スクリプティング') && !first.body.includes('search'), 'nothing of the flaw is in it')
  assert.ok(!first.head.match(/^Subject:.*mise0/m), 'the site is not in its subject')
})

export default {
  name: 'Three hundred alike reports are accepted and notified in one sitting',
  server: 'own',
  views: NARROW,
  steps: [
    flood,
    signIn('hayami'),
    visit('/{lang}/desk'),
    takesThem,
    isWell(),
    decides,
    fill('vector', 'CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N'),
    picture('sitting'),
    sends,
    see({ ja: 'それぞれの案件を開きました', en: 'each as a case of its own' }),
    isWell(),
    picture('list'),
    everybodyIsTold,
    visit(`/{lang}/desk/sites?q=${host(7)}`),
    see(host(7)),
    isWell(),
    visit('/{lang}/desk/sites/bulk'),
    isWell(),
    visit('/{lang}/desk/sites/alerts'),
    unfold,
    isWell(),
    picture('alerts'),
  ],
}
