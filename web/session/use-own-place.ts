/** The storage place of a thing of the present person, as a member of the open organization. */
import { useOrganization } from './organization-context.tsx';
import { ownPlace } from './own-places.ts';
import { useSession } from './session-context.tsx';

export function useOwnPlace(...path: readonly string[]): string {
  const { session } = useSession();
  const { organization, membership } = useOrganization();
  return ownPlace(session.subject, organization.id, membership.memberId, ...path);
}
