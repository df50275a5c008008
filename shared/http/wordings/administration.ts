/** Words for refusals about the calendar, the organization's settings and its members. */
import type { AdministrationRefusal } from '../../domain/refusal.ts';
import { BAND_FAULTS } from '../band-faults.ts';
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
      { zh: `最远可改到 ${farthest} 期`, en: `The farthest is ${farthest}` },
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
      { zh: '与前后期的日程冲突', en: 'The day gets in the way of the round before or after' },
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
      { zh: '工号已在成员名单中', en: 'There is such a member' },
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
  'last-administrator': () =>
    ofField(
      'roles',
      'administrator',
      { zh: '至少要有一位管理员', en: 'Somebody must be administrator' },
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
