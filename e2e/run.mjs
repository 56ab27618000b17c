// Runs the browser suite: node e2e/run.mjs [NAME…]
//
// Every file of e2e/tests exports a test by default (or a list of them):
//   { name, steps, server?: 'demo' | 'own' | 'none' | async () => ({ url, stop }), views?: [{ lang, width }] }
// Each is walked once for every view, several walks at once. The last line is the sum: N passed, N failed, N skipped.
// 'demo' is one demo for all; 'own' is a demo of the walk's own, whose days it may let pass.
//
// NOROSHI_BIN       the program under test
// CHROMIUM          the browser (found by itself otherwise)
// NOROSHI_E2E_OUT   pictures and logs (target/e2e)
// NOROSHI_E2E_VIEWS 'all' walks long stories in each of their views
// NOROSHI_E2E_WALKS walks at once (as many as there are processors, at most four)

import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { VIEWS, launch } from './lib/browser.mjs'
import { startDemo, stopAll } from './lib/server.mjs'
import { Walk } from './lib/walk.mjs'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const OUT = process.env.NOROSHI_E2E_OUT ?? join(HERE, '../target/e2e')
const AT_ONCE = Number(process.env.NOROSHI_E2E_WALKS) || Math.min(4, availableParallelism())
const sum = { passed: 0, failed: 0, skipped: 0 }

let browser
let demo

async function end(status) {
  await Promise.allSettled([stopAll(), browser?.close()])
  process.exit(status)
}
process.on('SIGINT', () => end(130))
process.on('SIGTERM', () => end(143))

/** One demo for all: every walk makes what it needs itself. */
function shared() {
  demo ??= startDemo(join(OUT, 'demo.log'))
  return demo
}

async function serverOf(file, test, view) {
  if (typeof test.server === 'function') return test.server()
  if (test.server === 'own') return startDemo(join(OUT, `${file}-${view.lang}-${view.width}.log`))
  return test.server === 'none' ? undefined : { ...(await shared()), stop: () => {} }
}

async function walk(file, test, view) {
  const start = Date.now()
  const title = `${test.name} (${view.lang}, ${view.width} px)`
  let server
  let walk
  try {
    server = await serverOf(file, test, view)
    walk = new Walk(browser, server, view, join(OUT, file))
    await walk.through(test.steps.flat(Infinity))
    sum.passed += 1
    console.log(`✓ ${title} ${((Date.now() - start) / 1000).toFixed(1)} s`)
  } catch (error) {
    sum.failed += 1
    console.log(`✗ ${title}\n  ${error.message.replaceAll('\n', '\n  ')}`)
  } finally {
    await walk?.close()
    await server?.stop()
  }
}

const wanted = process.argv.slice(2)
const files = readdirSync(join(HERE, 'tests')).filter((name) => name.endsWith('.mjs')).map((name) => basename(name, '.mjs'))
const unknown = wanted.filter((name) => !files.includes(name))
if (unknown.length > 0) {
  console.error(`There is no test ${unknown.join(', ')}; there are: ${files.join(', ')}`)
  process.exit(2)
}

rmSync(OUT, { recursive: true, force: true })
mkdirSync(OUT, { recursive: true })
const length = (test) => test.steps.flat(Infinity).length

/** Every walk that is wanted: file, test, view. */
async function walks() {
  const all = []
  for (const file of files) {
    const { default: tests } = await import(pathToFileURL(join(HERE, 'tests', `${file}.mjs`)))
    for (const test of [tests].flat()) {
      const views = test.views ?? VIEWS
      if (wanted.length > 0 && !wanted.includes(file)) sum.skipped += views.length
      else all.push(...views.map((view) => [file, test, view]))
    }
  }
  // The longest first, so that none is left over at the end.
  return all.sort(([, one], [, other]) => length(other) - length(one))
}

try {
  browser = await launch()
  const left = await walks()
  const walker = async () => {
    for (let next = left.shift(); next; next = left.shift()) await walk(...next)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, walker))
} catch (error) {
  sum.failed += 1
  console.log(`✗ ${error.stack}`)
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`)
await end(sum.failed > 0 ? 1 : 0)
