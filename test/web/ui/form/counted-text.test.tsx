/** A text field with its counter, filled in by typing. */
import { screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { expect, it } from 'vitest';
import { en } from '../../../../web/i18n/en.ts';
import { zh } from '../../../../web/i18n/zh.ts';
import { CountedText } from '../../../../web/ui/form/counted-text.tsx';
import { renderPage, type, typedIn, wrongFields } from '../../render-page.tsx';

const limits = { min: 2, max: 5 };

function Title({ rows, error }: { readonly rows?: number; readonly error?: string }) {
  const [value, onInput] = useState('');
  return (
    <CountedText
      label="title"
      name="title"
      hint="in a few words"
      limits={limits}
      {...{ value, onInput, error }}
      {...(rows !== undefined && { rows })}
    />
  );
}

it.each([
  ['Chinese characters', '加装限位', 4],
  ['an emoji of several code points as one', '👩‍🔧👍🏽', 2],
  ['a letter with its accent as one', 'e\u0301', 1],
  ['no blanks around the text', '  加装 \n', 2],
  ['no invisible characters', '加\u200b装', 2],
])('counts %s', async (_, text, count) => {
  await renderPage(<Title rows={2} />, { language: 'en' });
  expect(screen.getByText(en.counter(0, limits.max))).toBeTruthy();
  await type('title', text);
  expect(screen.getByText(en.counter(count, limits.max))).toBeTruthy();
});

it('takes a text at its limit, and warns of a longer one without cutting it off', async () => {
  await renderPage(<Title />);
  await type('title', '行车加限位');
  expect(screen.getByText(zh.counter(5, limits.max)).textContent).not.toContain('⚠');
  await type('title', '行车加装限位');
  expect(screen.getByText(new RegExp(zh.counter(6, limits.max))).textContent).toContain('⚠');
  expect(typedIn('title')).toBe('行车加装限位');
});

it.each([
  ['a line', undefined, HTMLInputElement],
  ['several lines', 3, HTMLTextAreaElement],
])('is a required field for %s, described by its hint', async (_, rows, kind) => {
  await renderPage(<Title {...(rows !== undefined && { rows })} />);
  const field = screen.getByRole('textbox', { name: 'title', description: 'in a few words' });
  expect(field).toBeInstanceOf(kind);
  expect(field.getAttribute('aria-required')).toBe('true');
  expect(wrongFields()).toEqual([]);
});

it('is marked as wrong, and described by its error too', async () => {
  await renderPage(<Title rows={2} error="not clear" />);
  expect(wrongFields()).toEqual(['title']);
  expect(
    screen.getByRole('textbox', { name: 'title', description: 'in a few words not clear' }),
  ).toBeTruthy();
});
