// A developer that nobody can reach: looked for, written to three times, listed rung by rung over months, judged by the committee,
// and published with the words "stop using it if you can" for the people who use the product.

import { as, isWell, picture, see, seeNot, step } from '../lib/steps.mjs'
import { cannot, send } from '../lib/forms.mjs'
import { soon } from '../lib/mail.mjs'
import { decided, impossible, material, prepared, voted } from '../lib/committee.mjs'
import {
  COORDINATOR, RECEPTION, WIDE, accepted, drafted, foundByReader, fresh, inDays, isOwed, letPass, onCase, onTheCase, paperOpens, published,
  registered, reports, signed, sit,
} from '../lib/story.mjs'

const DEVELOPER = {
  name: '朝霧工房',
  name_en: 'Asagiri Workshop',
  mail: 'asagiri@asagiri.example',
  address: '〒100-0001 架空県霧浜市朝霧1-2-3',
}
const STORY = {
  product: '朝霧アーカイバ',
  versions: '1.9 以前',
  developer: DEVELOPER,
  kind: 'パス・トラバーサル（CWE-22）',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:N',
}
const SOURCES = ['report', 'product', 'site', 'register', 'registry', 'store', 'internet', 'sns', 'related']
/** What the draft proposes, because nobody will mend it. */
const STOP = {
  ja: '対策の有無は分かっていません。この製品の使用を停止してください。',
  en: 'it is not known whether there will be a fix. Stop using this product.',
}
const PHONE = '03-0000-4321'

/** The page on which the way to the developer is walked. */
const onTheWay = onCase('/developers/1/reach')

/** What the public list shows of the developer, once it is written. */
const onTheList = (...steps) => [
  as('reader'),
  step('the developer is on the public list', (walk) =>
    soon('its row', async () => {
      await fresh(walk, `${walk.url}/${walk.lang}/unreachable`)
      return (await walk.page.getByText(DEVELOPER.name).count()) > 0
    })),
  ...steps,
]

const SEARCHED = [
  onCase('/developers/1'),
  send('/link', { to: DEVELOPER.mail }),
  isOwed('search-contact'),
  isWell(),
  SOURCES.map((source) => [
    onTheWay,
    send('/reach/source', source === 'registry' ? { source, means_1: 'post', to_1: DEVELOPER.address } : { source, note: '見つからなかった。' }),
  ]),
  send('/reach/ask', { note: 'この開発者への連絡先をご存じないか、お尋ねください。' }),
  sit(RECEPTION),
  isOwed('ask-finder'),
  send('/reach/source', { note: '知らないとのこと。' }),
]

const CONTACTED = [
  // The second contact is a letter on paper.
  letPass(14),
  sit(COORDINATOR),
  isOwed('contact-developer'),
  onTheWay,
  cannot('/reach/name'),
  send('/reach/letter', {}),
  onTheWay,
  paperOpens('a[href*="/reach/files/"]'),
  isWell(),
  picture('letter-sent'),
  letPass(14),
  onTheWay,
  send('/reach/attempt', { means: 'phone', to: PHONE, note: '三度かけたが、呼び出すだけだった。' }),
]

const LISTED = [
  // ① the name, a month after the third contact.
  letPass(31),
  sit(RECEPTION),
  isOwed('judge-verifiability'),
  send('/reach/verifiable', { what: 'yes', reason: '配布されている版で再現できた。' }),
  sit(COORDINATOR),
  isOwed('list-name'),
  isWell(),
  send('/reach/name', {}),
  onTheList(seeNot(STORY.product), isWell(), picture('list-1')),

  // ② the product, three months after.
  sit(COORDINATOR),
  onTheWay,
  cannot('/reach/product'),
  letPass(93),
  sit(COORDINATOR),
  isOwed('list-product'),
  isWell(),
  send('/reach/product', {}),
  onTheList(isWell(), picture('list-2')),
  step('read the notice', async (walk) => {
    const notice = walk.page.locator('main tr').filter({ hasText: DEVELOPER.name }).locator('a[href*="/unreachable/DID"]').first()
    await soon('the notice about the product', async () => {
      await fresh(walk, `${walk.url}/${walk.lang}/unreachable`)
      return (await notice.count()) > 0
    })
    await notice.click()
  }),
  see(STORY.product),
  isWell(),

  // The day until which an answer is taken.
  sit(COORDINATOR),
  isOwed('append-deadline'),
  send('/reach/deadline', { deadline: inDays(60) }),
  onTheWay,
  paperOpens('a[href$="/reach/notice"]'),
  isWell(),
  picture('deadline'),
]

const PUBLISHED = [
  sit(RECEPTION),
  isOwed('set-judged-day'),
  send('/judgement/set-judged-day', { day: inDays(0) }),
  sit(COORDINATOR),
  isOwed('draft-advisory'),
  drafted({
    'vendor-0': DEVELOPER.name,
    'product-0': STORY.product,
    'to-0': '1.9',
    'bound-0': 'last',
  }),
  signed,
  published,
  foundByReader(STORY.product),
  picture('public'),
  see({ ja: DEVELOPER.name, en: DEVELOPER.name_en }),
  see(STOP),

  // ⑤: off the list of those who are looked for, among those who were published.
  sit(COORDINATOR),
  isOwed('delist'),
  send('/reach/delist', { reason: 'published' }),
  onTheWay,
  isWell(),
  as('reader'),
  step('the public list says that it was published', (walk) =>
    soon('the row under ⑤', async () => {
      await fresh(walk, `${walk.url}/${walk.lang}/unreachable`)
      const rows = walk.page.locator('section[aria-labelledby="published"] tr').filter({ hasText: STORY.product })
      return (await rows.locator('a[href*="/advisories/JVN"]').count()) > 0
    })),
  isWell(),
  picture('list-5'),
]

export default {
  name: 'A developer that nobody can reach: from three contacts to a publication by the committee',
  server: 'own',
  views: WIDE,
  steps: [
    reports(STORY),
    accepted(STORY),
    registered(DEVELOPER),
    onTheCase(DEVELOPER),
    SEARCHED,
    CONTACTED,
    LISTED,

    // Six months after the first contact, and the deadline has passed.
    letPass(61),
    impossible('unreachable', '考えられる手段をすべて尽くし、6か月以上連絡が取れない。'),
    material,
    prepared(),
    voted,
    decided,
    PUBLISHED,
  ],
}
