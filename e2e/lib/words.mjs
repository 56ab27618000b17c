// The words of the pages, out of the message catalogue, so that a test names a message and not its wording.

import { readFileSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const LOCALES = fileURLToPath(new URL('../../locales', import.meta.url))
const catalogues = new Map()

const MESSAGE_NAME = /^[a-z]+(-[a-z0-9]+)+$/

/** Words in a language: `{ ja, en }`; the name of a message that is one line without variables; or plain words. */
export function words(lang, said) {
  if (typeof said === 'object') return said[lang]
  if (!MESSAGE_NAME.test(said)) return said
  const text = catalogue(lang).get(said)
  if (text === undefined) throw new Error(`there is no message ${said} in locales/${lang}`)
  if (text === '' || text.includes('{')) throw new Error(`the message ${said} has parts; give { ja, en } instead`)
  return text
}

function catalogue(lang) {
  if (!catalogues.has(lang)) catalogues.set(lang, new Map(files(lang).flatMap(messages)))
  return catalogues.get(lang)
}

function files(lang) {
  const folder = join(LOCALES, lang)
  return readdirSync(folder).filter((name) => name.endsWith('.ftl')).map((name) => readFileSync(join(folder, name), 'utf8'))
}

function messages(text) {
  return [...text.matchAll(/^([a-zA-Z][\w-]*) *= *(.*)$/gm)].map(([, name, value]) => [name, value.trim()])
}
