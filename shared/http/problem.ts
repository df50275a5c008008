/**
 * The one place where a refusal becomes an answer: status, code and words (RFC 9457). Domain and store refuse in values;
 * here, and only here, they learn what HTTP calls it.
 */
import type * as z from 'zod/mini';
import type { problem } from '../contract/schemas.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Language, Words } from './language.ts';

export type Problem = z.output<typeof problem>;

/** A field that broke a rule, with words in both languages until it is known who reads them. */
export interface FieldError {
  readonly field: string;
  readonly rule: string;
  readonly words: Words;
}

/** Refusals that come before any rule of the domain: the request itself is not right. */
export type RequestRefusal =
  | { readonly code: 'invalid-request'; readonly errors: readonly FieldError[] }
  | { readonly code: 'malformed-json' }
  | { readonly code: 'malformed-csv'; readonly line?: number }
  | { readonly code: 'not-text' }
  | { readonly code: 'body-too-large'; readonly limit: number }
  | { readonly code: 'unsupported-media-type'; readonly expected: string }
  | { readonly code: 'not-signed-in' }
  | { readonly code: 'role-required'; readonly roles: readonly string[] }
  | { readonly code: 'no-such-route' }
  | { readonly code: 'busy' }
  | { readonly code: 'internal' };

export type AnyRefusal = Refusal | RequestRefusal;

/** Makes the problem document of a refusal, in the caller's language. */
export function problemOf(refusal: AnyRefusal, language: Language, requestId?: string): Problem {
  const { status, title, detail, field } = describe(refusal);
  const errors = refusal.code === 'invalid-request' ? refusal.errors : field ? [field] : [];
  return {
    type: `/problems/${refusal.code}`,
    title: title[language],
    status,
    code: refusal.code,
    ...(detail && { detail: detail[language] }),
    ...(requestId !== undefined && { requestId }),
    ...(errors.length > 0 && {
      errors: errors.map(({ field, rule, words }) => ({ field, rule, detail: words[language] })),
    }),
  };
}

interface Description {
  readonly status: number;
  readonly title: Words;
  readonly detail?: Words;
  /** Where the refusal is about one field of the request. */
  readonly field?: FieldError;
}

function describe(refusal: AnyRefusal): Description {
  switch (refusal.code) {
    case 'invalid-request': {
      const fields = refusal.errors.map(({ field }) => field).join(', ');
      return {
        status: 400,
        title: { zh: '填写有误', en: 'The request is not valid' },
        detail: { zh: `请改正后再提交：${fields}`, en: `Correct and send again: ${fields}` },
      };
    }
    case 'malformed-json':
      return {
        status: 400,
        title: { zh: '请求不是正确的 JSON', en: 'The body is not valid JSON' },
      };
    case 'malformed-csv':
      return {
        status: 400,
        title: { zh: '文件不是正确的 CSV', en: 'The file is not valid CSV' },
        ...(refusal.line !== undefined && {
          detail: {
            zh: `第 ${refusal.line} 行附近：引号或列数不对`,
            en: `Near line ${refusal.line}: quotes or number of columns are off`,
          },
        }),
      };
    case 'not-text':
      return {
        status: 400,
        title: { zh: '文件编码无法识别', en: 'The encoding of the file is not known' },
        detail: {
          zh: '请另存为 UTF-8 或 GB18030 编码的 CSV 后再导入',
          en: 'Save it as CSV in UTF-8 or GB18030 and try again',
        },
      };
    case 'body-too-large':
      return {
        status: 413,
        title: { zh: '内容过大', en: 'The body is too large' },
        detail: {
          zh: `最多 ${refusal.limit / 1024} KB；文件请分几次导入`,
          en: `At most ${refusal.limit / 1024} KB; import a file in several parts`,
        },
      };
    case 'unsupported-media-type':
      return {
        status: 415,
        title: { zh: '内容类型不对', en: 'Wrong content type' },
        detail: {
          zh: `Content-Type 应为 ${refusal.expected}`,
          en: `Content-Type must be ${refusal.expected}`,
        },
      };
    case 'not-signed-in':
      return {
        status: 401,
        title: { zh: '请先登录', en: 'Sign in first' },
        detail: { zh: '登录已过期或无效，请重新登录', en: 'The token is missing, expired or not valid' },
      };
    case 'role-required':
      return {
        status: 403,
        title: { zh: '没有权限', en: 'Not allowed' },
        detail: {
          zh: `需要以下角色之一：${refusal.roles.join(', ')}`,
          en: `Needs one of these roles: ${refusal.roles.join(', ')}`,
        },
      };
    case 'no-such-route':
      return { status: 404, title: { zh: '没有这个地址', en: 'There is nothing at this address' } };
    case 'busy':
      return {
        status: 503,
        title: { zh: '系统繁忙，请稍后再试', en: 'The system is busy; try again in a moment' },
      };
    case 'internal':
      return {
        status: 500,
        title: { zh: '系统出错', en: 'Something went wrong' },
        detail: {
          zh: '内容没有丢失时可直接重试；仍不行请把请求编号告诉管理员',
          en: 'Try again; if it happens again, tell the administrator the request id',
        },
      };
    case 'not-found': {
      const what: Record<typeof refusal.what, Words> = {
        organization: { zh: '单位', en: 'organization' },
        round: { zh: '期', en: 'round' },
        idea: { zh: '金点子', en: 'idea' },
        bulletin: { zh: '公示', en: 'bulletin' },
      };
      const { zh, en } = what[refusal.what];
      return {
        status: 404,
        title: { zh: `没有这个${zh}，或不属于您`, en: `No such ${en}, or it is not yours` },
        field: {
          field: refusal.what,
          rule: 'exists',
          words: { zh: `没有这个${zh}，或不属于您`, en: `No such ${en}, or it is not yours` },
        },
      };
    }
    case 'not-yet-published':
      return {
        status: 404,
        title: { zh: '本期尚未公示', en: 'This round is not yet published' },
        detail: {
          zh: `将于 ${refusal.publishesAt} 公示`,
          en: `It will be published at ${refusal.publishesAt}`,
        },
      };
    case 'wrong-state':
      return {
        status: 409,
        title: { zh: '这条金点子现在不能这样处理', en: 'The idea does not admit this now' },
        detail: {
          zh: `目前状态：${refusal.status}`,
          en: `It is ${refusal.status}; "${refusal.act}" is not possible`,
        },
      };
    case 'changed-meanwhile':
      return {
        status: 409,
        title: { zh: '内容刚刚有变化', en: 'It has changed meanwhile' },
        detail: { zh: '请重新读取后再试', en: 'Read it again and try once more' },
      };
    case 'not-open-for-support':
      return {
        status: 409,
        title: { zh: '已有结果，不能再附议', en: 'Decided ideas take no more support' },
        detail: { zh: `目前状态：${refusal.status}`, en: `It is ${refusal.status}` },
      };
    case 'ballot-not-open':
      return {
        status: 409,
        title: { zh: '表决尚未开始', en: 'The ballot is not open yet' },
        detail: {
          zh: `${refusal.round} 期于 ${refusal.opensAt} 开始表决`,
          en: `Round ${refusal.round} opens at ${refusal.opensAt}`,
        },
      };
    case 'ballot-closed':
      return {
        status: 409,
        title: { zh: '表决已经结束', en: 'The ballot is closed' },
        detail: { zh: `${refusal.closedAt} 截止`, en: `It closed at ${refusal.closedAt}` },
      };
    case 'ballot-has-votes':
      return {
        status: 409,
        title: { zh: '已有人表决，不能撤回', en: 'Somebody has voted; it can no longer be withdrawn' },
      };
    case 'not-an-elector':
      return {
        status: 403,
        title: { zh: '您不在本期表决名单中', en: "You are not among this round's electors" },
        detail: {
          zh: '名单以议政日开始时的两委成员为准',
          en: 'The electorate is the committee as it stood when deliberation opened',
        },
      };
    case 'recused':
      return {
        status: 422,
        title: { zh: '本人的金点子应当回避', en: 'Nobody votes on an idea of their own' },
      };
    case 'no-quorum':
      return {
        status: 422,
        title: { zh: '未达到法定票数', en: 'There is no quorum' },
        detail: {
          zh: `已投 ${refusal.cast} 票，需 ${refusal.quorum} 票`,
          en: `${refusal.cast} votes cast, ${refusal.quorum} needed`,
        },
      };
    case 'against-the-ballot':
      return {
        status: 422,
        title: { zh: '决定须与表决结果一致', en: 'The decision must be as the ballot says' },
        detail: { zh: `表决结果：${refusal.outcome}`, en: `The ballot says: ${refusal.outcome}` },
      };
    case 'reason-required':
      return ofField(
        'reason',
        'required',
        { zh: '请说明理由', en: 'A reason is needed' },
        { zh: '不采纳或暂缓须写明理由', en: 'Declining and deferring need a reason' },
      );
    case 'role-required-for-field':
      return {
        ...ofField(
          refusal.field,
          'role',
          { zh: '只有秘书可以代他人提交', en: 'Only a secretary hands in for others' },
          { zh: '此项由秘书填写', en: 'This field is for a secretary' },
        ),
        status: 403,
      };
    case 'author-and-unnamed':
      return ofField(
        'authorId',
        'contradiction',
        { zh: '匿名提交不能带工号', en: 'An unnamed idea has no author' },
        { zh: '匿名时请勿填写工号', en: 'Leave it out, or hand in by name' },
      );
    case 'unknown-author':
      return ofField(
        'authorId',
        'member',
        { zh: '工号不在成员名单中', en: 'No such member' },
        { zh: `成员名单中没有 ${refusal.authorId}`, en: `${refusal.authorId} is not on the member list` },
      );
    case 'unknown-category':
      return ofField(
        'category',
        'one-of',
        { zh: '没有这个类别', en: 'No such category' },
        { zh: `可选：${refusal.known.join('、')}`, en: `One of: ${refusal.known.join(', ')}` },
      );
    case 'unknown-department':
      return ofField(
        'department',
        'one-of',
        { zh: '没有这个部门', en: 'No such department' },
        { zh: `可选：${refusal.known.join('、')}`, en: `One of: ${refusal.known.join(', ')}` },
      );
    case 'slip-dated-ahead':
      return ofField(
        'submittedAt',
        'not-ahead',
        { zh: '提交时间晚于本期', en: 'The slip is dated ahead' },
        { zh: '不能晚于正在征集的一期', en: 'No later than the round that takes ideas now' },
      );
    case 'key-reused':
      return ofField(
        'Idempotency-Key',
        'same-body',
        { zh: '同一请求编号用于了不同内容', en: 'The Idempotency-Key was used for another body' },
        { zh: '新的内容请用新的编号', en: 'Use a new key for a new body' },
      );
  }
}

/** A rule that one field broke: 422, unless said otherwise. */
function ofField(field: string, rule: string, title: Words, words: Words): Description {
  return { status: 422, title, detail: words, field: { field, rule, words } };
}
