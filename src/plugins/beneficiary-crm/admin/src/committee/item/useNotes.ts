import { useAuth } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PrivateNotes } from '../../../../contracts/deliberation';
import { useCommand, useCrm } from '../../app/api';
import type { Problem } from '../../app/problem';
import { useDraft } from '../../app/useDraft';
import { useOnline } from '../../app/useOnline';

/** A pause in typing after which what is there is sent; longer when the line was broken. */
const pause = 1_500;
const pauseAfterTrouble = 8_000;

interface Kept {
  text: string;
  /** of what the server had when this was written */
  version: number;
  /** holds something that the server has not */
  dirty: boolean;
}

/** One's own notes: at once in this tab, soon after on the server; on two devices, both stay until one is chosen. */
export function useNotes(path: string, item: string) {
  const me = useAuth('beneficiary-crm', (state) => state.user?.id);
  const server = useCrm<PrivateNotes>(`${path}/notes`);
  const { data, reload } = server;
  const { draft, change } = useDraft<Kept>(`${item}.notes.${String(me)}`, {
    text: '',
    version: 0,
    dirty: false,
  });
  const { send, busy } = useCommand('put');
  const online = useOnline();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const latest = useRef(draft);
  latest.current = draft;

  const behind = (data?.version ?? 0) > draft.version;
  useEffect(() => {
    if (behind && data && !latest.current.dirty) change({ text: data.text, version: data.version });
  }, [behind, data, change]);
  const conflict = behind && draft.dirty;

  const save = useCallback(async () => {
    const { text, version } = latest.current;
    const outcome = await send<PrivateNotes>(`${path}/notes`, { expectedVersion: version, text });
    if (outcome === null) return;
    if (!outcome.ok) {
      setProblem(outcome.problem);
      if (outcome.problem.status === 409) reload();
      return;
    }
    setProblem(null);
    setSavedAt(outcome.data.savedAt);
    // What was typed while it was on its way is sent next.
    change((now) => ({ version: outcome.data.version, dirty: now.text !== text }));
  }, [path, send, change, reload]);

  const refused = problem !== null && problem.status !== null && problem.status !== 409;
  useEffect(() => {
    if (!draft.dirty || busy || conflict || refused || !online || data === null) return undefined;
    const soon = window.setTimeout(() => void save(), problem ? pauseAfterTrouble : pause);
    return () => window.clearTimeout(soon);
  }, [draft, busy, conflict, refused, online, data, problem, save]);

  return {
    text: draft.text,
    type: (text: string) => {
      setProblem(null);
      change({ text, dirty: true });
    },
    /** of the notes on two devices: those of the other, or these over them */
    takeTheirs: () => data && change({ text: data.text, version: data.version, dirty: false }),
    keepMine: () => {
      setProblem(null);
      change({ version: data?.version ?? 0, dirty: true });
    },
    theirs: conflict ? data : null,
    loaded: server,
    state: refused
      ? ('refused' as const)
      : problem || !online
        ? ('kept' as const)
        : draft.dirty
          ? ('saving' as const)
          : ('saved' as const),
    problem,
    savedAt: savedAt ?? data?.savedAt ?? null,
  };
}
