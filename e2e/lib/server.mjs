// The program under test, on a free port with a folder of its own.

import { spawn } from 'node:child_process'
import { cpSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE = 180_000 // ms; a demo fills itself first, and a debug build is slow

const running = new Set()
let filled

/**
 * Starts `noroshi demo` on a folder of its own and waits until it answers. The log goes to `${log}`. The demo is filled once;
 * every further one begins with a copy, so that a test may let months pass without the others noticing.
 * Gives `{ url, data, stop() }`; `data` is the folder, which `stop` removes.
 */
export async function startDemo(log) {
  filled ??= fill(`${log}.fill`)
  const data = mkdtempSync(join(tmpdir(), 'noroshi-e2e-'))
  cpSync(join(await filled, 'demo'), join(data, 'demo'), { recursive: true })
  return start(data, log)
}

/** Stops every server that still runs, and removes what they were copied from. */
export async function stopAll() {
  await Promise.all([...running].map((server) => server.stop()))
  const folder = await filled?.catch(() => undefined)
  if (folder) rmSync(folder, { recursive: true, force: true })
}

/** Fills a demo and leaves its folder to be copied. */
async function fill(log) {
  const data = mkdtempSync(join(tmpdir(), 'noroshi-e2e-filled-'))
  const server = await start(data, log)
  await end(server.child)
  running.delete(server)
  return data
}

async function start(data, log) {
  const port = await freePort()
  const child = spawn(binary(), ['demo', '--data', join(data, 'demo'), '--listen', `127.0.0.1:${port}`], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const file = createWriteStream(log)
  child.stdout.pipe(file, { end: false })
  child.stderr.pipe(file, { end: false })

  const server = { url: `http://127.0.0.1:${port}`, data: join(data, 'demo'), child }
  server.stop = () => stop(server, child, data)
  running.add(server)
  try {
    await answers(server.url, child)
  } catch (problem) {
    await server.stop()
    throw new Error(`${problem.message}; its log is ${log}`)
  }
  return server
}

async function stop(server, child, data) {
  running.delete(server)
  await end(child)
  rmSync(data, { recursive: true, force: true })
}

async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await ended
  clearTimeout(late)
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
