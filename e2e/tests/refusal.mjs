// A developer refuses that its product is published. What it said is kept with its history, and the case goes to the committee.

import { isWell, picture, see } from '../lib/steps.mjs'
import { send } from '../lib/forms.mjs'
import { countMails, mailed } from '../lib/mail.mjs'
import { impossible, material, prepared } from '../lib/committee.mjs'
import {
  COORDINATOR, NARROW, accepted, backAs, inDays, informed, onCase, onTheCase, registered, reports, sit,
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

export default {
  name: 'A developer refuses the publication, and the case goes to the committee',
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
  ],
}
