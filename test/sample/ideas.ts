/** Submitted ideas for tests, with a test's own changes. */
import type { Actor, IdeaContent } from '../../shared/domain/idea/history.ts';
import type { Idea } from '../../shared/domain/idea/idea.ts';
import { type Submission, submitIdea } from '../../shared/domain/idea/submission.ts';
import type { OrganizationId, RoundId } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { ideaIdFor } from '../../shared/store/ideas.ts';
import {
  category,
  department,
  HUATAI,
  ideaId,
  instant,
  member,
  OCTOBER,
  shanghai,
} from './names.ts';

export const AUTHOR = member('HT0132');

export const content: IdeaContent = {
  title: '行车限位加装声光报警',
  problem: '行车靠近限位时没有提示',
  proposal: '加装声光报警器',
  category: category('安全'),
  department: department('铸造车间'),
};

/**
 * The same idea each time, submitted by its author on 8 October 2026; without an author if nobody
 * signs it.
 */
export function submittedIdea(changes: Partial<Submission> = {}): Idea {
  const { at = shanghai('2026-10-08 10:00'), by = { kind: 'member', id: AUTHOR } } = changes;
  return submitIdea({
    id: ideaId(1),
    organization: HUATAI,
    round: OCTOBER,
    content,
    ...(by.kind === 'member' && { authorId: AUTHOR }),
    by,
    submittedAt: at,
    at,
    deliberating: false,
    ...changes,
  });
}

export interface IdeaFacts {
  readonly organization?: OrganizationId;
  readonly round?: RoundId;
  readonly author?: string | undefined;
  readonly category?: string;
  readonly department?: string | undefined;
  readonly submittedAt?: Instant;
  readonly expectedBenefit?: number;
  /** The input of the id; by default no two ideas share one. */
  readonly key?: string;
}

let made = 0;

/** Another idea each time. An `author` or a `department` of undefined leaves it out. */
export function newIdea(facts: IdeaFacts = {}): Idea {
  made += 1;
  const round = facts.round ?? OCTOBER;
  const author = 'author' in facts ? facts.author : AUTHOR;
  const where = 'department' in facts ? facts.department : '铸造车间';
  const by: Actor =
    author === undefined ? { kind: 'unnamed' } : { kind: 'member', id: member(author) };
  return submittedIdea({
    id: ideaIdFor(round, [facts.key ?? `idea ${made}`]),
    organization: facts.organization ?? HUATAI,
    round,
    content: {
      title: `给数控镗床加装排屑挡板 ${made}`,
      problem: '铁屑飞溅到导轨上',
      proposal: '用废旧钢板自制可拆挡板',
      category: category(facts.category ?? '设备'),
      ...(where !== undefined && { department: department(where) }),
      ...(facts.expectedBenefit !== undefined && { expectedBenefit: facts.expectedBenefit }),
    },
    ...(by.kind === 'member' && { authorId: by.id }),
    ...(author !== undefined && where !== undefined && { authorDepartment: department(where) }),
    by,
    at: facts.submittedAt ?? instant('2026-10-01T02:00:00.000Z'),
  });
}
