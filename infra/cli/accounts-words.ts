/** What becomes of the accounts, in words for the operator: in Chinese first, then in English. */
import type { AccountPlan, AccountStep, RefusedPerson } from './account-plan.ts';
import type { Outcome } from './accounts-on-aws.ts';

const ACTS: Record<AccountStep['act'], string> = {
  create: '建账号 gets an account',
  renew: '建账号（上次未完成） gets an account, which was begun before',
  'fill-in': '填入已有账号 has an account, which is filled in',
  reset: '换初始密码并退出登录 gets a new initial password and is signed out',
  none: '已有账号 has an account',
};

/** What would be done: a line for each person who is touched or refused, and the sum. By number. */
export function foreseen({ steps, refused }: AccountPlan): string[] {
  const touched = steps.filter(({ act }) => act !== 'none');
  return [
    ...touched.map(({ person, username, act }) => `  ${person.id} ${username}: ${ACTS[act]}`),
    ...refused.map(refusal),
    `${touched.length} 人待办 to do, ${steps.length - touched.length} 人已有账号 have theirs, ${refused.length} 人不能办 refused（预览，未写入任何内容 preview, nothing was written）`,
  ];
}

export function outcomeLines(
  { slips, filledIn, refused }: Outcome,
  sheet: string | undefined,
): string[] {
  return [
    ...refused.map(refusal),
    `${filledIn} 人的账号已填入 accounts filled in, ${refused.length} 人未办 refused`,
    ...(slips > 0 && sheet !== undefined
      ? [
          `${slips} 张登录条在 ${sheet}：打印、剪开、发给本人，然后删除该文件`,
          `${slips} slips are in ${sheet}: print, cut and hand them out, then delete the file`,
        ]
      : []),
  ];
}

function refusal({ number, row, why }: RefusedPerson): string {
  return `  ${row === undefined ? '' : `第 ${row} 行 row ${row}, `}${number}: ${why}`;
}
