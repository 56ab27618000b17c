// The way of a case through the committee that judges on publication (Ⅳ.3.(2)), each duty from where the case says that it is owed.

import { send } from './forms.mjs'
import { COORDINATOR, RECEPTION, isOwed, sit } from './story.mjs'
import { isWell } from './steps.mjs'

/** The coordinator tells the receiving body that it cannot coordinate, which judges for itself. */
export const impossible = (ground, reason) => [
  sit(COORDINATOR),
  isOwed('notify-impossible'),
  send('/judgement/notify-impossible', { developer: '1', ground, reason }),
  sit(RECEPTION),
  isOwed('judge-impossible'),
  isWell(),
  send('/judgement/judge-impossible', { accepted: 'accepted', reason: '経緯を確かめ、調整は不可能と判断した。' }),
]

/** The coordinator gives the material that the judgement rests on. */
export const material = [
  isOwed('ask-material'),
  send('/judgement/ask-material'),
  sit(COORDINATOR),
  isOwed('give-material'),
  send('/judgement/give-material', {
    contact: '電子メール、郵送、電話で連絡した。記録は案件のページのとおり。',
    information: '細工した要求で、公開していないファイルを読み出せる。',
    verification: '配布されている最新版で再現した。',
    countermeasure: '外部から接続できないようにする。修正版はない。',
    status: '製品開発者の対応は確認できていない。',
  }),
]
