/** Finding members by what people type. */
import { describe, expect, it } from 'vitest';
import {
  type ListedMember,
  needsPinyin,
  searchMembers,
} from '../../../../web/features/directory/search.ts';
import { spell } from '../../../../web/features/directory/spell.ts';
import { department, member, name } from '../../../sample/names.ts';

const people: ListedMember[] = (
  [
    ['HT0001', '王建国', '铸造车间'],
    ['HT0002', '王建国', '装配车间'],
    ['HT0003', '单晓', '铸造车间'],
    ['HT0004', '曾小贤', '财务部'],
    ['HT0005', '仇英', '财务部'],
    ['HT0006', '欧阳建', '设备部'],
    ['HT0007', '吕布', '设备部'],
    ['HT0008', 'Wang Jing', '设备部'],
  ] as const
).map(([id, called, where]) => ({
  id: member(id),
  name: name(called),
  department: department(where),
}));
const all: ListedMember[] = [...people, { id: member('A77'), department: department('王家店') }];

const found = (query: string, most = 10) =>
  searchMembers(all, query, { most, spell }).map(({ id }) => id);

describe('members are found', () => {
  it.each([
    ['by a whole name, all of that name', '王建国', ['HT0001', 'HT0002']],
    ['by a part of a name', '建', ['HT0001', 'HT0002', 'HT0006']],
    ['by initials', 'wjg', ['HT0001', 'HT0002']],
    ['by initials in capitals and wide letters', 'ＷＪＧ', ['HT0001', 'HT0002']],
    ['by the beginning of the pinyin', 'wangji', ['HT0008', 'HT0001', 'HT0002']],
    ['by the pinyin of a surname, not of the word', 'shanx', ['HT0003']],
    ['by zeng', 'zeng', ['HT0004']],
    ['by qiu', 'qiuy', ['HT0005']],
    ['by a surname of two characters', 'ouyang', ['HT0006']],
    ['by lv', 'lvbu', ['HT0007']],
    ['by a number in any case', 'ht0005', ['HT0005']],
    ['by the end of a number', '0003', ['HT0003']],
    ['by a department', '财务', ['HT0004', 'HT0005']],
  ])('%s', (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('not by the usual reading of a surname’s character', () => {
    for (const query of ['danxiao', 'cengxiao', 'chouying']) expect(found(query)).toEqual([]);
  });

  it('the names before the departments, and no more than are asked for', () => {
    expect(found('王')).toEqual(['HT0001', 'HT0002', 'A77']);
    expect(found('王', 1)).toEqual(['HT0001']);
  });

  it('nobody by nothing', () => {
    expect(found(' ')).toEqual([]);
  });
});

it('letters match numbers until the dictionary is there', () => {
  expect(searchMembers(all, 'ht0005', { most: 9 }).map(({ id }) => id)).toEqual(['HT0005']);
  expect(searchMembers(all, 'wjg', { most: 9 })).toEqual([]);
});

it('the dictionary is needed for letters alone', () => {
  expect(['wjg', 'W', '王', 'HT01', '0132', ''].map(needsPinyin)).toEqual([
    true,
    true,
    false,
    false,
    false,
    false,
  ]);
});
