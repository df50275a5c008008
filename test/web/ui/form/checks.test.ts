/** The checks of single fields, before anything is sent. */
import { describe, expect, it } from 'vitest';
import { zh } from '../../../../web/i18n/zh.ts';
import { fieldErrorsOf } from '../../../../web/ui/form/field-errors.ts';
import { checkText, textError } from '../../../../web/ui/form/text-error.ts';
import { errorsIn } from '../../../../web/ui/form/validation-result.ts';
import { wholeNumber } from '../../../../web/ui/form/whole-number.ts';
import { refusal } from '../../fake-api.ts';

describe('a text', () => {
  const limits = { min: 2, max: 3 };
  it.each([
    ['', zh.missing],
    [' \u200b ', zh.missing],
    ['字', zh.tooShort(2)],
    ['  字  ', zh.tooShort(2)],
    ['字字', undefined],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', undefined],
    ['字字字字', zh.tooLong(3)],
  ])('%j has the error of its length', (text, error) => {
    expect(textError(text, limits, zh)).toBe(error);
  });

  it('is sent as it was typed, or has its error under its name in the request', () => {
    expect(checkText('reason', '字字', limits, zh)).toEqual({ ok: true, body: '字字' });
    expect(checkText('reason', '字', limits, zh)).toEqual({
      ok: false,
      errors: { reason: zh.tooShort(2) },
    });
  });
});

describe('a whole number', () => {
  it.each([
    ['7', 7],
    [' １２ ', 12],
    ['012', 12],
    ['0', undefined],
    ['13', undefined],
    ['1.5', undefined],
    ['-1', undefined],
    ['', undefined],
    ['1e1', undefined],
  ])('of %j within 1 and 12 is %j', (text, number) => {
    expect(wholeNumber(text, { min: 1, max: 12 })).toBe(number);
  });
});

describe('the errors of fields', () => {
  it('leave out what is valid', () => {
    expect(errorsIn({ title: 'too long', problem: undefined })).toEqual({ title: 'too long' });
  });

  it('of the API are under the last part of their path; other failures are of no field', () => {
    const errors = [
      { field: 'title', rule: 'length', detail: 'too long' },
      { field: 'shares/0.member', rule: 'format', detail: 'nobody' },
    ];
    expect(fieldErrorsOf(refusal(400, 'invalid-request', { errors }))).toEqual({
      title: 'too long',
      member: 'nobody',
    });
    expect(fieldErrorsOf(refusal(404, 'not-found'))).toEqual({});
    expect(fieldErrorsOf(new Error('gone'))).toEqual({});
    expect(fieldErrorsOf(null)).toEqual({});
  });
});
