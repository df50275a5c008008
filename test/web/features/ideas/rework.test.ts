/** What is still missing of work that was sent back. */
import { expect, it } from 'vitest';
import { reworkReason } from '../../../../web/features/ideas/rework.ts';

const assigned = { act: 'assign', to: 'implementing' } as const;
const done = { act: 'complete', to: 'completed' } as const;
const sentBack = { act: 'send-back', to: 'implementing', reason: '缺验收单。' } as const;
const reported = { act: 'report', to: 'implementing' } as const;

it('is the latest note of sending back, until the work is completed again', () => {
  expect(reworkReason([assigned, done, sentBack])).toBe('缺验收单。');
  expect(reworkReason([assigned, done, sentBack, reported])).toBe('缺验收单。');
  expect(reworkReason([assigned, done, sentBack, done, { ...sentBack, reason: '缺照片。' }])).toBe(
    '缺照片。',
  );
});

it('is nothing before completion, after another completion, and after abandonment', () => {
  expect(reworkReason([assigned, reported])).toBeUndefined();
  expect(reworkReason([assigned, done])).toBeUndefined();
  expect(reworkReason([assigned, done, sentBack, done])).toBeUndefined();
  expect(
    reworkReason([
      assigned,
      done,
      sentBack,
      { act: 'abandon', to: 'abandoned', reason: '设备要报废了。' },
    ]),
  ).toBeUndefined();
});
