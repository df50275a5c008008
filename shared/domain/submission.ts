/**
 * Handing in: the first act of every idea. One that comes while its round deliberates goes straight onto the agenda, so that it
 * can be voted on.
 */
import { type Actor, contentOf, type IdeaContent } from './history.ts';
import type { Idea, OnAgendaIdea, SubmittedIdea } from './idea.ts';
import type { Department, IdeaId, MemberId, OrganizationId, RoundId } from './ids.ts';
import type { Instant } from './instant.ts';
import { asOf } from './replay.ts';

export interface Submission {
  readonly id: IdeaId;
  readonly organization: OrganizationId;
  readonly round: RoundId;
  readonly content: IdeaContent;
  readonly authorId?: MemberId;
  readonly authorDepartment?: Department;
  /** Who handed it in: the author, a secretary for them, or somebody unnamed. */
  readonly by: Actor;
  readonly submittedAt: Instant;
  readonly at: Instant;
  /** Whether the round's deliberation has already opened. */
  readonly deliberating: boolean;
}

/** Hands in an idea. */
export function submit(submission: Submission): SubmittedIdea | OnAgendaIdea {
  const { id, organization, round, content, authorId, authorDepartment, by, submittedAt, at } = submission;
  const status = submission.deliberating ? 'on-agenda' : 'submitted';
  return {
    ...contentOf(content),
    id,
    organization,
    round,
    agendaRound: round,
    ...(authorId !== undefined && { authorId }),
    ...(authorDepartment !== undefined && { authorDepartment }),
    coAuthors: [],
    submittedAt,
    version: 1,
    history: [{ act: 'submit', at, by, to: status }],
    status,
  };
}

/** The idea as it was when handed in, whatever became of it: what a repeated request is answered with. */
export function asSubmitted(idea: Idea): Idea {
  return asOf(idea, 1);
}
