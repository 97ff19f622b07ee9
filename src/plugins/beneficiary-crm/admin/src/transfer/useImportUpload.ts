import { useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useState } from 'react';
import type { DataEnvelope } from '../../../contracts/common';
import type { ImportDetail, NewImport } from '../../../contracts/transfer';
import { crmUrl } from '../app/api';
import type { Outcome } from '../app/api';
import { describeProblem } from '../app/problem';
import { useWords } from '../app/words';

const triesOfPart = 3;

/** Sends a file in parts: a lost connection costs one part, which is sent again. */
export function useImportUpload() {
  const { post } = useFetchClient();
  const { t, locale } = useWords();
  const [progress, setProgress] = useState<number | null>(null);
  const fallback = t('common.unreachable');

  const upload = useCallback(
    async (file: File): Promise<Outcome<ImportDetail>> => {
      const sendPart = async (id: string, at: number, bytes: number) => {
        for (let tries = 1; ; tries += 1) {
          const form = new FormData();
          form.append('file', file.slice(at, at + bytes), 'part');
          try {
            await post(crmUrl(`/registry/imports/${id}/parts`, locale, { at }), form);
            return;
          } catch (error) {
            // A refusal stays one; only what did not arrive is worth another try.
            const refused = describeProblem(error, fallback).status !== null;
            if (refused || tries === triesOfPart) throw error;
          }
        }
      };
      setProgress(0);
      try {
        const begun = await post<DataEnvelope<NewImport>>(crmUrl('/registry/imports', locale), {
          name: file.name,
          size: file.size,
        });
        const { id, partBytes } = begun.data.data;
        for (let at = 0; at < file.size; at += partBytes) {
          await sendPart(id, at, partBytes);
          setProgress(Math.min(1, (at + partBytes) / file.size));
        }
        const read = await post<DataEnvelope<ImportDetail>>(
          crmUrl(`/registry/imports/${id}/read`, locale),
          {},
        );
        return { ok: true, data: read.data.data };
      } catch (error) {
        return { ok: false, problem: describeProblem(error, fallback) };
      } finally {
        setProgress(null);
      }
    },
    [post, locale, fallback],
  );
  return { upload, progress };
}
