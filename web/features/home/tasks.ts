/** The tasks that wait for a reader, and the page where each is done. */
import type { ReplyOf } from '../../../shared/contract/client.ts';
import type { getToday } from '../../../shared/contract/routes/organization.ts';
import type { OrganizationId } from '../../../shared/domain/kernel/ids.ts';
import { paths } from '../../paths.ts';

export type Today = ReplyOf<typeof getToday>;
export type Task = Today['tasks'][number];

/**
 * Where a task is done. The only idea of its kind is opened at once, where its page has what the
 * task needs. The chair lands on what can be announced, also with votes of their own left.
 */
export function placeOf(
  { kind, ideas, count }: Pick<Task, 'kind' | 'ideas' | 'count'>,
  organization: OrganizationId,
  round: Today['round']['id'],
): string {
  const [only] = count === 1 ? ideas : [];
  switch (kind) {
    case 'decide':
      return paths.toDecide(organization, round);
    case 'vote':
      return only
        ? paths.agendaItem(organization, round, only.id)
        : paths.agenda(organization, round);
    case 'revise':
    case 'co-authorship':
      return only ? paths.idea(organization, only.id) : paths.mine(organization);
    case 'work':
      return only ? paths.idea(organization, only.id) : paths.work(organization);
    case 'give-opinion':
      return only ? paths.idea(organization, only.id) : paths.contact(organization);
    case 'screen':
      return only ? paths.idea(organization, only.id) : paths.screening(organization);
    case 'assign':
      return only ? paths.idea(organization, only.id) : paths.followUp(organization);
    case 'reply':
    case 'answer-appeal':
      return paths.replies(organization);
    case 'accept':
      return paths.acceptance(organization);
    case 'approve-reward':
    case 'pay-reward':
      return paths.rewards(organization);
  }
}
