/** For whom the device keeps the application's files. */
import type { Language } from '../i18n/language.ts';
import type { Me } from '../session/organization-context.tsx';
import type { Audience, Readers } from '../worker/release.ts';

/** The present person, in all their organizations. */
export function readersOf({ memberships, zones }: Me, language: Language): Readers {
  const roles = new Set(memberships.flatMap(({ roles }) => roles));
  const audiences: Audience[] = [];
  if (roles.has('committee') || roles.has('chair') || roles.has('secretary'))
    audiences.push('committee');
  if (roles.has('secretary') || roles.has('manager') || roles.has('administrator'))
    audiences.push('staff');
  else if (zones.length > 0) audiences.push('staff');
  return { audiences, tongue: language === 'en' ? 'en' : 'zh' };
}
