/**
 * The generated parts of the rules of the cycle (`docs/cycle.md`): the chart and the table of
 * transitions, the bands of rewards, the lengths of texts. Each is between two markers and is
 * regenerated from the code.
 */
import { ACT_NAMES, DOER_NAMES, STATUS_NAMES } from '../../shared/contract/names.ts';
import {
  actsFrom,
  type Doer,
  IDEA_ACTS,
  IDEA_STATUSES,
  type IdeaStatus,
  nextStatuses,
  TRANSITIONS,
} from '../../shared/domain/idea/lifecycle.ts';
import { BODY, COMMENT, REASON, type TextLimits, TITLE } from '../../shared/domain/kernel/text.ts';
import { DEFAULT_BANDS, proposalFor } from '../../shared/domain/organization/reward-bands.ts';

/** The content between the markers, by name. */
const PARTS: Readonly<Record<string, () => string>> = {
  chart: chartOfTransitions,
  transitions: tableOfTransitions,
  bands: tableOfBands,
  lengths: tableOfLengths,
};

/**
 * The text with all generated parts from the present code. Throws if the markers of one are
 * missing.
 */
export function refreshed(text: string): string {
  return Object.entries(PARTS).reduce((whole, [name, part]) => {
    const begin = `<!-- generated: ${name} -->`;
    const end = `<!-- end: ${name} -->`;
    const [before, between, ...more] = whole.split(begin);
    const after = between?.split(end)[1];
    if (before === undefined || after === undefined || more.length > 0)
      throw new Error(`the markers of "${name}" are not there once`);
    return `${before}${begin}\n\n${part()}\n\n${end}${after}`;
  }, text);
}

/** The transitions from state to state. A transition that keeps the state is in the table only. */
function chartOfTransitions(): string {
  const ways = IDEA_STATUSES.flatMap(from =>
    IDEA_STATUSES.filter(to => to !== from).flatMap(to => {
      const acts = actsFrom(from).filter(act => nextStatuses(act, from).includes(to));
      return acts.length === 0
        ? []
        : [[from, to, acts.map(act => ACT_NAMES[act]).join('、')] as const];
    }),
  );
  const ends = IDEA_STATUSES.filter(status => !ways.some(([from]) => from === status));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...IDEA_STATUSES.map(status => `  state "${STATUS_NAMES[status]}" as ${idOf(status)}`),
    `  [*] --> ${idOf('submitted')}: ${ACT_NAMES.submit}`,
    `  [*] --> ${idOf('on-agenda')}: ${ACT_NAMES.submit}（审议期间）`,
    ...ways.map(([from, to, acts]) => `  ${idOf(from)} --> ${idOf(to)}: ${acts}`),
    ...ends.map(status => `  ${idOf(status)} --> [*]`),
    '```',
  ].join('\n');
}

function tableOfTransitions(): string {
  const rows = IDEA_ACTS.map(act => {
    const { from, to, by } = TRANSITIONS[act];
    return [
      ACT_NAMES[act],
      priorNames(from),
      to === 'same' ? '不变' : namesOf(to),
      by.map((doer: Doer) => DOER_NAMES[doer]).join('、'),
    ];
  });
  const handingIn = [
    ACT_NAMES.submit,
    '（还没有）',
    namesOf(['submitted', 'on-agenda']),
    '任何成员；秘书可代人提交',
  ];
  return table(['动作', '原来的状态', '之后的状态', '谁可以做'], [handingIn, ...rows]);
}

function tableOfBands(): string {
  const rows = DEFAULT_BANDS.map(({ from, least, most }, at) => {
    const next = DEFAULT_BANDS[at + 1];
    const upTo = next ? `，不满 ${yuan(next.from)}` : '';
    const last = next ? next.from - 1 : from;
    const [low, high] = [from, last].map(benefit => proposalFor(benefit, DEFAULT_BANDS).proposed);
    return [
      `${yuan(from)}起${upTo}`,
      `${least}–${most} 元`,
      low === high ? `${low} 元` : `${low}–${high} 元，随效益递增`,
    ];
  });
  return table(['核实年效益', '可以核定的奖励', '系统建议'], rows);
}

function tableOfLengths(): string {
  const rows: readonly (readonly [string, TextLimits])[] = [
    ['建议名称', TITLE],
    ['现状分析、改进措施', BODY],
    ['各种理由、说明、答复', REASON],
    ['评论、表决时的意见', COMMENT],
  ];
  return table(
    ['文字', '最少', '最多'],
    rows.map(([name, { min, max }]) => [name, `${min} 字`, `${max} 字`]),
  );
}

/** All states but one are named by that one. */
function priorNames(from: readonly IdeaStatus[]): string {
  const [lacking, ...more] = IDEA_STATUSES.filter(status => !from.includes(status));
  return lacking !== undefined && more.length === 0
    ? `除${STATUS_NAMES[lacking]}以外的任何状态`
    : namesOf(from);
}

function namesOf(statuses: readonly IdeaStatus[]): string {
  return statuses.map(status => STATUS_NAMES[status]).join('；');
}

/** A name that mermaid accepts as one. */
function idOf(status: IdeaStatus): string {
  return status.replaceAll('-', '_');
}

function yuan(amount: number): string {
  return amount >= 10_000 ? `${amount / 10_000} 万元` : `${amount} 元`;
}

/** A table with aligned columns, as the formatter writes it. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, at) =>
    Math.max(...[head, ...rows.map(row => row[at] ?? '')].map(widthOf)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell))).join(' | ')} |`;
  return [line(heads), line(widths.map(width => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/**
 * The width of a text on a screen: Chinese characters and their punctuation take two columns each.
 */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, character) => sum + (/[\u2e80-\ua4cf\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );
}
