/** The editor of departments and categories. */
import { describe, expect, it } from 'vitest';
import { isDepartment } from '../../../../shared/domain/kernel/ids.ts';
import {
  differenceOf,
  faultOfName,
  namesFields,
  namesIn,
  raised,
  withName,
  withoutName,
} from '../../../../web/features/settings/names.ts';

const names = ['铸造车间', '质检部', '技术部'];
const limits = { is: isDepartment, most: 4 };

describe('a list of names', () => {
  it('is read back unchanged, even when it is empty', () => {
    expect(namesIn(namesFields(names))).toEqual(names);
    expect(namesIn(namesFields([]))).toEqual([]);
  });

  it('takes a new name in its stored spelling', () => {
    expect(faultOfName(' 智能制造部 ', names, limits)).toBeUndefined();
    expect(withName(names, ' 智能制造部 ').at(-1)).toBe('智能制造部');
  });

  it('takes no blank, malformed or duplicate name, and no more than the limit', () => {
    expect(faultOfName('  ', names, limits)).toBe('missing');
    expect(faultOfName('一#二', names, limits)).toBe('malformed');
    expect(faultOfName('质检部 ', names, limits)).toBe('there');
    expect(faultOfName('新部门', [...names, '采购部'], limits)).toBe('too-many');
  });

  it('is reordered one place at a time', () => {
    expect(raised(names, '技术部')).toEqual(['铸造车间', '技术部', '质检部']);
    expect(raised(names, '铸造车间')).toEqual(names);
  });

  it('shows the names that a save would add or retire; a move is neither', () => {
    const after = withName(withoutName(raised(names, '技术部'), '质检部'), '采购部');
    expect(differenceOf(names, after)).toEqual({ added: ['采购部'], retired: ['质检部'] });
    expect(differenceOf(names, raised(names, '技术部'))).toEqual({ added: [], retired: [] });
  });
});
