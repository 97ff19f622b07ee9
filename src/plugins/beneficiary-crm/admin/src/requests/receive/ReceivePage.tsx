import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { usePermission } from '../../app/usePermission';
import { useDraft } from '../../app/useDraft';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { requestKinds } from '../../../../contracts/vocabulary';
import type { RequestKind } from '../../../../contracts/vocabulary';
import { PageFrame } from '../../ui/PageFrame';
import { useWayBack } from '../../app/returning';
import { Calm } from './Calm';
import { Done } from './Done';
import { newDraft } from './draft';
import type { Draft } from './draft';
import { ReceiveForm } from './ReceiveForm';

const kindNamed = (name: string | null): RequestKind | '' =>
  requestKinds.find((kind) => kind === name && kind !== 'appeal') ?? '';

/** A request opened on someone's behalf, by every channel (S1): at the desk, on the phone, by a delegate (C8). */
export function ReceivePage() {
  const { t } = useWords();
  const [round, setRound] = useState(0);
  const back = useWayBack(paths.requests);
  const [search] = useSearchParams();
  const person = search.get('person');
  const visit = search.get('visit');
  return (
    <PageFrame
      title={t('receive.title')}
      subtitle={t('receive.subtitle')}
      back={{ ...back, label: t('request.back') }}
    >
      <Calm>
        <Receiving
          key={`${person ?? visit ?? ''}.${round}`}
          another={() => setRound((times) => times + 1)}
        />
      </Calm>
    </PageFrame>
  );
}

function Receiving({ another }: { another: () => void }) {
  const { locale } = useWords();
  const [search] = useSearchParams();
  const everywhere = usePermission('requests.all-branches');
  const person = search.get('person');
  const visit = search.get('visit');
  const { draft, change, clear } = useDraft<Draft>(
    `receive.${person ?? visit ?? 'new'}`,
    newDraft({
      channel: everywhere ? 'interview' : 'delegate',
      kind: kindNamed(search.get('kind')),
      locale,
    }),
  );
  if (draft.receipt)
    return (
      <Done
        receipt={draft.receipt}
        locale={draft.locale}
        leave={clear}
        another={() => {
          clear();
          another();
        }}
      />
    );
  return <ReceiveForm {...{ draft, change, person, visit }} />;
}
