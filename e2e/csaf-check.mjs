// Checks a published tree, or single CSAF documents, with a validator that is not ours.
//
//   node csaf-check.mjs [--unsigned] [--provider] FOLDER|FILE…
//
// Every CSAF document runs through the JSON schema and all mandatory tests of its edition that the validator has (6.1);
// optional tests (6.2) of 2.0 are shown as warnings. In a folder, the ROLIE feeds, the provider's metadata, hashes,
// signatures and lists of both editions are checked too (section 7.1). One line a file; the exit status is 1 when anything failed.
//   --unsigned   missing signatures are a warning (a tree that nobody has signed yet)
//   --provider   the tree must be a provider's: metadata and feed must be there

import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, relative } from 'node:path'
import addFormats from 'ajv-formats'
import Ajv2020 from 'ajv/dist/2020.js'
import validate from '@secvisogram/csaf-validator-lib/validate.js'
import * as mandatory from '@secvisogram/csaf-validator-lib/mandatoryTests.js'
import * as optional from '@secvisogram/csaf-validator-lib/optionalTests.js'
import { csaf_2_0, csaf_2_0_strict } from '@secvisogram/csaf-validator-lib/schemaTests.js'
import ajv21 from '@secvisogram/csaf-validator-lib/csaf_2_1/csafAjv.js'
import csafSchema from '@secvisogram/csaf-validator-lib/lib/schemaTests/csaf_2_0/schema.js'

// Scores are multiples of 0.1 in decimal, which floating numbers often are not: without this some are refused. It has to be said
// before the schema is compiled.
ajv21.opts.multipleOfPrecision = 6
const basic21 = await import('@secvisogram/csaf-validator-lib/csaf_2_1/basic.js')

const EDITIONS = [
  { version: '2.0', folder: 'csaf/white', label: 'WHITE', metadata: '.well-known/csaf/v2.0/provider-metadata.json',
    mandatory: [csaf_2_0, csaf_2_0_strict, ...Object.values(mandatory)], optional: Object.values(optional),
    line: /^"([^"]+)","([^"]+)"$/, schema: 'https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json' },
  { version: '2.1', folder: 'csaf/clear', label: 'CLEAR', metadata: '.well-known/csaf/v2.1/provider-metadata.json',
    mandatory: Object.values(basic21), optional: [],
    line: /^([^",]+),([^",]+)$/, schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json' },
]
const METADATA = '.well-known/csaf/provider-metadata.json'

// The shapes that sections 7.1.7 and 7.1.15 demand, written down from the standard.
const url = (pattern) => ({ type: 'string', format: 'uri', pattern })
const text = { type: 'string', minLength: 1 }
const object = (properties, required = Object.keys(properties)) => ({ type: 'object', required, properties })
const list = (items, more = {}) => ({ type: 'array', minItems: 1, uniqueItems: true, items, ...more })
const JSON_URL = url('^https://.+\\.json$')
const LINKS = list(object({ rel: text, href: url('^https://.+') }), {
  prefixItems: [object({ rel: { const: 'self' }, href: JSON_URL })],
})
const CATEGORIES = list(object({ scheme: { type: 'string', format: 'uri' }, term: text }), {
  prefixItems: [object({ scheme: { const: 'urn:ietf:params:rolie:category:information-type' }, term: { const: 'csaf' } })],
})
const DATE = { type: 'string', format: 'date-time' }
const ROLIE_ENTRY = (edition) => object({
  id: { type: 'string', pattern: '^[\\S](.*[\\S])?$' },
  title: text,
  link: LINKS,
  published: DATE,
  updated: DATE,
  content: object({ type: { const: 'application/json' }, src: JSON_URL }),
  format: object({
    schema: { const: edition.schema },
    version: { const: edition.version },
  }),
})
const ROLIE_FEED = (edition) => object({
  feed: object({
    id: { type: 'string', pattern: '^[a-zA-Z0-9+\\-_\\.]+$' },
    title: text,
    link: LINKS,
    category: CATEGORIES,
    updated: DATE,
    entry: list(ROLIE_ENTRY(edition)),
  }),
})
const ROLIE_SERVICE = object({
  service: object({
    workspace: list(object({ title: text, collection: list(object({ title: text, href: JSON_URL, categories: object({ category: CATEGORIES }) })) })),
  }),
})
const ROLIE_PLACE = (edition) => {
  const feed = { tlp_label: { const: edition.label }, url: JSON_URL, summary: text, last_updated: DATE }
  const required = edition.version === '2.0' ? ['tlp_label', 'url'] : ['tlp_label', 'url', 'last_updated']
  const place = { feeds: list(object(feed, required)), services: list(JSON_URL), categories: list(JSON_URL) }
  return { ...object(place, ['feeds']), additionalProperties: false }
}
const PROVIDER = (edition) => {
  const folder = edition.version === '2.0' ? { directory_url: url('^https://') } : { directory: object({ tlp_label: { const: edition.label }, url: url('^https://') }) }
  const schema = edition.version === '2.0' ? {} : { $schema: { const: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/provider.json' } }
  const properties = {
    ...schema,
    canonical_url: url(`^https://.+/${edition.metadata.replaceAll('.', '\\.')}$`),
    distributions: list({ type: 'object', minProperties: 1, additionalProperties: false, properties: { ...folder, rolie: ROLIE_PLACE(edition) } }),
    last_updated: DATE,
    list_on_CSAF_aggregators: { type: 'boolean' },
    mirror_on_CSAF_aggregators: { type: 'boolean' },
    metadata_version: { const: edition.version },
    public_openpgp_keys: { type: 'array', items: object({ fingerprint: { type: 'string', pattern: '^[0-9a-fA-F]{40,}$' }, url: url('^https://') }) },
    publisher: csafSchema.properties.document.properties.publisher,
    role: { enum: ['csaf_publisher', 'csaf_provider', 'csaf_trusted_provider'] },
  }
  const optional = ['distributions', 'public_openpgp_keys']
  return object(properties, Object.keys(properties).filter((name) => !optional.includes(name)))
}

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats(ajv)
const SERVICE = ajv.compile(ROLIE_SERVICE)
for (const edition of EDITIONS) Object.assign(edition, { isFeed: ajv.compile(ROLIE_FEED(edition)), isMetadata: ajv.compile(PROVIDER(edition)) })

let failed = 0
let warned = 0

/** Prints the line of a file and what is wrong with it. */
function report(name, errors, warnings = []) {
  failed += errors.length > 0 ? 1 : 0
  warned += warnings.length
  console.log(`${errors.length > 0 ? 'FAIL' : 'ok  '} ${name}${warnings.length > 0 ? ` (${warnings.length} warnings)` : ''}`)
  errors.forEach((error) => console.log(`     error: ${error}`))
  warnings.forEach((warning) => console.log(`     warning: ${warning}`))
}

const read = (path) => JSON.parse(readFileSync(path, 'utf8'))
const schemaErrors = (check, value) => (check(value) ? [] : check.errors.map((e) => `${e.instancePath} ${e.message}`))
const expectedName = (id) => id.toLowerCase().replace(/[^+\-a-z0-9]+/g, '_') + '.json'

/** All mandatory and optional tests of the standard on one document. */
async function checkDocument(path, name, signed) {
  let document
  try {
    document = read(path)
  } catch (error) {
    return report(name, [`not JSON: ${error.message}`])
  }
  const edition = EDITIONS.find((one) => one.version === document?.document?.csaf_version) ?? EDITIONS[0]
  const must = await validate(edition.mandatory, document)
  const should = await validate(edition.optional, document)
  const errors = must.tests.filter((t) => !t.isValid).flatMap((t) => (t.errors.length > 0 ? t.errors : [{}]).map((e) => `${t.name} ${e.instancePath ?? ''} ${e.message ?? ''}`))
  const warnings = should.tests.flatMap((t) => t.warnings.map((w) => `${t.name} ${w.instancePath} ${w.message}`))
  const id = document?.document?.tracking?.id ?? ''
  if (expectedName(id) !== basename(path)) errors.push(`the id ${id} wants the file name ${expectedName(id)}`)
  if (signed) {
    errors.push(...hashErrors(path))
    const year = document?.document?.tracking?.initial_release_date?.slice(0, 4)
    if (basename(join(path, '..')) !== year) errors.push(`belongs in the folder ${year}`)
    const missing = existsSync(`${path}.asc`) ? [] : [`${basename(path)}.asc is missing`]
    ;(signed.required ? errors : warnings).push(...missing)
    if (missing.length === 0) errors.push(...signed.verify(path))
  }
  report(name, errors, warnings)
}

/** Requirement 18: hexadecimal digest, blanks, file name. */
function hashErrors(path) {
  return ['sha256', 'sha512'].flatMap((algorithm) => {
    const file = `${path}.${algorithm}`
    if (!existsSync(file)) return [`${basename(file)} is missing`]
    const wanted = `${createHash(algorithm).update(readFileSync(path)).digest('hex')}  ${basename(path)}\n`
    return readFileSync(file, 'utf8') === wanted ? [] : [`${basename(file)} does not hold the hash`]
  })
}

/** The provider's public keys: those of the metadata, or of the folder when the tree is no provider's. */
function publicKeys(root, metadata) {
  if (metadata) return (metadata.public_openpgp_keys ?? []).map((key) => join(root, pathOf(metadata, key.url)))
  const folder = join(root, 'openpgp')
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.asc')).map((name) => join(folder, name)) : []
}

/** Verifies with GnuPG, in a keyring that holds only the provider's keys. */
function signatures(root, metadata, required) {
  const keys = publicKeys(root, metadata)
  const home = mkdtempSync(join(tmpdir(), 'csaf-check-'))
  process.on('exit', () => rmSync(home, { recursive: true, force: true }))
  const gpg = (...args) => execFileSync('gpg', ['--homedir', home, '--batch', '--quiet', '--no-autostart', ...args], { stdio: 'pipe' })
  let problem = keys.length === 0 ? 'the tree has no public key' : ''
  try {
    keys.filter((key) => existsSync(key)).forEach((key) => gpg('--import', key))
  } catch (error) {
    problem = error.code === 'ENOENT' ? 'gpg is not installed, so the signature was not verified' : `gpg refused a key: ${error.stderr}`
  }
  const verify = (path) => {
    if (problem) return [problem]
    try {
      gpg('--verify', `${path}.asc`, path)
      return []
    } catch (error) {
      return [`gpg: ${String(error.stderr).trim()}`]
    }
  }
  return { required, verify }
}

/** The path in the tree that an address of the provider points to. */
function pathOf(metadata, address) {
  const base = metadata.canonical_url.slice(0, metadata.canonical_url.indexOf('.well-known/'))
  return address.startsWith(base) ? address.slice(base.length) : `outside:${address}`
}

/** A whole published tree. */
async function checkTree(root, options) {
  const metadata = existsSync(join(root, METADATA)) ? read(join(root, METADATA)) : undefined
  const signed = signatures(root, metadata, !options.unsigned && metadata?.role !== 'csaf_provider')
  if (metadata === undefined) {
    const missing = [`${METADATA} is missing: this tree is no CSAF provider`]
    options.provider ? report(METADATA, missing) : report(METADATA, [], missing)
  } else {
    // CSAF 2.1, 7.4.2: the metadata at the well-known place are those of 2.0 while both editions are there.
    report(METADATA, readFileSync(join(root, METADATA), 'utf8') === readFileSync(join(root, EDITIONS[0].metadata), 'utf8') ? [] : ['are not those of 2.0'])
  }
  for (const edition of EDITIONS) {
    const folder = join(root, edition.folder)
    const years = readdirSync(folder).filter((name) => /^\d{4}$/.test(name))
    const documents = years.flatMap((year) => readdirSync(join(folder, year)).filter((name) => name.endsWith('.json')).map((name) => `${year}/${name}`)).sort()
    for (const name of documents) await checkDocument(join(folder, name), `${edition.folder}/${name}`, signed)
    checkLists(edition, folder, documents)
    if (metadata) checkProvider(edition, root, documents, options)
  }
}

/** Requirements 12 and 13. */
function checkLists(edition, folder, documents) {
  const lines = (name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean)
  const same = (paths) => (JSON.stringify([...paths].sort()) === JSON.stringify(documents) ? [] : ['does not list exactly the documents'])
  report(`${edition.folder}/index.txt`, same(lines('index.txt')))
  const rows = lines('changes.csv').map((line) => edition.line.exec(line)?.slice(1) ?? ['', ''])
  const errors = same(rows.map(([path]) => path))
  if (!rows.every(([, date], i) => i === 0 || Date.parse(rows[i - 1][1]) >= Date.parse(date))) errors.push('is not newest first')
  for (const [path, date] of rows.filter(([path]) => documents.includes(path))) {
    if (read(join(folder, path)).document.tracking.current_release_date !== date) errors.push(`${path}: not its current release date`)
  }
  report(`${edition.folder}/changes.csv`, errors)
}

/** Requirements 7, 15 and 16; the feeds of single years, which the service document names, hold what belongs to theirs. */
function checkProvider(edition, root, documents, options) {
  const metadata = read(join(root, edition.metadata))
  report(edition.metadata, schemaErrors(edition.isMetadata, metadata))
  const rolie = (metadata.distributions ?? []).flatMap((distribution) => (distribution.rolie ? [distribution.rolie] : []))
  if (rolie.length === 0) report('ROLIE feed', ['the metadata name no feed'])
  const whole = rolie.flatMap((place) => place.feeds.map((feed) => feed.url))
  const listed = new Set(whole)
  for (const address of rolie.flatMap((place) => place.services ?? [])) {
    const service = read(join(root, pathOf(metadata, address)))
    report(pathOf(metadata, address), schemaErrors(SERVICE, service))
    for (const workspace of service.service.workspace) workspace.collection.forEach((collection) => listed.add(collection.href))
  }
  for (const address of listed) {
    const path = pathOf(metadata, address)
    const feed = read(join(root, path))
    const errors = schemaErrors(edition.isFeed, feed)
    const entries = feed.feed?.entry ?? []
    const sources = entries.map((entry) => pathOf(metadata, entry.content.src).slice(edition.folder.length + 1)).sort()
    const year = whole.includes(address) ? '' : /-(\d{4})\.json$/.exec(path)?.[1]
    const wanted = documents.filter((name) => name.startsWith(year))
    if (JSON.stringify(sources) !== JSON.stringify(wanted)) errors.push('does not list exactly the documents')
    for (const link of entries.flatMap((entry) => entry.link)) {
      const optional = options.unsigned && link.rel === 'signature'
      if (!optional && !existsSync(join(root, pathOf(metadata, link.href)))) errors.push(`${link.rel} ${link.href} leads nowhere`)
    }
    report(path, errors)
  }
}

const args = process.argv.slice(2)
const options = { unsigned: args.includes('--unsigned'), provider: args.includes('--provider') }
const targets = args.filter((arg) => !arg.startsWith('--'))
if (targets.length === 0) {
  console.error('usage: node csaf-check.mjs [--unsigned] [--provider] FOLDER|FILE…')
  process.exit(2)
}
for (const target of targets) {
  if (statSync(target).isDirectory()) await checkTree(target, options)
  else await checkDocument(target, relative(process.cwd(), target))
}
console.log(failed > 0 ? `${failed} failed` : `all passed, ${warned} warnings`)
process.exit(failed > 0 ? 1 : 0)
