// The program under test, on a free port with a folder of its own.

import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE = 180_000 // ms; a demo fills itself first, and a debug build is slow

const running = new Set()

/**
 * Starts `noroshi demo` and waits until it answers. The log goes to `${log}`.
 * Gives `{ url, data, stop() }`; `data` is the folder, which `stop` removes.
 */
export async function startDemo(log) {
  const data = mkdtempSync(join(tmpdir(), 'noroshi-e2e-'))
  const port = await freePort()
  const child = spawn(binary(), ['demo', '--data', join(data, 'demo'), '--listen', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const file = createWriteStream(log)
  child.stdout.pipe(file, { end: false })
  child.stderr.pipe(file, { end: false })

  const server = { url: `http://127.0.0.1:${port}`, data: join(data, 'demo'), stop: () => stop(server, child, data) }
  running.add(server)
  try {
    await answers(server.url, child)
  } catch (problem) {
    await server.stop()
    throw new Error(`${problem.message}; its log is ${log}`)
  }
  return server
}

/** Stops every server that still runs. */
export async function stopAll() {
  await Promise.all([...running].map((server) => server.stop()))
}

async function stop(server, child, data) {
  running.delete(server)
  if (child.exitCode === null && child.signalCode === null && child.pid) {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
    await ended
    clearTimeout(late)
  }
  rmSync(data, { recursive: true, force: true })
}

/** Waits for any answer that is not an error of the server. */
async function answers(url, child) {
  let failure
  child.once('error', (error) => (failure = error))
  const end = Date.now() + PATIENCE
  while (Date.now() < end) {
    if (failure) throw failure
    if (child.exitCode !== null) throw new Error(`noroshi ended with status ${child.exitCode}`)
    const response = await fetch(url, { redirect: 'manual' }).catch(() => undefined)
    if (response && response.status < 500) return
    await sleep(100)
  }
  throw new Error(`noroshi did not answer within ${PATIENCE / 1000} s`)
}

function binary() {
  if (process.env.NOROSHI_BIN) return process.env.NOROSHI_BIN
  throw new Error('NOROSHI_BIN names the program under test: cargo build -p noroshi, then NOROSHI_BIN=target/debug/noroshi')
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
