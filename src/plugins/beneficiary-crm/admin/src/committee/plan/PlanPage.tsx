import type { SessionList } from '../../../../contracts/sessions';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Empty, Show } from '../../ui/States';
import { PlanForm } from './PlanForm';

/** A session is planned: of which committee, when and where, and what stands on its agenda. */
export function PlanPage() {
  const { t } = useWords();
  const sessions = useCrm<SessionList>('/sessions');
  return (
    <PageFrame
      title={t('sessions.new')}
      subtitle={t('plan.subtitle')}
      back={{ to: paths.committee, label: t('sessions.back') }}
    >
      <Show from={sessions} lines={10}>
        {({ plans }) => {
          const mine = plans.flatMap((plan) =>
            plan.mayCreate && plan.committee !== null && plan.name !== null
              ? [{ ...plan, committee: plan.committee, name: plan.name }]
              : [],
          );
          return mine.length === 0 ? <Empty>{t('plan.may-not')}</Empty> : <PlanForm plans={mine} />;
        }}
      </Show>
    </PageFrame>
  );
}
