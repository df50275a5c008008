/** The outcome of a founding, in words for the operator: in Chinese first, then in English. */
import type { FoundingReport } from '../../functions/founding/report.ts';

type Founded = Extract<FoundingReport, { outcome: 'founded' }>;
type Appointed = Extract<FoundingReport, { outcome: 'appointed' }>;

const ACTS = {
  dismiss: '解任 dismissed',
  change: '变更 changed',
  appoint: '任命 appointed',
} as const;
const MEMBER_WORDS = {
  add: '新增为管理员 added as administrator',
  change: '已改为管理员，账号如文件所写 made administrator, with the account of the file',
  reactivate: '已恢复并改为管理员 reactivated as administrator',
  deactivate: '停用 deactivated',
  none: '已是如此，没有改动 is already so; nothing was changed',
} as const;
const ACCOUNT_WORDS = {
  filled: '账号已填入 the account was filled in',
  unchanged: '已是如此，没有改动 is already so; nothing was changed',
  refused: '未填入 not filled in:',
} as const;
const ONLY_LOOKED = '（预览，未写入任何内容 preview, nothing was written）';

/** The lines to show, and whether the file's declaration holds now, or would hold. */
export function told(report: FoundingReport): {
  readonly lines: readonly string[];
  readonly done: boolean;
} {
  switch (report.outcome) {
    case 'invalid':
      return {
        done: false,
        lines: [
          '文件有误，未写入任何内容 The file is not valid; nothing was written',
          ...report.errors.map(
            ({ field, rule, words }) => `  ${field} [${rule}]: ${words.zh} ${words.en}`,
          ),
        ],
      };
    case 'founded':
      return { done: true, lines: founded(report) };
    case 'already-founded':
      return {
        done: true,
        lines: [
          `${report.organization} 已于 ${report.at} 照此开通，这次没有改动 was already founded with this content; nothing was changed`,
        ],
      };
    case 'founded-otherwise':
      return {
        done: false,
        lines: [
          `${report.organization} 已开通，内容与文件不同，未作改动；现在由其管理员在网页上修改`,
          'It was already founded, with other content; nothing was changed. Its administrators now change it on the pages',
          ...report.differences.map(
            ({ field, before, after }) =>
              `  ${field}: 开通时 founded with ${shown(before)}, 文件 file ${shown(after)}`,
          ),
        ],
      };
    case 'appointed':
      return { done: true, lines: appointed(report) };
    case 'administrator':
      return {
        done: true,
        lines: [
          `${report.organization} ${report.member}: ${MEMBER_WORDS[report.act]}${report.preview ? ` ${ONLY_LOOKED}` : ''}`,
        ],
      };
    case 'accounts':
      return {
        done: report.rows.every(({ act }) => act !== 'refused'),
        lines: report.rows.map(
          ({ member, act, words }) =>
            `${member}: ${ACCOUNT_WORDS[act]}${words ? ` ${words.zh} ${words.en}` : ''}${report.preview ? ` ${ONLY_LOOKED}` : ''}`,
        ),
      };
  }
}

function founded({
  preview,
  organization,
  administrators,
  rounds,
  newDistricts,
}: Founded): string[] {
  return [
    preview
      ? `${organization} 可以开通 can be founded ${ONLY_LOOKED}`
      : `${organization} 已开通 has been founded`,
    ...rounds.map(
      ({ round, day, opensAt }) =>
        `  ${round} 期 round: 议政日 deliberation day ${day}, 开始 opens ${opensAt}`,
    ),
    ...administrators.map(
      ({ id, subject }) => `  管理员 administrator ${id}: 账号 account ${subject}`,
    ),
    ...newOnes(newDistricts),
  ];
}

function appointed({ preview, zone, acts, unchanged, newDistricts }: Appointed): string[] {
  const changes =
    acts.length === 0 ? '没有变化 nothing changes' : `${acts.length} 人有变化 changes`;
  return [
    `${zone}: ${changes}, ${unchanged} 人不变 unchanged${preview ? ` ${ONLY_LOOKED}` : ''}`,
    ...acts.map(({ act, member }) => `  ${member}: ${ACTS[act]}`),
    ...newOnes(newDistricts),
  ];
}

/** A typing error in a district's name makes another district. */
function newOnes(districts: readonly string[]): string[] {
  return districts.map(
    district =>
      `  请核对 please check: ${district} 片区目前没有单位 no organization is in this district yet`,
  );
}

function shown(value: unknown): string {
  return value === undefined ? '—' : JSON.stringify(value);
}
