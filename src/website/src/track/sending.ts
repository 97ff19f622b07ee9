import { useState } from 'preact/hooks';
import { ApiError } from '../api/client';

/** A thing that is sent once at a time, with what came of it. */
export function useSending() {
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<ApiError>();
  async function send<T>(what: () => Promise<T>, then: (result: T) => void | Promise<void>) {
    if (sending) return;
    setSending(true);
    setFailure(undefined);
    try {
      await then(await what());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailure(error);
    } finally {
      setSending(false);
    }
  }
  return { sending, failure, send };
}
