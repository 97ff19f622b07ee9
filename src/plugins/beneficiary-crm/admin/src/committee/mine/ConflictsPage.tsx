import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { DeclaredConflict } from '../../../../contracts/deliberation';
import { useCommand, useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { PageFrame } from '../../ui/PageFrame';
import { Panel } from '../../ui/Panel';
import { RowList } from '../../ui/RowList';
import { Empty, Show } from '../../ui/States';

/** The conflicts that one declared oneself, as they were then; nothing of what became of the matter. */
export function ConflictsPage() {
  const { t, word } = useWords();
  const { dayAndTime } = useFormats();
  const conflicts = useCrm<DeclaredConflict[]>('/committee/conflicts');
  const [withdrawing, setWithdrawing] = useState<string | null>(null);
  return (
    <PageFrame
      title={t('conflicts.title')}
      subtitle={t('conflicts.subtitle')}
      back={{ to: paths.mine, label: t('mine.title') }}
    >
      <Show from={conflicts}>
        {(declared) =>
          declared.length === 0 ? (
            <Empty>{t('conflicts.empty')}</Empty>
          ) : (
            <Panel title={t('conflicts.title')}>
              <RowList items={declared} idOf={({ id }) => id}>
                {({ id, reference, ground, declaredAt }) => (
                  <>
                    <div>
                      <Typography tag="p" fontWeight="bold">
                        <Bdi dir="ltr">{reference}</Bdi>
                      </Typography>
                      <Typography tag="p" textColor="neutral600">
                        {word('ground', ground)}
                        {' · '}
                        <Bdi>{dayAndTime(declaredAt)}</Bdi>
                      </Typography>
                    </div>
                    <Button
                      variant="tertiary"
                      aria-label={t('conflicts.withdraw-this', { reference })}
                      onClick={() => setWithdrawing(id)}
                    >
                      {t('conflicts.withdraw')}
                    </Button>
                  </>
                )}
              </RowList>
            </Panel>
          )
        }
      </Show>
      {withdrawing && (
        <WithdrawDialog
          id={withdrawing}
          close={() => setWithdrawing(null)}
          done={conflicts.reload}
        />
      )}
    </PageFrame>
  );
}

const shortest = 3;

interface Props {
  id: string;
  close: () => void;
  done: () => void;
}

function WithdrawDialog({ id, close, done }: Props) {
  const { t } = useWords();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`${id}.withdraw`, { reason: '' });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const submit = async () => {
    const reason = draft.reason.trim();
    setTrouble(null);
    if (reason.length < shortest)
      return setErrors({ reason: t('form.error.short', { n: shortest }) });
    const outcome = await send(`/committee/conflicts/${id}/withdraw`, { reason });
    if (outcome === null) return undefined;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      return setTrouble(outcome.problem.message);
    }
    clear();
    close();
    return done();
  };
  return (
    <FormDialog
      title={t('conflicts.withdraw')}
      explained={t('conflicts.withdraw-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('conflicts.withdraw')}
      busy={busy}
      close={close}
    >
      <AreaField
        name="reason"
        label={t('form.reason')}
        required
        value={draft.reason}
        maxLength={1000}
        change={(reason) => change({ reason })}
        error={errors.reason}
      />
    </FormDialog>
  );
}
