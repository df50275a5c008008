/** The reader's identity, and their organization. */
import * as contract from '../../shared/contract/routes/organization.ts';
import { roundOf, rulesOf } from '../../shared/domain/organization/calendar.ts';
import { answer, type Endpoint, endpoint, memberOf, signedIn } from '../../shared/http/endpoint.ts';
import type { EmployeeDeps } from './dependencies.ts';

export function getMe({ members, organizations }: EmployeeDeps): Endpoint {
  return endpoint(contract.getMe, signedIn, async ({ subject }) => {
    const found = await members.findAll(subject);
    const profiles = await organizations.getAll(
      found.organizations.map(({ organization }) => organization),
    );
    const names = new Map(profiles.map(({ id, name }) => [id, name]));
    return answer({
      subject,
      memberships: found.organizations.map(
        ({ organization, id, roles, name, department, team }) => ({
          organization,
          organizationName: names.get(organization) ?? organization,
          memberId: id,
          roles: [...roles],
          name,
          department,
          team,
        }),
      ),
      zones: found.zones.map(({ zone, zoneName, id, roles, name, districts }) => ({
        zone,
        zoneName,
        memberId: id,
        roles: [...roles],
        name,
        districts: [...districts],
      })),
    });
  });
}

export function getOrganization({ members, organizations, clock }: EmployeeDeps): Endpoint {
  return endpoint(contract.getOrganization, memberOf(members), async ({ member }) => {
    const organization = await organizations.ofMember(member);
    const { calendar, departments, contacts = [], categories, rewardBands } = organization;
    const currentRound = roundOf(clock.now(), calendar);
    return answer({
      ...organization,
      calendar: { ...rulesOf(currentRound, calendar), movedDays: { ...calendar.movedDays } },
      departments: [...departments],
      contacts: [...contacts],
      categories: [...categories],
      rewardBands: [...rewardBands],
      currentRound,
    });
  });
}
