// One test in one language and width: its people, its memory, its steps.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { watch } from './axe.mjs'
import { open } from './browser.mjs'

export class Walk {
  /** What a test remembers from page to page. */
  memory = {}
  #pages = new Map()
  #browser
  #out

  constructor(browser, server, view, out) {
    this.#browser = browser
    this.#out = out
    this.server = server
    this.url = server?.url ?? ''
    this.lang = view.lang
    this.width = view.width
  }

  /** Seats a person: opens their window, or comes back to it. */
  async as(person) {
    if (!this.#pages.has(person)) {
      const page = await open(this.#browser, this)
      page.on('dialog', (dialog) => dialog.accept())
      watch(page)
      this.#pages.set(person, page)
    }
    this.page = this.#pages.get(person)
  }

  /** Fills `{lang}`, days (`{in7}` for a week from the page's today) and what is remembered into a text. */
  fill(text) {
    return text.replace(/\{(\w+)\}/g, (whole, name) => {
      if (name === 'lang') return this.lang
      const days = name.match(/^in(\d+)$/)?.[1]
      return days === undefined ? (this.memory[name] ?? whole) : this.day(Number(days))
    })
  }

  /** The day in Japan so many days from today, where as many have passed as the test let pass. */
  day(ahead) {
    const at = Date.now() + (ahead + (this.memory.passed ?? 0)) * 86_400_000
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(at)
  }

  /** A picture of the whole page; gives its path. */
  async picture(name) {
    mkdirSync(this.#out, { recursive: true })
    const path = join(this.#out, `${name}-${this.lang}-${this.width}.png`)
    await this.page.screenshot({ path, fullPage: true })
    return path
  }

  /** Goes through the steps. The error says at which one it ended and where the picture is. */
  async through(steps) {
    await this.as('anyone')
    for (const [index, { text, run }] of steps.entries()) {
      try {
        await run(this)
      } catch (error) {
        throw new Error(`step ${index + 1}, ${text}: ${error.message}\n${await this.#evidence()}`)
      }
    }
    const trouble = [...this.#pages.values()].flatMap((page) => page.trouble)
    if (trouble.length > 0) throw new Error(`after the last step:\n${trouble.join('\n')}`)
  }

  async close() {
    await Promise.all([...this.#pages.values()].map((page) => page.context().close()))
  }

  async #evidence() {
    try {
      const path = await this.picture('failed')
      writeFileSync(path.replace(/png$/, 'txt'), `${this.page.url()}\n\n${await this.page.locator('body').innerText()}\n`)
      return `at ${this.page.url()}, see ${path}`
    } catch (error) {
      return `no picture: ${error.message}`
    }
  }
}
