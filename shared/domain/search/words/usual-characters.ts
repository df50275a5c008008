/**
 * How many of a hundred ideas have a character, where it is many: in general Chinese by its rank among
 * the most frequent ones, and in ideas of works by counting.
 */

/** The 400 most frequent characters of Chinese texts, in their order. */
const GENERAL =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运';
const SHARES_BY_RANK: readonly (readonly [rank: number, share: number])[] = [
  [50, 0.3],
  [150, 0.16],
  [300, 0.08],
  [Number.POSITIVE_INFINITY, 0.04],
];

const IN_WORKS: readonly (readonly [share: number, characters: string])[] = [
  [0.2, '车一人两机工件装每天三台间'],
  [0.1, '分班换自动面来发理配出开次接焊手定大按放前板清废电单点后年先小做度周期增设检成月油过地'],
  [
    0.05,
    '外道热打位试压水统找高看中室各当床排钟口回签行料验量员合贴管货门作十长修二气线号箱轮具标处套收旧炉费记半化保补纸温带生新',
  ],
];

/** The share of ideas with a character, by its UTF-16 unit; 0 for a rare one. */
export const USUAL_SHARES = new Float64Array(0x10000);
for (const [rank, character] of [...GENERAL].entries()) {
  const share = SHARES_BY_RANK.find(([below]) => rank < below)?.[1] ?? 0;
  const code = character.charCodeAt(0);
  USUAL_SHARES[code] = Math.max(USUAL_SHARES[code] ?? 0, share);
}
for (const [share, characters] of IN_WORKS)
  for (const character of characters) {
    const code = character.charCodeAt(0);
    USUAL_SHARES[code] = Math.max(USUAL_SHARES[code] ?? 0, share);
  }
