/**
 * A zone's people as declared: everybody on the list is appointed or updated, and all others are
 * dismissed.
 */
import { same } from './audit.ts';
import type { ZoneMember } from './organization.ts';

export const MOST_ZONE_PEOPLE = 500;

/** The act on one person. */
export type ZoneAct =
  | { readonly act: 'dismiss'; readonly before: ZoneMember }
  | { readonly act: 'change'; readonly before: ZoneMember; readonly after: ZoneMember }
  | { readonly act: 'appoint'; readonly after: ZoneMember };

/**
 * The acts that turn a zone's people into the declared ones. Dismissals come first, so an account
 * that changes hands belongs to nobody for a moment.
 */
export function zoneActs(
  current: readonly ZoneMember[],
  declared: readonly ZoneMember[],
): ZoneAct[] {
  const known = new Map(current.map(person => [person.id, person]));
  const staying = new Set(declared.map(({ id }) => id));
  const dismissals = current
    .filter(({ id }) => !staying.has(id))
    .map((before): ZoneAct => ({ act: 'dismiss', before }));
  const others = declared.flatMap((after): ZoneAct[] => {
    const before = known.get(after.id);
    if (!before) return [{ act: 'appoint', after }];
    return same(before, after) ? [] : [{ act: 'change', before, after }];
  });
  return [...dismissals, ...others];
}
