// The harness on two small pages, one well and one ill, so that it is known to be able to fail.

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { illnesses } from '../lib/axe.mjs'
import { as, choose, fill, isWell, press, remember, see, seeNot, step, visit } from '../lib/steps.mjs'

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'"
const WELL = (name) => `<main><h1>狼煙 Noroshi</h1><p id="greeting">${name ? `Hello, ${name}` : 'Who are you?'}</p>
  <form method="get"><label for="name">名前 Name</label> <input id="name" name="name">
  <label><input type="radio" name="kind" value="finder"> finder</label> <button>送る Send</button></form></main>`
const ILL = '<main><h1>Ill</h1><img src="/missing.png"><div style="width:2000px">wide</div></main>'

/** Serves the two pages under the policy that Noroshi has for its own. */
function pages() {
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://127.0.0.1')
    const body = url.pathname === '/ill' ? ILL : WELL(url.searchParams.get('name'))
    response.setHeader('Content-Security-Policy', POLICY)
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(`<!DOCTYPE html><html lang="${url.searchParams.get('lang') ?? 'ja'}"><title>Harness</title><body>${body}</body></html>`)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const stop = () => new Promise((done) => server.close(done) && server.closeAllConnections())
      resolve({ url: `http://127.0.0.1:${server.address().port}`, stop })
    })
  })
}

export default {
  name: 'The harness walks, remembers and sees what is ill',
  server: pages,
  steps: [
    visit('/?lang={lang}'),
    see({ ja: 'Who are you?', en: 'Who are you?' }),
    fill({ ja: '名前', en: 'Name' }, '山田'),
    choose('kind', 'finder'),
    press({ ja: '送る', en: 'Send' }),
    see('Hello, 山田'),
    isWell(),
    remember('greeting', '#greeting'),
    as('somebody else'),
    visit('/'),
    seeNot('{greeting}'),
    visit('/ill'),
    step('all three illnesses are found', async (walk) => {
      const found = (await illnesses(walk.page)).join('\n')
      assert.match(found, /image-alt/)
      assert.match(found, /2\d\d\d px wide/)
      assert.match(found, /console: .*missing\.png/)
    }),
  ],
}
