// Open source software that many build in: five developers, told in two waves, one never answers. The day is set from those
// who did, and the advisory says of each where it stands.

import { isWell, picture, see, step } from '../lib/steps.mjs'
import assert from 'node:assert/strict'
import { send } from '../lib/forms.mjs'
import {
  COORDINATOR, WIDE, accepted, drafted, foundByReader, inDays, informed, isOwed, letPass, onCase, onTheCase, published, registered,
  reports, signed, sit, states,
} from '../lib/story.mjs'

const developer = (name, name_en, mail) => ({ name, name_en, manager: '脆弱性担当', mail: `${mail}.example` })
const COMMUNITY = developer('糸車プロジェクト', 'Itoguruma Project', 'security@itoguruma')
const EMBEDS = developer('しおかぜ電機', 'Shiokaze Electric', 'psirt@shiokaze')
const DISTRIBUTOR = developer('星見ディストリビューション', 'Hoshimi Distribution', 'security@hoshimi')
const SERVICE = developer('つばめ通信', 'Tsubame Telecom', 'csirt@tsubame')
const SILENT = developer('霧笛システム', 'Muteki Systems', 'info@muteki')
const ALL = [COMMUNITY, EMBEDS, DISTRIBUTOR, SERVICE, SILENT]
const STORY = {
  product: '糸車ライブラリ（libitoguruma）',
  versions: '2.3 以前',
  developer: COMMUNITY,
  kind: '領域外への書込み（CWE-787）',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
}

/** Why a developer is on the case, and when it is told. */
const involve = (who, involvement, wave) => [
  onCase('/outreach'),
  send('/outreach/involve', { developer: { label: who.name }, involvement, wave }),
]

/** What the public page says of each developer, in the words of the five statuses. */
const STATUSES = [
  [COMMUNITY, { ja: '該当製品あり', en: 'Affected' }],
  [EMBEDS, { ja: '該当製品あり（調査中）', en: 'Affected (investigating)' }],
  [DISTRIBUTOR, { ja: '該当製品なし', en: 'Not affected' }],
  [SERVICE, { ja: '該当製品なし（調査中）', en: 'Not affected (investigating)' }],
  [SILENT, { ja: '不明', en: 'Unknown' }],
]

export default {
  name: 'Five developers of open source software are told in waves, and one is silent',
  server: 'own',
  views: WIDE,
  steps: [
    reports(STORY),
    accepted(STORY),
    ALL.map(registered),
    onTheCase(...ALL),
    involve(COMMUNITY, 'oss-community', 1),
    involve(EMBEDS, 'embeds', 2),
    involve(DISTRIBUTOR, 'distributor', 2),
    involve(SERVICE, 'service-provider', 2),
    involve(SILENT, 'embeds', 2),
    onCase('/outreach'),
    send('/outreach/plan', { day: inDays(7) }),
    isWell(),
    picture('waves'),

    // The community first; the others a week later.
    informed(COMMUNITY, 1),
    states(COMMUNITY, { result: 'affected', fix: '2.4 を公開します。', affected: 'affected', product: STORY.product }),
    letPass(7),
    sit(COORDINATOR),
    isOwed('open-wave'),
    send('/outreach/open', {}),
    informed(EMBEDS, 2),
    informed(DISTRIBUTOR, 3),
    informed(SERVICE, 4),
    sit(COORDINATOR),
    onCase('/developers/5'),
    send('/link', { to: SILENT.mail }),
    states(EMBEDS, { result: 'affected', affected: 'affected-investigating', product: 'しおかぜ複合機' }),
    states(DISTRIBUTOR, { result: 'no-influence', explanation: '該当する関数を組み込んでいません。', affected: 'not-affected', product: '星見リナックス' }),
    states(SERVICE, { result: 'needs-more', explanation: '機種ごとに確認しています。', affected: 'not-affected-investigating', product: 'つばめルータ' }),

    // One is silent: the day is set from those who answered, and on what it rests is written down.
    sit(COORDINATOR),
    isOwed('set-day'),
    send('/day', { day: inDays(14) }),
    onCase(),
    isWell(),
    drafted({}, COMMUNITY),
    signed,
    letPass(14),
    published,

    foundByReader(STORY.product),
    step('every developer stands there with its status', async (walk) => {
      for (const [who, status] of STATUSES) {
        const row = walk.page.locator('main tbody tr').filter({ hasText: walk.lang === 'ja' ? who.name : who.name_en }).first()
        assert.ok((await row.innerText()).includes(status[walk.lang]), `${who.name_en}: ${await row.innerText()}`)
      }
    }),
    picture('public'),
  ],
}
