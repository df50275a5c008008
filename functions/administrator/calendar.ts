/**
 * The calendar: its rules for future rounds, and the day of a single round, which moves together
 * with the round itself.
 */
import type * as z from 'zod/mini';
import * as contract from '../../shared/contract/routes/administration.ts';
import type { roundDay } from '../../shared/contract/schemas/administration.ts';
import type { RoundId } from '../../shared/domain/kernel/ids.ts';
import type {
  ChangedMeanwhile,
  NotFound,
  VersionMismatch,
} from '../../shared/domain/kernel/refusal.ts';
import { err, ok, type Result } from '../../shared/domain/kernel/result.ts';
import { type Calendar, roundOf, scheduleOf } from '../../shared/domain/organization/calendar.ts';
import type { DayHasCome } from '../../shared/domain/organization/calendar-changes.ts';
import * as calendarChanges from '../../shared/domain/organization/calendar-changes.ts';
import { changeCalendar, withSettings } from '../../shared/domain/organization/settings.ts';
import {
  type Answer,
  answer,
  type Endpoint,
  endpoint,
  memberOf,
} from '../../shared/http/endpoint.ts';
import { type ChangeRequest, changeSettings } from './change.ts';
import { dayView } from './day-view.ts';
import type { AdministratorDeps } from './dependencies.ts';
import { answerWith } from './settings.ts';

export function putCalendar(deps: AdministratorDeps): Endpoint {
  const { rounds, settings, clock } = deps;
  return endpoint(
    contract.putCalendar,
    memberOf(deps.members),
    async ({ path, body, member, expectedVersion }) => {
      const request = { ...path, by: member.id, expectedVersion };
      const changed = await changeSettings(deps, request, async before => {
        const now = clock.now();
        const { items } = await rounds.newestFirst(path.organization, { limit: 1 });
        const newest = items[0]?.id ?? roundOf(now, before.calendar);
        const after = changeCalendar(before, body, newest, now);
        if (!after.ok) return after;
        const from = calendarChanges.firstFreeRound(before.calendar, newest, now);
        return ok({ after: after.value, save: change => settings.saveRules(change, from) });
      });
      return changed.ok ? answerWith(deps, changed.value) : changed;
    },
  );
}

export function moveRoundDay(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.moveRoundDay,
    memberOf(deps.members),
    ({ path, body, member, expectedVersion }) =>
      move(deps, { ...path, by: member.id, expectedVersion }, path.round, calendar =>
        calendarChanges.moveRoundDay(calendar, path.round, body.day, deps.clock.now()),
      ),
  );
}

export function restoreRoundDay(deps: AdministratorDeps): Endpoint {
  return endpoint(
    contract.restoreRoundDay,
    memberOf(deps.members),
    ({ path, member, expectedVersion }) =>
      move(deps, { ...path, by: member.id, expectedVersion }, path.round, calendar =>
        calendarChanges.restoreRoundDay(calendar, path.round, deps.clock.now()),
      ),
  );
}

async function move<Refusal>(
  deps: AdministratorDeps,
  request: ChangeRequest,
  id: RoundId,
  moved: (calendar: Calendar) => Result<Calendar, Refusal>,
): Promise<
  Answer<
    z.input<typeof roundDay>,
    Refusal | DayHasCome | NotFound | VersionMismatch | ChangedMeanwhile
  >
> {
  const { rounds, settings } = deps;
  const changed = await changeSettings<Refusal | DayHasCome>(deps, request, async before => {
    const calendar = moved(before.calendar);
    if (!calendar.ok) return calendar;
    const round = await rounds.get(request.organization, id);
    const schedule = scheduleOf(id, calendar.value);
    if (round && round.state !== 'collecting')
      return err({ code: 'day-has-come', day: round.schedule.day });
    return ok({
      after: withSettings(before, { calendar: calendar.value }),
      save: change =>
        settings.saveDay(change, round ? { before: round, after: { ...round, schedule } } : id),
    });
  });
  if (!changed.ok) return changed;
  const { calendar, version } = changed.value;
  return answer({ ...dayView(id, calendar), version }, { etag: `"${version}"` });
}
