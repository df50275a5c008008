/**
 * The overdue work of an organization today, by its own calendar: in total, and by department and
 * category.
 */
import type { LocalDate } from '../../shared/domain/kernel/instant.ts';
import { type Overdue, overdueBy } from '../../shared/domain/numbers/overdue.ts';
import { localDate } from '../../shared/domain/organization/calendar.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import type { ManagerDeps } from './dependencies.ts';

export interface OverdueToday extends Overdue {
  readonly today: LocalDate;
}

export async function overdueToday(
  { id, calendar }: Organization,
  { ideas, clock }: Pick<ManagerDeps, 'ideas' | 'clock'>,
): Promise<OverdueToday> {
  const today = localDate(clock.now(), calendar);
  return { today, ...overdueBy(await ideas.overdueWork(id, today)) };
}

export function overdueView({ total, departments, categories }: Overdue) {
  return { total, departments: [...departments], categories: [...categories] };
}
