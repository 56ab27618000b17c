// Friday evening: somebody posts the flaw. It is made a fact, the developers are consulted, everybody is told within a minute, and the
// advisory is out before the weekend. No clause provides for that, and every page that does it says so.

import { as, isWell, picture, see, visit } from '../lib/steps.mjs'
import { send } from '../lib/forms.mjs'
import { countMails, mailed } from '../lib/mail.mjs'
import {
  COORDINATOR, RECEPTION, NARROW, accepted, backAs, drafted, foundByReader, inDays, informed, isOwed, onCase, onTheCase, published,
  registered, reports, signed, sit, states, untilFridayEvening,
} from '../lib/story.mjs'

const MAKER = { name: '夕凪ネットワーク', name_en: 'Yunagi Networks', manager: '港 一', mail: 'psirt@yunagi.example' }
const RESELLER = { name: '夕凪販売', name_en: 'Yunagi Sales', manager: '港 二', mail: 'support@yunagi-sales.example' }
const DESKS = ['uketsuke@mihari.example', 'chosei@noroshi.example']
const STORY = {
  product: '夕凪VPN',
  versions: '3.2 以前',
  developer: MAKER,
  kind: '認証の欠如（CWE-306）',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
}
const SEEN = '掲示板に再現手順が書き込まれている。'

export default {
  name: 'A leak on a Friday evening is answered within the hour',
  server: 'own',
  views: NARROW,
  steps: [
    reports(STORY),
    accepted(STORY),
    registered(MAKER),
    registered(RESELLER),
    onTheCase(MAKER, RESELLER),
    informed(MAKER, 1),
    informed(RESELLER, 2),
    states(MAKER, { result: 'affected', fix: '3.3 に更新してください。', affected: 'affected', product: STORY.product, to: '3.3' }),
    states(RESELLER, { result: 'affected', affected: 'affected', product: '夕凪VPN（販売品）', to: '3.3' }),
    sit(COORDINATOR),
    onCase(),
    send('/day', { day: inDays(50) }),
    drafted({}, MAKER),

    untilFridayEvening,

    // The receiving body sees it and says so; the coordinator makes it a fact. Everybody hears of it.
    countMails('chosei@noroshi.example'),
    sit(RECEPTION),
    onCase(),
    send('/signals', { kind: 'leaked', note: SEEN }),
    mailed('chosei@noroshi.example'),
    countMails(MAKER.mail, RESELLER.mail, ...DESKS),
    sit(COORDINATOR),
    isOwed('judge-signal'),
    isWell(),
    picture('signal'),
    send('/signals/1', {}, 'yes'),
    mailed(MAKER.mail, RESELLER.mail, DESKS[0]),

    // The developers are consulted: they see what happened, and one says that today is right.
    backAs(MAKER),
    see('developer-alarm'),
    isWell(),
    picture('alarm'),
    send('/day', { day: inDays(0), comment: '今日の公表に備えています。' }),

    // The fast lane, which says of itself that it is our own rule.
    countMails(MAKER.mail, RESELLER.mail, DESKS[0]),
    sit(COORDINATOR),
    onCase(),
    see('desk-fast-own-rule'),
    isWell(),
    picture('fast-lane'),
    send('/day', { day: inDays(0) }),
    mailed(MAKER.mail, RESELLER.mail, DESKS[0]),
    onCase(),
    see('desk-day-early'),
    signed,
    published,

    foundByReader(STORY.product),
    picture('public'),
    as('finder'),
    visit('/{lang}/progress'),
    send('/progress', { number: '{report}', secret: '{secret}' }),
    see('stage-published'),
    isWell(),
  ],
}
