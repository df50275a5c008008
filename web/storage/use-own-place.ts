/** The storage place of a thing of the present person, as a member of the open organization. */
import { useOrganization } from '../shell/organization-context.tsx';
import { useSession } from '../sign-in/session-context.tsx';
import { ownPlace } from './own-places.ts';

export function useOwnPlace(...path: readonly string[]): string {
  const { session } = useSession();
  const { organization, membership } = useOrganization();
  return ownPlace(session.subject, organization.id, membership.memberId, ...path);
}
