import { useNotification } from '@strapi/strapi/admin';
import { Button, Flex, Typography } from '@strapi/design-system';
import { Check, Cross, Eye } from '@strapi/icons';
import { useState } from 'react';
import type { RequestDetail } from '../../../../contracts/admin';
import type { PaperView } from '../../../../contracts/checking';
import { useWords } from '../../app/words';
import { FileList } from '../../ui/FileList';
import { RowList } from '../../ui/RowList';
import { Stack } from '../../ui/Prose';
import { Tag } from '../../ui/Tag';
import { Changes } from './Changes';
import { JudgeDialog } from './JudgeDialog';
import type { Judged } from './JudgeDialog';
import { Judgement } from './Judgement';
import { useAct } from './useAct';

const tones = {
  missing: 'neutral',
  pending: 'neutral',
  accepted: 'success',
  sighted: 'success',
  rejected: 'warning',
} as const;

interface Props {
  request: RequestDetail;
  reload: () => void;
}

/** S2: each paper with what was received under it; each file accepted, rejected with a reason, or sighted. */
export function Papers({ request, reload }: Props) {
  const { toggleNotification } = useNotification();
  const { act, busy, changes } = useAct(request, reload);
  const [judged, setJudged] = useState<Judged | null>(null);
  const may = request.actions.some(({ action, allowed }) => action === 'judge_document' && allowed);
  const accept = async (paper: PaperView, file: string) => {
    const outcome = await act('judge_document', { key: paper.key, state: 'accepted', file });
    if (outcome && !outcome.ok && outcome.problem.code !== 'error.version_conflict')
      toggleNotification({ type: 'warning', message: outcome.problem.message });
  };
  return (
    <Stack>
      <Changes changes={changes} />
      <RowList items={request.documents} idOf={({ key }) => key}>
        {(paper) => (
          <Paper
            paper={paper}
            busy={busy}
            accept={may ? (file) => void accept(paper, file) : null}
            judge={(state, file) => setJudged({ paper, state, ...(file ? { file } : {}) })}
          />
        )}
      </RowList>
      {judged && (
        <JudgeDialog {...judged} request={request} close={() => setJudged(null)} reload={reload} />
      )}
    </Stack>
  );
}

interface PaperProps {
  paper: PaperView;
  busy: boolean;
  /** null: this is not the time, or not the person, to judge */
  accept: ((file: string) => void) | null;
  judge: (state: Judged['state'], file?: string) => void;
}

function Paper({ paper, busy, accept, judge }: PaperProps) {
  const { t, word } = useWords();
  const { label, required, state, files, judgements } = paper;
  const standing = new Set(files.map(({ judgement }) => judgement));
  const before = judgements.filter(
    (said) => ![...standing].some((held) => held?.at === said.at && held.fileId === said.fileId),
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="bold">
          {required ? t('request.document-required', { label }) : label}
        </Typography>
        <Tag tone={tones[state]}>{word('judgement', state)}</Tag>
      </Flex>
      {files.map(({ id, name, judgement }) => (
        <Flex key={id} direction="column" alignItems="start" gap={2}>
          <Flex gap={2} wrap="wrap">
            <FileList files={[{ id, name }]} />
            {accept && (
              <>
                <Button
                  size="S"
                  variant="success-light"
                  startIcon={<Check aria-hidden />}
                  disabled={busy || judgement?.state === 'accepted'}
                  aria-label={t('paper.accept-this', { label, name })}
                  onClick={() => accept(id)}
                >
                  {t('paper.accept')}
                </Button>
                <Button
                  size="S"
                  variant="tertiary"
                  aria-label={t('paper.accept-until-this', { label, name })}
                  onClick={() => judge('accepted', id)}
                >
                  {t('paper.accept-until')}
                </Button>
                <Button
                  size="S"
                  variant="danger-light"
                  startIcon={<Cross aria-hidden />}
                  aria-label={t('paper.reject-this', { label, name })}
                  onClick={() => judge('rejected', id)}
                >
                  {t('paper.reject')}
                </Button>
              </>
            )}
          </Flex>
          {judgement && <Judgement said={judgement} />}
        </Flex>
      ))}
      {files.length === 0 && judgements.length === 0 && (
        <Typography textColor="neutral600">{t('request.no-file')}</Typography>
      )}
      {accept && (
        <Flex>
          <Button
            size="S"
            variant="tertiary"
            startIcon={<Eye aria-hidden />}
            aria-label={t('paper.sighted-this', { label })}
            onClick={() => judge('sighted')}
          >
            {t('paper.sighted')}
          </Button>
        </Flex>
      )}
      {before.map((said) => (
        <Judgement key={`${said.at}${said.fileId ?? ''}`} said={said} />
      ))}
    </Flex>
  );
}
