import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftSaved, StudyDesk, StudyDraft } from '../../../../contracts/study';
import { useCommand } from '../../app/api';
import type { Problem } from '../../app/problem';
import { useDraft } from '../../app/useDraft';
import { useOnline } from '../../app/useOnline';
import { startOf } from './draft';

type Writing = NonNullable<StudyDesk['writing']>;
interface Kept {
  content: StudyDraft;
  /** of the server's draft on which this one is written */
  revision: number;
  /** holds something that the server has not */
  dirty: boolean;
}

/** A pause in typing after which what is there is sent. */
const pause = 1_500;

/**
 * A study that is being written: at once in this tab, soon after on the server, and sent again when the connection
 * is back. Where another person has saved meanwhile, both drafts stay until one is chosen.
 */
export function useStudyDraft(
  request: string,
  writing: Writing,
  applicant: string,
  /** while the finished study is on its way, no draft of it follows */
  held: boolean,
) {
  const server = writing.draft;
  const [start] = useState<Kept>(() => ({
    content: server?.content ?? startOf(writing, applicant),
    revision: server?.revision ?? 0,
    dirty: false,
  }));
  const { draft: kept, change: keep, clear } = useDraft<Kept>(`${request}.study`, start);
  const { send, busy } = useCommand();
  const online = useOnline();
  const [savedAt, setSavedAt] = useState<string | null>(server?.savedAt ?? null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const latest = useRef(kept);
  latest.current = kept;

  // Nothing of one's own: what others have saved is what there is.
  const behind = (server?.revision ?? 0) > kept.revision;
  useEffect(() => {
    if (behind && server && !latest.current.dirty)
      keep({ content: server.content, revision: server.revision });
  }, [behind, server, keep]);
  const conflict = behind && kept.dirty;

  const change = useCallback(
    (part: Partial<StudyDraft> | ((before: StudyDraft) => Partial<StudyDraft>)) =>
      keep((before) => ({
        content: {
          ...before.content,
          ...(typeof part === 'function' ? part(before.content) : part),
        },
        dirty: true,
      })),
    [keep],
  );

  const save = useCallback(
    async (revision: number): Promise<boolean> => {
      const { content } = latest.current;
      const outcome = await send<DraftSaved>(`/requests/${request}/study/draft`, {
        revision,
        content,
      });
      if (outcome === null) return false;
      if (!outcome.ok) {
        setProblem(outcome.problem);
        return false;
      }
      setProblem(null);
      setSavedAt(outcome.data.savedAt);
      // What was typed while it was on its way is sent next.
      keep((now) => ({ revision: outcome.data.revision, dirty: now.content !== content }));
      return true;
    },
    [request, send, keep],
  );

  const refused = problem !== null && problem.status !== null;
  useEffect(() => {
    if (!kept.dirty || held || busy || conflict || refused || !online) return undefined;
    const soon = window.setTimeout(() => void save(latest.current.revision), pause);
    return () => window.clearTimeout(soon);
  }, [kept, held, busy, conflict, refused, online, save]);

  return {
    draft: kept.content,
    change,
    save: () => save(latest.current.revision),
    clear,
    state: { dirty: kept.dirty, busy, online, savedAt, problem, conflict, refused },
    /** of two drafts: the one that was saved by another, or this one over it */
    takeTheirs: () => {
      setProblem(null);
      if (server) keep({ content: server.content, revision: server.revision, dirty: false });
    },
    keepMine: () => {
      setProblem(null);
      keep({ revision: server?.revision ?? 0, dirty: true });
    },
  };
}
