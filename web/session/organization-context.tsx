/**
 * The organization of the pages below `/o/:organization`, and the signed-in person's membership in
 * it. Read once, at the start of the area; every page inside may rely on it.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ReplyOf } from '../../shared/contract/client.ts';
import type { getMe, getOrganization } from '../../shared/contract/routes/organization.ts';
import type { Role } from '../../shared/domain/organization/organization.ts';

export type Me = ReplyOf<typeof getMe>;
export type Membership = Me['memberships'][number];
export type OrganizationProfile = ReplyOf<typeof getOrganization>;

export interface Here {
  readonly organization: OrganizationProfile;
  readonly membership: Membership;
}

const HereContext = createContext<Here | undefined>(undefined);

export function OrganizationProvider({
  here,
  children,
}: {
  readonly here: Here;
  readonly children: ComponentChildren;
}) {
  return <HereContext.Provider value={here}>{children}</HereContext.Provider>;
}

/** The organization, if it is known already. */
export function useOrganizationIfAny(): Here | undefined {
  return useContext(HereContext);
}

export function useOrganization(): Here {
  const here = useOrganizationIfAny();
  if (here === undefined)
    throw new Error('useOrganization needs an OrganizationProvider around it');
  return here;
}

export function holds({ roles }: Pick<Membership, 'roles'>, ...wanted: readonly Role[]): boolean {
  return wanted.some(role => roles.includes(role));
}
