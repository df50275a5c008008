/** The organization's settings: reading them all, and changing them part by part. */
import type * as z from 'zod/mini';
import * as contract from '../../shared/contract/routes/administration.ts';
import type { settings as settingsReply } from '../../shared/contract/schemas/administration.ts';
import { roundAfter, roundsFrom } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { ChangedMeanwhile, NotFound, VersionMismatch } from '../../shared/domain/kernel/refusal.ts';
import type { Ok } from '../../shared/domain/kernel/result.ts';
import { ok, type Result } from '../../shared/domain/kernel/result.ts';
import { roundOf } from '../../shared/domain/organization/calendar.ts';
import { ROUNDS_AHEAD } from '../../shared/domain/organization/calendar-changes.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import {
  changeBands,
  changeCategories,
  changeDepartments,
  withSettings,
} from '../../shared/domain/organization/settings.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import { type Answer, answer, type Endpoint, endpoint, memberOf } from '../../shared/http/endpoint.ts';
import { type ChangeRequest, changeSettings, type Planned } from './change.ts';
import { dayView } from './day-view.ts';
import type { AdministratorDeps } from './dependencies.ts';

type Settings = z.input<typeof settingsReply>;

export function getSettings(deps: AdministratorDeps): Endpoint {
  return endpoint(contract.getSettings, memberOf(deps.members), async ({ member }) =>
    answerWith(deps, await deps.organizations.ofMember(member)),
  );
}

export function putProfile(deps: AdministratorDeps): Endpoint {
  return endpoint(contract.putProfile, memberOf(deps.members), ({ path, body, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before => plain(withSettings(before, body))),
  );
}

export function putRules(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.putRules,
    memberOf(deps.members),
    ({ path, body: rules, member, expectedVersion }) =>
      change(deps, { ...path, by: member.id, expectedVersion }, before =>
        plain(withSettings(before, { rules })),
      ),
  );
}

export function putTargets(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.putTargets,
    memberOf(deps.members),
    ({ path, body: targets, member, expectedVersion }) =>
      change(deps, { ...path, by: member.id, expectedVersion }, before =>
        plain(withSettings(before, { targets })),
      ),
  );
}

export function putLimits(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.putLimits,
    memberOf(deps.members),
    ({ path, body: limits, member, expectedVersion }) =>
      change(deps, { ...path, by: member.id, expectedVersion }, before =>
        plain(withSettings(before, { limits })),
      ),
  );
}

export function putRewardBands(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.putRewardBands,
    memberOf(deps.members),
    ({ path, body, member, expectedVersion }) =>
      change(deps, { ...path, by: member.id, expectedVersion }, before => {
        const after = changeBands(before, body.bands);
        return after.ok ? plain(after.value) : after;
      }),
  );
}

export function putCategories(deps: AdministratorDeps): Endpoint {
  return endpoint(contract.putCategories, memberOf(deps.members), ({ path, body, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before =>
      plain(changeCategories(before, body.categories)),
    ),
  );
}

export function putDepartments(deps: AdministratorDeps): Endpoint {
  const { settings, membership } = deps;
  return endpoint(
    contract.putDepartments,
    memberOf(deps.members),
    ({ path, body, member, expectedVersion }) =>
      change(deps, { ...path, by: member.id, expectedVersion }, async before => {
        const totals = await membership.get(before);
        const changed = changeDepartments(before, body.departments, totals);
        if (!changed.ok) return changed;
        const { organization: after, totals: next } = changed.value;
        return ok({ after, save: change => settings.saveDepartments(change, totals, next) });
      }),
  );
}

/** Answers with the settings as they are. */
export async function answerWith(
  { rounds, clock }: AdministratorDeps,
  organization: Organization,
): Promise<Answer<Settings, never>> {
  const begun = await rounds.newestFirst(organization.id, { limit: ROUNDS_AHEAD });
  const view = settingsView(organization, begun.items, clock.now());
  return answer(view, { etag: `"${organization.version}"` });
}

async function change<Refusal>(
  deps: AdministratorDeps,
  request: ChangeRequest,
  plan: (before: Organization) => Result<Planned, Refusal> | Promise<Result<Planned, Refusal>>,
): Promise<Answer<Settings, Refusal | NotFound | VersionMismatch | ChangedMeanwhile>> {
  const changed = await changeSettings(deps, request, plan);
  return changed.ok ? answerWith(deps, changed.value) : changed;
}

const plain = (after: Organization): Ok<Planned> => ok({ after });

function settingsView(organization: Organization, begun: readonly Round[], now: Instant): Settings {
  const { calendar, departments, categories, retired, rewardBands, ...rest } = organization;
  const { former, movedDays: _moved, ...rules } = calendar;
  const current = roundOf(now, calendar);
  const last = former.at(-1)?.until;
  return {
    ...rest,
    calendar: { ...rules, ...(last !== undefined && last >= current && { from: roundAfter(last) }) },
    upcoming: roundsFrom(current, roundAfter(current, ROUNDS_AHEAD)).map(round => ({
      ...dayView(round, calendar),
      state: begun.find(({ id }) => id === round)?.state,
    })),
    rewardBands: [...rewardBands],
    departments: [...departments],
    categories: [...categories],
    retired: { departments: [...retired.departments], categories: [...retired.categories] },
  };
}
