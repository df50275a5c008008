/** Stores on the device which organization a person opened last, for members of several. */
import type { OrganizationId } from '../../shared/domain/kernel/ids.ts';
import { device } from '../storage/browser-storage.ts';
import { ownPlace } from './own-places.ts';

const placeOf = (subject: string): string => ownPlace(subject, 'organization');

export function lastOrganization(subject: string): string | null {
  return device.getItem(placeOf(subject));
}

export function rememberOrganization(subject: string, organization: OrganizationId): void {
  device.setItem(placeOf(subject), organization);
}
