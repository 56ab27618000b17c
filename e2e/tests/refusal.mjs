// A developer refuses that its product is published. What it said is kept with its history; the committee decides to publish,
// the minister confirms, and the developer's view stands beside what is published.

import { isWell, picture, see, seeNot } from '../lib/steps.mjs'
import { cannot, send } from '../lib/forms.mjs'
import { countMails, mailed } from '../lib/mail.mjs'
import { decided, impossible, material, paperMade, prepared, voted } from '../lib/committee.mjs'
import {
  COORDINATOR, NARROW, RECEPTION, accepted, backAs, drafted, foundByReader, inDays, informed, isOwed, onCase, onTheCase, published,
  registered, reports, signed, sit,
} from '../lib/story.mjs'

const DEVELOPER = { name: '雷門システムズ', name_en: 'Kaminarimon Systems', manager: '法務 太郎', mail: 'legal@kaminarimon.example' }
const STORY = {
  product: '雷門ゲートウェイ',
  versions: '5.0 以前',
  developer: DEVELOPER,
  kind: 'OSコマンド・インジェクション（CWE-78）',
  vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
}
const SAID = '当社の信用に関わるため、公表には同意できません。'
const AGAIN = '電話で確かめた。公表しないでほしいという考えは変わらない。'
const TOLD = {
  means: 'mail',
  to: DEVELOPER.mail,
  information: '細工した要求で、任意のOSコマンドを実行される。',
  grounds: '配布されている最新版で再現した。',
  history: '公表に同意しない旨の連絡が二度あった。',
  send_to: 'uketsuke@mihari.example',
  deadline: inDays(6),
}

/** What the developer wants to be read beside the publication. */
const VIEW = {
  ja: '当社は、閉じたネットワークでの利用を前提とした製品であると考えています。',
  en: 'We hold that the product is meant for closed networks only.',
}

/** The minister's confirmation, the developer's view, the day; then the publication with the view beside it. */
const PUBLISHED = [
  isOwed('ask-confirmation'),
  send('/judgement/ask-confirmation', { reference: '受付第12号' }),
  onCase('/judgement'),
  isWell(),
  paperMade('confirmation'),
  countMails(DEVELOPER.mail),
  isOwed('ask-view'),
  send('/judgement/ask-view', { deadline: inDays(14) }),
  cannot('/judgement/set-judged-day'),
  mailed(DEVELOPER.mail),
  backAs(DEVELOPER),
  isWell(),
  picture('view-asked'),
  send('/view', { text_ja: VIEW.ja, text_en: VIEW.en, shown: 'yes' }),
  isWell(),

  sit(RECEPTION),
  isOwed('record-confirmation'),
  send('/judgement/record-confirmation', { reference: '確認第34号' }),
  isOwed('set-judged-day'),
  send('/judgement/set-judged-day', { day: inDays(0) }),
  onCase('/judgement'),
  see('確認第34号'),
  see(VIEW),
  isWell(),
  picture('confirmed'),

  sit(COORDINATOR),
  isOwed('draft-advisory'),
  drafted({
    'vendor-0': DEVELOPER.name,
    'product-0': STORY.product,
    'to-0': '5.0',
    'bound-0': 'last',
    solution_ja: '外部から接続できないようにしてください。',
    solution_en: 'Keep it from being reached from outside.',
  }),
  signed,
  published,
  foundByReader(STORY.product),
  see(VIEW),
  seeNot('第34号'),
  seeNot(SAID),
  picture('public'),
]

export default {
  name: 'A developer refuses the publication: the committee decides, and its view stands beside the publication',
  server: 'own',
  views: NARROW,
  steps: [
    reports(STORY),
    accepted(STORY),
    registered(DEVELOPER),
    onTheCase(DEVELOPER),
    informed(DEVELOPER),

    // The developer says so itself; the coordinator writes down what it heard on the phone.
    backAs(DEVELOPER),
    send('/refusal', { what: 'publication', statement: SAID }),
    isWell(),
    sit(COORDINATOR),
    onCase('/ending'),
    send('/ending/refusal', { developer: { label: DEVELOPER.name }, what: 'publication', statement: AGAIN }),
    onCase('/ending'),
    see(SAID),
    see(AGAIN),
    isWell(),
    picture('history'),

    impossible('no-agreement', 'この製品の公表について、製品開発者の同意を得られる見込みがない。'),
    countMails(DEVELOPER.mail),
    material,
    prepared(TOLD),
    picture('judgement'),

    // The developer is told what is judged, and may answer in writing.
    mailed(DEVELOPER.mail),
    backAs(DEVELOPER),
    see(TOLD.grounds),
    isWell(),
    picture('announced'),
    send('/opinion', { text: '閉じたネットワークで使う製品であり、公表は不要と考えます。' }),
    isWell(),

    voted,
    decided,
    picture('decided'),
    PUBLISHED,
  ],
}
