// Pictures of pages while you make them, in both languages at both widths:
//
//   node e2e/look.mjs [--out FOLDER] [--url URL] [--person PERSON] PATH…
//
// `{lang}` in a path becomes ja or en. Without --url it starts a demo of its own (NOROSHI_BIN). With --person it signs
// in as that person of the demo first. What is wrong with a page is printed beside its picture.

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { illnesses } from './lib/axe.mjs'
import { VIEWS, launch } from './lib/browser.mjs'
import { startDemo, stopAll } from './lib/server.mjs'
import { signIn } from './lib/steps.mjs'
import { Walk } from './lib/walk.mjs'

const { values, positionals: paths } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string', default: 'target/look' }, url: { type: 'string' }, person: { type: 'string' } },
})
if (paths.length === 0) {
  console.error('usage: node e2e/look.mjs [--out FOLDER] [--url URL] [--person PERSON] PATH…')
  process.exit(2)
}

mkdirSync(values.out, { recursive: true })
const server = values.url ? { url: values.url } : await startDemo(join(values.out, 'demo.log'))
const browser = await launch()
try {
  for (const view of VIEWS) await look(new Walk(browser, server, view, values.out))
} finally {
  await Promise.allSettled([stopAll(), browser.close()])
}

async function look(walk) {
  await walk.as('anyone')
  if (values.person) await signIn(values.person).run(walk)
  for (const path of paths) {
    const response = await walk.page.goto(walk.url + walk.fill(path))
    const picture = await walk.picture(path.replace(/\{lang\}/g, '').replace(/[^\w]+/g, '-').replace(/^-|-$/g, '') || 'home')
    console.log(`${response.status()} ${picture}`)
    for (const illness of await illnesses(walk.page)) console.log(`    ${illness}`)
  }
}
