import { useCrm } from '../../app/api';
import { usePermission } from '../../app/usePermission';
import { Show } from '../../ui/States';
import type { FormDefinition, ServiceDetail } from '../../../../contracts/website';
import type { Draft } from './draft';
import { FindPerson } from './FindPerson';
import { FromFile } from './FromFile';
import { FromVisit } from './FromVisit';
import { startProblems } from './problems';
import { StartStep } from './StartStep';
import type { StepProps } from './step';
import { StepFrame } from './StepFrame';
import { Steps } from './Steps';
import { useErrors } from './useErrors';
import type { Errors } from './useErrors';

interface Props extends Pick<StepProps, 'draft' | 'change'> {
  person: string | null;
  visit: string | null;
}

const addressOf = ({ kind, service }: Draft): string =>
  kind === 'assistance' ? `/desk/services/${service}` : `/desk/forms/${kind}`;

/** The form, a step at a time. The first one chooses which form it is. */
export function ReceiveForm({ draft, change, person, visit }: Props) {
  const errors = useErrors();
  const mayFind = usePermission('registry.read');
  if (draft.step !== 'start') return <Chosen {...{ draft, change, person, visit, errors }} />;

  const problems = startProblems(draft);
  const errorAt = errors.at(problems);
  const next = () => {
    if (errors.found(problems)) return false;
    change({ step: 'answers' });
    return true;
  };
  return (
    <StepFrame step="start" place={null} next={next}>
      {person ? <FromFile {...{ person, draft, change }} /> : mayFind && <FindPerson />}
      {visit && !person && <FromVisit {...{ visit, draft, change }} />}
      <StartStep {...{ draft, change, errorAt }} />
    </StepFrame>
  );
}

interface ChosenProps extends Props {
  errors: Errors;
}

function Chosen(props: ChosenProps) {
  const { locale } = props.draft;
  const definition = useCrm<FormDefinition & Partial<ServiceDetail>>(addressOf(props.draft), {
    locale,
  });
  return (
    <Show from={definition}>
      {(form) => <Steps {...props} definition={form} reload={definition.reload} />}
    </Show>
  );
}
