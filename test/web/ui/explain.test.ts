/** The explanation of an error. */
import { describe, expect, it } from 'vitest';
import {
  ApiProblem,
  GATEWAY_STATUSES,
  GatewayFailure,
  NetworkFailure,
} from '../../../shared/contract/client-errors.ts';
import { en } from '../../../web/i18n/en.ts';
import { withMoments } from '../../../web/i18n/moments.ts';
import { zh } from '../../../web/i18n/zh.ts';
import { explain } from '../../../web/ui/explain.ts';

const refusal = { type: '/problems/x', status: 422, code: 'against-the-ballot' } as const;

describe('an error is explained', () => {
  it('by the refusal and its reason, because neither is clear alone', () => {
    const title = '决定须与表决结果一致';
    expect(explain(new ApiProblem({ ...refusal, title, detail: '表决结果：采纳' }), zh)).toBe(
      '决定须与表决结果一致。表决结果：采纳',
    );
    expect(explain(new ApiProblem({ ...refusal, title }), zh)).toBe(title);
    expect(
      explain(
        new ApiProblem({ ...refusal, title: 'There is no quorum', detail: '1 vote cast' }),
        en,
      ),
    ).toBe('There is no quorum. 1 vote cast');
  });

  it('by the next step, if nobody refused', () => {
    expect(explain(new NetworkFailure(), zh)).toBe(zh.networkFailed);
    const broken = new ApiProblem({ ...refusal, status: 500, title: '系统出错', requestId: 'r-1' });
    expect(explain(broken, zh)).toBe(zh.serverTrouble('r-1'));
  });
});

describe('the gateway’s own answer is explained', () => {
  it.each(GATEWAY_STATUSES)('in words of its own, in both languages: %i', status => {
    const [chinese, english] = [zh, en].map(words => explain(new GatewayFailure(status), words));
    expect(chinese).toMatch(/^[^A-Za-z]+$/);
    expect(english).toMatch(/^[A-Z][ -~]+$/);
    expect([chinese, english]).not.toContain(zh.unexpectedReply);
  });

  it('unless a busy handler explains itself', () => {
    const busy = new ApiProblem({ ...refusal, status: 503, code: 'busy', title: '现在有点忙' });
    expect(explain(busy, zh)).toBe('现在有点忙');
  });
});

describe('instants in the API’s words', () => {
  const text =
    '2026-10 期 2026-10-18T10:00:00.000Z 才截止，下一期 2026-10-18T01:00:00.000Z 就要开始';

  it('are formatted as on the notice board', () => {
    expect(withMoments(text, instant => `<${instant.slice(11, 16)}>`)).toBe(
      '2026-10 期 <10:00> 才截止，下一期 <01:00> 就要开始',
    );
  });

  it('are all that is changed', () => {
    const other = '不能早于今天（2026-10-15）；例如 2026-09-17 08:12；2026-13-18T10:00:00.000Z';
    expect(withMoments(other, () => '?')).toBe(other);
  });
});
