/** The photos of a draft as one text. */
import { expect, it } from 'vitest';
import type { PhotoId } from '../../../../shared/domain/kernel/ids.ts';
import { moved, photosIn, photosText } from '../../../../web/features/photos/draft-photos.ts';
import { photo } from '../../sample.ts';

const problem = (key: string) => ({ of: 'problem', alt: '', key }) as const;
const proposal = (key: string) => ({ of: 'proposal', alt: '', key }) as const;

it('is empty for none, and what it was for some', () => {
  expect(photosText([])).toBe('');
  expect(photosIn('')).toEqual([]);
  const some = [
    problem('a'),
    { of: 'result', alt: '料架', id: '0123456789abcdefghjkmnpqrs' as PhotoId },
  ] as const;
  expect(photosIn(photosText(some))).toEqual(some);
});

it('leaves out what cannot be read', () => {
  expect(photosIn('{')).toEqual([]);
  expect(photosIn('{"of":"problem"}')).toEqual([]);
  const kept = [problem('a'), null, { of: 'face', alt: '', key: 'b' }, { of: 'result', alt: '' }];
  expect(photosIn(JSON.stringify(kept))).toEqual([problem('a')]);
});

it('moves a photo past the next of its kind, whatever lies between', () => {
  const [a, b, c] = [problem('a'), proposal('b'), problem('c')];
  expect(moved([a, b, c], c, -1)).toEqual([c, b, a]);
  expect(moved([a, b, c], a, 1)).toEqual([c, b, a]);
  expect(moved([a, b, c], b, 1)).toEqual([a, b, c]);
  expect(moved([a, b, c], a, -1)).toEqual([a, b, c]);
});

it('leaves what the idea has as long as it says nothing, and can take all of it away', () => {
  const stored = [photo(1, 'problem', '料架'), photo(2, 'proposal')];
  expect(photosIn('', stored)).toEqual([
    { of: 'problem', alt: '料架', id: photo(1, 'problem').id },
    { of: 'proposal', alt: '', id: photo(2, 'proposal').id },
  ]);
  const none = photosText([], stored);
  expect(none).not.toBe('');
  expect(photosIn(none, stored)).toEqual([]);
});
