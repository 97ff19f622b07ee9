import type { AssignmentRules } from '../../../../contracts/queue';
import { useCrm } from '../../app/api';
import { useFormats } from '../../app/formats';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Show } from '../../ui/States';
import { useColleagues } from '../queue/useColleagues';
import { RulesForm } from './RulesForm';

/** To whom new requests go by themselves. */
export function RulesPage() {
  const { t } = useWords();
  const { dayAndTime } = useFormats();
  const rules = useCrm<AssignmentRules>('/queue/rules');
  const colleagues = useColleagues();
  const { data } = rules;
  return (
    <PageFrame
      title={t('rules.title')}
      subtitle={
        data?.changedBy && data.changedAt
          ? t('rules.changed', { by: data.changedBy, at: dayAndTime(data.changedAt) })
          : t('rules.subtitle')
      }
      back={{ to: paths.requests, label: t('request.back') }}
    >
      <Show from={colleagues} lines={4}>
        {(people) => (
          <Show from={rules} lines={6}>
            {(loaded) => (
              <RulesForm
                key={loaded.version}
                held={loaded}
                colleagues={people}
                reload={rules.reload}
              />
            )}
          </Show>
        )}
      </Show>
    </PageFrame>
  );
}
