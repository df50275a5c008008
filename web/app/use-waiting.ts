/** How much waits for the reader, by the kind of task; the home page reads the same reply. */
import { getToday } from '../../shared/contract/routes/organization.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import type { Task } from './areas.ts';

export interface Waiting {
  readonly count: number;
  /** Whether there is more than is counted. */
  readonly more: boolean;
}

export function useWaiting(organization: OrganizationId): (tasks: readonly Task[]) => Waiting {
  const tasks = useReading(getToday, { path: { organization } }).data?.tasks ?? [];
  return kinds => {
    const waiting = tasks.filter(({ kind }) => kinds.includes(kind));
    return {
      count: waiting.reduce((sum, { count }) => sum + count, 0),
      more: waiting.some(({ more }) => more),
    };
  };
}
