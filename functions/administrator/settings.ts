/** The organization's settings: reading them all, and changing them part by part. */
import type * as z from 'zod/mini';
import * as contract from '../../shared/contract/routes/administration.ts';
import type { settings as settingsReply } from '../../shared/contract/schemas/administration.ts';
import { roundAfter, roundsFrom } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import { roundOf } from '../../shared/domain/organization/calendar.ts';
import { ROUNDS_AHEAD } from '../../shared/domain/organization/calendar-changes.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import {
  changeBands,
  changeCategories,
  changeDepartments,
  withSettings,
} from '../../shared/domain/organization/settings.ts';
import { ok, type Result } from '../../shared/domain/refusal.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import { type Answer, answer, type Endpoint, forMembers } from '../../shared/http/endpoint.ts';
import { type ChangeRequest, changeSettings, type Planned } from './change.ts';
import { dayView } from './day-view.ts';
import type { AdministratorDeps } from './dependencies.ts';

type Settings = z.input<typeof settingsReply>;

export function getSettings(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.getSettings, deps.members, async ({ path }) => {
    const organization = await deps.organizations.get(path.organization);
    if (!organization) return { ok: false, refusal: { code: 'not-found', what: 'organization' } };
    return answerWith(deps, organization);
  });
}

export function putProfile(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.putProfile, deps.members, ({ path, body, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before => plain(withSettings(before, body))),
  );
}

export function putRules(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.putRules, deps.members, ({ path, body: rules, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before =>
      plain(withSettings(before, { rules })),
    ),
  );
}

export function putTargets(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.putTargets, deps.members, ({ path, body: targets, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before =>
      plain(withSettings(before, { targets })),
    ),
  );
}

export function putLimits(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.putLimits, deps.members, ({ path, body: limits, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before =>
      plain(withSettings(before, { limits })),
    ),
  );
}

export function putRewardBands(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.putRewardBands, deps.members, ({ path, body, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before => {
      const after = changeBands(before, body.bands);
      return after.ok ? plain(after.value) : after;
    }),
  );
}

export function putCategories(deps: AdministratorDeps): Endpoint {
  return forMembers(contract.putCategories, deps.members, ({ path, body, member, expectedVersion }) =>
    change(deps, { ...path, by: member.id, expectedVersion }, before =>
      plain(changeCategories(before, body.categories)),
    ),
  );
}

export function putDepartments(deps: AdministratorDeps): Endpoint {
  const { settings, membership } = deps;
  return forMembers(contract.putDepartments, deps.members, ({ path, body, member, expectedVersion }) =>
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
): Promise<Answer<Settings>> {
  const begun = await rounds.newestFirst(organization.id, { limit: ROUNDS_AHEAD });
  const view = settingsView(organization, begun.items, clock.now());
  return answer(view, { etag: `"${organization.version}"` });
}

async function change(
  deps: AdministratorDeps,
  request: ChangeRequest,
  plan: (before: Organization) => Result<Planned> | Promise<Result<Planned>>,
): Promise<Answer<Settings>> {
  const changed = await changeSettings(deps, request, plan);
  return changed.ok ? answerWith(deps, changed.value) : changed;
}

const plain = (after: Organization): Result<Planned> => ok({ after });

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
