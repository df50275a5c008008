/** The log lines of functions on Lambda. */
import { afterEach, expect, it, vi } from 'vitest';
import { jsonLog } from '../../functions/json-log.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

it('is a line of JSON: level, message, function, time, trace and fields', () => {
  vi.stubEnv(
    '_X_AMZN_TRACE_ID',
    'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1',
  );
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  jsonLog('employee').warn('throttled', { route: 'GET /api/me' });
  expect(written).toHaveBeenCalledOnce();
  const line = String(written.mock.calls[0]?.[0]);
  expect(line).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(line)).toEqual({
    level: 'WARN',
    message: 'throttled',
    service: 'employee',
    timestamp: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/),
    xray_trace_id: '1-5759e988-bd862e3fe1be46a994272793',
    route: 'GET /api/me',
  });
});

it('omits a missing trace', () => {
  vi.stubEnv('_X_AMZN_TRACE_ID', undefined);
  const written = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  jsonLog('zone').info('request', {});
  expect(JSON.parse(String(written.mock.calls[0]?.[0]))).not.toHaveProperty('xray_trace_id');
});
