/**
 * The columns of the file of a round's ideas. They cover what an auditor needs of every idea in
 * every state. A ballot has only counts, never a member's vote. An unnamed idea is shown as
 * unnamed. Rewards are for managers alone.
 */
import { REASON_NAMES, STATUS_NAMES } from '../../shared/contract/names.ts';
import type { DecisionOutcome } from '../../shared/domain/idea/decision.ts';
import {
  decisionOf,
  type Idea,
  implementationOf,
  isDatedByDay,
  type Reward,
  reasonCodeOf,
  reasonOf,
  resultOf,
} from '../../shared/domain/idea/idea.ts';
import { FEN_PER_YUAN } from '../../shared/domain/kernel/amount.ts';
import type { MemberId } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { localDate, localTime } from '../../shared/domain/organization/calendar.ts';
import type { CalendarRules } from '../../shared/domain/organization/calendar-rules.ts';
import type { Person } from '../../shared/domain/organization/directory.ts';
import { hasRole, type Member } from '../../shared/domain/organization/organization.ts';
import type { Columns } from '../../shared/http/csv.ts';
import type { Language } from '../../shared/http/language.ts';

/** A row of the file: an idea, and its position, from 1. */
export interface IdeaRow {
  readonly number: number;
  readonly idea: Idea;
  /** Whoever the row names. */
  readonly people: ReadonlyMap<MemberId, Person>;
}

const ERASED = '已注销成员';

/** A member's name; undefined if there is none. */
function nameOf(id: MemberId | undefined, { people }: IdeaRow): string | undefined {
  const person = id && people.get(id);
  return person?.erased ? ERASED : person?.name;
}

function coAuthorsOf({ coAuthors }: Idea): MemberId[] {
  return [...new Set(coAuthors.map(({ id }) => id))];
}

/**
 * The columns for a reader, with all times in the time zone of the round's calendar. A ballot's
 * rule is worded in the reader's language, like a page's.
 */
export function ideaColumns(
  rules: Pick<CalendarRules, 'timeZone'>,
  reader: Member,
  language: Language,
): Columns<IdeaRow> {
  const local = (instant: Instant | undefined) => instant && localTime(instant, rules);
  return {
    序号: ({ number }) => number,
    编号: ({ idea }) => idea.id,
    状态: ({ idea }) => STATUS_NAMES[idea.status],
    建议名称: ({ idea }) => idea.title,
    类别: ({ idea }) => idea.category,
    部门: ({ idea }) => idea.department,
    提交人: ({ idea }) => idea.authorId ?? '不记名',
    提交人姓名: row => nameOf(row.idea.authorId, row),
    共同提交人: ({ idea }) => coAuthorsOf(idea).join('、'),
    共同提交人姓名: row =>
      coAuthorsOf(row.idea)
        .map(id => nameOf(id, row) ?? id)
        .join('、'),
    提交时间: ({ idea }) => handedIn(idea, rules),
    现状分析: ({ idea }) => idea.problem,
    改进措施: ({ idea }) => idea.proposal,
    '预期年效益(元)': ({ idea }) => idea.expectedBenefit,
    决定: ({ idea }) => {
      const decision = decisionOf(idea);
      return decision && OUTCOME_NAMES[decision.outcome];
    },
    决定期: ({ idea }) => decisionOf(idea)?.round,
    决定时间: ({ idea }) => local(decisionOf(idea)?.at),
    决定理由: ({ idea }) => reasonGiven(idea, language),
    答复: ({ idea }) => decisionOf(idea)?.reply,
    赞成票: ({ idea }) => ballotOf(idea)?.tally?.approve,
    反对票: ({ idea }) => ballotOf(idea)?.tally?.oppose,
    弃权票: ({ idea }) => ballotOf(idea)?.tally?.abstain,
    应到票: ({ idea }) => ballotOf(idea)?.eligible,
    法定票: ({ idea }) => ballotOf(idea)?.quorum,
    负责人: ({ idea }) => implementationOf(idea)?.owner,
    负责人姓名: row => nameOf(implementationOf(row.idea)?.owner, row),
    完成期限: ({ idea }) => implementationOf(idea)?.due,
    '进度(%)': ({ idea }) => implementationOf(idea)?.progress,
    进展: ({ idea }) => implementationOf(idea)?.note,
    完成情况: ({ idea }) => ('completion' in idea ? idea.completion.done : undefined),
    完成时间: ({ idea }) => ('completion' in idea ? local(idea.completion.at) : undefined),
    '申报年效益(元)': ({ idea }) =>
      'completion' in idea ? idea.completion.claimedBenefit : undefined,
    '核实年效益(元)': ({ idea }) =>
      'acceptance' in idea ? idea.acceptance.verifiedBenefit : undefined,
    验收人: ({ idea }) => ('acceptance' in idea ? idea.acceptance.by : undefined),
    验收人姓名: row => nameOf('acceptance' in row.idea ? row.idea.acceptance.by : undefined, row),
    验收时间: ({ idea }) => ('acceptance' in idea ? local(idea.acceptance.at) : undefined),
    ...(hasRole(reader, ['manager']) && REWARD_COLUMNS),
    终止理由: ({ idea }) => ('abandonment' in idea ? idea.abandonment.reason : undefined),
    退回说明: ({ idea }) => ('note' in idea ? idea.note : undefined),
    并入: ({ idea }) => ('into' in idea ? idea.into : undefined),
  };
}

/**
 * To the minute, or to the day for an unnamed author. Their time is not stored, and midnight would
 * look like one.
 */
function handedIn({ submittedAt, history }: Idea, rules: Pick<CalendarRules, 'timeZone'>): string {
  return isDatedByDay(history) ? localDate(submittedAt, rules) : localTime(submittedAt, rules);
}

/** A person's reason, or the rule by which the ballot decided; never the tally again. */
function reasonGiven(idea: Idea, language: Language): string | undefined {
  const decision = decisionOf(idea);
  const code = decision && reasonCodeOf(decision);
  return code ? REASON_NAMES[language][code] : decision && reasonOf(decision);
}

const OUTCOME_NAMES: Record<DecisionOutcome, string> = {
  adopted: '采纳',
  declined: '不采纳',
  deferred: '暂缓',
};

const REWARD_NAMES: Record<Reward['state'], string> = {
  proposed: '待核定',
  approved: '已核定',
  paid: '已发放',
};

/** Managers alone see rewards here: rewards are between managers and authors. */
const REWARD_COLUMNS: Columns<IdeaRow> = {
  奖励: ({ idea }) => ('reward' in idea ? REWARD_NAMES[idea.reward.state] : undefined),
  '奖励金额(元)': ({ idea }) => ('reward' in idea ? amountOf(idea.reward) : undefined),
};

/** The approved amount, in yuan. A proposal is not an amount yet. */
function amountOf(reward: Reward): number | undefined {
  return reward.state === 'proposed' ? undefined : reward.amount / FEN_PER_YUAN;
}

function ballotOf(idea: Idea) {
  const decision = decisionOf(idea);
  return decision && resultOf(decision);
}
