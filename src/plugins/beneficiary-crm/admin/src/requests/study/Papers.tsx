import { Button, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { visitPaperKinds } from '../../../../contracts/vocabulary';
import type { StudyDesk, VisitPaperView, VisitView } from '../../../../contracts/study';
import type { UploadReceipt } from '../../../../contracts/website';
import { useCommand } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useDraft } from '../../app/useDraft';
import { useUpload } from '../../app/useUpload';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { Choice } from '../../ui/Choice';
import { LineField, AreaField } from '../../ui/Fields';
import { FileList } from '../../ui/FileList';
import { FormDialog } from '../../ui/FormDialog';
import { Panel } from '../../ui/Panel';
import { Stack } from '../../ui/Prose';
import { RowList } from '../../ui/RowList';
import { UploadField } from '../../ui/UploadField';
import { ConsentDialog } from './ConsentDialog';

interface Props {
  request: string;
  desk: StudyDesk;
  reload: () => void;
}

/** Photos and papers of the visits: only with the person's consent, and no longer than it. */
export function Papers({ request, desk, reload }: Props) {
  const { t } = useWords();
  const [adding, setAdding] = useState(false);
  const [asking, setAsking] = useState(false);
  const [removing, setRemoving] = useState<VisitPaperView | null>(null);
  const { papers, photography, writing, visits } = desk;
  if (papers.length === 0 && !writing) return null;
  return (
    <Panel
      title={t('study.papers')}
      aside={
        <>
          {writing && photography.allowed && (
            <Button variant="secondary" onClick={() => setAdding(true)}>
              {t('study.add-paper')}
            </Button>
          )}
          {photography.notice && (
            <Button variant="secondary" onClick={() => setAsking(true)}>
              {t('study.consent')}
            </Button>
          )}
        </>
      }
    >
      <Stack>
        {writing && (
          <Typography tag="p" textColor={photography.allowed ? 'neutral600' : 'warning700'}>
            {photography.message ?? t('study.papers-hint')}
          </Typography>
        )}
        {papers.length > 0 && (
          <RowList items={papers} idOf={({ id }) => id}>
            {(paper) => (
              <>
                <Paper paper={paper} />
                {writing && (
                  <Button
                    variant="tertiary"
                    size="S"
                    aria-label={t('study.remove-paper-of', { caption: paper.caption })}
                    onClick={() => setRemoving(paper)}
                  >
                    {t('study.remove-paper')}
                  </Button>
                )}
              </>
            )}
          </RowList>
        )}
      </Stack>
      {asking && photography.notice && (
        <ConsentDialog
          request={request}
          notice={photography.notice}
          close={() => setAsking(false)}
          done={() => {
            setAsking(false);
            reload();
          }}
        />
      )}
      {adding && (
        <AddPaper
          request={request}
          visits={visits}
          close={() => setAdding(false)}
          done={() => {
            setAdding(false);
            reload();
          }}
        />
      )}
      {removing && (
        <RemovePaper
          request={request}
          paper={removing}
          close={() => setRemoving(null)}
          done={() => {
            setRemoving(null);
            reload();
          }}
        />
      )}
    </Panel>
  );
}

/** A paper with what it shows and who brought it. */
export function Paper({ paper }: { paper: VisitPaperView }) {
  const { word } = useWords();
  const { dayAndTime } = useFormats();
  return (
    <Flex direction="column" alignItems="start" gap={1}>
      <Typography>
        {word('visit_paper', paper.kind)}
        {': '}
        <Bdi>{paper.caption}</Bdi>
      </Typography>
      <Typography variant="pi" textColor="neutral600">
        <Bdi>{paper.addedBy}</Bdi>
        {' · '}
        <Bdi>{dayAndTime(paper.addedAt)}</Bdi>
      </Typography>
      <FileList files={[paper.file]} />
    </Flex>
  );
}

interface DialogProps {
  request: string;
  close: () => void;
  done: () => void;
}
interface PaperDraft {
  kind: string;
  caption: string;
  visit: string;
  upload: UploadReceipt | null;
}

function AddPaper({
  request,
  visits,
  close,
  done,
}: DialogProps & { visits: readonly VisitView[] }) {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const { send, busy } = useCommand();
  const { upload, progress } = useUpload<UploadReceipt>(
    '/visit-uploads',
    `/requests/${request}/study`,
  );
  const [latest] = visits;
  const { draft, change, clear } = useDraft<PaperDraft>(`${request}.visit-paper`, {
    kind: 'photo',
    caption: '',
    visit: latest?.id ?? '',
    upload: null,
  });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async () => {
    const missing = {
      ...(draft.upload ? {} : { upload: t('form.error.required') }),
      ...(draft.caption.trim() ? {} : { caption: t('form.error.required') }),
    };
    setErrors(missing);
    setTrouble(null);
    if (Object.keys(missing).length > 0 || !draft.upload) return;
    const outcome = await send(`/requests/${request}/visit-papers`, {
      upload: draft.upload.upload,
      kind: draft.kind,
      caption: draft.caption,
      ...(draft.visit ? { visit: draft.visit } : {}),
    });
    if (outcome === null) return;
    if (outcome.ok) {
      clear();
      return done();
    }
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };
  return (
    <FormDialog
      title={t('study.add-paper')}
      explained={t('study.papers-hint')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('study.keep-paper')}
      busy={busy}
      close={close}
    >
      <UploadField
        label={t('study.paper-file')}
        hint={t('study.paper-file-hint')}
        accept="image/jpeg,image/png,application/pdf"
        arrived={draft.upload?.name ?? null}
        upload={upload}
        progress={progress}
        done={(receipt) => change({ upload: receipt })}
        error={errors.upload}
      />
      <Choice
        name="kind"
        label={t('study.paper-kind')}
        required
        value={draft.kind}
        options={visitPaperKinds.map((value) => ({ value, label: word('visit_paper', value) }))}
        change={(kind) => change({ kind })}
        error={errors.kind}
      />
      <LineField
        name="caption"
        label={t('study.paper-caption')}
        required
        maxLength={300}
        value={draft.caption}
        change={(caption) => change({ caption })}
        error={errors.caption}
      />
      {visits.length > 0 && (
        <Choice
          name="visit"
          label={t('study.paper-visit')}
          empty={t('study.no-visit')}
          value={draft.visit}
          options={visits.map(({ id, startsAt }) => ({ value: id, label: dayAndTime(startsAt) }))}
          change={(visit) => change({ visit })}
          error={errors.visit}
        />
      )}
    </FormDialog>
  );
}

function RemovePaper({ request, paper, close, done }: DialogProps & { paper: VisitPaperView }) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async () => {
    const outcome = await send(`/requests/${request}/visit-papers/${paper.id}/remove`, { reason });
    if (outcome === null) return;
    if (outcome.ok) return done();
    setErrors(outcome.problem.fields);
    setTrouble(outcome.problem.message);
  };
  return (
    <FormDialog
      title={t('study.remove-paper-of', { caption: paper.caption })}
      explained={t('study.remove-paper-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('study.remove-paper')}
      busy={busy}
      danger
      close={close}
    >
      <AreaField
        name="reason"
        label={t('study.remove-paper-reason')}
        required
        maxLength={500}
        value={reason}
        change={setReason}
        error={errors.reason}
      />
    </FormDialog>
  );
}
