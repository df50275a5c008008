/** Words for refusals about the calendar, the organization's settings and its members. */
import type { OpenMatters } from '../../domain/organization/erasure.ts';
import type { AdministrationRefusal } from '../../domain/refusal.ts';
import { BAND_FAULTS } from '../band-faults.ts';
import type { Words } from '../language.ts';
import { ofField, type WordingsOf } from '../wording.ts';

export const administrationWordings = {
  'day-has-come': ({ day }) =>
    ofField(
      'day',
      'not-come',
      { zh: '议政日已到，不能再改', en: 'The deliberation day has come' },
      { zh: `${day} 已到或已过，只能改到以后的日子`, en: `${day} is not after today` },
    ),
  'day-too-far-ahead': ({ farthest }) =>
    ofField(
      'round',
      'ahead',
      { zh: '这一期还太远', en: 'The round is too far ahead' },
      { zh: `最远可改到 ${farthest} 期`, en: `The latest is ${farthest}` },
    ),
  'day-outside-month': ({ first, last }) =>
    ofField(
      'day',
      'range',
      { zh: '议政日离本月太远', en: 'The day is too far from its month' },
      { zh: `可选 ${first} 至 ${last}`, en: `From ${first} to ${last}` },
    ),
  'day-out-of-order': ({ first, last }) =>
    ofField(
      'day',
      'range',
      { zh: '与前后期的日程冲突', en: 'The day is too close to a neighbouring round' },
      { zh: `可选 ${first} 至 ${last}`, en: `From ${first} to ${last}` },
    ),
  'rounds-overlap': ({ round, closesAt, opensAt }) =>
    ofField(
      'day',
      'no-overlap',
      { zh: '前后两期的表决时间重叠', en: 'The ballots of two rounds would overlap' },
      {
        zh: `${round} 期 ${closesAt} 才截止，下一期 ${opensAt} 就要开始；可先移动其中一期的议政日`,
        en: `Round ${round} closes at ${closesAt}, the next one opens at ${opensAt}; move the day of one of them first`,
      },
    ),
  'department-in-use': ({ department, members }) =>
    ofField(
      'departments',
      'unused',
      { zh: '部门里还有在册成员', en: 'Members belong to the department' },
      {
        zh: `${department} 还有 ${members} 人在册，请先调整他们的部门`,
        en: `${members} active members belong to ${department}; move them first`,
      },
    ),
  'bands-not-in-order': ({ fault, band }) => {
    const words = BAND_FAULTS[fault];
    return ofField(
      `bands.${band}`,
      fault,
      { zh: '奖励档次不合理', en: 'The bands are not in order' },
      { zh: `第 ${band + 1} 档：${words.zh}`, en: `Band ${band + 1}: ${words.en}` },
    );
  },
  'member-exists': ({ member }) => ({
    ...ofField(
      'id',
      'new',
      { zh: '工号已在成员名单中', en: 'This member already exists' },
      {
        zh: `${member} 已在名单中，请修改原有记录`,
        en: `${member} is on the list; change the entry there`,
      },
    ),
    status: 409,
  }),
  'subject-taken': ({ member }) =>
    ofField(
      'subject',
      'unique',
      { zh: '账号已属于其他成员', en: 'The account belongs to another member' },
      { zh: `已属于 ${member}`, en: `It belongs to ${member}` },
    ),
  'member-erased': ({ member }) => ({
    ...ofField(
      'id',
      'erased',
      { zh: '这个工号已注销', en: 'The number is that of an erased member' },
      {
        zh: `${member} 已注销，不能恢复，也不能再给别人用；请用新的工号`,
        en: `${member} was erased permanently, and the number is not reused; use a new one`,
      },
    ),
    status: 409,
  }),
  'own-erasure': () => ({
    status: 422,
    title: { zh: '不能注销自己', en: 'You cannot erase yourself' },
    detail: { zh: '请另一位管理员来做', en: 'Ask another administrator to do it' },
  }),
  'matters-open': open => ({
    status: 409,
    title: { zh: '还有未了的事，暂不能注销', en: 'This member still has open work' },
    detail: mattersIn(open),
  }),
  'last-administrator': () =>
    ofField(
      'roles',
      'administrator',
      { zh: '至少要有一位管理员', en: 'There must be an administrator' },
      { zh: '请先指定另一位管理员', en: 'Appoint another administrator first' },
    ),
  'committee-full': ({ most }) =>
    ofField(
      'roles',
      'committee',
      { zh: '评委人数已满', en: 'The committee is full' },
      { zh: `评委和主任委员最多 ${most} 人`, en: `At most ${most}, chairs included` },
    ),
} satisfies WordingsOf<AdministrationRefusal>;

/** The most ids of one kind that a message names. */
const MOST_NAMED = 5;

/** What is open and what to do about it, with the numbers of ideas and rounds. */
function mattersIn({ work, rewards, ballots }: OpenMatters): Words {
  const kinds = [
    {
      ids: work,
      zh: (count: number) => `负责的实施 ${count} 项未验收，请先改派或验收`,
      en: (count: number) => `they own work not accepted yet (${count}): reassign or accept it`,
    },
    {
      ids: rewards,
      zh: (count: number) => `已核定的奖励 ${count} 笔未发放，请先发放`,
      en: (count: number) => `rewards approved and not paid (${count}): pay them`,
    },
    {
      ids: ballots,
      zh: (count: number) => `是 ${count} 期未截止表决的评委，请等表决截止`,
      en: (count: number) =>
        `they are an elector of open ballots (${count}): wait for them to close`,
    },
  ].filter(({ ids }) => ids.length > 0);
  const named = (ids: readonly string[], comma: string): string =>
    [...ids.slice(0, MOST_NAMED), ...(ids.length > MOST_NAMED ? ['…'] : [])].join(comma);
  return {
    zh: kinds.map(({ ids, zh }) => `${zh(ids.length)}：${named(ids, '、')}`).join('；'),
    en: kinds.map(({ ids, en }) => `${en(ids.length)} – ${named(ids, ', ')}`).join('; '),
  };
}
