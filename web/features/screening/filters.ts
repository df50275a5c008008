/** The filters of the screening list, which are part of the address. */
import type { Category, Department } from '../../../shared/domain/kernel/ids.ts';
import { isInStage, STAGES, type Stage } from '../pipeline/index.ts';
import type { ScreenedIdea } from './screening.ts';

export interface ScreeningFilters {
  readonly show?: Stage;
  readonly category?: Category;
  readonly department?: Department;
}

/** The valid filters in the address. */
export function readFilters(
  search: URLSearchParams,
  items: readonly Pick<ScreenedIdea, 'category' | 'department'>[],
): ScreeningFilters {
  const show = STAGES.find(stage => stage === search.get('show'));
  const category = items.find(item => item.category === search.get('category'))?.category;
  const department = items.find(item => item.department === search.get('department'))?.department;
  return {
    ...(show !== undefined && { show }),
    ...(category !== undefined && { category }),
    ...(department !== undefined && { department }),
  };
}

type Filtered = Pick<ScreenedIdea, 'status' | 'stranded' | 'earlier' | 'category' | 'department'>;

export function matching<Item extends Filtered>(
  items: readonly Item[],
  { show, category, department }: ScreeningFilters,
): Item[] {
  return items.filter(
    item =>
      (show === undefined || isInStage(item, show)) &&
      (category === undefined || item.category === category) &&
      (department === undefined || item.department === department),
  );
}
