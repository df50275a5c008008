/** Headings break between words, and remain one text. */
import { render, screen } from '@testing-library/preact';
import { expect, it } from 'vitest';
import { Phrases, phrasesIn } from '../../../web/ui/phrases.tsx';

it('breaks between the words of a dictionary, and keeps ours whole', () => {
  expect(phrasesIn('2026年10月期金点子评审结果')).toEqual([
    '2026年10月期',
    '金点子',
    '评审',
    '结果',
  ]);
});

it('adds no place to break beside a space or a sign', () => {
  expect(phrasesIn('《结果》，Round 10')).toEqual(['《结果》，Round 10']);
  expect(phrasesIn('')).toEqual([]);
});

it('leaves a heading its name', () => {
  render(
    <h1>
      <Phrases text="评审结果的公示" />
    </h1>,
  );
  expect(screen.getByRole('heading', { name: '评审结果的公示' })).toBeTruthy();
  expect(screen.getByText('评审结果的公示').querySelectorAll('wbr').length).toBeGreaterThan(0);
});
