/**
 * Remembers on the device which organization a person had open last, for those who are in several.
 */
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { device } from '../storage/browser-storage.ts';
import { ownPlace } from '../storage/own-places.ts';

const placeOf = (subject: string): string => ownPlace(subject, 'organization');

export function lastOrganization(subject: string): string | null {
  return device.getItem(placeOf(subject));
}

export function rememberOrganization(subject: string, organization: OrganizationId): void {
  device.setItem(placeOf(subject), organization);
}
