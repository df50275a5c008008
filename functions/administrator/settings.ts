/** The organization's settings: reading them all, and changing them part by part. */
import type * as z from 'zod/mini';
import type { Access, Schema } from '../../shared/contract/route.ts';
import * as contract from '../../shared/contract/routes/administration.ts';
import type { none, ofOrganization } from '../../shared/contract/routes/parts.ts';
import type { settings as settingsReply } from '../../shared/contract/schemas/administration.ts';
import { roundAfter, roundsFrom } from '../../shared/domain/kernel/ids.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Ok } from '../../shared/domain/kernel/result.ts';
import { ok, type Result } from '../../shared/domain/kernel/result.ts';
import { roundOf } from '../../shared/domain/organization/calendar.ts';
import { ROUNDS_AHEAD } from '../../shared/domain/organization/calendar-changes.ts';
import { changeContacts } from '../../shared/domain/organization/contacts.ts';
import type { Organization } from '../../shared/domain/organization/organization.ts';
import {
  changeBands,
  changeCategories,
  changeDepartments,
  withSettings,
} from '../../shared/domain/organization/settings.ts';
import type { RefusalCode, RefusalOf } from '../../shared/domain/refusal.ts';
import type { Round } from '../../shared/domain/round/round.ts';
import {
  type Answer,
  answer,
  type Endpoint,
  endpoint,
  type Lists,
  memberOf,
  serving,
  type Typed,
} from '../../shared/http/endpoint.ts';
import { type ChangeRefusal, changeSettings, type Planned } from './change.ts';
import { dayView } from './day-view.ts';
import type { AdministratorDeps } from './dependencies.ts';

type Settings = z.input<typeof settingsReply>;

export function getSettings(deps: AdministratorDeps): Endpoint {
  return endpoint(contract.getSettings, memberOf(deps.members), async ({ member }) =>
    answerWith(deps, await deps.organizations.ofMember(member)),
  );
}

export function putProfile(deps: AdministratorDeps): Endpoint {
  return settingsChange(contract.putProfile, deps, (before, profile) =>
    plain(withSettings(before, profile)),
  );
}

export function putRules(deps: AdministratorDeps): Endpoint {
  return settingsChange(contract.putRules, deps, (before, rules) =>
    plain(withSettings(before, { rules })),
  );
}

export function putTargets(deps: AdministratorDeps): Endpoint {
  return settingsChange(contract.putTargets, deps, (before, targets) =>
    plain(withSettings(before, { targets })),
  );
}

export function putLimits(deps: AdministratorDeps): Endpoint {
  return settingsChange(contract.putLimits, deps, (before, { appealDays, ...limits }) =>
    plain(withSettings(before, { limits, ...(appealDays !== undefined && { appealDays }) })),
  );
}

export function putFollowUp(deps: AdministratorDeps): Endpoint {
  return settingsChange(contract.putFollowUp, deps, (before, { dueDays }) =>
    plain(withSettings(before, { dueDays })),
  );
}

export function putRewardBands(deps: AdministratorDeps): Endpoint {
  return settingsChange(contract.putRewardBands, deps, (before, { bands }) => {
    const after = changeBands(before, bands);
    return after.ok ? plain(after.value) : after;
  });
}

export function putCategories(deps: AdministratorDeps): Endpoint {
  return settingsChange(contract.putCategories, deps, (before, { categories }) =>
    plain(changeCategories(before, categories)),
  );
}

export function putDepartments(deps: AdministratorDeps): Endpoint {
  const { settings, membership } = deps;
  return settingsChange(contract.putDepartments, deps, async (before, { departments }) => {
    const totals = await membership.get(before);
    const changed = changeDepartments(before, departments, totals);
    if (!changed.ok) return changed;
    const { organization: after, totals: next } = changed.value;
    return ok({ after, save: change => settings.saveDepartments(change, totals, next) });
  });
}

export function putContacts(deps: AdministratorDeps): Endpoint {
  const { settings, membership, members } = deps;
  return settingsChange(contract.putContacts, deps, async (before, { contacts }) => {
    const totals = await membership.get(before);
    const changed = changeContacts(before, contacts, await Array.fromAsync(members.all(before.id)));
    if (!changed.ok) return changed;
    return ok({
      after: changed.value,
      save: change => settings.saveContacts(change, totals),
    });
  });
}

/**
 * An endpoint that replaces one part of the settings. `plan` applies a request's body to the
 * settings that were read.
 */
function settingsChange<B extends Schema, Code extends RefusalCode>(
  route: Typed<typeof ofOrganization, typeof none, B, typeof settingsReply, Code, Administrators> &
    Lists<NoInfer<Code>, ChangeRefusal['code']>,
  deps: AdministratorDeps,
  plan: (
    before: Organization,
    body: z.output<B>,
  ) =>
    | Result<Planned, RefusalOf<NoInfer<Code>>>
    | Promise<Result<Planned, RefusalOf<NoInfer<Code>>>>,
): Endpoint {
  return serving(route, memberOf(deps.members), async ({ path, body, member, expectedVersion }) => {
    const request = { ...path, by: member.id, expectedVersion };
    const changed = await changeSettings(deps, request, before => plan(before, body));
    return changed.ok ? answerWith(deps, changed.value) : changed;
  });
}

type Administrators = Extract<Access, { readonly who: 'members' }>;

/** Answers with the present settings. */
export async function answerWith(
  { rounds, clock }: AdministratorDeps,
  organization: Organization,
): Promise<Answer<Settings, never>> {
  const begun = await rounds.newestFirst(organization.id, { limit: ROUNDS_AHEAD });
  const view = settingsView(organization, begun.items, clock.now());
  return answer(view, { etag: `"${organization.version}"` });
}

const plain = (after: Organization): Ok<Planned> => ok({ after });

function settingsView(organization: Organization, begun: readonly Round[], now: Instant): Settings {
  const { calendar, departments, contacts = [], categories, retired, ...others } = organization;
  const { rewardBands, ...rest } = others;
  const { former, movedDays: _moved, ...rules } = calendar;
  const current = roundOf(now, calendar);
  const last = former.at(-1)?.until;
  return {
    ...rest,
    calendar: {
      ...rules,
      ...(last !== undefined && last >= current && { from: roundAfter(last) }),
    },
    upcoming: roundsFrom(current, roundAfter(current, ROUNDS_AHEAD)).map(round => ({
      ...dayView(round, calendar),
      state: begun.find(({ id }) => id === round)?.state,
    })),
    rewardBands: [...rewardBands],
    departments: [...departments],
    contacts: [...contacts],
    categories: [...categories],
    retired: { departments: [...retired.departments], categories: [...retired.categories] },
  };
}
