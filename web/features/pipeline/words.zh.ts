/** The Chinese texts of the strip of stages. */
import type { Stage } from './stages.ts';

export const zh = {
  pipeline: (round: string) => `${round}的进度`,
  stages: {
    waiting: '待初审',
    returned: '退回待改',
    listed: '已列入议程',
    decided: '已决定',
    unassigned: '待指定负责人',
    implementing: '实施中',
    completed: '待验收',
  } satisfies Record<Stage, string>,
};
