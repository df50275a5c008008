/** A published bulletin, as the API answers it, for tests of its pages. */
import type { Category, Department, IdeaId } from '../../../../shared/domain/kernel/ids.ts';
import { rate } from '../../../../shared/domain/numbers/rate.ts';
import { numbersOf } from '../../../../shared/domain/numbers/statistics.ts';
import type { Bulletin, Entry } from '../../../../web/features/bulletin/notice.ts';
import { at, october } from '../../sample.ts';

const department = '机加一车间' as Department;

export function entry(number: number, changes: Partial<Entry> = {}): Entry {
  return {
    id: `2026-10-${String(number).padStart(26, '0')}` as IdeaId,
    title: `第${number}条`,
    category: '安全' as Category,
    department,
    status: 'adopted',
    ...changes,
  };
}

const numbers = numbersOf(
  new Map([
    ['submitted' as const, 4],
    ['adopted' as const, 2],
    ['declined' as const, 1],
    ['deferred' as const, 1],
  ]),
  4,
  20,
);

export const bulletin: Bulletin = {
  round: october,
  publishedAt: at('2026-10-19 18:00'),
  organizationName: '华泰矿冶',
  timeZone: 'Asia/Shanghai',
  numbersWithheld: { numbers: ['rewardsPaid'], fewestIdeas: 3 },
  statistics: {
    total: {
      ...numbers,
      ideasPerHead: rate(4, 20),
      followUp: {
        daysToFirstReply: { mean: 2.5, replied: 2 },
        rewardsApproved: { ideas: 4, fen: 120_050 },
        rewardsPaid: null,
        excellent: 1,
      },
    },
    departments: [{ name: department, ...numbers }],
    categories: [{ name: '安全' as Category, ...numbers }],
  },
  items: [
    entry(1, {
      status: 'declined',
      reason: '费用超出预算',
      tally: { approve: 1, oppose: 3, abstain: 0 },
    }),
    entry(2, { status: 'abandoned', reply: '由设备部年内完成' }),
    entry(3, { status: 'deferred', reasonCode: 'no-quorum' }),
    entry(4, { tally: { approve: 4, oppose: 0, abstain: 1 } }),
  ],
};
