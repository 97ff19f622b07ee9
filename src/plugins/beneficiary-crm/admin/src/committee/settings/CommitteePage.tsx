import { useParams } from 'react-router-dom';
import type { CommitteeList } from '../../../../contracts/committee';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useLive } from '../../app/useLive';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Show } from '../../ui/States';
import { CommitteeForm } from './CommitteeForm';

/** One committee to be changed, or a new one. */
export function CommitteePage() {
  const { t } = useWords();
  const { committee: id } = useParams();
  const committees = useCrm<CommitteeList>('/committees');
  useLive(committees.reload);
  const held = committees.data?.committees.find((one) => one.id === id) ?? null;
  return (
    <PageFrame
      title={id === undefined ? t('committees.new') : (held?.name ?? t('committees.title'))}
      subtitle={t('committees.subtitle')}
      back={{ to: paths.committees, label: t('committees.back') }}
    >
      <Show from={committees} lines={12}>
        {(list) => {
          if (!list.mayKeep) return <Empty>{t('committees.may-not')}</Empty>;
          if (id !== undefined && held === null) return <Empty>{t('committees.gone')}</Empty>;
          return (
            <CommitteeForm
              key={id ?? 'new'}
              held={held}
              candidates={list.candidates}
              reload={committees.reload}
            />
          );
        }}
      </Show>
    </PageFrame>
  );
}
