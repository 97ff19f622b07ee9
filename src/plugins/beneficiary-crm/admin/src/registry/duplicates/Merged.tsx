import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { MergeView, UndoneMerge } from '../../../../contracts/duplicates';
import { useCommand } from '../../app/api';
import { useFormats } from '../../app/formats';
import { useDraft } from '../../app/useDraft';
import { useWords } from '../../app/words';
import { Bdi } from '../../ui/Bdi';
import { AreaField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { Panel } from '../../ui/Panel';

/** The two are one now; it can be taken back, with a reason. */
export function Merged({ merge, reload }: { merge: MergeView; reload: () => void }) {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { draft, change, clear } = useDraft(`merge.${merge.id}`, { reason: '' });
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  const undo = async () => {
    setTrouble(null);
    const outcome = await send<UndoneMerge>(`/merges/${merge.id}/undo`, draft);
    if (outcome === null) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      setTrouble(outcome.problem.message);
      return;
    }
    const { left } = outcome.data;
    clear();
    setAsking(false);
    toggleNotification({
      type: left.length > 0 ? 'warning' : 'success',
      message:
        left.length > 0
          ? t('match.undone-but', {
              fields: left.map((field) => t(`match.field.${field}`)).join(t('common.comma')),
            })
          : t('match.undone'),
    });
    reload();
  };
  return (
    <Panel title={t('match.merged')}>
      <Flex direction="column" alignItems="start" gap={3}>
        <Typography tag="p">
          {t('match.merged-into', {
            gone: `\u2066${merge.gone.fileNumber}\u2069`,
            kept: `\u2066${merge.kept.fileNumber}\u2069`,
          })}{' '}
          <Bdi>{merge.mergedBy}</Bdi> · <Bdi>{dayAndTime(merge.mergedAt)}</Bdi>
        </Typography>
        <Button variant="tertiary" onClick={() => setAsking(true)}>
          {t('match.undo')}
        </Button>
      </Flex>
      {asking && (
        <FormDialog
          title={t('match.undo')}
          explained={t('match.undo-follows')}
          trouble={trouble}
          errors={errors}
          action={t('match.undo')}
          busy={busy}
          submit={() => void undo()}
          close={() => setAsking(false)}
        >
          <AreaField
            name="reason"
            label={t('step.reason')}
            required
            maxLength={300}
            value={draft.reason}
            change={(reason) => change({ reason })}
            error={errors.reason}
          />
        </FormDialog>
      )}
    </Panel>
  );
}
