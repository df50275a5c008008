/** The stages of a round on the secretary's desk, from the first look to the acceptance. */
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';

export const STAGES = [
  'waiting',
  'returned',
  'listed',
  'decided',
  'unassigned',
  'implementing',
  'completed',
] as const;
export type Stage = (typeof STAGES)[number];

/** The statuses of each stage. What was decided stays so while it is being done. */
const STATUSES_OF: Readonly<Record<Stage, readonly IdeaStatus[]>> = {
  waiting: ['submitted'],
  returned: ['returned'],
  listed: ['on-agenda'],
  decided: [
    'adopted',
    'declined',
    'deferred',
    'implementing',
    'completed',
    'accepted',
    'abandoned',
  ],
  unassigned: ['adopted'],
  implementing: ['implementing'],
  completed: ['completed'],
};

export type StageCounts = Readonly<Record<Stage, number>>;

interface Staged {
  readonly status: IdeaStatus;
  /** It went into an idea that was withdrawn, so it waits for the secretary. */
  readonly stranded?: boolean;
  /** It comes from an earlier round, whose decision its deferral was. */
  readonly earlier?: boolean;
}

export function isInStage(
  { status, stranded = false, earlier = false }: Staged,
  stage: Stage,
): boolean {
  if (earlier && status === 'deferred') return false;
  return stranded ? stage === 'waiting' : STATUSES_OF[stage].includes(status);
}

export function countStages(ideas: readonly Staged[]): StageCounts {
  const count = (stage: Stage) => ideas.filter(idea => isInStage(idea, stage)).length;
  return {
    waiting: count('waiting'),
    returned: count('returned'),
    listed: count('listed'),
    decided: count('decided'),
    unassigned: count('unassigned'),
    implementing: count('implementing'),
    completed: count('completed'),
  };
}
