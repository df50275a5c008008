/** How much waits for the reader, by the kind of task; the home page reads the same reply. */
import { getToday } from '../../shared/contract/routes/organization.ts';
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { useReading } from '../api/reading.ts';
import type { Task } from './areas.ts';

export function useWaiting(organization: OrganizationId): (tasks: readonly Task[]) => number {
  const tasks = useReading(getToday, { path: { organization } }).data?.tasks ?? [];
  return kinds =>
    tasks.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { count }) => sum + count, 0);
}
