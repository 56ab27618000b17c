// The browser: the system's Chromium, driven by playwright-core, which brings none of its own.

import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright-core'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const QUIET = [
  '--no-sandbox', // containers and root; it opens our own pages only
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The languages and widths (CSS pixels) in which every page has to be well. */
export const VIEWS = ['ja', 'en'].flatMap((lang) => [390, 1280].map((width) => ({ lang, width })))

/** Starts Chromium; `CHROMIUM` names another one. */
export function launch() {
  return chromium.launch({ executablePath: executable(), args: QUIET, handleSIGINT: false, handleSIGTERM: false })
}

/** A window of its own, with cookies of its own, for one person in one language and width. */
export async function open(browser, { lang, width }) {
  const context = await browser.newContext({
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
    reducedMotion: 'reduce',
  })
  context.setDefaultTimeout(15_000)
  return context.newPage()
}

function executable() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM
  const folders = (process.env.PATH ?? '').split(delimiter)
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path))
  if (!found) throw new Error('Chromium is missing. On Debian: apt-get install chromium. Or name one in CHROMIUM.')
  return found
}
