/**
 * Bad input, sent from outside like a stranger's client: every refusal is a problem document that
 * names field and rule, and nothing of it is stored.
 */
import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { problem } from '../../shared/contract/schemas/problem.ts';
import { json, runningSystem } from './running-system.ts';

const { send, address } = runningSystem({ at: '2026-10-01T08:00+08:00' });

const idea = {
  title: '焊机电缆加装收线盘',
  category: '设备',
  problem: '电缆拖在地上，叉车反复碾压，每月换两根。',
  proposal: '在立柱上装自动收线盘，用完即收。',
};
const ideas = '/organizations/huatai/ideas';
const aRound = '/organizations/huatai/rounds/2026-10';
const listed = z.object({ items: z.array(z.object({ title: z.string() })) });

async function refusal(reply: Response) {
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  const document = problem.parse(await reply.json());
  expect(document.status).toBe(reply.status);
  return { status: reply.status, code: document.code, errors: document.errors ?? [] };
}

async function stored(): Promise<string[]> {
  const reply = await send('HT0132', 'GET', `${aRound}/ideas`);
  return listed.parse(await reply.json()).items.map(({ title }) => title);
}

describe('an invalid idea is refused, names its field, and is not stored', () => {
  const cases: [what: string, body: object, status: number, field: string, rule: string][] = [
    ['an unknown field', { ...idea, colour: 'red' }, 400, 'colour', 'unknown-field'],
    ['a missing proposal', { ...idea, proposal: undefined }, 400, 'proposal', 'required'],
    ['a number for a title', { ...idea, title: 7 }, 400, 'title', 'type'],
    ['null for a problem', { ...idea, problem: null }, 400, 'problem', 'type'],
    ['a title of one character', { ...idea, title: '焊' }, 400, 'title', 'length'],
    ['a title of 61 characters', { ...idea, title: '焊'.repeat(61) }, 400, 'title', 'length'],
    [
      'a problem of 2,001 characters',
      { ...idea, problem: '长'.repeat(2001) },
      400,
      'problem',
      'length',
    ],
    ['blanks for a proposal', { ...idea, proposal: '   \n ' }, 400, 'proposal', 'length'],
    [
      'a benefit with a fraction',
      { ...idea, expectedBenefit: 12.5 },
      400,
      'expectedBenefit',
      'type',
    ],
    ['a negative benefit', { ...idea, expectedBenefit: -1 }, 400, 'expectedBenefit', 'range'],
    [
      'a category that is not on the list',
      { ...idea, category: '天气' },
      422,
      'category',
      'one-of',
    ],
    [
      'a department that is not on the list',
      { ...idea, department: '月球车间' },
      422,
      'department',
      'one-of',
    ],
    [
      'an author, from a member who is no secretary',
      { ...idea, authorId: 'HT0087' },
      403,
      'authorId',
      'role',
    ],
    [
      'a slip time, from a member who is no secretary',
      { ...idea, submittedAt: '2026-09-20T08:00+08:00' },
      403,
      'submittedAt',
      'role',
    ],
  ];
  it.each(cases)('%s', async (_, body, status, field, rule) => {
    const reply = await refusal(await send('HT0132', 'POST', ideas, json(body)));
    expect(reply.status).toBe(status);
    expect(reply.errors).toContainEqual(expect.objectContaining({ field, rule }));
    expect(await stored()).toEqual([]);
  });

  it('an unknown author, an unnamed idea with an author, and a slip of a later round are refused', async () => {
    const bodies = [
      { ...idea, authorId: 'HT9999' },
      { ...idea, authorId: 'HT0087', unnamed: true },
      { ...idea, authorId: 'HT0087', submittedAt: '2026-10-16T08:00+08:00' },
      { ...idea, authorId: 'HT0087', submittedAt: '2026-02-30T08:00+08:00' },
      { ...idea, authorId: 'HT0087', submittedAt: '2026-10-01 08:00' },
    ];
    const found = [];
    for (const body of bodies) {
      const { status, code } = await refusal(await send('HT0274', 'POST', ideas, json(body)));
      found.push([status, code]);
    }
    expect(found).toEqual([
      [422, 'unknown-author'],
      [422, 'author-and-unnamed'],
      [422, 'slip-dated-ahead'],
      [400, 'invalid-request'],
      [400, 'invalid-request'],
    ]);
    expect(await stored()).toEqual([]);
  });
});

it('counts characters as people do: sixty emoji of four code points each are sixty characters', async () => {
  const title = '👩🏽‍🏭'.repeat(60);
  const reply = await send(
    'HT0087',
    'POST',
    '/organizations/huatai/ideas',
    json({ ...idea, title }),
  );
  expect(reply.status).toBe(201);
  expect(await stored()).toContain(title);
});

describe('a malformed request is refused', () => {
  const cases: [what: string, init: RequestInit, status: number, code: string][] = [
    ['malformed JSON', { ...json({}), body: '{"title":' }, 400, 'malformed-json'],
    ['a list instead of an object', json([idea]), 400, 'invalid-request'],
    ['no body', { headers: { 'content-type': 'application/json' } }, 400, 'malformed-json'],
    [
      'another content type',
      { body: JSON.stringify(idea), headers: { 'content-type': 'text/plain' } },
      415,
      'unsupported-media-type',
    ],
    ['a body over 256 KB', json({ ...idea, problem: 'x'.repeat(262_144) }), 413, 'body-too-large'],
    [
      'an idempotency key with a space',
      { ...json(idea), headers: { 'content-type': 'application/json', 'idempotency-key': 'a b' } },
      400,
      'invalid-request',
    ],
  ];
  it.each(cases)('%s', async (_, init, status, code) => {
    expect(await refusal(await send('HT0132', 'POST', ideas, init))).toMatchObject({
      status,
      code,
    });
  });

  it('names the error in an address', async () => {
    const answers = await Promise.all(
      [
        '/organizations/huatai/rounds/2026-13/ideas',
        '/organizations/huatai/rounds/2026-10/ideas?limit=0',
        '/organizations/huatai/rounds/2026-10/ideas?cursor=x',
        '/organizations/huatai/rounds/2026-10/ideas?status=good',
        '/organizations/huatai/rounds/2026-10/ideas?colour=red',
        '/organizations/HUATAI',
        '/organizations/huatai/ideas/17',
      ].map(async path => {
        const { status, errors } = await refusal(await send('HT0132', 'GET', path));
        return [status, errors[0]?.field];
      }),
    );
    expect(answers).toEqual([
      [400, 'round'],
      [400, 'limit'],
      [400, 'cursor'],
      [400, 'status'],
      [400, 'colour'],
      [400, 'organization'],
      [400, 'idea'],
    ]);
  });

  it('answers 404 for a missing thing, and for a meaningless address', async () => {
    const missing = 'ideas/2026-10-00000000000000000000000000';
    for (const path of [`/organizations/huatai/${missing}`, '/organizations/huatai/rounds/2031-01'])
      expect((await refusal(await send('HT0132', 'GET', path))).status).toBe(404);
    for (const path of ['/nothing', '']) {
      const reply = await send('HT0132', 'GET', path);
      expect([reply.status, await reply.json()]).toEqual([404, { message: 'Not Found' }]);
    }
  });
});

describe('a caller', () => {
  it('without a token, or with an expired, foreign or forged one, is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({
      sub: 'HT0274',
      scope: 'openid',
      client_id: 'golden-ideas-web',
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'local' })
      .setIssuer(`${address()}/oidc`)
      .setExpirationTime('1h')
      .sign(privateKey);
    for (const authorization of ['', 'Bearer', 'Bearer x', `Bearer ${forged}`, 'Basic SFQwMjc0']) {
      const reply = await fetch(`${address()}/api/me`, { headers: { authorization } });
      expect([reply.status, await reply.json()]).toEqual([401, { message: 'Unauthorized' }]);
    }
  });

  it("learns that another organization's things do not exist", async () => {
    const mine = await send(
      'ZC0001',
      'POST',
      '/organizations/zhongcheng/ideas',
      json({ ...idea, category: '设备' }),
    );
    expect(mine.status).toBe(201);
    const location = mine.headers.get('location')?.replace('/api', '') ?? '';
    const across = location.replace('zhongcheng', 'huatai');
    const tries = [
      location,
      across,
      '/organizations/zhongcheng',
      '/organizations/zhongcheng/rounds',
      '/organizations/nobody',
    ];
    for (const path of tries)
      expect((await refusal(await send('HT0132', 'GET', path))).status).toBe(404);
    expect((await refusal(await send('HT0132', 'PUT', `${location}/support`))).status).toBe(404);
    expect((await send('ZC0001', 'GET', location)).status).toBe(200);
  });

  it('has the rights of their own roles and no other', async () => {
    const vote = `${ideas}/2026-10-00000000000000000000000000`;
    const refused: [string, string, string, RequestInit][] = [
      ['HT0132', 'PUT', `${vote}/vote`, json({ choice: 'approve' })],
      ['HT0274', 'PUT', `${vote}/vote`, json({ choice: 'approve' })],
      ['HT0022', 'POST', `${vote}/decision`, json({ outcome: 'adopted' })],
      ['HT0132', 'GET', `${aRound}/statistics`, {}],
      ['HT0011', 'GET', `${aRound}/statistics`, {}],
      ['HT0266', 'GET', `${aRound}/statistics`, {}],
      ['HT0132', 'GET', `${aRound}/agenda`, {}],
      ['HT0290', 'POST', `${ideas}/import`, { body: 'a', headers: { 'content-type': 'text/csv' } }],
    ];
    for (const [account, method, path, init] of refused)
      expect(await refusal(await send(account, method, path, init))).toMatchObject({
        status: 403,
        code: 'role-required',
      });
    for (const account of ['XH0001', 'XH0002'])
      expect((await refusal(await send(account, 'GET', '/organizations/huatai'))).status).toBe(404);
  });
});

it('answers in the caller’s language, Chinese by default', async () => {
  const title = async (language?: string): Promise<string> => {
    const headers = language === undefined ? {} : { 'accept-language': language };
    return problem.parse(
      await (await send('HT0132', 'GET', '/organizations/nobody', { headers })).json(),
    ).title;
  };
  expect([await title(), await title('en-GB,en;q=0.9'), await title('fr, zh;q=0.5')]).toEqual([
    '没有这个单位，或不属于您',
    'No such organization, or it is not yours',
    '没有这个单位，或不属于您',
  ]);
});

describe('a file of slips', () => {
  const header = '序号,工号,部门,类别,建议名称,现状分析,改进措施,预期年效益(元),提交时间';
  const row =
    '1,HT0132,机加一车间,设备,加装排屑挡板,铁屑飞溅到导轨上,自制可拆挡板,36000,2026-09-17 08:12';
  const importFile = (body: string | Uint8Array<ArrayBuffer>, type = 'text/csv') =>
    send('HT0274', 'POST', `${ideas}/import`, { body, headers: { 'content-type': type } });

  it('is refused as a whole if it cannot be read', async () => {
    const answers = [];
    for (const reply of [
      await importFile(`${header.replace(',改进措施', '')}\n${row}`),
      await importFile(`${header},颜色\n${row},红`),
      await importFile(`${header}\n1,HT0132,"机加一车间`),
      await importFile(''),
      await importFile(`${header}\n${row}`, 'application/json'),
      await importFile(new Uint8Array([0xff, 0xff, 0x00, 0x80])),
    ]) {
      const { status, code, errors } = await refusal(reply);
      answers.push([status, code, errors[0]?.field]);
    }
    expect(answers).toEqual([
      [400, 'invalid-request', '改进措施'],
      [400, 'invalid-request', '颜色'],
      [400, 'malformed-csv', undefined],
      [400, 'invalid-request', '序号'],
      [415, 'unsupported-media-type', undefined],
      [400, 'unreadable-file', undefined],
    ]);
  });

  it('is stored row by row: a bad row has its reason, the others are stored', async () => {
    const rows = [
      row,
      row.replace('HT0132', 'HT9999'),
      row.replace('36000', '很多'),
      row.replace('2026-09-17 08:12', '去年'),
      row.replace('加装排屑挡板', '挡'),
      row,
      row.replace('HT0132', '').replace('加装排屑挡板', '不记名的一条'),
    ];
    const reply = await importFile(`\uFEFF${[header, ...rows].join('\r\n')}\r\n`);
    const { rows: answers } = z
      .object({
        rows: z.array(
          z.object({ row: z.number(), outcome: z.string(), problem: z.optional(problem) }),
        ),
      })
      .parse(await reply.json());
    expect(
      answers.map(({ row, outcome, problem }) => [row, outcome, problem?.errors?.[0]?.field]),
    ).toEqual([
      [1, 'created', undefined],
      [2, 'rejected', '工号'],
      [3, 'rejected', '预期年效益(元)'],
      [4, 'rejected', '提交时间'],
      [5, 'rejected', '建议名称'],
      [6, 'duplicate', undefined],
      [7, 'created', undefined],
    ]);
    const titles = await stored();
    expect(titles).toContain('不记名的一条');
    expect(titles.filter(title => title === '加装排屑挡板')).toHaveLength(1);
  });
});

it('says in each answer its own clock’s time', async () => {
  const { headers } = await send(undefined, 'GET', '/me');
  const hours =
    (Date.parse(headers.get('date') ?? '') - Date.parse('2026-10-01T00:00:00Z')) / 3_600_000;
  expect(Math.floor(hours)).toBe(0);
});
