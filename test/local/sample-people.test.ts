/** The sample firms' people: each with a plausible name, as real lists have them. */
import { expect, it } from 'vitest';
import { foundSamples } from '../../infra/local/sample/organizations.ts';
import { isErased } from '../../shared/domain/organization/organization.ts';
import { memberRepository } from '../../shared/store/members.ts';
import { freshTable } from '../fresh-table.ts';
import { organization, time } from '../sample/names.ts';

it('all have names, two of them the same, and some departments have teams', async () => {
  const table = await freshTable();
  await foundSamples(table, time('2026-10-01T08:00:00+08:00'));
  const all = await Array.fromAsync(memberRepository(table).all(organization('huatai')));
  const members = all.flatMap(member => (isErased(member) ? [] : [member]));
  expect(members).toHaveLength(330);
  const byName = Map.groupBy(members, ({ name }) => name);
  expect(byName.has(undefined)).toBe(false);
  const shared = [...byName].filter(([, { length }]) => length > 1);
  expect(shared.map(([name, people]) => [name, people.map(({ id }) => id)])).toEqual([
    ['王建国', ['HT0132', 'HT0149']],
  ]);
  const accounts = ['HT0132', 'HT0274', 'HT0022'];
  const surnames = members
    .filter(({ id }) => accounts.includes(id))
    .map(({ name }) => name?.charAt(0));
  expect(surnames).toEqual(['王', '王', '王']);
  const teams = Map.groupBy(members, ({ department }) => department);
  const inTeams = [...teams].filter(([, people]) => people.some(({ team }) => team !== undefined));
  expect(inTeams.map(([department]) => department).toSorted()).toEqual(
    ['机加一车间', '铸造车间', '装配车间'].toSorted(),
  );
  for (const [, people] of inTeams)
    expect(new Set(people.map(({ team }) => team)).size).toBeGreaterThan(1);
});
