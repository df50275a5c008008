/**
 * Ready-made pieces of one organization's practice, for tests to say only what matters to them: its calendar, people, ideas,
 * rounds and votes.
 */
import { ballotResult, type Choice, type Vote } from '../../shared/domain/ballot.ts';
import { type Calendar, DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/calendar.ts';
import type { BallotResult } from '../../shared/domain/decision.ts';
import {
  type Actor,
  type Idea,
  type IdeaContent,
  type Submission,
  submit,
} from '../../shared/domain/idea.ts';
import {
  type Category,
  type Department,
  type IdeaId,
  ideaIdOf,
  isCategory,
  isDepartment,
  isMemberId,
  isOrganizationId,
  isRoundId,
  isSubject,
  type MemberId,
  type RoundId,
} from '../../shared/domain/ids.ts';
import { type Instant, parseInstant } from '../../shared/domain/instant.ts';
import {
  DEFAULT_RULES,
  DEFAULT_TARGETS,
  type Member,
  type Organization,
  type Role,
} from '../../shared/domain/organization.ts';
import type { Outcome, RefusalCode } from '../../shared/domain/refusal.ts';
import { type DeliberatingRound, newRound, open } from '../../shared/domain/round.ts';

function branded<Value extends string>(is: (text: string) => text is Value, text: string): Value {
  if (!is(text)) throw new Error(`not well-formed: ${text}`);
  return text;
}

export const member = (id: string): MemberId => branded(isMemberId, id);
export const round = (id: string): RoundId => branded(isRoundId, id);
export const department = (name: string): Department => branded(isDepartment, name);
export const category = (name: string): Category => branded(isCategory, name);
export const ideaId = (number: number, of: RoundId = round('2026-10')): IdeaId =>
  ideaIdOf(of, String(number).padStart(26, '0'));

/** An instant written with its offset. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (parsed === undefined) throw new Error(`no instant: ${text}`);
  return parsed;
}

/** A local time in Shanghai: `2026-10-15 09:00`. */
export const shanghai = (local: string): Instant => instant(`${local.replace(' ', 'T')}+08:00`);

export const calendar = (changes: Partial<Calendar> = {}): Calendar => ({ ...DEFAULT_CALENDAR, ...changes });

export const huatai: Organization = {
  id: branded(isOrganizationId, 'huatai'),
  name: '华泰矿冶',
  calendar: DEFAULT_CALENDAR,
  rules: DEFAULT_RULES,
  targets: DEFAULT_TARGETS,
  departments: [department('铸造车间'), department('装配车间')],
  categories: [category('安全'), category('节能')],
};

export function person(id: string, roles: readonly Role[] = ['employee'], where = '铸造车间'): Member {
  return {
    organization: huatai.id,
    id: member(id),
    subject: branded(isSubject, `subject-of-${id}`),
    roles,
    department: department(where),
  };
}

export const actor = (id: MemberId): Actor => ({ kind: 'member', id });
export const CYCLE: Actor = { kind: 'cycle' };
export const AUTHOR = member('HT0132');
export const CHAIR = actor(member('HT0001'));

export const content: IdeaContent = {
  title: '行车限位加装声光报警',
  problem: '行车靠近限位时没有提示',
  proposal: '加装声光报警器',
  category: category('安全'),
  department: department('铸造车间'),
};

/** An idea handed in by its author on 8 October 2026. */
export function handedIn(changes: Partial<Submission> = {}): Idea {
  const { at = shanghai('2026-10-08 10:00') } = changes;
  return submit({
    id: ideaId(1),
    organization: huatai.id,
    round: round('2026-10'),
    content,
    authorId: AUTHOR,
    by: actor(AUTHOR),
    submittedAt: at,
    at,
    deliberating: false,
    ...changes,
  });
}

/** The round of October 2026 while it deliberates. */
export function deliberating(electorate: readonly MemberId[], rules = DEFAULT_RULES): DeliberatingRound {
  const schedule = scheduleOf(round('2026-10'), DEFAULT_CALENDAR);
  return open(newRound(huatai.id, round('2026-10'), schedule), electorate, rules, schedule.opensAt);
}

/** As many committee members as asked for: K1, K2, … */
export const committee = (size: number): MemberId[] =>
  Array.from({ length: size }, (_, at) => member(`K${at + 1}`));

export const voteOf = (voter: MemberId, choice: Choice): Vote => ({
  round: round('2026-10'),
  voter,
  choice,
  castAt: shanghai('2026-10-15 10:00'),
});

/** The first so many of the committee approving, the next opposing, the next abstaining. */
export function votes({ approve = 0, oppose = 0, abstain = 0 }): Vote[] {
  const choices: Choice[] = [
    ...Array<Choice>(approve).fill('approve'),
    ...Array<Choice>(oppose).fill('oppose'),
    ...Array<Choice>(abstain).fill('abstain'),
  ];
  return choices.map((choice, at) => voteOf(member(`K${at + 1}`), choice));
}

/** The result of a ballot among nine, under the default rules. */
export const resultOf = (cast: { approve?: number; oppose?: number; abstain?: number }): BallotResult =>
  ballotResult(votes(cast), committee(9), DEFAULT_RULES);

/** The value of an outcome that must have been accepted. */
export function value<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}

/** Why an outcome was refused; undefined if it was accepted. */
export const codeOf = (outcome: Outcome<unknown>): RefusalCode | undefined =>
  outcome.ok ? undefined : outcome.refusal.code;
