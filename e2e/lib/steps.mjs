// What a person does with a page. Each function gives a step: a sentence and what is done.
//
// Words are `{ ja, en }`, the name of a message, or the same in every language (see words.mjs). A field is named by its `name` attribute, or by its
// label as `{ ja, en }`. In addresses and values, `{lang}` and `{anything remembered}` are filled in.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { illnesses } from './axe.mjs'
import { words } from './words.mjs'

const VALIDATOR = fileURLToPath(new URL('../csaf-check.mjs', import.meta.url))

/** Anything else: `run` gets the walk (see walk.mjs). */
export const step = (text, run) => ({ text, run })

/** Goes to an address of the server. */
export const visit = (path) => step(`visit ${path}`, (walk) => walk.page.goto(walk.url + walk.fill(path)))

/** Follows a link. */
export const follow = (said) => step(`follow ${show(said)}`, (walk) => byRole(walk, 'link', said).click())

/** Presses a button. */
export const press = (said) => step(`press ${show(said)}`, (walk) => byRole(walk, 'button', said).click())

/** Types into a field. */
export const fill = (name, value) => step(`fill ${show(name)}`, (walk) => field(walk, name).fill(walk.fill(value)))

/** Picks a radio button, ticks a box or selects out of a list: the choice with this value. */
export const choose = (name, value) =>
  step(`choose ${value} of ${name}`, async (walk) => {
    const list = walk.page.locator(`select[name="${name}"]`)
    if ((await list.count()) > 0) return list.selectOption(value)
    await walk.page.locator(`input[name="${name}"][value="${value}"]`).check()
  })

/** Hands over files: `{ name, mimeType, buffer }` each. */
export const attach = (name, ...files) => step(`attach to ${show(name)}`, (walk) => field(walk, name).setInputFiles(files))

/** The words are on the page. */
export const see = (said) => step(`see ${show(said)}`, (walk) => text(walk, said).first().waitFor())

/** The words are not on the page. */
export const seeNot = (said) =>
  step(`do not see ${show(said)}`, async (walk) => assert.equal(await text(walk, said).count(), 0))

/** Remembers the text of the first element that matches. */
export const remember = (name, selector) =>
  step(`remember ${name}`, async (walk) => {
    const found = walk.page.locator(selector).first()
    walk.memory[name] = (await found.innerText()).trim()
  })

/** axe finds nothing serious, nothing sticks out, nothing is broken. */
export const isWell = () =>
  step('the page is well', async (walk) => {
    const found = await illnesses(walk.page)
    assert.deepEqual(found, [], `${walk.page.url()}\n${found.join('\n')}`)
  })

/** An independent validator and GnuPG find nothing wrong in the published tree; options as of csaf-check.mjs. */
export const documentsAreValid = (...options) =>
  step('the published documents are valid', async (walk) => {
    const tree = join(walk.server.data, 'published')
    const judged = promisify(execFile)(process.execPath, [VALIDATOR, ...options, tree], { maxBuffer: 64 * 1024 * 1024 })
    await judged.catch((error) => assert.fail(`${tree}\n${error.stdout}${error.stderr}`))
  })

/** Takes a picture of the whole page. */
export const picture = (name) => step(`picture ${name}`, (walk) => walk.picture(name))

/** From here on somebody else sits at the desk: a window and cookies of their own, kept when they come back. */
export const as = (person) => step(`as ${person}`, (walk) => walk.as(person))

/** Signs in as a person of the demo, by the button that its page of people has for them. */
export const signIn = (person) =>
  step(`sign in as ${person}`, async (walk) => {
    await walk.as(person)
    await walk.page.goto(`${walk.url}/${walk.lang}/demo`)
    await walk.page.locator(`button[value="${person}"]`).click()
  })

const show = (said) => (typeof said === 'object' ? said.en : said)
const byRole = (walk, role, said) => walk.page.getByRole(role, { name: walk.fill(words(walk.lang, said)) }).first()
const text = (walk, said) => walk.page.getByText(walk.fill(words(walk.lang, said)))
const field = (walk, name) =>
  typeof name === 'object' ? walk.page.getByLabel(words(walk.lang, name)) : walk.page.locator(`[name="${name}"]`)
