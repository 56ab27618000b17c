// Is a page well? Nobody shut out, nothing sticking out, nothing broken, nothing fetched from elsewhere.

import axe from 'axe-core'

const GRAVE = ['serious', 'critical']

/** Collects what goes wrong in a page from now on; `page.trouble` is the list. */
export function watch(page) {
  page.trouble = []
  page.on('pageerror', (error) => page.trouble.push(`script error: ${error.message}`))
  page.on('console', (message) => {
    // The page itself may be a refusal (404, 422) on purpose; what it loads may not.
    const ownAnswer = message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (message.type() === 'error' && !ownAnswer) page.trouble.push(`console: ${message.text()}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    const loopback = ['127.0.0.1', 'localhost'].includes(url.hostname)
    if (/^https?:$/.test(url.protocol) && !loopback) page.trouble.push(`asks another origin: ${url.origin}`)
  })
}

/** Everything that is wrong with the page as it stands: sentences, none when it is well. */
export async function illnesses(page) {
  return [...page.trouble.splice(0), ...(await sticksOut(page)), ...(await shutsOut(page))]
}

async function sticksOut(page) {
  const { wide, room, culprit } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth
    const out = [...document.querySelectorAll('body *')].find((element) => element.getBoundingClientRect().right > room + 1)
    const culprit = out && `${out.tagName.toLowerCase()}${out.className ? `.${out.className}` : ''}`
    return { wide: document.documentElement.scrollWidth, room, culprit }
  })
  return wide > room ? [`the page is ${wide} px wide in a window of ${room} px (look at ${culprit})`] : []
}

async function shutsOut(page) {
  // Given to the debugger, not to the page: the content security policy stays as it is.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }))
  const grave = violations.filter((violation) => GRAVE.includes(violation.impact))
  return grave.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)
}
