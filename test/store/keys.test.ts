/** Keys can be parsed back into their parts, and are made in one file alone. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDepartment, isMemberId } from '../../shared/domain/kernel/ids.ts';
import {
  departmentOfHeadcount,
  headcountKey,
  ideaIn,
  ideaKey,
  memberIn,
  memberKey,
  participantIn,
  participantKey,
  roundOfStatistics,
  statisticsKey,
} from '../../shared/store/keys.ts';
import { HUATAI, newIdea, OCTOBER } from './sample-facts.ts';

const members = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'E01#-_x') })
  .filter(isMemberId);
const departments = fc
  .string({ minLength: 1, maxLength: 12, unit: fc.constantFrom(...'机加一#TOAL~ ') })
  .filter(isDepartment);

describe('a key', () => {
  it('of an author’s count yields scope and author, whatever characters their names have', () => {
    fc.assert(
      fc.property(members, fc.option(departments, { nil: undefined }), (author, name) => {
        const scope =
          name === undefined
            ? ({ by: 'organization' } as const)
            : ({ by: 'department', name } as const);
        expect(participantIn(participantKey(HUATAI, OCTOBER, scope, author))).toEqual({
          scope,
          author,
        });
      }),
    );
  });

  it('of a headcount yields its department, or none', () => {
    expect(departmentOfHeadcount(headcountKey(HUATAI))).toBeUndefined();
    fc.assert(
      fc.property(departments, name => {
        expect(departmentOfHeadcount(headcountKey(HUATAI, name))).toBe(name);
      }),
    );
  });

  it('of a member, an idea or a round’s numbers yields it', () => {
    fc.assert(
      fc.property(members, id => {
        expect(memberIn(memberKey(HUATAI, id))).toBe(id);
      }),
    );
    const { id } = newIdea({});
    expect(ideaIn(ideaKey(HUATAI, id))).toBe(id);
    expect(ideaIn({})).toBeUndefined();
    fc.assert(
      fc.property(departments, name => {
        const key = statisticsKey(HUATAI, OCTOBER, { by: 'department', name });
        expect(roundOfStatistics(key)).toBe(OCTOBER);
      }),
    );
  });
});

it('no file but keys.ts makes a key', () => {
  const makes = /\b[ps]k: (?!z\.)|[`'"](?:[A-Z]+-?)+#/;
  const files = globSync(['shared/store/*.ts', 'functions/**/*.ts']).filter(
    file => !file.endsWith('/keys.ts'),
  );
  expect(files.filter(file => makes.test(readFileSync(file, 'utf8')))).toEqual([]);
});
