/** The browser's caches in memory, in the order in which they were opened. */
export function fakeCaches(): CacheStorage {
  const caches = new Map<string, Map<string, Response>>();
  const pathOf = (request: RequestInfo | URL): string =>
    new URL(request instanceof Request ? request.url : request, 'https://ideas.example.com')
      .pathname;
  const cacheOf = (name: string) => {
    const files = caches.get(name) ?? new Map<string, Response>();
    caches.set(name, files);
    return {
      match: async (request: RequestInfo | URL) => files.get(pathOf(request))?.clone(),
      put: async (request: RequestInfo | URL, response: Response) =>
        void files.set(pathOf(request), response),
    };
  };
  return {
    open: async (name: string) => cacheOf(name),
    has: async (name: string) => caches.has(name),
    delete: async (name: string) => caches.delete(name),
    keys: async () => [...caches.keys()],
    match: async (request: RequestInfo | URL, { cacheName }: MultiCacheQueryOptions = {}) => {
      for (const [name, files] of caches) {
        const found = files.get(pathOf(request));
        if (found !== undefined && (cacheName ?? name) === name) return found.clone();
      }
      return undefined;
    },
  } as unknown as CacheStorage;
}
