/**
 * The place of a thing of the person who is here, as a member of the organization that is open.
 */
import { useOrganization } from '../shell/organization-context.tsx';
import { useSession } from '../sign-in/session-context.tsx';
import { ownPlace } from './own-places.ts';

export function useOwnPlace(...path: readonly string[]): string {
  const { session } = useSession();
  const { organization, membership } = useOrganization();
  return ownPlace(session.subject, organization.id, membership.memberId, ...path);
}
