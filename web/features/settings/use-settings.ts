/** All settings of the organization, for administrators. */
import { getSettings } from '../../../shared/contract/routes/administration.ts';
import { type Reading, useReading } from '../../api/reading.ts';
import { useOrganization } from '../../session/organization-context.tsx';
import type { Settings } from './settings.ts';

export function useSettings(): Reading<Settings> {
  const { organization } = useOrganization();
  return useReading(getSettings, { path: { organization: organization.id } });
}
