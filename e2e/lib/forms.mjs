// Forms as people fill them: opened, filled, sent, and looked at for what is wrong.
//
// A form is named by the end of its address. Values are by the names of its fields: text to type, a choice by its value, several choices
// as a list, `true` for a box to tick; a choice of a list may also be named by its words, `{ label }`.

import assert from 'node:assert/strict'
import { step } from './steps.mjs'

/**
 * Fills the form that goes to an address ending like this and sends it, by its main button or by the one with a value. Where a page
 * has several of them, `which` is what the right one holds.
 */
export const send = (action, values = {}, button = undefined, which = undefined) =>
  step(`send …${action}`, async (walk) => {
    const form = await fillIn(walk, action, values, which)
    await sent(walk, button ? form.locator(`button[value="${button}"]`).first() : main(form))
  })

/** Opens everything that is folded. */
export const unfold = step('unfold everything', (walk) =>
  walk.page.evaluate(() => document.querySelectorAll('details').forEach((one) => { one.open = true })))

/** The form is not there: nobody may do that now. */
export const cannot = (action) =>
  step(`cannot …${action}`, async (walk) => assert.equal(await found(walk, action).count(), 0, `there is a form …${action}`))

const found = (walk, action) => walk.page.locator(`main form[action$="${walk.fill(action)}"]`)
const main = (form) => form.locator('button[type=submit]:not([name]):not(.unseen)').last()

/** Presses a button that leads to another page, or to the same one with a mistake named. */
export async function sent(walk, button) {
  const [answer] = await Promise.all([walk.page.waitForNavigation(), button.click()])
  const errors = await walk.page.locator('.error-summary').allInnerTexts()
  assert.deepEqual(errors, [], `${walk.page.url()} says ${errors.join('\n')}`)
  assert.ok(answer.status() < 400, `${answer.url()} answers ${answer.status()}`)
}

async function fillIn(walk, action, values, which) {
  const all = found(walk, action)
  const form = (which ? all.filter({ has: walk.page.locator(which) }) : all).first()
  await form.waitFor({ state: 'attached' })
  await form.evaluate((node) => {
    for (let fold = node.closest('details'); fold; fold = fold.parentElement?.closest('details')) fold.open = true
    node.querySelectorAll('details').forEach((fold) => { fold.open = true })
  })
  for (const [name, value] of Object.entries(values)) await set(walk, form, name, value)
  return form
}

async function set(walk, form, name, value) {
  const fields = form.locator(`[name="${name}"]:not([type=hidden])`)
  assert.ok((await fields.count()) > 0, `there is no field ${name}`)
  const kind = await fields.first().evaluate((field) => field.type)
  if (kind === 'file') return fields.setInputFiles(value)
  if (kind.startsWith('select')) return fields.selectOption(chosen(walk, value))
  if (kind !== 'radio' && kind !== 'checkbox') return fields.fill(walk.fill(String(value)))
  if (value === true) return fields.first().check()
  for (const one of [value].flat()) {
    if (typeof one === 'object') await form.getByLabel(chosen(walk, one).label).first().check()
    else await form.locator(`[name="${name}"][value="${walk.fill(one)}"]`).check()
  }
}

function chosen(walk, value) {
  return typeof value === 'object' ? { label: walk.fill(value.label) } : { value: walk.fill(String(value)) }
}
