// Mails as they lie in the demo's folder. They leave by a worker, so one waits until they are there.

import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { step } from './steps.mjs'

/** Longest wait for what the program does by itself, in ms: the minute within which everybody is to be told. */
const A_MINUTE = 60_000

/** Asks again until there is something other than nothing; says what did not come. */
export async function soon(what, ask) {
  for (const end = Date.now() + A_MINUTE; Date.now() < end; ) {
    const answer = await ask()
    if (answer) return answer
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return assert.fail(`${what} did not come within a minute`)
}

/** The one-time link in the newest mail to an address that was not opened before. */
export const openLink = (address) =>
  step(`open the link in the mail to ${address}`, async (walk) => {
    const used = (walk.memory.used ??= [])
    const link = await soon(`a mail with a link to ${walk.fill(address)}`, () =>
      mailsTo(walk, address).map(({ body }) => body.match(/https?:\/\/\S+\/answer\/[\w-]+/)?.[0]).find((link) => link && !used.includes(link)))
    used.push(link)
    await walk.page.goto(walk.url + new URL(link).pathname.replace(/^\/(ja|en)\//, `/${walk.lang}/`))
  })

/** Remembers what has been mailed to an address so far, so that `mailed` looks at what is new. */
export const countMails = (...addresses) =>
  step(`count the mails to ${addresses.join(', ')}`, (walk) => {
    for (const address of addresses) walk.memory[`mails ${address}`] = mailsTo(walk, address).length
  })

/** Something new was mailed to each of the addresses, and it tells nothing of what has to stay secret. */
export const mailed = (...addresses) =>
  step(`new mail for ${addresses.join(', ')}`, async (walk) => {
    for (const address of addresses) {
      const before = walk.memory[`mails ${address}`] ?? 0
      await soon(`a mail to ${walk.fill(address)}`, () => mailsTo(walk, address).length > before)
    }
  })

/** The mails to an address: `{ subject, body }` each. */
export function mailsTo(walk, address) {
  const folder = join(walk.server.data, 'mail')
  const mails = readdirSync(folder).filter((name) => name.endsWith('.eml')).sort()
  const to = new RegExp(`^To: .*${walk.fill(address)}`, 'm')
  return mails.map((name) => read(join(folder, name))).filter(({ head }) => to.test(head))
}

function read(path) {
  const [head, ...rest] = readFileSync(path, 'latin1').split(/\r?\n\r?\n/)
  return { head, body: decoded(head, rest.join('\n\n')) }
}

function decoded(head, body) {
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString('utf8')
  return body.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)))
}
