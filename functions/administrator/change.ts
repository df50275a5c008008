/**
 * Changing the settings: read, change, store on condition that nothing has changed in between, and all of it again where
 * something has. A change that is there already is done, whoever made it and whatever version was expected.
 */
import type { MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { settingsEntry } from '../../shared/domain/organization/audit.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import { err, ok, type Result } from '../../shared/domain/refusal.ts';
import type { SettingsChange } from '../../shared/store/settings.ts';
import type { AdministratorDeps } from './dependencies.ts';

/** Who asks for a change, where, and of which version, if they said. */
export interface ChangeRequest {
  readonly organization: OrganizationId;
  readonly by: MemberId;
  readonly expectedVersion: number | undefined;
}

/** The settings as they are to be, the very same if nothing changes; and how to store them, where that takes more. */
export interface Planned {
  readonly after: Organization;
  readonly save?: (change: SettingsChange) => Promise<boolean>;
}

export const ATTEMPTS = 5;

/** Refuses `not-found`, `version-mismatch`, `changed-meanwhile`, and whatever the plan refuses. */
export async function changeSettings(
  { organizations, settings, clock }: AdministratorDeps,
  { organization, by, expectedVersion }: ChangeRequest,
  plan: (before: Organization) => Result<Planned> | Promise<Result<Planned>>,
): Promise<Result<Organization>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const before = await organizations.get(organization);
    if (!before) return err({ code: 'not-found', what: 'organization' });
    const planned = await plan(before);
    if (planned.ok && planned.value.after === before) return ok(before);
    if (expectedVersion !== undefined && expectedVersion !== before.version)
      return err({ code: 'version-mismatch', current: before.version });
    if (!planned.ok) return planned;
    const { after, save = settings.save } = planned.value;
    const entry = settingsEntry(before, after, by, clock.now());
    if (await save({ before, after, entry })) return ok(after);
  }
  return err({ code: 'changed-meanwhile' });
}
