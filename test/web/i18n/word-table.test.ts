import { expect, it, vi } from 'vitest';
import { loadWords, wordTable } from '../../../web/i18n/word-table.ts';

const loading = <Words>(words: Words) => vi.fn(async () => words);

it('loads the words of a language when they are needed, and once', async () => {
  const zh = loading({ zh: { yes: '是' } });
  const en = loading({ en: { yes: 'yes' } });
  const table = wordTable({ zh, en });
  await loadWords('zh-CN');
  expect(table.words('zh-CN')).toEqual({ yes: '是' });
  await loadWords('en');
  await loadWords('zh-CN');
  await loadWords('en');
  expect(table.words('en')).toEqual({ yes: 'yes' });
  expect([zh, en].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
});

it('tries again after a failure', async () => {
  const zh = loading({ zh: { yes: '是' } }).mockRejectedValueOnce(new Error('no network'));
  const en = loading({ en: { yes: 'yes' } }).mockRejectedValueOnce(new Error('no network'));
  const table = wordTable({ zh, en });
  await loadWords('zh-CN').catch(() => undefined);
  await loadWords('en').catch(() => undefined);
  await loadWords('zh-CN');
  await loadWords('en');
  expect([table.words('zh-CN'), table.words('en')]).toEqual([{ yes: '是' }, { yes: 'yes' }]);
});
