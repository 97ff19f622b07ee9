import { useParams } from 'react-router-dom';
import type { ImprovementDetail } from '../../../../contracts/improvements';
import { useCrm } from '../../app/api';
import { paths } from '../../app/paths';
import { useWords } from '../../app/words';
import { PageFrame } from '../../ui/PageFrame';
import { Stack } from '../../ui/Prose';
import { Show } from '../../ui/States';
import { EffectPanel } from './EffectPanel';
import { ImprovementFacts } from './ImprovementFacts';
import { ImprovementForm } from './ImprovementForm';
import { ImprovementSteps } from './ImprovementSteps';

/** One action: what is known of it, what it has brought, and what may be done with it now. */
export function ImprovementPage() {
  const { t, word } = useWords();
  const { improvement = '' } = useParams();
  const read = useCrm<ImprovementDetail>(`/improvements/${improvement}`);
  const { data } = read;
  return (
    <PageFrame
      title={data?.title ?? t('improvements.one')}
      subtitle={data && word('improvement_state', data.state)}
      back={{ to: paths.improvements, label: t('improvements.back') }}
      actions={data && <ImprovementSteps key={data.id} improvement={data} reload={read.reload} />}
    >
      <Show from={read}>
        {(one) => (
          <Stack>
            <ImprovementFacts improvement={one} />
            {one.effect && <EffectPanel target={one.target} effect={one.effect} />}
            <ImprovementForm
              key={`${one.id}.${one.version}`}
              improvement={one}
              reload={read.reload}
            />
          </Stack>
        )}
      </Show>
    </PageFrame>
  );
}
