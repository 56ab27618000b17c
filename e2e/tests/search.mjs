// Somebody looks for an advisory with what they half know, on a portal that the demo fills.

import assert from 'node:assert/strict'
import { fill, isWell, picture, press, see, step, visit } from '../lib/steps.mjs'

const SEARCH = { ja: '検索', en: 'Search' }

/** Number, vendor and a piece of the Japanese text of an advisory that has a vendor and a CVE number: what people may know of it. */
const pick = step('remember an advisory', async (walk) => {
  const answer = await (await fetch(`${walk.url}/api/search?per_page=100&lang=ja`)).json()
  const known = answer.results.find((one) => one.cves.length > 0 && one.vendors[0]?.ja === 'こがね瓦ソフトウェア株式会社')
  assert.ok(known, 'the demo has published an advisory of its first vendor with a CVE number')
  const document = await (await fetch(known.document)).json()
  walk.memory.number = document.id.replace(/^([A-Z]+)/, '$1#')
  walk.memory.cve = known.cves[0].toLowerCase()
  const sentence = document.impact.ja.replace(/[、。\s]/g, '')
  walk.memory.words = sentence.slice(4, 12)
})

/** Types into the search of the list and sees the advisory among what is found. */
const finds = (what, text) => [
  visit('/{lang}/advisories'),
  fill('q', text),
  press(SEARCH),
  step(`${what} finds it`, async (walk) => {
    await walk.page.locator('main').getByText(walk.memory.number, { exact: true }).first().waitFor()
  }),
]

export default {
  name: 'An advisory is found by what one half knows',
  steps: [
    pick,
    visit('/{lang}/'),
    fill('q', 'Koganegawra'),
    press(SEARCH),
    see('{number}'),
    isWell(),
    picture('misspelt'),
    ...finds('a reading in hiragana', 'こがねがわら'),
    ...finds('a reading in katakana', 'コガネガワラ'),
    ...finds('a reading in Latin letters', 'koganegawara'),
    ...finds('the CVE number', '{cve}'),
    ...finds('words inside the Japanese text', '{words}'),
    isWell(),
    picture('found'),
    step('the page of suggestions works without a script', async (walk) => {
      const page = await fetch(`${walk.url}/${walk.lang}/suggest?q=${encodeURIComponent('こがね')}`)
      assert.equal(page.status, 200)
    }),
    visit('/{lang}/advisories?q=%E3%81%AC%E3%82%8B%E3%81%BD'),
    isWell(),
    picture('nothing'),
  ],
}
