/**
 * The preview of an import of slips: it says of every row what the import would do and who its
 * author is, writes nothing, and the import does exactly that.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importIdeas } from '../../shared/contract/routes/ideas.ts';
import { correctSlip, takeBackSlip } from '../../shared/contract/routes/screening.ts';
import type { PersonName } from '../../shared/domain/kernel/ids.ts';
import { newMember } from '../store/sample-facts.ts';
import { everything } from '../store/watched-table.ts';
import { type Firm, months } from './months.ts';
import { type Reply, SLIP } from './small-firm.ts';

interface Row {
  readonly row: number;
  readonly outcome: string;
  readonly ideaId?: string;
  readonly authorId?: string;
  readonly round?: string;
  readonly warnings?: readonly string[];
}
interface Body {
  readonly rows: readonly Row[];
  readonly next?: number;
}

const HEAD = '序号,工号,姓名,部门,类别,建议名称,现状分析,改进措施,预期年效益(元),提交时间';

/** A line of the file. */
const line = (number: string, name: string, title: string, more: Partial<Line> = {}): string => {
  const { where = '', category = '设备', time = '2026-10-05 08:12' } = more;
  return `1,${number},${name},${where},${category},建议${title},没有提示,加装报警器,,${time}`;
};
interface Line {
  readonly where: string;
  readonly category: string;
  readonly time: string;
}

const named = (id: string, name: string) => ({ ...newMember(id), name: name as PersonName });
const twoOfOneDigit = () =>
  months({
    more: [named('HT0215', '王建国'), named('HT0216', '李海龙'), named('HT0217', '王 伟')],
  });

async function send(firm: Firm, lines: readonly string[], preview: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  const body = Buffer.from([HEAD, ...lines].join('\n'));
  let from: number | undefined = 1;
  while (from !== undefined) {
    const query: Record<string, string> = {
      from: String(from),
      ...(preview && { preview: 'true' }),
    };
    const answer: Reply<Body> = await firm.call<Body>(importIdeas, { as: 'S1', query, body });
    expect(answer.status).toBe(200);
    rows.push(...answer.body.rows);
    from = answer.body.next;
  }
  return rows;
}
const told = (rows: readonly Row[]) =>
  rows.map(({ ideaId, ...row }) => (row.outcome === 'duplicate' ? { ...row, ideaId } : row));
const outcomes = (rows: readonly Row[]): string[] => rows.map(({ outcome }) => outcome);

describe('a preview', () => {
  it('names each row’s author and round, and a name that belongs to another number', async () => {
    const firm = await twoOfOneDigit();
    const before = await everything(firm.table);
    const rows = await send(
      firm,
      [
        line('ht0215', '王建国', '甲'),
        line('HT0216', '王建国', '乙'),
        line('HT0217', '王伟', '丙', { where: '装配车间' }),
        line('E1', '张三', '丁'),
        line('HT0215', '', '戊'),
        line('', '王建国', '己'),
        line('', '', '庚'),
        line('HT0299', '王建国', '辛'),
      ],
      true,
    );
    expect(rows).toMatchObject([
      { outcome: 'created', authorId: 'HT0215', round: '2026-10' },
      { outcome: 'created', authorId: 'HT0216', warnings: ['name-differs'] },
      { outcome: 'created', authorId: 'HT0217', warnings: ['department-differs'] },
      // Whoever has no name on the list cannot be compared.
      { outcome: 'created', authorId: 'E1' },
      { outcome: 'created', authorId: 'HT0215' },
      { outcome: 'rejected', problem: { errors: [{ field: '工号', rule: 'required' }] } },
      { outcome: 'created' },
      { outcome: 'rejected', problem: { code: 'unknown-author' } },
    ]);
    expect(rows.flatMap(({ warnings = [] }) => warnings)).toHaveLength(2);
    expect(rows[6]).not.toHaveProperty('authorId');
    expect(rows.some(({ ideaId }) => ideaId !== undefined)).toBe(false);
    expect(await everything(firm.table)).toEqual(before);
  });

  it('is the same as the import, for any files one after another', {
    timeout: 60_000,
  }, async () => {
    const firm = await twoOfOneDigit();
    const anyLine = fc
      .record({
        number: fc.constantFrom('HT0215', 'ht0216', 'HT0299', ''),
        name: fc.constantFrom('', '王建国'),
        title: fc.constantFrom('甲', '乙', '丙', '丁'),
        category: fc.constantFrom('设备', '设备', '设备', '玄学'),
        time: fc.constantFrom('2026-10-05 08:12', '2026/10/5 8:12', '昨天', '2027-01-01'),
      })
      .map(({ number, name, title, ...more }) => line(number, name, title, more));
    const files = fc.sample(fc.array(anyLine, { minLength: 1, maxLength: 12 }), {
      numRuns: 12,
      seed: 10,
    });
    const seen = new Set<string>();
    for (const lines of files) {
      const before = await everything(firm.table);
      const foreseen = await send(firm, lines, true);
      expect(await everything(firm.table)).toEqual(before);
      const imported = await send(firm, lines, false);
      expect(told(imported).map(unplaced)).toEqual(told(foreseen).map(unplaced));
      for (const outcome of outcomes(imported)) seen.add(outcome);
      const made = imported.find(({ outcome }) => outcome === 'created')?.ideaId;
      if (made !== undefined) await firm.on(takeBackSlip, 'S1', made, {});
    }
    expect([...seen].sort()).toEqual(['created', 'duplicate', 'rejected', 'withdrawn']);
  });

  it('of a long file knows the rows of its earlier parts', async () => {
    const firm = await twoOfOneDigit();
    const lines = Array.from({ length: 250 }, (_, at) => line('HT0215', '', `第 ${at % 245} 条`));
    const foreseen = await send(firm, lines, true);
    expect(outcomes(foreseen).filter(outcome => outcome === 'duplicate')).toHaveLength(5);
    expect(outcomes(await send(firm, lines, false))).toEqual(outcomes(foreseen));
  });
});

describe('a slip of an imported file', () => {
  it('that was taken back does not return with the file, and can be typed by hand', async () => {
    const firm = await twoOfOneDigit();
    const lines = [line('HT0215', '', '甲')];
    const [first] = await send(firm, lines, false);
    await firm.on(takeBackSlip, 'S1', first!.ideaId!, {});
    const again = await send(firm, lines, false);
    expect(again).toMatchObject([{ outcome: 'withdrawn', authorId: 'HT0215' }]);
    expect(again[0]).not.toHaveProperty('ideaId');
    expect((await firm.stored(first!.ideaId!)).status).toBe('withdrawn');
    const typed = await firm.handIn('S1', { title: '建议甲', authorId: 'HT0215' });
    expect((await firm.stored(typed)).status).toBe('submitted');
  });

  it('that was corrected stays corrected when the file comes again', async () => {
    const firm = await twoOfOneDigit();
    const lines = [line('HT0216', '王建国', '甲')];
    const [row] = await send(firm, lines, false);
    await firm.on(correctSlip, 'S1', row!.ideaId!, { ...SLIP, authorId: 'HT0215' });
    expect(await send(firm, lines, false)).toMatchObject([
      { outcome: 'duplicate', ideaId: row!.ideaId },
    ]);
    expect((await firm.stored(row!.ideaId!)).authorId).toBe('HT0215');
  });
});

/** Without the id of a duplicate of a row that the preview did not store. */
function unplaced({ ideaId: _, ...row }: ReturnType<typeof told>[number] & { ideaId?: unknown }) {
  return row;
}
