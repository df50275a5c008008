/**
 * A zone's people as they are declared: whoever is on the list is appointed or gets what it says, and whoever is not is dismissed.
 */
import { same } from './audit.ts';
import type { ZoneMember } from './organization.ts';

export const MOST_ZONE_PEOPLE = 500;

/** What becomes of one person. */
export type ZoneAct =
  | { readonly act: 'dismiss'; readonly before: ZoneMember }
  | { readonly act: 'change'; readonly before: ZoneMember; readonly after: ZoneMember }
  | { readonly act: 'appoint'; readonly after: ZoneMember };

/** What makes of a zone's people those that are declared. Dismissals come first: an account that changes hands is nobody's for a moment. */
export function zoneActs(current: readonly ZoneMember[], declared: readonly ZoneMember[]): ZoneAct[] {
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
