// A website case ends in each of the ways that there are, over simulated months, by the forms of the receiving body's pages.

import { as, isWell, picture, see, visit } from '../lib/steps.mjs'
import { send } from '../lib/forms.mjs'
import { NARROW, RECEPTION, WIDE, letPass, sit } from '../lib/story.mjs'
import { acceptedSite, does, ends, informedByPhone, knownOperator, onSite, reportsSite, says } from '../lib/sites.mjs'

const SMALL = 'CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:U/C:L/I:N/A:N'

/** A site of its own for each ending. */
const site = (name) => ({
  url: `https://www.${name}.example/search`,
  operator: `${name}商店`,
  mail: `info@${name}.example`,
})

const begun = (name) => [reportsSite(site(name)), acceptedSite]

/** The operator answers so, and the case ends as that proposes. */
const answered = (name, answer, ending, words) => [
  begun(name),
  informedByPhone(site(name)),
  says(answer, words),
  onSite(),
  isWell(),
  ends(ending),
]

const FIXED = [
  begun('naosu'),
  onSite(),
  isWell(),
  picture('accepted'),
  informedByPhone(site('naosu')),
  onSite('/operator'),
  isWell(),
  picture('operator'),
  letPass(30),
  says('fixed'),
  onSite('/talk'),
  isWell(),
  picture('talk'),
  does('/talk', 'check-fix', { result: 'gone' }),
  onSite('/ending'),
  isWell(),
  picture('ending'),
  ends('application_fixed'),
  onSite(),
  isWell(),
  picture('ended'),
]

/** Nobody answers: by mail, by telephone, by fax, and then months of silence. */
const SILENT = [
  begun('damaru'),
  knownOperator(site('damaru')),
  letPass(14),
  does('/operator', 'contact-operator', { means: 'phone', to: '03-0000-0000', outcome: 'waiting' }),
  letPass(14),
  does('/operator', 'contact-operator', { means: 'fax', to: '03-0000-0001', outcome: 'waiting' }),
  onSite('/ending'),
  see('Ⅴ.3.5.第2段'),
  isWell(),
  picture('too-soon'),
  letPass(67),
  sit(RECEPTION),
  ends('no_proper_answer'),
]

const SMALL_ONE = [
  begun('chiisai'),
  does('', 'rate', { vector: SMALL, users: 'narrow', social: 'narrow', attack: 'no' }),
  informedByPhone(site('chiisai')),
  ends('small_impact'),
]

const IMPROPER = [
  begun('settei'),
  does('', 'classify', { 'site-cause': 'wrong_settings' }),
  does('/ending', 'link-alert', { title: '初期設定のままの製品に注意してください', url: 'https://alert.example/1' }),
  ends('improper_operation'),
]

const PRODUCT = [
  begun('seihin'),
  does('', 'classify', { 'site-cause': 'product' }),
  does('', 'hand-to-product', { product: '架空検索エンジン', steps: '(1) 検索の機能に文字列を入れる。' }),
  onSite('/outside'),
  isWell(),
  picture('product'),
  ends('handed_to_product'),
]

const WITHDRAWN = [
  begun('torisage'),
  as('finder'),
  visit('/{lang}/progress'),
  send('/progress', { number: '{report}', secret: '{secret}' }),
  send('/progress/withdraw'),
  sit(RECEPTION),
  ends('withdrawn'),
]

/** What the desk sees by itself, before anybody was asked. */
const atOnce = (name, ending) => [begun(name), ends(ending)]

export default [
  {
    name: 'A website case ends because it is fixed, known, or nobody will act',
    server: 'own',
    views: WIDE,
    steps: [
      FIXED,
      answered('unyou', 'avoided_by_operation', 'avoided_by_operation'),
      answered('sakujo', 'page_removed', 'page_removed'),
      answered('kichi', 'known_and_fixed', 'known_and_fixed', '先月に直しています。'),
      answered('shinai', 'will_not_act', 'operator_declines', '影響が小さいため対応しません。'),
      atOnce('hantei', 'not_vulnerability_information'),
      atOnce('hani', 'out_of_scope'),
    ],
  },
  {
    name: 'A website case ends in silence, in a product, or in any other way',
    server: 'own',
    views: NARROW,
    steps: [SILENT, SMALL_ONE, IMPROPER, PRODUCT, WITHDRAWN, atOnce('ihou', 'illegally_acquired')],
  },
]
