/** What an idea's author is called. */
import { expect, it } from 'vitest';
import type { Department, PersonName } from '../../../shared/domain/kernel/ids.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { authorOf } from '../../../web/ui/author.ts';
import { author } from '../sample.ts';

const foundry = '铸造车间' as Department;
const people = { [author]: { name: '王建国' as PersonName, department: foundry } };

it('is the name, or that there is none', () => {
  expect(authorOf({ authorId: author }, people, zh)).toBe('王建国');
  expect(authorOf({}, people, zh)).toBe(zh.unnamed);
});

it('is no more than the department while authors are hidden', () => {
  const hidden = { authorId: author, authorHidden: true } as const;
  expect(authorOf(hidden, people, zh)).toBe(zh.hiddenAuthor);
  const withDepartment = authorOf({ ...hidden, authorDepartment: foundry }, people, zh);
  expect(withDepartment).toBe(zh.hiddenAuthorOf(foundry));
  expect(withDepartment).not.toContain('王建国');
});
