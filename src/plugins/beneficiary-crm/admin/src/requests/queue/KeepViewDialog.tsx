import { useNotification } from '@strapi/strapi/admin';
import { Checkbox } from '@strapi/design-system';
import { useState } from 'react';
import type { SavedView } from '../../../../contracts/queue';
import { useCommand } from '../../app/api';
import { useDraft } from '../../app/useDraft';
import { useOnceKey } from '../../app/useOnceKey';
import { useWords } from '../../app/words';
import { LineField } from '../../ui/Fields';
import { FormDialog } from '../../ui/FormDialog';
import { questionOf } from '../queue';
import type { QueueAddress } from '../queue';

interface Props {
  address: QueueAddress;
  mayShare: boolean;
  close: () => void;
  reload: () => void;
}

/** Keeps what is in sight under a name: the tab, the filters and the order; never what was searched for. */
export function KeepViewDialog({ address, mayShare, close, reload }: Props) {
  const { t } = useWords();
  const { toggleNotification } = useNotification();
  const { send, busy } = useCommand();
  const { headersFor, done } = useOnceKey('inbox.keep-view');
  const { draft, change, clear } = useDraft('inbox.keep-view', { name: '', shared: false });
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const submit = async () => {
    const name = draft.name.trim();
    setTrouble(null);
    setErrors(name.length < 2 ? { name: t('form.error.short', { n: 2 }) } : {});
    if (name.length < 2) return;
    const body = { name, shared: draft.shared, filters: questionOf(address) };
    const outcome = await send<SavedView>('/queue/views', body, headersFor(body));
    if (outcome === null) return;
    if (!outcome.ok) {
      setErrors(outcome.problem.fields);
      return setTrouble(outcome.problem.message);
    }
    done();
    clear();
    toggleNotification({ type: 'success', message: t('views.kept', { name }) });
    reload();
    close();
  };

  return (
    <FormDialog
      title={t('views.keep')}
      explained={t('views.keep-explained')}
      trouble={trouble}
      errors={errors}
      submit={() => void submit()}
      action={t('views.keep-button')}
      busy={busy}
      close={close}
    >
      <LineField
        name="name"
        label={t('views.name')}
        value={draft.name}
        change={(name) => change({ name })}
        required
        maxLength={60}
        error={errors.name}
      />
      {mayShare && (
        <Checkbox
          checked={draft.shared}
          onCheckedChange={(shared) => change({ shared: shared === true })}
        >
          {t('views.share')}
        </Checkbox>
      )}
    </FormDialog>
  );
}
