/**
 * The check of a reply in the pages, in place of its schema: an object with these members. The API
 * has checked the rest by the schema before the reply left it. What remains is an answer that is not
 * the API's at all, such as a proxy's page, or that of a much older API.
 */
interface ReplyCheck {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'golden-ideas';
    readonly validate: (
      reply: unknown,
    ) =>
      | { readonly value: unknown; readonly issues?: undefined }
      | { readonly issues: readonly [{ readonly message: string }] };
  };
}

export function hasMembers(...names: readonly string[]): ReplyCheck {
  return {
    '~standard': {
      version: 1,
      vendor: 'golden-ideas',
      validate: value =>
        typeof value === 'object' && value !== null && names.every(name => name in value)
          ? { value }
          : { issues: [{ message: `not an object with ${names.join(', ')}` }] },
    },
  };
}
