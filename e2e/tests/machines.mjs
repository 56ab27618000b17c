// What machines read, judged by readers and validators that are not ours: the published tree of the demo, its feeds and
// the answers of its API, and the description of the API tried from its own page.
//
// NOROSHI_PYTHON names a Python with e2e/requirements.txt; NOROSHI_IPA_SCHEMAS a folder of IPA's schemas (they are not ours
// to hand on): with it feeds and answers are held against those, too. What may be handed on lies in e2e/schemas.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { documentsAreValid, isWell, step, visit } from '../lib/steps.mjs'

const { NOROSHI_PYTHON: PYTHON, NOROSHI_IPA_SCHEMAS: IPA, NOROSHI_OSV_SCHEMA } = process.env
const CALENDAR = fileURLToPath(new URL('../../editions/calendar-jp.toml', import.meta.url))
const OSV = NOROSHI_OSV_SCHEMA ?? fileURLToPath(new URL('../schemas/osv.json', import.meta.url))
if (!PYTHON) console.log('!! NOROSHI_PYTHON is not set: feeds, answers and records are not read by readers of others')

/** A script of ours that lets others read. */
const judged = (text, script, options) =>
  step(text, async (walk) => {
    const path = fileURLToPath(new URL(`../${script}`, import.meta.url))
    const done = promisify(execFile)(PYTHON, [path, ...options(walk)], { maxBuffer: 64 * 1024 * 1024 })
    await done.catch((error) => assert.fail(`${script}\n${error.stdout}${error.stderr}`))
  })

const tree = (walk) => join(walk.server.data, 'published')
const byOthers = [
  judged('CVE records, OSV entries and STIX bundles are valid', 'records-check.py', (walk) => ['--osv', OSV, tree(walk)]),
  judged('business days rest on holidays that others maintain', 'holidays-check.py', () => [CALENDAR]),
  judged('feeds and answers are read', 'feeds-check.py', (walk) => [...(IPA ? ['--schemas', IPA] : []), walk.url]),
]

export default [
  {
    name: 'The published tree and the feeds are read by others',
    views: [{ lang: 'ja', width: 1280 }],
    steps: [documentsAreValid(), ...(PYTHON ? byOthers : [])],
  },
  {
    name: 'The API is tried from its own page',
    steps: [
      visit('/{lang}/feeds'),
      isWell(),
      visit('/{lang}/advisories/calendar'),
      isWell(),
      visit('/{lang}/api'),
      isWell(),
      step('the form of the search asks the API', async (walk) => {
        const form = walk.page.locator('form[action="/api/search"]')
        await form.locator('[name="q"]').fill('こがね瓦')
        await form.locator('[name="severity"]').selectOption('')
        const [answer] = await Promise.all([walk.page.waitForResponse((one) => one.url().includes('/api/search')), form.locator('button').click()])
        const found = await answer.json()
        assert.ok(found.total > 0 && found.results[0].id.startsWith('JVN'), JSON.stringify(found).slice(0, 300))
      }),
    ],
  },
]
