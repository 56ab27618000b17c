// A product that is no longer supported (EoL, case C): its developer makes no fix and agrees that everybody is told to stop using it.

import { isWell, picture, see } from '../lib/steps.mjs'
import { send } from '../lib/forms.mjs'
import {
  COORDINATOR, RECEPTION, WIDE, accepted, backAs, drafted, foundByReader, inDays, informed, isOwed, onCase, onTheCase, published,
  registered, reports, signed, sit, states,
} from '../lib/story.mjs'

const DEVELOPER = { name: '春風ソフト', name_en: 'Harukaze Software', manager: '春野 霞', mail: 'psirt@harukaze.example' }
const STORY = {
  product: '春風ファイル共有',
  versions: 'すべて',
  developer: DEVELOPER,
  kind: 'パス・トラバーサル（CWE-22）',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N',
}

export default {
  name: 'Nobody mends a product any more, and all are told to stop using it',
  server: 'own',
  views: WIDE,
  steps: [
    reports(STORY),
    accepted(STORY),
    registered(DEVELOPER),
    onTheCase(DEVELOPER),
    informed(DEVELOPER),

    // The developer: support has ended, there will be no fix, and it agrees.
    backAs(DEVELOPER),
    isWell(),
    send('/support', { product: STORY.product, ended_on: '2024-03-31', fix: 'none', agrees: 'yes' }),
    isWell(),
    states(DEVELOPER, { result: 'affected', affected: 'affected', product: STORY.product }),

    // The coordinator sees which of the five cases it is, and where that leads.
    sit(COORDINATOR),
    onCase('/ending'),
    see({ ja: '利用中止を呼びかける公表を行います', en: 'published with the request to stop using' }),
    isWell(),
    picture('ending'),
    isOwed('set-day'),
    send('/day', { day: inDays(0) }),
    isOwed('draft-advisory'),
    drafted({ stop_using: STORY.product }, DEVELOPER),
    signed,
    published,

    foundByReader(STORY.product),
    see('portal-stop-using'),
    picture('public'),
    sit(RECEPTION),
    onCase(),
    isWell(),
  ],
}
