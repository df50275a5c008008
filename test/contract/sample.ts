/** An idea and its round from the domain, for tests of a reader's view. */
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { submitIdea } from '../../shared/domain/idea/submission.ts';
import {
  ideaIdOf,
  isCategory,
  isMemberId,
  isOrganizationId,
  isRoundId,
  type MemberId,
} from '../../shared/domain/kernel/ids.ts';
import { type Instant, parseInstant } from '../../shared/domain/kernel/instant.ts';
import type { Result } from '../../shared/domain/kernel/result.ts';
import { DEFAULT_CALENDAR, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import { DEFAULT_RULES } from '../../shared/domain/organization/organization.ts';
import type { Refusal } from '../../shared/domain/refusal.ts';
import { newRound, openRound } from '../../shared/domain/round/round.ts';

function branded<Value extends string>(is: (text: string) => text is Value, text: string): Value {
  if (!is(text)) throw new Error(`not well-formed: ${text}`);
  return text;
}

export const member = (id: string): MemberId => branded(isMemberId, id);
export const AUTHOR = member('K1');
const organization = branded(isOrganizationId, 'huatai');
const october = branded(isRoundId, '2026-10');

export function shanghai(local: string): Instant {
  const instant = parseInstant(`${local.replace(' ', 'T')}+08:00`);
  if (instant === undefined) throw new Error(`no time: ${local}`);
  return instant;
}

export const collecting = newRound(organization, october, scheduleOf(october, DEFAULT_CALENDAR));

/**
 * October's round in deliberation, with a committee of four; the author of the idea is one of them.
 */
export const deliberating = openRound(
  collecting,
  ['K1', 'K2', 'K3', 'K4'].map(member),
  DEFAULT_RULES,
  collecting.schedule.opensAt,
);

export function handedIn({ unnamed = false, onAgenda = false } = {}): Idea {
  const at = shanghai('2026-10-08 10:00');
  return submitIdea({
    id: ideaIdOf(october, '0'.repeat(26)),
    organization,
    round: october,
    content: {
      title: '行车限位加装声光报警',
      problem: '行车靠近限位时没有提示',
      proposal: '加装声光报警器',
      category: branded(isCategory, '安全'),
    },
    ...(!unnamed && { authorId: AUTHOR }),
    by: unnamed ? { kind: 'unnamed' } : { kind: 'member', id: AUTHOR },
    submittedAt: at,
    at,
    deliberating: onAgenda,
  });
}

export function value<Value>(outcome: Result<Value, Refusal>): Value {
  if (!outcome.ok) throw new Error(`refused: ${outcome.refusal.code}`);
  return outcome.value;
}
