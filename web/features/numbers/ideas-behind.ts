/** The addresses of the ideas behind a number: the round's list, filtered as the number counts. */
import type { IdeaStatus } from '../../../shared/domain/idea/lifecycle.ts';
import type { OrganizationId, RoundId } from '../../../shared/domain/kernel/ids.ts';
import { paths } from '../../paths.ts';

interface Filters {
  readonly status?: IdeaStatus;
  /** Those that were adopted, whatever has become of them since. */
  readonly adopted?: 'yes';
  readonly department?: string;
  readonly category?: string;
}

export function ideasBehind(
  organization: OrganizationId,
  round: RoundId,
  filters: Filters = {},
): string {
  const query = String(new URLSearchParams({ ...filters }));
  const list = paths.round(organization, round);
  return query === '' ? list : `${list}?${query}`;
}
