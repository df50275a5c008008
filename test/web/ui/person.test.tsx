/** How people are called: by name, by number without one, and those who have left or are erased. */
import { expect, it } from 'vitest';
import { zh } from '../../../web/i18n/zh.ts';
import { type People, Person } from '../../../web/ui/person.tsx';
import { department, member, name } from '../../sample/names.ts';
import { renderPage } from '../render-page.tsx';

const id = member('HT0132');
const shop = department('机加一车间');

it.each<[string, People | undefined, string]>([
  ['a member', { [id]: { name: name('王建国'), department: shop } }, '王建国机加一车间'],
  ['one without a name', { [id]: { department: shop } }, `${zh.memberNumber(id)}机加一车间`],
  [
    'one who has left',
    { [id]: { name: name('王建国'), department: shop, left: true } },
    `王建国机加一车间\u00a0· ${zh.leftMember}`,
  ],
  ['one who is erased', { [id]: { department: shop, erased: true } }, zh.erasedMember],
  ['anybody, before an API that tells no people', undefined, zh.memberNumber(id)],
])('calls %s', async (_, people, text) => {
  const { container } = await renderPage(<Person id={id} people={people} />);
  expect(container.textContent).toBe(text);
});

it('leaves out the department where it is plain, and keeps the number at hand', async () => {
  const people: People = { [id]: { name: name('王建国'), department: shop } };
  const { container } = await renderPage(<Person id={id} people={people} brief />);
  expect(container.textContent).toBe('王建国');
  expect(container.querySelector('[title]')?.getAttribute('title')).toBe(zh.memberNumber(id));
});
