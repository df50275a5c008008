/** Changes of the settings, with their entries in the trail. */
import type { MemberId, OrganizationId } from '../../shared/domain/kernel/ids.ts';
import type {
  ChangedMeanwhile,
  NotFound,
  VersionMismatch,
} from '../../shared/domain/kernel/refusal.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { settingsEntry } from '../../shared/domain/organization/audit.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import { readDecideStore, versionMismatch } from '../../shared/store/read-decide-store.ts';
import { AGAIN } from '../../shared/store/retry.ts';
import type { SettingsChange } from '../../shared/store/settings.ts';
import type { AdministratorDeps } from './dependencies.ts';

/** The author, organization and expected version, if any, of a change. */
export interface ChangeRequest {
  readonly organization: OrganizationId;
  readonly by: MemberId;
  readonly expectedVersion: number | undefined;
}

/**
 * The new settings, identical if nothing changes. `save`, if present, stores them in place of the
 * usual way.
 */
export interface Planned {
  readonly after: Organization;
  readonly save?: (change: SettingsChange) => Promise<boolean>;
}

/** The reasons for not storing a change, besides the refusals of the rules. */
export type ChangeRefusal = NotFound | VersionMismatch | ChangedMeanwhile;

export function changeSettings<Refusal>(
  { organizations, settings, clock }: AdministratorDeps,
  { organization, by, expectedVersion }: ChangeRequest,
  plan: (before: Organization) => Result<Planned, Refusal> | Promise<Result<Planned, Refusal>>,
): Promise<Result<Organization, Refusal | ChangeRefusal>> {
  return readDecideStore({
    async read() {
      const before = await organizations.get(organization);
      return before ? ok(before) : err({ code: 'not-found', what: 'organization' });
    },
    mismatch: before => versionMismatch(expectedVersion, before),
    decide: plan,
    async store(before, { after, save = settings.save }) {
      const entry = settingsEntry(before, after, by, clock.now());
      return (await save({ before, after, entry })) ? ok(after) : AGAIN;
    },
  });
}
