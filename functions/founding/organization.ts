/**
 * Founds an organization once. Afterwards its administrators change it on the pages, each change
 * with its entry in the trail.
 */
import type { Clock } from '../../shared/domain/kernel/instant.ts';
import { foundedOtherwise } from '../../shared/domain/organization/audit.ts';
import { accountOf } from '../../shared/domain/organization/member-import.ts';
import { newcomer } from '../../shared/domain/organization/membership.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import { type Founding, foundingAt } from '../../shared/domain/round/founding.ts';
import { auditRepository } from '../../shared/store/audit.ts';
import type { Table } from '../../shared/store/client.ts';
import { organizationRepository } from '../../shared/store/organizations.ts';
import { provisioningRepository } from '../../shared/store/provisioning.ts';
import { newDistricts } from './districts.ts';
import type { DeclaredOrganization } from './file.ts';
import type { FoundingReport } from './report.ts';

export function founder(table: Table, clock: Clock) {
  const organizations = organizationRepository(table);
  const foundings = provisioningRepository(table);
  const audit = auditRepository(table);

  /** The result of comparing an existing organization with a founding. */
  async function existing({ organization: { id }, entry }: Founding): Promise<FoundingReport> {
    const founded = await audit.founding(id);
    const differences = founded && foundedOtherwise(founded, entry);
    return founded && differences?.length === 0
      ? { outcome: 'already-founded', organization: id, at: founded.at }
      : { outcome: 'founded-otherwise', organization: id, differences: [...(differences ?? [])] };
  }

  return async (declared: DeclaredOrganization, preview: boolean): Promise<FoundingReport> => {
    const founding = foundingOf(declared, clock);
    const { organization, administrators, rounds } = founding;
    if (await organizations.get(organization.id)) return existing(founding);
    const { zone, district } = organization;
    const fresh =
      zone === undefined || district === undefined
        ? []
        : await newDistricts(table, zone, [district], clock.now());
    if (!preview && !(await foundings.save(founding))) {
      if (await organizations.get(organization.id)) return existing(founding);
      throw new Error('something of an organization that is not there stands in the way');
    }
    return {
      outcome: 'founded',
      preview,
      organization: organization.id,
      administrators: administrators.map(({ id, subject }) => ({ id, subject })),
      rounds: rounds.map(({ id, schedule: { day, opensAt } }) => ({ round: id, day, opensAt })),
      newDistricts: fresh,
    };
  };
}

/** The declaration as an organization with its administrators, as of now. */
function foundingOf(declared: DeclaredOrganization, clock: Clock): Founding {
  const { kind: _kind, administrators, calendar, ...settings } = declared;
  const organization: Organization = {
    ...settings,
    calendar: { ...calendar, former: [], movedDays: {} },
    retired: { departments: [], categories: [] },
    version: 1,
  };
  const people = administrators.map(({ id, roles = [], subject = accountOf(id), ...facts }) =>
    newcomer(organization.id, id, {
      ...facts,
      subject,
      roles: [...roles, 'administrator'],
      active: true,
    }),
  );
  return foundingAt(clock.now(), organization, people);
}
