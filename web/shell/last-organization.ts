/**
 * Remembers on the device which organization was open last, for people who are in several.
 */
import type { OrganizationId } from '../../shared/domain/ids.ts';

const KEY = 'golden-ideas:organization';

export function lastOrganization(): string | null {
  return localStorage.getItem(KEY);
}

export function rememberOrganization(organization: OrganizationId): void {
  localStorage.setItem(KEY, organization);
}
