/** What a tab remembers until it is closed. A browser may refuse to remember; nothing breaks then. */

export function remember(key: string, value: unknown, store: () => Storage = () => sessionStorage) {
  try {
    store().setItem(`crm.${key}`, JSON.stringify(value));
  } catch {
    return false;
  }
  return true;
}

export function recall<T>(key: string, store: () => Storage = () => sessionStorage): T | undefined {
  try {
    const text = store().getItem(`crm.${key}`);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    return undefined;
  }
}

export function forget(key: string) {
  try {
    sessionStorage.removeItem(`crm.${key}`);
  } catch {
    return;
  }
}
