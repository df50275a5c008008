/** The Chinese texts of the pages of `calendar`. */
import type { CalendarRules } from '../../../shared/domain/organization/calendar-rules.ts';

export const zh = {
  save: '保存',
  saved: '已保存。',
  open: '打开',
  act: '操作',
  between: (min: number, max: number) => `请填 ${min}–${max} 的整数。`,
  number: '工号',

  calendarTitle: '日程',
  daysTitle: '民主议政日',
  daysText:
    '单独一期可以改期，例如避开春节，直到这一天到来为止。当天结束前提交的金点子都算这一期。',
  deliberationDay: '民主议政日',
  opens: '审议开始',
  closes: '表决截止',
  publishes: '公示',
  moved: '已改期',
  moveDay: '改期',
  newDayOf: (round: string) => `${round}的民主议政日`,
  newDayHint: '在本月或相邻的月份，在前后两期的议政日之间，并且与它们的表决时间不重叠。',
  notADay: '请选择日期。',
  restoreDay: '恢复原定日期',
  confirmRestoring: (round: string) => `确定把${round}恢复到规则规定的日期？`,
  dayMoved: (round: string, day: string) =>
    `${round}的民主议政日定在 ${day}，开始、截止和公示的时间随之改变。`,
  calendarRulesTitle: '日程规则',
  calendarRulesText: '已经开始征集的各期不受影响；单独改过期的日子也不变。',
  heldFrom: (round: string) => `最近一次改动从${round}起生效，以前各期仍按原来的规则。`,
  holdsFrom: (round: string) => `现在改动的话，从${round}起生效。`,
  calendarFields: {
    day: '每月几日',
    opensAt: '审议开始时间',
    votingDays: '表决天数',
    closesAt: '表决截止时间',
    publicationDays: '截止到公示的天数',
    timeZone: '时区',
  } satisfies Record<keyof CalendarRules, string>,
  calendarHints: {
    day: '没有这一天的月份，就是月末最后一天。',
    opensAt: '议政日当天。',
    votingDays: '从议政日算起，1–14 天。',
    closesAt: '表决最后一天；公示也在这个时间。',
    publicationDays: '0–14 天。',
    timeZone: '例如 Asia/Shanghai。',
  } satisfies Record<keyof CalendarRules, string>,
  notATime: '请填时间，例如 09:00。',
  notATimeZone: '没有这个时区；请填 Asia/Shanghai 这样的名称。',
  schedulePreview: '这样改的话，最先的三期',
  year: (year: string) => `${year}年`,
  dayHasCome: '这一天已经到了，不能再改。',
};
