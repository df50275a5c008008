/** Whose files a device keeps. */
import { expect, it } from 'vitest';
import type { Role } from '../../../shared/domain/organization/organization.ts';
import { readersOf } from '../../../web/app/readers.ts';
import type { Me } from '../../../web/session/organization-context.tsx';

const me = (...roles: Role[]) => ({ memberships: [{ roles }], zones: [] }) as unknown as Me;

it.each<readonly [Role, readonly string[]]>([
  ['employee', []],
  ['committee', ['committee']],
  ['chair', ['committee']],
  ['secretary', ['committee', 'staff']],
  ['manager', ['staff']],
  ['administrator', ['staff']],
])('a device of a %s keeps the files of: %o', (role, audiences) => {
  expect(readersOf(me(role), 'zh-CN')).toEqual({ audiences, tongue: 'zh' });
});

it('a device of a zone keeps those of staff, in English for who reads English', () => {
  const zone = { memberships: [], zones: [{}] } as unknown as Me;
  expect(readersOf(zone, 'en')).toEqual({ audiences: ['staff'], tongue: 'en' });
});
