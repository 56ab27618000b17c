import { launch } from './lib/browser.mjs'
import { readFileSync } from 'node:fs'
const [name, w, h, parts, out] = process.argv.slice(2)
const b = await launch(); const p = await b.newPage({ viewport: { width: w * parts + 20, height: +h } })
const data = readFileSync(`/tmp/look-front/${name}.png`).toString('base64')
await p.setContent(`<style>body{margin:0;display:flex;gap:6px;background:#c0f}div{width:${w}px;height:${h}px;background:url(data:image/png;base64,${data}) no-repeat}</style>` + Array.from({ length: +parts }, (_, i) => `<div style="background-position:0 ${-i * h}px"></div>`).join(''))
await p.screenshot({ path: `/tmp/look-front/${out}.png` }); await b.close()
