/** A list of names in its editor: added, refused, moved, retired and offered again. */
import { fireEvent, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { NamesEditor } from '../../../../web/features/settings/components/names-editor.tsx';
import { type NamesFields, namesFields } from '../../../../web/features/settings/names.ts';
import { en as enSettings } from '../../../../web/features/settings/words.en.ts';
import { zh as zhSettings } from '../../../../web/features/settings/words.zh.ts';
import { press, renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';

const words = zhSettings;
const label = '新部门';
const present = ['机加一车间', '质检部', '机修班'];

function Editor({ retired = [], most = 4 }: { retired?: readonly string[]; most?: number }) {
  const [fields, setFields] = useState(namesFields(present));
  const change = (changes: Partial<NamesFields>) =>
    setFields(({ names, typed }) => ({ names, typed, ...changes }) as NamesFields);
  const limits = { is: (name: string) => !name.includes('#'), most };
  return (
    <NamesEditor
      fields={fields}
      change={change}
      errors={{}}
      present={present}
      retired={retired}
      limits={limits}
      label={label}
    />
  );
}

const listed = () =>
  within(screen.getAllByRole('list')[0] as HTMLElement)
    .getAllByRole('listitem')
    .map(item => item.querySelector('.item-title')?.firstChild?.textContent);

it('adds the typed name on Enter, marks it as unsaved, and empties the field', async () => {
  await renderPage(<Editor />);
  await type(label, '  仓库 ');
  await fireEvent.keyDown(screen.getByLabelText(label), { key: 'Enter' });
  expect(listed()).toEqual([...present, '仓库']);
  expect(screen.getByText(words.addedUnsaved)).toBeTruthy();
  expect(typedIn(label)).toBe('');
});

it.each([
  ['missing', '   '],
  ['malformed', '#1'],
  ['there', ' 质检部 '],
] as const)('refuses a name that is %s in words, and keeps what was typed', async (fault, name) => {
  await renderPage(<Editor />, { language: 'en' });
  await type(label, name);
  await press(enSettings.add);
  expect(screen.getByText(enSettings.nameFaults[fault])).toBeTruthy();
  expect(screen.getByLabelText(label).getAttribute('aria-invalid')).toBe('true');
  expect(typedIn(label)).toBe(name);
  expect(listed()).toEqual(present);
  await type(label, '仓');
  expect(wrongFields()).toEqual([]);
});

it('adds no name beyond the limit, neither a new one nor a retired one', async () => {
  await renderPage(<Editor most={3} retired={['锅炉房']} />);
  await type(label, '仓库');
  await press(words.add);
  expect(screen.getByText(words.nameFaults['too-many'])).toBeTruthy();
  const again = { name: words.offerAgainName('锅炉房'), hidden: true };
  expect(screen.getByRole<HTMLButtonElement>('button', again).disabled).toBe(true);
});

it('moves a name up, and keeps the focus in its row', async () => {
  await renderPage(<Editor />);
  await press(words.raise('机修班'));
  expect(listed()).toEqual(['机加一车间', '机修班', '质检部']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe(words.raise('机修班'));
  // The first row cannot move further: the focus goes to its other button.
  await press(words.raise('机修班'));
  expect(listed()[0]).toBe('机修班');
  expect(document.activeElement?.getAttribute('aria-label')).toBe(words.retireName('机修班'));
});

it('retires a name, focuses the next row, and offers it again', async () => {
  await renderPage(<Editor />);
  await press(words.retireName('质检部'));
  expect(listed()).toEqual(['机加一车间', '机修班']);
  expect(document.activeElement?.getAttribute('aria-label')).toBe(words.raise('机修班'));
  expect(screen.getByText(words.retiringUnsaved)).toBeTruthy();
  const again = { name: words.offerAgainName('质检部'), hidden: true };
  await fireEvent.click(screen.getByRole('button', again));
  expect(listed()).toEqual(['机加一车间', '机修班', '质检部']);
  expect(screen.queryByText(words.retiredNames(1))).toBeNull();
});

it('removes an added name without retiring it', async () => {
  await renderPage(<Editor />);
  await type(label, '仓库');
  await press(words.add);
  await press(words.removeName('仓库'));
  expect(listed()).toEqual(present);
  expect(screen.queryByRole('button', { name: words.offerAgainName('仓库') })).toBeNull();
});
