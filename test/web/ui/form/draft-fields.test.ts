/** The stored values of a half-written form. */
import { expect, it } from 'vitest';
import { readFields } from '../../../../web/ui/form/draft-fields.ts';

const start = { progress: '40', note: '' };

it('are the stored ones, and none that the form does not have', () => {
  const kept = JSON.stringify({ progress: '60', note: '轨道已铺好', owner: 'HT0041' });
  expect(readFields(kept, start)).toEqual({ progress: '60', note: '轨道已铺好' });
});

it('are the initial ones if nothing was stored or it is unreadable', () => {
  expect(readFields(null, start)).toEqual(start);
  expect(readFields('{"progress":60,"note":"a"}', start)).toEqual({ progress: '40', note: 'a' });
  expect(readFields('[1', start)).toEqual(start);
  expect(readFields('null', start)).toEqual(start);
  expect(readFields('"60"', start)).toEqual(start);
});
