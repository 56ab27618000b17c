// A developer refuses that its product is published. What it said is kept with its history, and the case goes to the committee.

import { isWell, picture, see } from '../lib/steps.mjs'
import { send } from '../lib/forms.mjs'
import { impossible, material } from '../lib/committee.mjs'
import {
  COORDINATOR, VIEWS, accepted, backAs, informed, onCase, onTheCase, registered, reports, sit,
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
export default {
  name: 'A developer refuses the publication, and the case goes to the committee',
  server: 'own',
  views: VIEWS,
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
    material,
    onCase('/judgement'),
    see({ ja: '同意を得られる見込みがない', en: '同意を得られる見込みがない' }),
    isWell(),
    picture('judgement'),
  ],
}
